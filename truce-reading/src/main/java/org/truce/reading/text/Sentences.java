package org.truce.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts paragraphs into sentences. A full stop inside a closed quotation ends none. */
final class Sentences {
    /** A sentence of more words is cut: what has so many is no prose. */
    static final int MOST_TOKENS = 600;

    /** After a shortened word such as "U.S." these begin a sentence. */
    private static final Set<String> STARTERS = Set.of(
            "the",
            "he",
            "she",
            "it",
            "they",
            "we",
            "i",
            "in",
            "on",
            "at",
            "but",
            "and",
            "a",
            "an",
            "this",
            "that",
            "these",
            "those",
            "there",
            "his",
            "her",
            "their",
            "its",
            "however",
            "meanwhile",
            "earlier",
            "later",
            "also",
            "as",
            "after",
            "for",
            "if",
            "when",
            "while");

    private final List<Quotation> quotations;
    private final List<Sentence> found = new ArrayList<>();
    private int quotation;

    private Sentences(List<Quotation> quotations) {
        this.quotations = quotations.stream()
                .filter(one -> one.depth() == 0 && one.closed())
                .toList();
    }

    static List<Sentence> of(Original original, List<Span> paragraphs, List<Quotation> quotations) {
        Sentences sentences = new Sentences(quotations);
        for (int i = 0; i < paragraphs.size(); i++) {
            sentences.cut(i, Words.of(original, paragraphs.get(i)));
        }
        return List.copyOf(sentences.found);
    }

    private void cut(int paragraph, List<Token> tokens) {
        int first = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean tooLong = i - first + 1 >= MOST_TOKENS;
            if (i + 1 == tokens.size() || tooLong || endsAt(tokens, i)) {
                add(paragraph, tokens.subList(first, i + 1));
                first = i + 1;
            }
        }
    }

    /**
     * Whether a sentence ends with the token at a place; closing marks belong to what they close.
     */
    private boolean endsAt(List<Token> tokens, int i) {
        Token next = tokens.get(i + 1);
        if (isClosing(next) || isInsideQuotation(tokens.get(i).end(), next.start())) {
            return false;
        }
        int last = i;
        while (last > 0 && isClosing(tokens.get(last)) && i - last < 4) {
            last--;
        }
        Token end = tokens.get(last);
        if (Words.isAbbreviation(end)) {
            return end.form().indexOf('.') < end.form().length() - 1
                    && STARTERS.contains(next.key())
                    && next.isCapitalised();
        }
        char c = end.form().charAt(end.form().length() - 1);
        return ".!?…؟۔。".indexOf(c) >= 0 && begins(next);
    }

    private boolean isClosing(Token token) {
        char c = token.form().charAt(0);
        if (")]}”’»›".indexOf(c) >= 0) {
            return true;
        }
        return (c == '"' || c == '\'' || c == '“')
                && token.form().length() == 1
                && closesQuotation(token);
    }

    private boolean closesQuotation(Token token) {
        int at = findFrom(token.end());
        return at < quotations.size() && quotations.get(at).span().end() == token.end();
    }

    private boolean isInsideQuotation(int before, int after) {
        int at = findFrom(after);
        return at < quotations.size()
                && quotations.get(at).span().start() < before
                && after < quotations.get(at).span().end();
    }

    /** The first quotation that ends at or after a position; positions come in rising order. */
    private int findFrom(int position) {
        while (quotation > 0 && quotations.get(quotation - 1).span().end() >= position) {
            quotation--;
        }
        while (quotation < quotations.size() && quotations.get(quotation).span().end() < position) {
            quotation++;
        }
        return quotation;
    }

    private static boolean begins(Token next) {
        char c = next.form().charAt(0);
        return !Character.isLowerCase(c) && ",;:.!?)".indexOf(c) < 0;
    }

    private void add(int paragraph, List<Token> tokens) {
        Span span = new Span(tokens.getFirst().start(), tokens.getLast().end());
        found.add(new Sentence(found.size(), paragraph, span, tokens));
    }
}
