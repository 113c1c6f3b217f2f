package org.truce.reading.foreign;

import org.truce.reading.words.Gender;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Somebody, or a body, of whom the text speaks, and what it has told of them so far. */
final class Figure {
    private final Naming.Kind kind;
    private final Set<String> roles = new HashSet<>();
    private String name;
    private List<String> keys;
    private Optional<String> id;
    private Gender gender;
    private int mentioned;

    /** Whether a rule put the name into the nominative. */
    private boolean made;

    Figure(Naming naming) {
        this.kind = naming.kind();
        this.keys = naming.keys();
        this.id = naming.known().map(Known::id);
        this.name = naming.known()
                .filter(known -> isShort(naming, known))
                .map(Known::local)
                .orElse(naming.name());
        this.gender = naming.gender();
        this.made = naming.made();
        roles.addAll(naming.roles());
    }

    /** A surname alone is shown as the dictionaries' full name, a capital as its state. */
    private static boolean isShort(Naming naming, Known known) {
        boolean surname = naming.kind() == Naming.Kind.PERSON && naming.keys().size() == 1;
        boolean state = naming.kind() == Naming.Kind.BODY
                && naming.keys().size() == 1
                && known.kind() == Known.Kind.ACTOR;
        return surname || state;
    }

    boolean isPerson() {
        return kind == Naming.Kind.PERSON;
    }

    boolean isBody() {
        return kind == Naming.Kind.BODY;
    }

    /** Whether the text gives no name. */
    boolean isUnnamed() {
        return !isPerson() && !isBody();
    }

    String name() {
        return name;
    }

    List<String> keys() {
        return keys;
    }

    Set<String> roles() {
        return roles;
    }

    Optional<String> id() {
        return id;
    }

    Gender gender() {
        return gender;
    }

    int mentioned() {
        return mentioned;
    }

    void mention(int count) {
        mentioned = count;
    }

    void learn(Gender told) {
        gender = gender == Gender.UNKNOWN ? told : gender;
    }

    /** Takes on what another mention tells: titles, and the name where that is fuller. */
    void learn(Naming naming) {
        roles.addAll(naming.roles());
        learn(naming.gender());
        id = id.or(() -> naming.known().map(Known::id));
        if (isPerson() && naming.keys().size() > keys.size()) {
            name = naming.name();
            keys = naming.keys();
            made = naming.made();
        } else if (made && !naming.made()) {
            correct(naming.name());
        }
    }

    /** Words that a rule put into the nominative are shown as the text has them there. */
    private void correct(String sure) {
        StringBuilder shown = new StringBuilder();
        for (String word : name.split(" ")) {
            String better = word;
            for (String one : sure.split(" ")) {
                boolean same = RussianForms.isSame(
                        word.toLowerCase(Locale.ROOT), one.toLowerCase(Locale.ROOT));
                better = same ? one : better;
            }
            shown.append(shown.isEmpty() ? "" : " ").append(better);
        }
        name = shown.toString();
    }
}
