package org.truce.base;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * The words of one language. A key's first part, up to the dot, names its bundle:
 * {@code terms.time-before} stands in {@code org/truce/words/terms_en.properties} and
 * {@code terms_ar.properties}. Patterns are those of {@link MessageFormat}.
 */
public final class Phrases {
    private static final List<String> LANGUAGES = List.of("en", "ar");

    /** Such as 2017-07-09, 2017-07-09T12:00+03:00 and 3-5. */
    private static final Pattern PARTED_FIGURES =
            Pattern.compile("[0-9][0-9T:.+–-]*[–:+-][0-9T:.+–-]*[0-9]");

    /** Unicode's isolate of a run that reads from left to right, and its end. */
    private static final char LEFT_TO_RIGHT = '\u2066';

    private static final char END = '\u2069';

    private final Locale locale;

    private Phrases(Locale locale) {
        this.locale = locale;
    }

    /** The words for a language code; English for one that we do not have. */
    public static Phrases in(String language) {
        return new Phrases(Locale.forLanguageTag(LANGUAGES.contains(language) ? language : "en"));
    }

    public String language() {
        return locale.getLanguage();
    }

    /** Throws {@link MissingResourceException} when there are no words for the key. */
    public String say(Phrase phrase) {
        Object[] arguments = phrase.arguments().stream()
                .map(argument -> argument instanceof Phrase inner
                        ? say(inner)
                        : inOrder(argument.toString()))
                .toArray();
        // Digits stay as they were written out: an Arabic page shows the same figures as its
        // source.
        return new MessageFormat(pattern(phrase.key()), Locale.ROOT).format(arguments);
    }

    /** In a line of Arabic the parts of a date or a span would change places. */
    private String inOrder(String argument) {
        return language().equals("ar") && PARTED_FIGURES.matcher(argument).matches()
                ? LEFT_TO_RIGHT + argument + END
                : argument;
    }

    public String say(String key, Object... arguments) {
        return say(Phrase.of(key, arguments));
    }

    /** The words for a key without arguments, when there are any. */
    public Optional<String> find(String key) {
        try {
            return Optional.of(say(Phrase.of(key)));
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }

    private String pattern(String key) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("a key starts with its bundle and a dot: " + key);
        }
        return ResourceBundle.getBundle(
                        "org.truce.words." + key.substring(0, dot),
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key.substring(dot + 1));
    }
}
