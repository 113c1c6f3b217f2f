package org.truce.reconcile.places;

import static opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM.ARABIC;
import static opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM.ENGLISH;
import static opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM.RUSSIAN;

import opennlp.tools.stemmer.snowball.SnowballStemmer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words of a text, made ready to be compared with those of another: by their stem within one
 * script, by their sound between Arabic and Latin. Latin letters are taken for English, Cyrillic
 * for Russian. For one thread.
 */
public final class TextWords {
    /** A long report says with its first words what it is about. */
    private static final int MOST_WORDS = 300;

    /** Fewer consonants are those of too many words. */
    private static final int LEAST_CONSONANTS = 3;

    /** An article behind another word of one letter, which the stemmer leaves where it is. */
    private static final Pattern JOINED_ARTICLE = Pattern.compile("^(?:[وفبك]ال|لل)(?=.{3})");

    private final SnowballStemmer english = new SnowballStemmer(ENGLISH);
    private final SnowballStemmer arabic = new SnowballStemmer(ARABIC);
    private final SnowballStemmer russian = new SnowballStemmer(RUSSIAN);

    /** In what letters something is written. */
    public enum Script {
        LATIN,
        ARABIC,
        CYRILLIC,
        OTHER;

        static Script of(String text) {
            int[] letters = new int[values().length];
            text.codePoints()
                    .filter(Character::isLetter)
                    .forEach(letter -> letters[of(letter).ordinal()]++);
            int most = 0;
            for (int script = 1; script < letters.length; script++) {
                most = letters[script] > letters[most] ? script : most;
            }
            return values()[most];
        }

        private static Script of(int letter) {
            return switch (Character.UnicodeScript.of(letter)) {
                case LATIN -> LATIN;
                case ARABIC -> ARABIC;
                case CYRILLIC -> CYRILLIC;
                default -> OTHER;
            };
        }
    }

    /**
     * @param text in one spelling
     * @param sound the same for most words that are said alike, in either script; empty for words
     *     that are too short for it to tell anything
     */
    public record Word(String text, String stem, Optional<String> sound) {}

    /**
     * @param script of most of its letters
     * @param words in their order; figures are left out, which are compared as such
     */
    public record Text(Script script, List<Word> words) {
        public Text {
            words = List.copyOf(words);
        }
    }

    /** Of any text; one without words is empty. */
    public Text read(String text) {
        return new Text(
                Script.of(text),
                Spelling.words(text).stream()
                        .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                        .limit(MOST_WORDS)
                        .map(this::word)
                        .toList());
    }

    private Word word(String word) {
        String stem = Spelling.unified(stem(word));
        return new Word(
                word,
                stem,
                Optional.of(SoundWord.ofSpelled(stem).skeleton())
                        .filter(sound -> sound.length() >= LEAST_CONSONANTS));
    }

    private String stem(String word) {
        CharSequence stem = switch (Script.of(word)) {
            case LATIN -> english.stem(word);
            case ARABIC -> arabic.stem(JOINED_ARTICLE.matcher(word).replaceFirst(""));
            case CYRILLIC -> russian.stem(word);
            case OTHER -> word;
        };
        return stem.isEmpty() ? word : stem.toString();
    }
}
