package org.truce.reading.bulletin;

import org.truce.reading.figures.Amounts;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;
import org.truce.reading.tokens.Token.Kind;
import org.truce.reading.words.Terms;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a sentence apart into items, in a number of steps linear in its length. */
final class Items {
    /** A thing stands at most that many words behind its number: "14 new small-arms firings". */
    private static final int THING_WITHIN = 5;

    private static final Set<String> HOURS = Set.of("24", "48", "twenty-four");
    private static final Set<String> PREVIOUS = Set.of("previous", "preceding");

    private final Sentence sentence;
    private final Lookup lookup;
    private final List<Item> items = new ArrayList<>();
    private final NounPhrases phrases;

    private Items(Sentence sentence) {
        this.sentence = sentence;
        this.lookup = Lookup.of(sentence);
        this.phrases = new NounPhrases(lookup);
    }

    static List<Item> of(Sentence sentence) {
        Items reading = new Items(sentence);
        int at = 0;
        while (at < sentence.size()) {
            Item item = reading.next(at);
            reading.items.add(item);
            at = item.to();
        }
        return List.copyOf(reading.items);
    }

    private Item next(int at) {
        Token token = sentence.get(at);
        if (token.kind() == Kind.SIGN) {
            return new Item.Sign(token.norm(), at, at + 1);
        }
        if (isPreviousHours(at)) {
            return new Item.Role(EnumSet.of(Mark.DAY), at, at + 3);
        }
        Optional<Amounts.Found> amount = lookup.amount(at);
        if (amount.isPresent()) {
            return number(amount.get(), at);
        }
        Optional<Item> phrase = phrases.find(at, isStart());
        if (phrase.isPresent()) {
            return phrase.get();
        }
        Optional<Terms.Found<Thing>> thing = lookup.thing(at);
        Optional<Terms.Found<Set<Mark>>> mark = lookup.mark(at);
        if (thing.isPresent()
                && mark.map(Terms.Found::length).orElse(0) <= thing.get().length()) {
            return new Item.Things(thing.get().value(), at, at + thing.get().length());
        }
        return mark.<Item>map(found -> new Item.Role(found.value(), at, at + found.length()))
                .orElseGet(() -> new Item.Other(at, at + 1));
    }

    /** "the previous 24 hours". */
    private boolean isPreviousHours(int at) {
        return at + 2 < sentence.size()
                && PREVIOUS.contains(sentence.get(at).norm())
                && HOURS.contains(sentence.get(at + 1).norm())
                && sentence.get(at + 2).norm().startsWith("hour");
    }

    /** Whether a phrase without an article may begin after what has been read. */
    private boolean isStart() {
        if (items.isEmpty()) {
            return true;
        }
        Item last = items.getLast();
        return last instanceof Item.Sign
                || last instanceof Item.Number
                || last.is(Mark.BY)
                || last.is(Mark.OF)
                || last.is(Mark.IN)
                || last.is(Mark.AND)
                || last.is(Mark.ACCORDING);
    }

    private Item number(Amounts.Found found, int at) {
        int end = at + found.length();
        if (found.form() == Amounts.Form.TIMES) {
            return new Item.Number(found.amount(), found.form(), Optional.empty(), at, end);
        }
        int look = end;
        if (isOfAnother(end)) {
            look = end + 1 + lookup.amount(end + 1).orElseThrow().length();
        }
        for (int i = look; i < Math.min(look + THING_WITHIN, sentence.size()); i++) {
            if (sentence.get(i).kind() == Kind.SIGN || lookup.amount(i).isPresent()) {
                break;
            }
            Optional<Terms.Found<Thing>> thing = lookup.thing(i);
            if (thing.isPresent()) {
                return new Item.Number(
                        found.amount(),
                        found.form(),
                        Optional.of(thing.get().value()),
                        at,
                        i + thing.get().length());
            }
            if (lookup.mark(i).isPresent()) {
                break;
            }
        }
        return new Item.Number(found.amount(), found.form(), Optional.empty(), at, end);
    }

    /** "Two of 14 patrols". */
    private boolean isOfAnother(int at) {
        return at + 1 < sentence.size()
                && sentence.get(at).isWord("of")
                && lookup.amount(at + 1).isPresent();
    }
}
