/**
 * Statements of Arabic and Russian texts, in the forms that agencies and ministries write. Comes
 * in: a text cut into quotations, sentences and words. Goes out: the statements of
 * {@code org.truce.reading.statement}, each with the ids of its rules. It may not guess: what fits
 * no form gives no statement.
 */
@NullMarked
package org.truce.reading.foreign;

import org.jspecify.annotations.NullMarked;
