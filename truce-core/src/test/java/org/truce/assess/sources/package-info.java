/**
 * What sources say together, held against published tables, hand-made items and invented worlds.
 */
@NullMarked
package org.truce.assess.sources;

import org.jspecify.annotations.NullMarked;
