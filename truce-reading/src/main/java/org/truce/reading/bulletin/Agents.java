package org.truce.reading.bulletin;

import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds who did something by where the words stand, whatever they are: the subject of a verb that
 * breaks or fires, and whoever is named with an article behind "by".
 */
final class Agents {
    private static final int LONGEST = 8;
    private static final Set<String> NOT_AGENTS =
            Set.of("which", "that", "who", "it", "they", "there", "ceasefire", "truce", "and");

    private final Sentence sentence;
    private final List<Item> items;

    Agents(Sentence sentence, List<Item> items) {
        this.sentence = sentence;
        this.items = items;
    }

    /** Whether it has the form of a verb of the past, whatever it says. */
    boolean isPast(int at) {
        return isPlain(at)
                && at > 0
                && sentence.get(items.get(at).from()).norm().matches("\\p{L}{3,}ed");
    }

    /** The subject of an active verb: "Lebanese shepherds and hunters crossed". */
    Optional<String> before(int verb) {
        int using = verb - 1;
        while (using > 0 && !(items.get(using) instanceof Item.Sign) && !isUsing(using)) {
            using--;
        }
        // "units using mortars violated": not the mortars.
        if (using > 0 && isUsing(using)) {
            return before(using);
        }
        int end = verb;
        while (end > 0 && (isAuxiliary(end - 1) || isSaidTo(end - 1))) {
            end--;
        }
        if (end == 0 || isPassive(end, verb)) {
            return Optional.empty();
        }
        int from = end;
        while (from > 0 && end - from < LONGEST && isWithin(from - 1)) {
            from--;
            if (isArticle(from) && (from == 0 || !isJoint(from - 1))) {
                break;
            }
        }
        boolean within = from > 0
                && (items.get(from - 1) instanceof Item.Side
                        || items.get(from - 1).is(Mark.TO)
                        || items.get(from - 1).is(Mark.BY)
                        || items.get(from - 1).is(Mark.OF));
        return within ? Optional.empty() : words(from, end);
    }

    /** "by the mountain people"; what has no article may be the means. */
    Optional<String> behind(int by) {
        if (by + 1 >= items.size() || !isWord(by + 1, "the") || !isPlain(by + 2)) {
            return Optional.empty();
        }
        int to = by + 2;
        while (to < items.size() && to - by < LONGEST && (isPlain(to) || isOf(to))) {
            to++;
        }
        return to > by + 2 && !items.get(to - 1).is(Mark.OF) ? words(by + 1, to) : Optional.empty();
    }

    private boolean isUsing(int at) {
        return items.get(at).is(Mark.USING) && !items.get(at).is(Mark.VIOLATE);
    }

    private boolean isOf(int at) {
        return items.get(at).is(Mark.OF) || (isArticle(at) && items.get(at - 1).is(Mark.OF));
    }

    private Optional<String> words(int from, int to) {
        int first = from;
        while (first < to && (isArticle(first) || items.get(first).is(Mark.AND))) {
            first++;
        }
        boolean noun = first < to
                && items.subList(first, to).stream()
                        .anyMatch(item -> item instanceof Item.Other
                                || item instanceof Item.Name
                                || isActor(item));
        boolean means = noun
                && items.get(first).is(Mark.MEANS)
                && first + 1 < to
                && items.get(to - 1) instanceof Item.Side;
        if (!noun
                || means
                || items.get(first).is(Mark.OF)
                || NOT_AGENTS.contains(sentence.get(items.get(first).from()).norm())) {
            return Optional.empty();
        }
        boolean all =
                sentence
                        .tokens()
                        .subList(items.get(first).from(), items.get(to - 1).to())
                        .stream()
                        .allMatch(token -> token.kind() == Token.Kind.WORD
                                && !Days.isDayOrMonth(token.norm()));
        return all
                ? Optional.of(sentence.words(
                                items.get(first).from(), items.get(to - 1).to())
                        .replaceFirst("^(?:the|a|an) ", ""))
                : Optional.empty();
    }

    private boolean isWithin(int at) {
        Item item = items.get(at);
        boolean name = item instanceof Item.Name
                && (at == 0
                        || (!items.get(at - 1).is(Mark.IN) && !items.get(at - 1).is(Mark.TO)));
        boolean and = item.is(Mark.AND) && at > 0 && isPlain(at - 1);
        boolean whose = item instanceof Item.Side && at > 0 && items.get(at - 1).is(Mark.OF);
        return whose || isPlain(at) || isArticle(at) || name || and || isOf(at) || isActor(item);
    }

    /** Words for bodies, for what they act with, and for people. */
    private static boolean isActor(Item item) {
        return item.is(Mark.SIDE)
                || item.is(Mark.MEANS)
                || (item instanceof Item.Things things
                        && things.thing().kind() == Thing.Kind.OTHER);
    }

    private boolean isPlain(int at) {
        return at < items.size()
                && items.get(at) instanceof Item.Other other
                && !Days.isTime(sentence.get(other.from()).norm())
                && !Days.isDayOrMonth(sentence.get(other.from()).norm())
                && sentence.get(other.from()).kind() == Token.Kind.WORD;
    }

    private boolean isJoint(int at) {
        return items.get(at).is(Mark.OF) || items.get(at).is(Mark.AND);
    }

    private boolean isArticle(int at) {
        return items.get(at).is(Mark.SKIP)
                && (isWord(at, "the") || isWord(at, "a") || isWord(at, "an"));
    }

    private boolean isAuxiliary(int at) {
        return isWord(at, "has") || isWord(at, "have") || isWord(at, "had") || isWord(at, "also");
    }

    /** "is reported to have broken". */
    private boolean isSaidTo(int at) {
        boolean to = isWord(at, "to") && at > 0 && isWord(at + 1, "have");
        boolean said = isWord(at + 1, "to") && isWord(at + 2, "have");
        boolean be = isWord(at + 2, "to") && isWord(at + 3, "have");
        return to || said || (be && (isWord(at, "is") || isWord(at, "are") || isWord(at, "was")));
    }

    /** "was violated", "have been violated". */
    private boolean isPassive(int end, int verb) {
        return isWord(verb, "came")
                || isWord(verb, "was")
                || isWord(verb, "were")
                || isWord(end - 1, "was")
                || isWord(end - 1, "were")
                || isWord(end - 1, "been")
                || isWord(verb - 1, "been");
    }

    private boolean isWord(int at, String word) {
        return at >= 0
                && at < items.size()
                && sentence.get(items.get(at).from()).isWord(word);
    }
}
