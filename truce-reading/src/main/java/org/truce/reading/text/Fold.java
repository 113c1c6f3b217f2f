package org.truce.reading.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Words as dictionaries are asked for them: in small letters, without marks over them; of the
 * Arabic letters that are written in several ways one way.
 */
public final class Fold {
    private static final char TATWEEL = '\u0640';

    private Fold() {}

    /** Such as "erdogan" for "Erdoğan"; any text, also of many words. */
    public static String key(String text) {
        if (isSimple(text)) {
            return text;
        }
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder made = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
            if (!mark && c != Original.IGNORED && c != TATWEEL) {
                made.append(folded(c));
            }
        }
        return made.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isSimple(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7F || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static char folded(char c) {
        return switch (c) {
            case '’', '‘', 'ʼ', '`' -> '\'';
            case 'ı', 'İ' -> 'i';
            case 'ł', 'Ł' -> 'l';
            case 'ø', 'Ø' -> 'o';
            case 'đ', 'Đ' -> 'd';
            case 'ə', 'Ə' -> 'a';
            case 'ة' -> 'ه';
            case 'ى', 'ی' -> 'ي';
            case 'ک' -> 'ك';
            default -> c;
        };
    }
}
