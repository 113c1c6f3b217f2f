package org.truce.reading.statement;

import java.util.List;
import java.util.Set;

/**
 * What an office belongs to: "the representative of France" is not the one of China, and "the
 * Front's spokesman" not the army's.
 */
final class Complements {
    private static final Set<String> JOINING = Set.of("of", "for", "from", "to");
    private static final Set<String> SMALL = Set.of("the", "a", "an", "his", "her", "its", "their");

    private Complements() {}

    /** Whether what the text has told of a person does not speak against the phrase. */
    static boolean allow(Person person, NounPhrase phrase) {
        String wanted = of(phrase.keys());
        if (wanted.isEmpty() || person.told().isEmpty() || person.told().contains(wanted)) {
            return true;
        }
        boolean toldOther = person.told().contains("'s")
                || JOINING.stream().anyMatch(word -> person.told().contains(word));
        return !toldOther;
    }

    /** Whether the phrase tells what the office belongs to. */
    static boolean isTold(NounPhrase phrase) {
        return !of(phrase.keys()).isEmpty();
    }

    /** The first word of what the office belongs to, or nothing. */
    private static String of(List<String> keys) {
        for (int i = 1; i < keys.size() && !keys.get(i).equals(","); i++) {
            if (JOINING.contains(keys.get(i)) && i + 1 < keys.size()) {
                boolean small = SMALL.contains(keys.get(i + 1)) && i + 2 < keys.size();
                return keys.get(small ? i + 2 : i + 1);
            }
            if (keys.get(i).equals("'s") || keys.get(i).equals("'")) {
                return keys.get(i - 1);
            }
        }
        return "";
    }
}
