package org.truce.app.review;

import org.truce.app.store.StoreException;
import org.truce.base.Hash;
import org.truce.reading.Document;
import org.truce.reading.draft.Draft;
import org.truce.reading.text.Decoded;
import org.truce.reading.text.Original;

import java.nio.file.Path;
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
 * {@code reviews/DRAFT.N.json}, what the N-th review of a draft said. Nothing is changed, and
 * nothing removed but a text whose words a decision destroyed, of which {@code removed/HASH.json}
 * tells.
 */
public final class ReviewQueue {
    private static final String TEXTS = "texts/";
    private static final String DRAFTS = "drafts/";
    private static final String REVIEWS = "reviews/";
    private static final String REMOVED = "removed/";
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
            checkNotRemoved(text);
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

    private void checkNotRemoved(String text) {
        if (folder.list(REMOVED).contains(text + END)) {
            Removed removed = removed(text);
            throw new StoreException(
                    ("this text was removed from the review queue on %s by %s (%s), since values of"
                                    + " it were destroyed: it is not put back")
                            .formatted(removed.at(), removed.by(), removed.why()));
        }
    }

    private Removed removed(String text) {
        String name = REMOVED + text + END;
        return QueueJson.read(folder.place(name), folder.read(name), Removed.class);
    }

    /** What stays of the texts that were removed. */
    public List<Removed> listRemoved() {
        return folder.list(REMOVED).stream()
                .filter(name -> name.endsWith(END))
                .map(name -> removed(name.substring(0, name.length() - END.length())))
                .toList();
    }

    /**
     * What removing the texts from which entries were made would take away; nothing is done.
     *
     * @param entries as {@code register:id}
     */
    public List<Removed> listRemovable(Set<String> entries, String by, String why, Instant now) {
        if (!folder.isThere()) {
            return List.of();
        }
        List<Queued> all = listAll();
        return all.stream()
                .filter(queued -> queued.reviews().stream()
                        .anyMatch(review ->
                                review.entry().filter(entries::contains).isPresent()))
                .map(queued -> queued.draft().docSha256())
                .distinct()
                .map(text -> new Removed(text, now, by, why, gone(all, text)))
                .toList();
    }

    private static List<Removed.Gone> gone(List<Queued> all, Hash text) {
        return all.stream()
                .filter(queued -> queued.draft().docSha256().equals(text))
                .map(queued -> new Removed.Gone(
                        queued.id(),
                        queued.draft().type(),
                        queued.findLast().map(Review::act),
                        queued.findLast().flatMap(Review::entry)))
                .toList();
    }

    /**
     * Takes the texts from which entries were made out of the queue, with all that was read from
     * them and said of it, and leaves a mark of each. Done again it goes on where it was cut off.
     *
     * @param entries as {@code register:id}
     */
    public List<Removed> remove(Set<String> entries, String by, String why, Instant now) {
        if (!folder.isThere()) {
            return List.of();
        }
        return folder.alone(() -> {
            List<Removed> removed = listRemovable(entries, by, why, now);
            removed.forEach(this::remove);
            return removed;
        });
    }

    /** The mark first and the reviews last: by them it is found again if this is cut off. */
    private void remove(Removed removed) {
        String text = removed.text().hex();
        folder.create(REMOVED + text + END, QueueJson.bytes(removed));
        folder.remove(TEXTS + text);
        Set<String> drafts = new HashSet<>();
        removed.drafts().forEach(gone -> drafts.add(gone.draft()));
        for (String name : folder.list(REVIEWS)) {
            boolean its =
                    name.indexOf('.') > 0 && drafts.contains(name.substring(0, name.indexOf('.')));
            if (its) {
                folder.remove(REVIEWS + name);
            }
        }
        for (String name : folder.list(DRAFTS)) {
            if (name.startsWith(text)) {
                folder.remove(DRAFTS + name);
            }
        }
    }

    /**
     * Copies the queue beside a copy of its store, under the name that a store at that place has
     * its queue under; how many files, 0 where there is no queue. Throws {@link StoreException}
     * when a folder of that name is there.
     */
    public int copyBeside(Path store) {
        if (!folder.isThere()) {
            return 0;
        }
        return folder.alone(() -> folder.copyTo(ReviewFolder.beside(store)));
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
