package org.truce.reconcile.places;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Latin letters and groups of letters as the sounds that they stand for in Arabic names. */
final class LatinSounds {
    /** Longest first. */
    private static final List<Map<String, Sound>> GROUPS = List.of(
            Map.of("sch", Sound.SH, "tch", Sound.CH),
            Map.ofEntries(
                    Map.entry("kh", Sound.KH),
                    Map.entry("gh", Sound.GH),
                    Map.entry("sh", Sound.SH),
                    Map.entry("ch", Sound.CH),
                    Map.entry("th", Sound.TH),
                    Map.entry("dh", Sound.DH),
                    Map.entry("zh", Sound.J),
                    Map.entry("dj", Sound.J),
                    Map.entry("ph", Sound.F),
                    Map.entry("ck", Sound.K),
                    Map.entry("ou", Sound.W),
                    Map.entry("oo", Sound.W),
                    Map.entry("au", Sound.W),
                    Map.entry("aw", Sound.W),
                    Map.entry("ow", Sound.W),
                    Map.entry("uw", Sound.W),
                    Map.entry("ee", Sound.Y),
                    Map.entry("ai", Sound.Y),
                    Map.entry("ay", Sound.Y),
                    Map.entry("ei", Sound.Y),
                    Map.entry("ey", Sound.Y),
                    Map.entry("iy", Sound.Y)));

    private static final Map<Character, Sound> LETTERS = letters();
    private static final String FRONT_VOWELS = "eiy";

    private static final Pattern JOINED_ARTICLE = Pattern.compile(
            "([ae]l(?=[bcdfghjkmnpqrstvwxyz])|[ae](?:sh(?=sh)|([dnrstz])(?=\\2)))[a-zîû]{3,}");

    private LatinSounds() {}

    private static Map<Character, Sound> letters() {
        Map<Character, Sound> map = new HashMap<>();
        String table =
                "aA eI iI îY oU ûW uU wW vW yY bB pB fF tT jJ hH xKH dD rR zZ sS gG kK cK qQ lL mM"
                        + " nN";
        for (String entry : table.split(" ")) {
            map.put(entry.charAt(0), Sound.valueOf(entry.substring(1)));
        }
        return Map.copyOf(map);
    }

    /** Where the word begins after an article joined to it, as in Albukamal and Ezzor; else 0. */
    static int start(String word) {
        var joined = JOINED_ARTICLE.matcher(word);
        return joined.matches() ? joined.end(1) : 0;
    }

    static boolean isLatin(char letter) {
        return LETTERS.containsKey(letter);
    }

    /** How many letters from {@code at} on stand for one sound: 1 to 3. */
    static int length(String word, int at) {
        for (int size = 3; size > 1; size--) {
            if (at + size <= word.length()
                    && GROUPS.get(3 - size).containsKey(word.substring(at, at + size))) {
                return size;
            }
        }
        return 1;
    }

    /** The sound of the group of {@code length} letters at {@code at}. */
    static Sound sound(String word, int at, int length) {
        if (length > 1) {
            return Objects.requireNonNull(
                    GROUPS.get(3 - length).get(word.substring(at, at + length)));
        }
        char letter = word.charAt(at);
        boolean last = at == word.length() - 1;
        if (letter == 'h' && last && at > 0 && "aei".indexOf(word.charAt(at - 1)) >= 0) {
            return Sound.MARBUTA;
        }
        if (letter == 'c' && !last && FRONT_VOWELS.indexOf(word.charAt(at + 1)) >= 0) {
            return Sound.S;
        }
        return Objects.requireNonNull(LETTERS.get(letter));
    }
}
