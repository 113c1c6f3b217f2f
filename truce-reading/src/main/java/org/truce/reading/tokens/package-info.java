/**
 * A text of any language as short rows of tokens for whoever looks for counts. Comes in: a text cut
 * into words and sentences. Goes out: sentences and lines with figures, measures and signs told
 * apart, whose offsets are those of the text. It knows no word of any language.
 */
@NullMarked
package org.truce.reading.tokens;

import org.jspecify.annotations.NullMarked;
