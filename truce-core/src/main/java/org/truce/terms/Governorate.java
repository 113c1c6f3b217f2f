package org.truce.terms;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A governorate's name, brought to one form: "Daraa Governorate", "As Suwayda" and "As-Suwayda",
 * "Hamah" and "Hama" are the same to it.
 *
 * @param key lower case, without the word governorate, the article, signs and a last h
 */
record Governorate(String key) {
    private static final Pattern KIND = Pattern.compile("\\b(governorate|province|muhafazah?)\\b");
    private static final Pattern ARTICLE = Pattern.compile("^\\s*(al|ar|as|ad|an|at)[\\s-]+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}]");
    private static final Pattern LAST_H = Pattern.compile("(?<=a)h$");

    static Governorate of(String name) {
        String bare = KIND.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        String word = SIGNS.matcher(ARTICLE.matcher(bare).replaceFirst("")).replaceAll("");
        return new Governorate(LAST_H.matcher(word).replaceFirst(""));
    }
}
