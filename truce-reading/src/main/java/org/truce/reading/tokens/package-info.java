/**
 * A text of any language as short rows of tokens. Comes in: the text as it was decoded. Goes out:
 * sentences and lines with their tokens, whose offsets are those of the text. It knows no word of
 * any language but abbreviations.
 */
@NullMarked
package org.truce.reading.tokens;

import org.jspecify.annotations.NullMarked;
