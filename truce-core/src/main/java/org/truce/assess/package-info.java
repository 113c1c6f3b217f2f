/**
 * Is it holding? Comes in: incidents with their findings, counts by period, calm reports, what each
 * register observes, and a question (area, reading, window, baseline, as known on). Goes out: one
 * dated answer with its figures, their uncertainty, what it rests on and the rule that gave it. It
 * may not read a zero from silence, a cause from before and after, or guilt from counts.
 */
@NullMarked
package org.truce.assess;

import org.jspecify.annotations.NullMarked;
