/**
 * The text itself: paragraphs, quotations, sentences, words with their parts of speech. Comes in:
 * decoded characters. Goes out: spans in code points of the unchanged original. It may not know
 * what any word means.
 */
@NullMarked
package org.truce.reading.text;

import org.jspecify.annotations.NullMarked;
