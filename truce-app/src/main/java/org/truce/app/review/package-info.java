/**
 * The review queue beside a store: texts, the drafts that were read from them, and what people made
 * of each. Comes in: drafts. Goes out: entries, by a person's word only and by the same rules as
 * rows of a file. It never changes or removes a draft or a review, and puts nothing into the record
 * that nobody reviewed.
 */
@NullMarked
package org.truce.app.review;

import org.jspecify.annotations.NullMarked;
