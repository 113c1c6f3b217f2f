package org.truce.show;

import org.truce.base.Occurred;
import org.truce.base.Phrases;
import org.truce.record.Entered;
import org.truce.record.Guarded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Collects what an entry says, leaving out what it does not. */
final class EntryFields {
    private final String register;
    final Disclosure disclosure;
    final Phrases phrases;
    final List<EntryView.Field> list = new ArrayList<>();

    EntryFields(String register, Disclosure disclosure, Phrases phrases) {
        this.register = register;
        this.disclosure = disclosure;
        this.phrases = phrases;
    }

    void add(String label, String value) {
        list.add(new EntryView.Field(phrases.say("show.field." + label), value));
    }

    void add(String label, Optional<String> value) {
        value.ifPresent(text -> add(label, text));
    }

    void add(String label, OptionalInt value) {
        value.ifPresent(number -> add(label, Integer.toString(number)));
    }

    /** A file's name tells the source. */
    void fileName(String label, Entered entered) {
        held(
                label,
                disclosure.text(register, entered.file()).map(file -> file + ":" + entered.line()),
                entered.file());
    }

    void inner(String label, Optional<Guarded> value) {
        value.ifPresent(text -> seen(label, disclosure.inner(text)));
    }

    void text(String label, Optional<Guarded> value) {
        value.ifPresent(text -> held(label, disclosure.text(register, text), text));
    }

    void placeText(String label, Optional<Guarded> value, Occurred occurred) {
        value.ifPresent(text -> held(label, disclosure.placeText(register, text, occurred), text));
    }

    private void held(String label, Optional<String> seen, Guarded value) {
        seen(
                label,
                value instanceof Guarded.Destroyed
                        ? Optional.of(phrases.say("show.destroyed"))
                        : seen);
    }

    void seen(String label, Optional<String> value) {
        add(label, value.orElse(phrases.say("show.withheld")));
    }
}
