package org.truce.reading.text;

import org.truce.base.Hash;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a stretch of text into its words and marks, in one pass. */
public final class Words {
    /** Of words that end in a full stop which ends no sentence; in small letters, without it. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "messrs", "dr", "prof", "gen", "lt", "col", "maj", "brig", "capt",
            "cmdr", "adm", "sgt", "sen", "rep", "gov", "rev", "hon", "st", "vs", "jan", "feb",
            "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "inc", "ltd",
            "co", "corp", "approx", "dept", "est", "art", "fig", "km", "mt", "ft", "etc", "jr",
            "sr", "ret", "retd", "rtd", "eng", "insp", "supt", "cpl", "pvt", "amb", "fr", "msgr");

    /** These are shortened only before a number: "No. 5", but "No. We stay." */
    private static final Set<String> NUMBERED = Set.of("no", "nos", "art", "fig");

    private final Original original;
    private final String plain;
    private final int end;
    private final List<Token> tokens = new ArrayList<>();

    private Words(Original original, Span span) {
        this.original = original;
        this.plain = original.plain();
        this.end = span.end();
    }

    /** The keys of a phrase's words, as those of a text would be. */
    public static List<String> keys(String phrase) {
        Original alone = new Original(Hash.ZERO, phrase);
        return of(alone, alone.all()).stream().map(Token::key).toList();
    }

    /** In their order; every visible character of the span is in one of them. */
    public static List<Token> of(Original original, Span span) {
        Words words = new Words(original, span);
        int at = span.start();
        while (at < span.end()) {
            char c = plainAt(words, at);
            if (Original.isBlank(c)) {
                at++;
            } else if (isOfWord(c)) {
                at = words.word(at);
            } else {
                at = words.mark(at, c);
            }
        }
        return words.tokens;
    }

    /** Whether a token is a shortened word with its full stop, such as "Gen." or "U.S.". */
    static boolean isAbbreviation(Token token) {
        return token.form().length() > 1 && token.form().endsWith(".") && token.isWord();
    }

    private static char plainAt(Words words, int at) {
        return words.plain.charAt(at);
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c)
                || c == Original.OTHER
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** A row of one mark, such as a long dash of two hyphens, is one token. */
    private int mark(int start, char c) {
        int after = start + 1;
        if (c == '-' || c == '.') {
            while (after < end && plain.charAt(after) == c) {
                after++;
            }
        }
        add(start, after);
        return after;
    }

    private int word(int start) {
        int at = start + 1;
        while (at < end && goesOn(start, at)) {
            at++;
        }
        while (plain.charAt(at - 1) == Original.IGNORED) {
            at--;
        }
        if (at < end && plain.charAt(at) == '.' && isShortened(start, at)) {
            at++;
        }
        int ending = endingLength(start, at);
        add(start, at - ending);
        if (ending > 0) {
            add(at - ending, at);
        }
        return at;
    }

    /** Whether the character at a position belongs to the word that began before it. */
    private boolean goesOn(int start, int at) {
        char c = plain.charAt(at);
        if (isOfWord(c) || c == Original.IGNORED) {
            return true;
        }
        if (at + 1 >= end || !isOfWord(plain.charAt(at + 1))) {
            return false;
        }
        char before = plain.charAt(at - 1);
        char after = plain.charAt(at + 1);
        return switch (c) {
            case '-' -> isOfWord(before);
            case '\'', '’', 'ʼ' -> Character.isLetter(before) && Character.isLetter(after);
            case ',', ':' -> Character.isDigit(before) && Character.isDigit(after);
            case '.' ->
                Character.isDigit(before)
                        ? Character.isDigit(after)
                        : Character.isLetter(after) && isInitial(start, at);
            default -> false;
        };
    }

    /** Whether a full stop at a position follows a single letter: "U." of "U.S.". */
    private boolean isInitial(int start, int at) {
        return Character.isLetter(plain.charAt(at - 1))
                && (at - 1 == start || plain.charAt(at - 2) == '.');
    }

    private boolean isShortened(int start, int at) {
        if (!Character.isLetter(plain.charAt(start))) {
            return false;
        }
        if (isInitial(start, at)) {
            return at - 1 > start || Character.isUpperCase(plain.charAt(start));
        }
        if (at - start > 6) {
            return false;
        }
        String key = Fold.key(plain.substring(start, at));
        return NUMBERED.contains(key) ? isDigitAfter(at + 1) : ABBREVIATIONS.contains(key);
    }

    private boolean isDigitAfter(int from) {
        int at = from;
        while (at < end && Original.isBlank(plain.charAt(at))) {
            at++;
        }
        return at < end && Character.isDigit(plain.charAt(at));
    }

    /** How many characters at the end of a word are a word of their own: 's, n't, 're … */
    private int endingLength(int start, int at) {
        int length = at - start;
        if (length > 3 && isApostrophe(at - 2)) {
            return isOneOf(at - 3, "nN") && isOneOf(at - 1, "tT")
                    ? 3
                    : isOneOf(at - 1, "sdmSDM") ? 2 : 0;
        }
        if (length > 2 && isApostrophe(at - 2) && isOneOf(at - 1, "sdmSDM")) {
            return 2;
        }
        if (length > 3 && isApostrophe(at - 3)) {
            String last = Fold.key(plain.substring(at - 2, at));
            return Set.of("re", "ve", "ll").contains(last) ? 3 : 0;
        }
        return 0;
    }

    private boolean isApostrophe(int at) {
        char c = plain.charAt(at);
        return c == '\'' || c == '’' || c == 'ʼ';
    }

    private boolean isOneOf(int at, String letters) {
        return letters.indexOf(plain.charAt(at)) >= 0;
    }

    private void add(int start, int after) {
        String form = plain.substring(start, after);
        if (form.indexOf(Original.IGNORED) >= 0) {
            form = form.replace(String.valueOf(Original.IGNORED), "");
        }
        if (isWordLike(form)) {
            form = form.replace('’', '\'').replace('ʼ', '\'');
        }
        tokens.add(new Token(original.trimmed(new Span(start, after)), form, Fold.key(form)));
    }

    private static boolean isWordLike(String form) {
        return form.length() > 1;
    }
}
