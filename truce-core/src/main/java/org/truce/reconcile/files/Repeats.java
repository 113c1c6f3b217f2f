package org.truce.reconcile.files;

import org.truce.intake.PlainReport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rows of several sources that are one text, word for word and with the same figures: the first
 * speaks, the others repeat it, and are no evidence of their own. What one source says of two
 * things in the same words is its way of speaking, and no text of one of them.
 */
final class Repeats {
    /** Fewer words are soon said alike by two who know nothing of each other. */
    private static final int LEAST_WORDS = 8;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, List<Row>> byVoice = new HashMap<>();
    private final Map<String, String> voiceOf = new HashMap<>();

    /**
     * @param source its number
     * @param later whether it comes after others were put together, for which it cannot speak
     */
    record Row(String key, int source, PlainReport report, boolean later) {}

    /** @param daysApart at most between two rows of one incident */
    Repeats(List<Row> rows, int daysApart) {
        Map<String, List<Row>> byWording = new LinkedHashMap<>();
        for (Row row : rows) {
            wording(row.report())
                    .ifPresent(words -> byWording
                            .computeIfAbsent(words, unseen -> new ArrayList<>(1))
                            .add(row));
        }
        for (List<Row> alike : byWording.values()) {
            if (isWayOfSpeaking(alike)) {
                continue;
            }
            alike.sort(Comparator.comparing(Row::later)
                    .thenComparing(row -> row.report().from())
                    .thenComparing(Row::key));
            while (alike.size() > 1) {
                take(alike, daysApart);
            }
        }
    }

    /** What comes later changes nothing about what was there. */
    private static boolean isWayOfSpeaking(List<Row> alike) {
        List<Row> there = alike.stream().filter(row -> !row.later()).toList();
        List<Row> asked = there.isEmpty() ? alike : there;
        return asked.stream().map(Row::source).distinct().count() < asked.size();
    }

    /** The first of them and what repeats it; what is left speaks for itself. */
    private void take(List<Row> left, int daysApart) {
        Row voice = left.removeFirst();
        Set<Integer> sources = new HashSet<>(Set.of(voice.source()));
        List<Row> repeats = new ArrayList<>();
        left.removeIf(row -> {
            boolean near = !row.report().from().isAfter(voice.report().to().plusDays(daysApart));
            boolean repeat = near && sources.add(row.source());
            if (repeat) {
                repeats.add(row);
            }
            return repeat;
        });
        if (!repeats.isEmpty()) {
            byVoice.put(voice.key(), repeats);
            repeats.forEach(row -> voiceOf.put(row.key(), voice.key()));
        }
    }

    private static Optional<String> wording(PlainReport report) {
        return report.text()
                .map(text -> NO_LETTERS
                        .matcher(text.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip())
                .filter(words ->
                        words.chars().filter(letter -> letter == ' ').count() >= LEAST_WORDS - 1)
                .map(words -> String.join(
                        "\n",
                        words,
                        report.count().toString(),
                        report.killedMin().toString(),
                        report.killedMax().toString()));
    }

    /** The key of the row that a row only repeats; empty when it speaks for itself. */
    Optional<String> findVoice(String key) {
        return Optional.ofNullable(voiceOf.get(key));
    }

    /** The rows that repeat one, the earliest first. */
    List<Row> listOf(String voice) {
        return byVoice.getOrDefault(voice, List.of());
    }
}
