package org.truce.reading.foreign;

import org.truce.reading.statement.Joined;
import org.truce.reading.text.Prepared;
import org.truce.reading.text.Quotation;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Span;
import org.truce.reading.text.Token;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes phrases of sentences: each outermost quotation is one item. */
final class Phrases {
    /** Words that Russian and Arabic papers shorten before a name; none ends a sentence. */
    private static final Set<String> SHORTENED = Set.of(
            "г", "гг", "им", "ул", "ген", "проф", "акад", "тыс", "млн", "млрд", "руб", "долл", "кв",
            "обл", "р", "н", "п", "д", "ст", "т", "мин", "см", "др", "ноя", "сент", "окт", "авг",
            "янв", "февр", "дек");

    private final Prepared prepared;
    private final Spelling spelling;
    private final List<Quotation> quotations;
    private final List<Phrase> phrases = new ArrayList<>();
    private int next;

    private Phrases(Prepared prepared, Spelling spelling) {
        this.prepared = prepared;
        this.spelling = spelling;
        this.quotations = Joined.of(prepared.quotations());
    }

    /** In the order of the text. */
    static List<Phrase> of(Prepared prepared, Spelling spelling) {
        Phrases made = new Phrases(prepared, spelling);
        List<Token> tokens = new ArrayList<>();
        int paragraph = -1;
        for (Sentence sentence : prepared.sentences()) {
            boolean apart = sentence.paragraph() != paragraph
                    || !goesOn(tokens, sentence.tokens().getFirst());
            if (apart && !tokens.isEmpty()) {
                made.add(paragraph, tokens);
                tokens.clear();
            }
            tokens.addAll(sentence.tokens());
            paragraph = sentence.paragraph();
        }
        if (!tokens.isEmpty()) {
            made.add(paragraph, tokens);
        }
        return List.copyOf(made.phrases);
    }

    /** All words and marks of a span as a phrase of their own, those of quotations among them. */
    static Phrase inside(Prepared prepared, Span span, Spelling spelling) {
        List<Item> items = prepared.sentencesIn(span).stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .filter(token -> span.contains(token.span()))
                .map(token -> item(token, spelling))
                .toList();
        return new Phrase(prepared, 0, 0, items, Set.of());
    }

    /** Whether a sentence goes on where the text's stage saw an end: "! - said" and "г. Минск". */
    private static boolean goesOn(List<Token> before, Token first) {
        if (before.isEmpty() || before.size() > 600) {
            return false;
        }
        boolean dash = first.form().matches("[—–―-]|--");
        Token last = before.getLast();
        boolean stop = last.form().equals(".");
        if (dash) {
            return !stop;
        }
        boolean glued = stop && before.size() > 1;
        if (glued && before.get(before.size() - 2).form().matches("\\p{IsArabic}")) {
            return true;
        }
        return glued && SHORTENED.contains(before.get(before.size() - 2).form());
    }

    private void add(int paragraph, List<Token> tokens) {
        List<Item> items = new ArrayList<>();
        for (Token token : tokens) {
            while (next < quotations.size() && quotations.get(next).span().end() <= token.start()) {
                next++;
            }
            boolean inside =
                    next < quotations.size() && quotations.get(next).span().contains(token.start());
            if (!inside) {
                items.add(item(token, spelling));
            } else if (quotations.get(next).span().start() == token.start()) {
                items.add(item(quotations.get(next)));
            }
        }
        phrases.add(new Phrase(prepared, phrases.size(), paragraph, items, Set.of()));
    }

    private static Item item(Token token, Spelling spelling) {
        String key = spelling.key(token.form());
        return new Item(
                token.span(),
                token.form(),
                key,
                spelling.variants(key),
                java.util.Optional.empty());
    }

    private static Item item(Quotation quotation) {
        Span span = quotation.span();
        return new Item(span, "\"", "\"", List.of("\""), java.util.Optional.of(quotation));
    }
}
