/**
 * Amounts in a text, in figures of any script and in words of English, Russian and Arabic. Comes
 * in: sentences. Goes out: how many, with open ends and doubts. It knows nothing of what is
 * counted.
 */
@NullMarked
package org.truce.reading.figures;

import org.jspecify.annotations.NullMarked;
