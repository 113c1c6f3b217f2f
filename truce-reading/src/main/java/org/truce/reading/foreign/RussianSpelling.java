package org.truce.reading.foreign;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Russian in small letters, without marks of stress and without the dots of ё. */
final class RussianSpelling implements Spelling {
    @Override
    public String key(String form) {
        String composed = Normalizer.normalize(form, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder made = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                made.append(c == 'ё' ? 'е' : c);
            }
        }
        return made.isEmpty() ? composed : made.toString();
    }

    @Override
    public List<String> variants(String key) {
        return List.of(key);
    }
}
