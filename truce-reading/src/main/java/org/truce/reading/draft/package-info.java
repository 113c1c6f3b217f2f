/**
 * What was read, as drafts for a person to accept, change or drop. Comes in: a reading and its
 * original. Goes out: drafts, each with the very words that it rests on. It decides nothing, fills
 * in nothing that the text does not give, and puts nothing into the record.
 */
@NullMarked
package org.truce.reading.draft;

import org.jspecify.annotations.NullMarked;
