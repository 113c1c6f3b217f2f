/**
 * How fast and how large. Comes in: a seed and a size. Goes out: figures, as JSON lines or JMH's
 * own. Nothing else may depend on it.
 */
@NullMarked
package org.truce.bench;

import org.jspecify.annotations.NullMarked;
