package org.truce.reading.draft;

import org.truce.base.Hash;
import org.truce.reading.text.Original;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A proposal for one entry, with the words that it rests on. It is no fact and no entry: a person
 * accepts, changes or drops it.
 *
 * @param id the same whenever the same words of the same text are proposed for the same
 * @param docSha256 of the bytes of the text
 * @param rules the ids of the rules that made it, in the order in which they fired
 * @param evidence what it rests on; at least one
 * @param fields by name, in the order in which they are shown
 * @param flags what a reviewer should look at, such as "speaker-ambiguous"
 */
public record Draft(
        String id,
        Hash docSha256,
        DraftType type,
        Extractor extractor,
        List<String> rules,
        List<Evidence> evidence,
        Map<String, Field> fields,
        List<String> flags) {
    private static final Pattern ID = Pattern.compile("D-[0-9a-f]{12}");
    private static final int ID_DIGITS = 12;

    public Draft {
        rules = List.copyOf(rules);
        evidence = List.copyOf(evidence);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        flags = List.copyOf(flags);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("the id of a draft is D- and 12 digits: " + id);
        }
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a draft rests on words");
        }
        int count = evidence.size();
        boolean beyond = fields.values().stream()
                .flatMap(field -> field.evidence().stream())
                .anyMatch(index -> index < 0 || index >= count);
        if (beyond) {
            throw new IllegalArgumentException("a field of %s rests on no evidence".formatted(id));
        }
    }

    /**
     * From the text's hash, the type and the evidence's spans: 12 hexadecimal digits of SHA-256,
     * with which two among 100,000 drafts share an id with a chance of 1 in 56,000.
     *
     * @param apart by what drafts differ that one text gives for the same words; empty for the
     *     first that the rules give
     */
    static String id(Hash docSha256, DraftType type, List<Evidence> evidence, String apart) {
        String spans = evidence.stream()
                .map(one -> one.start() + "-" + one.end())
                .collect(Collectors.joining(","));
        String which = apart.isEmpty() ? "" : "\n" + apart;
        String content = docSha256.hex() + "\n" + type.code() + "\n" + spans + which;
        return "D-"
                + Hash.of(content.getBytes(StandardCharsets.UTF_8)).hex().substring(0, ID_DIGITS);
    }

    /** Whether all that it rests on stands in the original, character for character. */
    public boolean restsOn(Original original) {
        return docSha256.equals(original.sha256())
                && evidence.stream().allMatch(one -> one.standsIn(original));
    }
}
