/**
 * Counts over time. Comes in: how many events each local day had, what share of the day was
 * observed, and how complete recent days are by now. Goes out: the ratio of two rates when events
 * come in bursts, the distribution of what the next days may bring, and scores of such
 * distributions against what came. It may not take a day that nobody observed for a quiet one, look
 * at what was not yet known, or say what made a rate change.
 */
@NullMarked
package org.truce.assess.counts;

import org.jspecify.annotations.NullMarked;
