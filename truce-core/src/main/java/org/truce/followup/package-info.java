/**
 * What was said and promised, and what came of it. Comes in: answers and statements. Goes out: for
 * each claim that somebody put to a test, how it stands against the evidence of a day. It may not
 * judge whoever said it: it lays the words beside the entries.
 */
@NullMarked
package org.truce.followup;

import org.jspecify.annotations.NullMarked;
