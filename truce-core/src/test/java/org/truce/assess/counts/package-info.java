/** Counts over time, held against published figures, brute force and seeded simulation. */
@NullMarked
package org.truce.assess.counts;

import org.jspecify.annotations.NullMarked;
