package org.truce.followup;

import org.truce.base.Phrases;
import org.truce.record.ActorBook;
import org.truce.record.Agreement;

import java.util.Map;
import java.util.Optional;

/**
 * Names as they stand in a letter: in its language where the record or the gazetteer knows them so,
 * else as they were entered.
 */
public final class LetterNames {
    private static final char ISOLATE = '\u2068';
    private static final char END_ISOLATE = '\u2069';

    private final ActorBook actors;
    private final Map<String, String> arabicOfGovernorate;
    private final Phrases words;

    /** @param arabicOfGovernorate by the names in Latin letters that records write */
    public LetterNames(ActorBook actors, Map<String, String> arabicOfGovernorate, Phrases words) {
        this.actors = actors;
        this.arabicOfGovernorate = Map.copyOf(arabicOfGovernorate);
        this.words = words;
    }

    Phrases words() {
        return words;
    }

    private boolean arabic() {
        return words.language().equals("ar");
    }

    /** A label that is not the actor's own name stays: it may be that of a part of it. */
    String actor(String label) {
        return actors.findNamed(label)
                .map(actor -> in(actor.name()))
                .orElseGet(() -> foreign(label));
    }

    String governorate(String name) {
        return arabic()
                ? Optional.ofNullable(arabicOfGovernorate.get(name)).orElseGet(() -> foreign(name))
                : name;
    }

    String in(Agreement.Words text) {
        return arabic() ? text.ar().orElseGet(() -> foreign(text.en())) : text.en();
    }

    /** Words of another script are set apart, so that what stands around them keeps its order. */
    String foreign(String text) {
        boolean known = text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
        return arabic() && !known ? ISOLATE + text + END_ISOLATE : text;
    }
}
