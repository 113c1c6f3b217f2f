package org.truce.reading.statement;

import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What stands before a sentence and is no part of it: place, date and agency of a report ("KYIV,
 * Sept. 5 (Agency) - "), the time of an entry of a live report, a bullet.
 */
final class Dateline {
    private static final int LONGEST = 16;
    private static final Set<String> DASHES = Set.of("-", "--", "–", "—", "―");
    private static final Set<String> BULLETS = Set.of("*", "•", "·", "-", "–", "—", "●", "▪");

    private Dateline() {}

    /** The place of the first word of the sentence itself. */
    static int end(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        if (tokens.size() < 3) {
            return 0;
        }
        if (BULLETS.contains(tokens.getFirst().form())) {
            return 1;
        }
        if (tokens.getFirst().form().equals("[") && isTime(tokens.get(1))) {
            return 3;
        }
        if (isTime(tokens.getFirst()) && !tokens.get(1).form().matches("[,.;]")) {
            return DASHES.contains(tokens.get(1).form()) ? 2 : 1;
        }
        int town = townEnd(tokens);
        if (town > 0) {
            return town;
        }
        if (!isCapitals(tokens.getFirst())) {
            return 0;
        }
        boolean inside = false;
        for (int i = 1; i < Math.min(LONGEST, tokens.size() - 1); i++) {
            Token token = tokens.get(i);
            inside = token.form().equals("(") || (inside && !token.form().equals(")"));
            if (DASHES.contains(token.form())) {
                return i + 1;
            }
            boolean place = inside
                    || isCapitals(token)
                    || token.isCapitalised()
                    || !token.isWord()
                    || Set.of("and", "of", "al").contains(token.key());
            if (!place || token.form().matches("[\"“”«:]")) {
                return 0;
            }
        }
        return 0;
    }

    /** "Mogadishu - The mission …": one to three words with capitals, a dash, and a capital. */
    private static int townEnd(List<Token> tokens) {
        for (int i = 1; i < Math.min(4, tokens.size() - 1); i++) {
            boolean named = tokens.get(i - 1).isCapitalised();
            if (!named) {
                return 0;
            }
            if (DASHES.contains(tokens.get(i).form())) {
                return tokens.get(i + 1).isCapitalised() ? i + 1 : 0;
            }
        }
        return 0;
    }

    private static boolean isTime(Token token) {
        return token.form().matches("[0-2]?[0-9][:.][0-5][0-9]");
    }

    private static boolean isCapitals(Token token) {
        String form = token.form();
        return form.length() > 2
                && token.isCapitalised()
                && form.equals(form.toUpperCase(Locale.ROOT));
    }
}
