package org.truce.reading.bulletin;

import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names of sides and places in Russian, which has no articles but cases. */
final class RussianPhrases {
    private static final int MOST_ADJECTIVES = 3;

    /** As the folded text has them: without the mark of the short i. */
    private static final Pattern ADJECTIVE = Pattern.compile(".+(?:ые|ие|ыми|ими|ая|ое|ои|еи)");

    /** Who acts, in the nominative or the instrumental; a genitive may be whoever was fired at. */
    private static final Pattern ACTOR = Pattern.compile(
            "(?:силы|воиска|формирования|бандформирования|подразделения|военные|каратели|армия"
                + "|противник|враг|группировки)|.*(?:[ое]вики|анты|исты|енцы|арии)"
                + "|(?:силами|воисками|формированиями|бандформированиями|подразделениями|военными"
                + "|карателями|армиеи|противником|врагом|группировками)"
                + "|.*(?:[ое]виками|антами|истами|енцами|ариями)");

    /** Behind them stands how a side is called, in quotation marks. */
    private static final Pattern KIND = Pattern.compile("(?:группировк|организаци).*");

    /** "on the Donetsk" direction, which may be left out. */
    private static final Pattern DIRECTION = Pattern.compile(".+[сц]ком");

    private final Sentence sentence;
    private final Lookup lookup;

    RussianPhrases(Lookup lookup) {
        this.sentence = lookup.sentence();
        this.lookup = lookup;
    }

    Optional<Item> find(int at) {
        int noun = at;
        while (noun < sentence.size()
                && noun < at + MOST_ADJECTIVES
                && !lookup.has(noun, Mark.SIDE)
                && is(noun, ADJECTIVE)) {
            noun++;
        }
        if (noun < sentence.size() && lookup.has(noun, Mark.SIDE) && is(noun, ACTOR)) {
            int end = noun + 1;
            while (end < sentence.size() && sentence.get(end).isCapital()) {
                end++;
            }
            return Optional.of(new Item.Side(sentence.words(at, end), true, at, end));
        }
        int kind = at;
        while (kind < sentence.size()
                && kind < at + MOST_ADJECTIVES
                && !is(kind, KIND)
                && (!lookup.isKnown(kind) || is(kind, ADJECTIVE))) {
            kind++;
        }
        if (kind + 2 < sentence.size()
                && is(kind, KIND)
                && sentence.get(kind + 1).isSign("\"")) {
            return called(at, kind);
        }
        boolean elliptic = is(at, DIRECTION)
                && at > 0
                && (sentence.get(at - 1).isWord("на") || sentence.get(at - 1).isWord("в"))
                && lookup.mark(at).isEmpty()
                && (at + 1 == sentence.size() || sentence.get(at + 1).isSign("-"));
        return elliptic
                ? Optional.of(new Item.Name(sentence.words(at, at + 1), at, at + 1))
                : Optional.empty();
    }

    private Optional<Item> called(int at, int kind) {
        int end = kind + 2;
        while (end < sentence.size() && sentence.get(end).kind() == Token.Kind.WORD) {
            end++;
        }
        boolean quoted =
                end > kind + 2 && end < sentence.size() && sentence.get(end).isSign("\"");
        return quoted
                ? Optional.of(new Item.Side(sentence.words(kind + 2, end), true, at, end + 1))
                : Optional.empty();
    }

    private boolean is(int at, Pattern pattern) {
        Token token = sentence.get(at);
        return token.isCyrillic() && pattern.matcher(token.norm()).matches();
    }
}
