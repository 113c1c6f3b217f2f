/**
 * What was said and promised, and what came of it. Comes in: answers, statements, and the entries
 * about follow-up. Goes out: for each claim that somebody put to a test, how it stands against the
 * evidence of a day; for each notice, commitment, round, deployment, contribution and statement,
 * how it stands on a day. It may not judge whoever said it: it lays the words beside the entries;
 * and it may not take silence for a judgement.
 */
@NullMarked
package org.truce.followup;

import org.jspecify.annotations.NullMarked;
