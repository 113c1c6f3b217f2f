package org.truce.reading.draft;

import org.truce.reading.text.Original;
import org.truce.reading.text.Span;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the evidence and the fields of one draft; the same words are evidence once. */
final class Sheet {
    private final Original original;
    private final List<Evidence> evidence = new ArrayList<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();

    Sheet(Original original) {
        this.original = original;
    }

    /** The number of the words at a span among the evidence. */
    int rest(Span span) {
        Evidence words = Evidence.of(original, span);
        int known = evidence.indexOf(words);
        if (known >= 0) {
            return known;
        }
        evidence.add(words);
        return evidence.size() - 1;
    }

    List<Integer> rest(List<Span> spans) {
        return spans.stream().map(this::rest).distinct().toList();
    }

    void put(String name, Field field) {
        fields.put(name, field);
    }

    void put(String name, Optional<String> value, List<Integer> rests, Band confidence) {
        put(name, Field.of(value, rests, confidence));
    }

    List<Evidence> evidence() {
        return evidence;
    }

    Map<String, Field> fields() {
        return fields;
    }

    /** Whether something without width stands in what a person is to read. */
    boolean hidesCharacters() {
        return evidence.stream()
                .flatMapToInt(one -> one.text().codePoints())
                .anyMatch(c -> Character.getType(c) == Character.FORMAT);
    }
}
