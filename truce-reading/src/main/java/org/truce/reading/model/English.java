package org.truce.reading.model;

import org.truce.reading.text.Prepared;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Span;
import org.truce.reading.text.Token;
import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Heads;
import org.truce.reading.words.SpeechVerbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What can be told of English words by their parts of speech, which are tags of Universal
 * Dependencies. It is coarse on purpose: it only keeps out what cannot be.
 */
final class English {
    private static final Pattern RELATIVE =
            Pattern.compile(",\\s+(?:who|which)\\s[^,]*,\\s+", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NAMING = Set.of("NOUN", "PROPN", "PRON");
    private static final Set<String> JOINING = Set.of("and", "but", "or", "nor", "yet");
    private static final Set<String> OPENING = Set.of("that", "whether", "if");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    private static final Set<Heads.Kind> SPEAKING =
            Set.of(Heads.Kind.ROLE, Heads.Kind.INSTITUTION, Heads.Kind.CROWD, Heads.Kind.PAPER);
    private static final SpeechVerbs SPEECH = Dictionaries.get().speech();
    private static final Heads HEADS = Dictionaries.get().heads();

    private final Prepared prepared;

    English(Prepared prepared) {
        this.prepared = prepared;
    }

    private record Tagged(Token token, String tag) {
        boolean isVerb() {
            return tag.equals("VERB") || tag.startsWith("AUX");
        }

        boolean joins() {
            return tag.endsWith("CONJ");
        }

        boolean isNominal() {
            return NAMING.contains(tag) || isName() || speaks();
        }

        /** Such as "al-Dhubyani", whatever its tag. */
        boolean isName() {
            return token.form().chars().anyMatch(Character::isUpperCase);
        }

        /** Such as "brigadier", whatever its tag. */
        boolean speaks() {
            return HEADS.find(token.key()).filter(SPEAKING::contains).isPresent();
        }
    }

    /** Whether words say that somebody speaks. */
    static boolean isCue(String cue) {
        String key = cue.strip().toLowerCase(Locale.ROOT);
        if (key.equals(":") || key.startsWith("according to")) {
            return true;
        }
        for (String word : key.split("[^\\p{L}'-]+", -1)) {
            if (!SPEECH.verbs().meanings(word).isEmpty()
                    || SPEECH.findNoun(word).isPresent()) {
                return true;
            }
        }
        return !SPEECH.verbs().meanings(key).isEmpty();
    }

    boolean hasVerbOfSaying(Span span) {
        List<Tagged> all = tagged(span);
        List<Token> tokens = all.stream().map(Tagged::token).toList();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).tag().equals("VERB")
                    && SPEECH.verbs().findAt(tokens, i, tokens.size()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether words can name somebody who speaks. */
    boolean isSomebody(Span speaker) {
        List<Tagged> all = tagged(speaker);
        boolean named = all.stream()
                .anyMatch(one -> one.tag().equals("PROPN")
                        || one.tag().equals("PRON")
                        || one.isName()
                        || one.speaks());
        return named
                && !all.getFirst().joins()
                && all.getLast().isNominal()
                && !hasVerbOfSaying(speaker);
    }

    /** Whether what stands between a speaker and a later cue lets the one be its subject. */
    boolean isSubject(Span gap) {
        if (RELATIVE.matcher(prepared.original().plain(gap)).matches()) {
            return true;
        }
        List<Tagged> all = tagged(gap);
        return !hasVerbOfSaying(gap) && (all.isEmpty() || !all.getFirst().joins());
    }

    /** Whether what stands between a cue and a later clause leads to its first word. */
    boolean leads(Span gap) {
        List<Tagged> words =
                tagged(gap).stream().filter(one -> one.token().isWord()).toList();
        boolean opens =
                !words.isEmpty() && OPENING.contains(words.getLast().token().key());
        boolean bare = words.stream().noneMatch(one -> one.isVerb() || one.joins());
        return !hasVerbOfSaying(gap) && (opens || bare);
    }

    /** Whether between words and a later speaker or cue stands at most a title. */
    boolean trails(Span gap) {
        return tagged(gap).stream().noneMatch(one -> one.isVerb() || one.joins());
    }

    /** Whether words can be a reported clause, or a thing demanded, to their last word. */
    boolean isClause(Span words) {
        List<Tagged> all = tagged(words);
        boolean something = all.stream().anyMatch(one -> one.isNominal() || one.isVerb());
        Optional<Tagged> last =
                all.stream().filter(one -> one.token().isWord()).reduce((one, next) -> next);
        boolean ends = last.filter(one -> !one.joins()
                        && !ARTICLES.contains(one.token().key())
                        && !one.tag().startsWith("AUX"))
                .isPresent();
        return something && ends && !JOINING.contains(all.getFirst().token().key());
    }

    /** Whether a word stands right before other words in their sentence. */
    boolean followsWord(Span words) {
        List<Token> tokens = prepared.sentencesIn(words).getFirst().tokens();
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).start() >= words.start()) {
                return tokens.get(i - 1).isWord() && tokens.get(i).start() == words.start();
            }
        }
        return false;
    }

    private List<Tagged> tagged(Span span) {
        List<Tagged> all = new ArrayList<>();
        for (Sentence sentence : prepared.sentencesIn(span)) {
            List<String> parts = prepared.parts(sentence);
            for (int i = 0; i < parts.size(); i++) {
                if (span.contains(sentence.tokens().get(i).span())) {
                    all.add(new Tagged(sentence.tokens().get(i), parts.get(i)));
                }
            }
        }
        return all;
    }
}
