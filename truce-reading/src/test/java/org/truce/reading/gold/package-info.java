/**
 * How well texts are read: sets of invented texts with what a careful coder takes out of them, and
 * the score of a reader against them. Comes in: a function from a text and its date to an
 * {@link org.truce.reading.gold.Answer}. Goes out: a {@link org.truce.reading.gold.ScoreSheet}. It
 * knows the reader's answers, never its rules.
 */
@NullMarked
package org.truce.reading.gold;

import org.jspecify.annotations.NullMarked;
