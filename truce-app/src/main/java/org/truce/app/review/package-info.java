/**
 * The review queue beside a store: texts, the drafts that were read from them, and what people made
 * of each. Comes in: drafts. Goes out: entries, by a person's word only and by the same rules as
 * rows of a file. It never changes a draft or a review, removes them only with their text when a
 * decision destroyed its words, and puts nothing into the record that nobody reviewed.
 */
@NullMarked
package org.truce.app.review;

import org.jspecify.annotations.NullMarked;
