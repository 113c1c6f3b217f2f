/**
 * Invented accounts of invented events, with known truth. Comes in: a plan of a world and a seed.
 * Goes out: what each source says, which event it is about, how well a linking of the accounts
 * agrees with that, and what a matcher achieves that knows the plan. It may not touch a file, a
 * clock or a network, nor use chance that a seed does not give again.
 */
@NullMarked
package org.truce.simulate.accounts;

import org.jspecify.annotations.NullMarked;
