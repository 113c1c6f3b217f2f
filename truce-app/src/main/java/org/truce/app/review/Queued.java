package org.truce.app.review;

import org.truce.reading.Document;
import org.truce.reading.draft.Draft;

import java.util.List;
import java.util.Optional;

/**
 * A draft in the queue.
 *
 * @param document the text that it was read from
 * @param reviews what people made of it, the earliest first
 */
public record Queued(Draft draft, Document document, List<Review> reviews) {
    public Queued {
        reviews = List.copyOf(reviews);
    }

    /** The one that counts. */
    public Optional<Review> findLast() {
        return reviews.isEmpty() ? Optional.empty() : Optional.of(reviews.getLast());
    }

    public String id() {
        return draft.id();
    }
}
