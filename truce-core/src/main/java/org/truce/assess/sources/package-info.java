/**
 * What sources that disagree say together. Comes in: items, each with what sources say of it and
 * the origin it goes back to, and the side of each source. Goes out: for each item how probable
 * each value is, "undetermined" among them, beside the claims as they were made; and for each
 * origin how often it said the same as what came out. It may not count a repetition as a voice,
 * take a number of voices of one side for the truth, or call agreement honesty. It is pure: no
 * chance, no clock, no files, and the same result for the same claims in any order.
 */
@NullMarked
package org.truce.assess.sources;

import org.jspecify.annotations.NullMarked;
