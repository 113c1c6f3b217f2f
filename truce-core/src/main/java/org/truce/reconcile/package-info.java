/**
 * Many accounts, few events. Comes in: reports, decisions by people, and the book of actors. Goes
 * out: incidents, each with the reports behind it, the origins they go back to, a reason for every
 * link, rival hypotheses on who did it, and what people decided. It may not merge what a person
 * said is apart, count an origin twice, or make an incident of a calm report, a summary or a tally.
 */
@NullMarked
package org.truce.reconcile;

import org.jspecify.annotations.NullMarked;
