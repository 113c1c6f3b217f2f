package org.truce.reading.statement;

import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Heads;

import java.util.HashSet;
import java.util.Set;

/** Words of titles, such that two for one office are one. */
final class Titles {
    private static final Heads HEADS = Dictionaries.get().heads();
    private static final Set<String> SAY_NOTHING = Set.of(
            "former", "mr", "mrs", "ms", "dr", "sir", "part", "side", "name", "own", "retired");

    private Titles() {}

    static Set<String> normal(Set<String> roles) {
        Set<String> normal = new HashSet<>();
        for (String role : roles) {
            if (!SAY_NOTHING.contains(role)) {
                normal.add(normal(role));
            }
        }
        return normal;
    }

    /** Only those words that name what a person does. */
    static Set<String> heads(Set<String> roles) {
        Set<String> heads = new HashSet<>();
        for (String role : roles) {
            if (HEADS.is(role, Heads.Kind.ROLE) && !SAY_NOTHING.contains(role)) {
                heads.add(normal(role));
            }
        }
        return heads;
    }

    private static String normal(String role) {
        return switch (role) {
            case "chairman", "chairwoman", "chairperson" -> "chair";
            case "spokesman", "spokeswoman" -> "spokesperson";
            case "defense" -> "defence";
            case "advisor" -> "adviser";
            case "vice" -> "deputy";
            case "commandant", "comandante" -> "commander";
            default -> role;
        };
    }
}
