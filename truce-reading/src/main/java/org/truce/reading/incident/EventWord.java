package org.truce.reading.incident;

import org.truce.base.Coded;
import org.truce.base.EventType;
import org.truce.reading.incident.Gear.Group;
import org.truce.reading.words.Terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a word says happened.
 *
 * @param need what must stand in the same clause for it to say so
 */
record EventWord(EventType type, Form form, Optional<Group> need) {
    private static final Terms<List<EventWord>> TERMS =
            Terms.read("event-words.tsv", EventWord::of, EventWord::both);

    enum Form {
        VERB,
        /** Both who stand before it did it. */
        MUTUAL,
        /** A verb that says that somebody died. */
        DEATH,
        NOUN
    }

    static Terms<List<EventWord>> terms() {
        return TERMS;
    }

    private static List<EventWord> of(List<String> columns) {
        Optional<Group> need = columns.get(2).isEmpty()
                ? Optional.empty()
                : Optional.of(Group.valueOf(columns.get(2).toUpperCase(Locale.ROOT)));
        return List.of(new EventWord(
                Coded.find(EventType.class, columns.get(0)).orElseThrow(),
                Form.valueOf(columns.get(1).toUpperCase(Locale.ROOT)),
                need));
    }

    private static List<EventWord> both(List<EventWord> one, List<EventWord> other) {
        List<EventWord> both = new ArrayList<>(one);
        both.addAll(other);
        return List.copyOf(both);
    }
}
