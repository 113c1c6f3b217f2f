package org.truce.reading.words;

import org.truce.base.Coded;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Verbs and nouns of saying, in all their forms; from verbs.tsv and nouns.tsv. */
public final class SpeechVerbs {
    private static final String VOWELS = "aeiou";

    private final Phrasebook<SpeechVerb> verbs = new Phrasebook<>();
    private final Map<String, Stance> nouns = new HashMap<>();

    private SpeechVerbs() {
        Table.rows("verbs").forEach(this::addVerb);
        for (Table.Row row : Table.rows("nouns")) {
            Stance stance = stance(row);
            nouns.put(row.get("noun"), stance);
            nouns.put(row.get("noun") + "s", stance);
        }
    }

    /** Reads the tables. */
    static SpeechVerbs load() {
        return new SpeechVerbs();
    }

    /** The forms by their words. */
    public Phrasebook<SpeechVerb> verbs() {
        return verbs;
    }

    /** How a noun of saying puts what is said, from its folded form, one or many. */
    public Optional<Stance> findNoun(String key) {
        return Optional.ofNullable(nouns.get(key));
    }

    private void addVerb(Table.Row row) {
        String lemma = row.get("verb");
        Set<Frame> frames = row.list("frames").stream()
                .map(code -> Coded.find(Frame.class, code)
                        .orElseThrow(() -> new IllegalStateException(
                                row.table() + ":" + row.line() + ": no frame " + code)))
                .collect(Collectors.toSet());
        Stance stance = stance(row);
        int blank = lemma.indexOf(' ');
        String first = blank < 0 ? lemma : lemma.substring(0, blank);
        String rest = blank < 0 ? "" : lemma.substring(blank);
        List<String> irregular = row.list("forms");
        verbs.add(lemma, new SpeechVerb(lemma, stance, frames, false, false));
        verbs.add(third(first) + rest, new SpeechVerb(lemma, stance, frames, false, false));
        verbs.add(
                listed(irregular, true).orElse(ending(first) + rest),
                new SpeechVerb(lemma, stance, frames, true, false));
        List<String> past = irregular.stream().filter(one -> !isEnding(one)).toList();
        for (String form : past.isEmpty() ? List.of(past(first) + rest) : past) {
            verbs.add(form, new SpeechVerb(lemma, stance, frames, false, true));
        }
        irregular.stream()
                .filter(SpeechVerbs::isEnding)
                .forEach(form ->
                        verbs.add(form, new SpeechVerb(lemma, stance, frames, true, false)));
    }

    private static Optional<String> listed(List<String> irregular, boolean ending) {
        return irregular.stream().filter(one -> isEnding(one) == ending).findFirst();
    }

    private static boolean isEnding(String form) {
        int blank = form.indexOf(' ');
        return (blank < 0 ? form : form.substring(0, blank)).endsWith("ing");
    }

    private static Stance stance(Table.Row row) {
        return Coded.find(Stance.class, row.get("stance"))
                .orElseThrow(() -> new IllegalStateException(
                        row.table() + ":" + row.line() + ": no stance " + row.get("stance")));
    }

    private static String third(String verb) {
        if (endsInConsonantAndY(verb)) {
            return verb.substring(0, verb.length() - 1) + "ies";
        }
        boolean hisses = verb.matches(".*(s|sh|ch|x|z|o)");
        return verb + (hisses ? "es" : "s");
    }

    private static String past(String verb) {
        if (endsInConsonantAndY(verb)) {
            return verb.substring(0, verb.length() - 1) + "ied";
        }
        return doubled(verb) + (verb.endsWith("e") ? "d" : "ed");
    }

    private static String ending(String verb) {
        boolean silent = verb.endsWith("e") && !verb.endsWith("ee");
        return (silent ? verb.substring(0, verb.length() - 1) : doubled(verb)) + "ing";
    }

    /** A short verb doubles its last letter: "quip", "quipped". */
    private static String doubled(String verb) {
        boolean twice = verb.matches("(qu|[^aeiou])*[aeiou][bdgklmnprt]");
        return twice ? verb + verb.charAt(verb.length() - 1) : verb;
    }

    private static boolean endsInConsonantAndY(String verb) {
        return verb.endsWith("y") && VOWELS.indexOf(verb.charAt(verb.length() - 2)) < 0;
    }
}
