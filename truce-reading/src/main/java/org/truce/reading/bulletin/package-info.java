/**
 * Bulletins: a source's counts by side and place. Comes in: a prepared text and the dictionaries.
 * Goes out: tallies. A sum that contradicts its parts is said to do so and never corrected.
 */
@NullMarked
package org.truce.reading.bulletin;

import org.jspecify.annotations.NullMarked;
