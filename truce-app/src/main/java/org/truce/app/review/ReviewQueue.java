package org.truce.app.review;

import org.truce.app.store.StoreException;
import org.truce.base.Hash;
import org.truce.reading.Document;
import org.truce.reading.draft.Draft;
import org.truce.reading.text.Decoded;
import org.truce.reading.text.Original;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Drafts that wait for a person, and what became of those that had one. Three kinds of files in a
 * {@link ReviewFolder}: {@code texts/HASH}, the bytes of a text as they came;
 * {@code drafts/HASH.N.json}, the drafts that the N-th reading of it added;
 * {@code reviews/DRAFT.N.json}, what the N-th review of a draft said. Nothing is changed or
 * removed.
 */
public final class ReviewQueue {
    private static final String TEXTS = "texts/";
    private static final String DRAFTS = "drafts/";
    private static final String REVIEWS = "reviews/";
    private static final String END = ".json";

    private final ReviewFolder folder;

    public ReviewQueue(ReviewFolder folder) {
        this.folder = folder;
    }

    /**
     * What saving did.
     *
     * @param added drafts that were not there before
     * @param alreadyThere drafts that were
     */
    public record Saved(int added, int alreadyThere) {}

    /**
     * Keeps a text with its drafts; returns once both are durable. What is there already is left as
     * it is. Throws {@link IllegalArgumentException} when a draft does not rest on the text.
     *
     * @param bytes the text's bytes as they came
     */
    public Saved save(byte[] bytes, Document document, List<Draft> drafts, Instant now) {
        Original original = new Original(Hash.of(bytes), Decoded.of(bytes).text());
        for (Draft draft : drafts) {
            if (!draft.restsOn(original)) {
                throw new IllegalArgumentException(
                        "the draft %s does not stand in the text".formatted(draft.id()));
            }
        }
        return folder.alone(() -> {
            String text = original.sha256().hex();
            Set<String> known = new HashSet<>();
            int readings = 0;
            for (SavedReading saved : readings(text)) {
                saved.drafts().forEach(draft -> known.add(draft.id()));
                readings++;
            }
            List<Draft> added =
                    drafts.stream().filter(draft -> !known.contains(draft.id())).toList();
            // The text first: a draft without its text would be of no use.
            folder.create(TEXTS + text, bytes);
            if (!added.isEmpty()) {
                folder.create(
                        DRAFTS + text + "." + (readings + 1) + END,
                        QueueJson.bytes(new SavedReading(now, document, added)));
            }
            return new Saved(added.size(), drafts.size() - added.size());
        });
    }

    /** Which of its kind a file is: a clock may go back, the numbers do not. */
    private int number(String name) {
        String[] parts = name.split("\\.", -1);
        try {
            return Integer.parseInt(parts[parts.length - 2]);
        } catch (NumberFormatException foreign) {
            throw new StoreException(
                    "%s is no file of the review queue: move it away"
                            .formatted(folder.place(REVIEWS + name)),
                    foreign);
        }
    }

    /** Of texts whose hash begins so. */
    private List<SavedReading> readings(String text) {
        List<SavedReading> found = new ArrayList<>();
        for (String name : folder.list(DRAFTS)) {
            if (name.startsWith(text) && name.endsWith(END)) {
                found.add(QueueJson.read(
                        folder.place(DRAFTS + name),
                        folder.read(DRAFTS + name),
                        SavedReading.class));
            }
        }
        found.sort(Comparator.comparing(SavedReading::savedAt));
        return found;
    }

    /** Every draft with its reviews: texts in the order in which they were saved. */
    public List<Queued> listAll() {
        Map<String, TreeMap<Integer, Review>> reviews = new HashMap<>();
        for (String name : folder.list(REVIEWS)) {
            if (name.endsWith(END)) {
                Review review = QueueJson.read(
                        folder.place(REVIEWS + name), folder.read(REVIEWS + name), Review.class);
                reviews.computeIfAbsent(review.draft(), draft -> new TreeMap<>())
                        .put(number(name), review);
            }
        }
        List<Queued> queued = new ArrayList<>();
        for (SavedReading saved : readings("")) {
            for (Draft draft : saved.drafts()) {
                queued.add(new Queued(
                        draft,
                        saved.document(),
                        List.copyOf(reviews.getOrDefault(draft.id(), new TreeMap<>())
                                .values())));
            }
        }
        return List.copyOf(queued);
    }

    /** By its id, or the first digits of it where they are only one draft's. */
    public Optional<Queued> find(String id) {
        List<Queued> found = listAll().stream()
                .filter(queued -> queued.id().equals(id)
                        || (id.length() > 2 && queued.id().startsWith(id)))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The text that a draft rests on. Throws {@link StoreException} when it was altered. */
    public Original text(Draft draft) {
        String name = TEXTS + draft.docSha256().hex();
        byte[] bytes = folder.read(name);
        Original original = new Original(Hash.of(bytes), Decoded.of(bytes).text());
        if (!draft.restsOn(original)) {
            throw new StoreException(
                    ("the text %s or the draft %s was altered, and is not shown: bring the review"
                                    + " queue back from a copy, or move that draft's file away")
                            .formatted(folder.place(name), draft.id()));
        }
        return original;
    }

    /** Does something while nobody else reviews or saves. */
    <T> T alone(Supplier<T> work) {
        return folder.alone(work);
    }

    /** Puts a review down for good; only to be called {@link #alone}. */
    void put(Queued of, Review review) {
        String name = REVIEWS + of.id() + "." + (of.reviews().size() + 1) + END;
        if (!folder.create(name, QueueJson.bytes(review))) {
            throw new StoreException("the draft %s was reviewed at that moment: look at it again"
                    .formatted(of.id()));
        }
    }
}
