package org.truce.reading.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Names of Arabic as they are shown and compared. */
final class ArabicText {
    private ArabicText() {}

    /** The words of a stretch, the first without a preposition written as one with it. */
    static String without(Phrase phrase, Stretch stretch, Nouns nouns) {
        String text = phrase.plainText(stretch);
        String key = phrase.key(stretch.start());
        if (nouns.isKnown(key) || nouns.isGivenName(key)) {
            return text;
        }
        if (key.startsWith("لل")) {
            return "ال" + text.substring(2);
        }
        boolean joined = key.length() > 3
                && "ولبف".indexOf(key.charAt(0)) >= 0
                && (nouns.isKnown(key.substring(1))
                        || nouns.isGivenName(key.substring(1))
                        || key.startsWith("ال", 1)
                        || isKnownBehind(phrase.get(stretch.start()), nouns));
        return joined ? text.substring(1) : text;
    }

    private static boolean isKnownBehind(Item item, Nouns nouns) {
        return item.variants().stream()
                .anyMatch(one -> nouns.isKnown(one) && item.key().endsWith(one));
    }

    /** The words of a name without articles and what joins them. */
    static List<String> nameKeys(String name, Spelling spelling) {
        List<String> keys = new ArrayList<>();
        for (String word : name.split(" ")) {
            String key = spelling.key(word);
            if (!Set.of("بن", "ابن", "ال", "دي").contains(key) && !key.isEmpty()) {
                keys.add(nameKey(key));
            }
        }
        return keys.isEmpty() ? List.of(spelling.key(name)) : keys;
    }

    /** A word of a name without the article. */
    static String nameKey(String key) {
        return key.startsWith("ال") && key.length() > 3 ? key.substring(2) : key;
    }
}
