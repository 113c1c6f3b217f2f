package org.truce.reconcile;

import org.truce.reconcile.linkage.Wording;
import org.truce.reconcile.places.PlaceWords;
import org.truce.reconcile.places.TextWords;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What reports say in words, as the linkage takes it. For one thread. */
public final class Wordings {
    private static final int LONGEST_SHOWN = 40;

    /** Its stemmers serve one thread at a time. */
    private final ThreadLocal<TextWords> reader = ThreadLocal.withInitial(TextWords::new);

    private final Map<String, Integer> places = new HashMap<>();
    /** In how many of the texts read so far each word stands. */
    private final Map<String, Integer> texts = new HashMap<>();

    /**
     * @param placeName as it is written
     * @param text in the source's or coder's own words
     */
    public Wording read(Optional<String> placeName, Optional<String> text) {
        int place = placeName.map(this::place).orElse(Wording.NONE);
        if (text.isEmpty()) {
            return place == Wording.NONE
                    ? Wording.NOTHING
                    : new Wording(place, 0, new int[0], new int[0]);
        }
        TextWords.Text read = reader.get().read(text.get());
        read.words().stream()
                .map(TextWords.Word::stem)
                .distinct()
                .forEach(stem -> texts.merge(stem, 1, Integer::sum));
        return new Wording(
                place,
                1 + read.script().ordinal(),
                read.words().stream().mapToInt(word -> number(word.stem())).toArray(),
                read.words().stream()
                        .flatMap(word -> word.sound().stream())
                        .mapToInt(Wordings::number)
                        .toArray());
    }

    private int place(String name) {
        return places.computeIfAbsent(name, unseen -> {
            String identity = PlaceWords.of(name).identity();
            return identity.isEmpty() ? Wording.NONE : number(identity);
        });
    }

    private static int number(String word) {
        int number = word.hashCode();
        return number == Wording.NONE ? 1 : number;
    }

    /**
     * A word of one text, and the one of another that is the same word, or sounds alike where that
     * is in another script.
     */
    public record Shared(String one, String other) {
        /** The one word, or both where they are written otherwise in another script. */
        public String text(boolean oneScript) {
            return oneScript ? one : one + " (" + other + ")";
        }
    }

    /**
     * What two texts have in common.
     *
     * @param oneScript whether words were compared, not only sounds
     * @param words the rarest first, of those that were read
     */
    public record Common(boolean oneScript, List<Shared> words) {
        public Common {
            words = List.copyOf(words);
        }
    }

    /** The words of one text that stand in another too, or sound like one of its words. */
    public Common listShared(String one, String other, int most) {
        TextWords.Text first = reader.get().read(one);
        TextWords.Text second = reader.get().read(other);
        boolean oneScript = first.script() == second.script();
        Map<String, String> there = new HashMap<>();
        second.words()
                .forEach(word -> form(word, oneScript)
                        .ifPresent(form -> there.putIfAbsent(form, word.text())));
        List<TextWords.Word> found = new ArrayList<>();
        Map<TextWords.Word, String> others = new HashMap<>();
        for (TextWords.Word word : first.words()) {
            form(word, oneScript).map(there::remove).ifPresent(match -> {
                found.add(word);
                others.put(word, match);
            });
        }
        return new Common(
                oneScript,
                found.stream()
                        .sorted(Comparator.comparingInt(word -> texts.getOrDefault(word.stem(), 0)))
                        .limit(most)
                        .map(word -> new Shared(
                                shown(word.text()), shown(others.getOrDefault(word, ""))))
                        .toList());
    }

    /** No word is long enough to hide the others. */
    private static String shown(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST_SHOWN
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }

    private static Optional<String> form(TextWords.Word word, boolean oneScript) {
        return oneScript ? Optional.of(word.stem()) : word.sound();
    }
}
