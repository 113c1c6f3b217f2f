package org.truce.reconcile;

import org.truce.reconcile.linkage.Wording;
import org.truce.reconcile.places.PlaceWords;
import org.truce.reconcile.places.TextWords;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What reports say in words, as the linkage takes it. For one thread. */
public final class Wordings {
    private final TextWords reader = new TextWords();
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
        TextWords.Text read = reader.read(text.get());
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
     * The words of one text that stand in another too, or sound like one of its words where that is
     * in another script: the rarest first, of those that were read.
     */
    public List<String> listShared(String one, String other, int most) {
        TextWords.Text first = reader.read(one);
        TextWords.Text second = reader.read(other);
        boolean oneScript = first.script() == second.script();
        Set<String> there = new HashSet<>();
        second.words().forEach(word -> form(word, oneScript).ifPresent(there::add));
        List<TextWords.Word> shared = new ArrayList<>();
        for (TextWords.Word word : first.words()) {
            if (form(word, oneScript).filter(there::remove).isPresent()) {
                shared.add(word);
            }
        }
        return shared.stream()
                .sorted(Comparator.comparingInt(word -> texts.getOrDefault(word.stem(), 0)))
                .limit(most)
                .map(TextWords.Word::text)
                .toList();
    }

    private static Optional<String> form(TextWords.Word word, boolean oneScript) {
        return oneScript ? Optional.of(word.stem()) : word.sound();
    }
}
