package org.truce.reading.statement;

import org.truce.reading.text.Prepared;
import org.truce.reading.text.Quotation;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Span;
import org.truce.reading.text.Token;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A sentence as the grammar sees it: each quotation is one item, whatever stands in it, and each
 * other word or mark is one. Places are places of items.
 */
final class Line {
    /** The tag and the form of an item that is a quotation. */
    static final String QUOTE = "QUOTE";

    private static final Set<String> DASHES = Set.of("-", "--", "–", "—", "―");
    private static final Set<String> NOMINAL = Set.of("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET");

    private final Prepared prepared;
    private final Sentence sentence;
    private final List<Token> words = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final Map<Integer, Quotation> quotes = new HashMap<>();

    private Line(Prepared prepared, Sentence sentence) {
        this.prepared = prepared;
        this.sentence = sentence;
    }

    /**
     * @param quotations the outermost ones of the text that begin in the sentence, in their order
     */
    static Line of(
            Prepared prepared, Sentence sentence, List<Quotation> quotations, Capitals capitals) {
        Line line = new Line(prepared, sentence);
        List<String> parts = prepared.parts(sentence);
        int next = 0;
        int until = sentence.span().start();
        for (int i = Dateline.end(sentence); i < sentence.tokens().size(); i++) {
            Token token = sentence.tokens().get(i);
            if (next < quotations.size() && quotations.get(next).span().contains(token.start())) {
                until = line.addQuote(quotations.get(next));
                next++;
            } else if (token.start() >= until) {
                line.words.add(token);
                line.tags.add(parts.get(i));
            }
        }
        List<String> right = Tags.of(line.words, line.tags, capitals);
        line.tags.clear();
        line.tags.addAll(right);
        return line;
    }

    private int addQuote(Quotation quotation) {
        quotes.put(words.size(), quotation);
        words.add(new Token(quotation.span(), QUOTE, QUOTE));
        tags.add(QUOTE);
        return quotation.span().end();
    }

    Prepared prepared() {
        return prepared;
    }

    Sentence sentence() {
        return sentence;
    }

    /** How many items it has. */
    int size() {
        return words.size();
    }

    List<Token> words() {
        return words;
    }

    Token word(int i) {
        return words.get(i);
    }

    /** The folded word, "" beyond both ends. */
    String key(int i) {
        return i < 0 || i >= words.size() ? "" : words.get(i).key();
    }

    /** The part of speech, "" beyond both ends. */
    String tag(int i) {
        return i < 0 || i >= tags.size() ? "" : tags.get(i);
    }

    boolean hasTag(int i, String tag) {
        return tag(i).equals(tag);
    }

    boolean isQuote(int i) {
        return quotes.containsKey(i);
    }

    /** Its quotations, in no order. */
    Collection<Quotation> quotes() {
        return quotes.values();
    }

    Optional<Quotation> findQuote(int i) {
        return Optional.ofNullable(quotes.get(i));
    }

    boolean isComma(int i) {
        return key(i).equals(",");
    }

    boolean isColon(int i) {
        return key(i).equals(":");
    }

    boolean isDash(int i) {
        return DASHES.contains(key(i));
    }

    /** Whether a full stop, question or exclamation mark stands there. */
    boolean isStop(int i) {
        String key = key(i);
        return !key.isEmpty() && key.length() < 4 && ".!?…".indexOf(key.charAt(0)) >= 0;
    }

    boolean isNominal(int i) {
        return NOMINAL.contains(tag(i)) || isPossessive(i) || key(i).equals("both");
    }

    /** Whether it is the ending of a possessor: 's, or an apostrophe after an s. */
    boolean isPossessive(int i) {
        return key(i).equals("'s") || key(i).equals("'") || key(i).equals("’");
    }

    /** The place after the last item that is no closing stop. */
    int end() {
        int end = size();
        while (end > 0 && isStop(end - 1)) {
            end--;
        }
        return end;
    }

    /** Whether a verb stands there that carries a clause: none in -ing, none after "to". */
    boolean isFinite(int i) {
        String tag = tag(i);
        if (tag.startsWith("AUX")) {
            return !key(i - 1).equals("to") && !key(i).equals("being") && !key(i).equals("be");
        }
        return tag.equals("VERB") && !key(i).endsWith("ing") && !isInfinitive(i);
    }

    private boolean isInfinitive(int i) {
        return key(i - 1).equals("to") || (hasTag(i - 1, "ADV") && key(i - 2).equals("to"));
    }

    boolean hasFinite(int start, int end) {
        for (int i = start; i < end; i++) {
            if (isFinite(i)) {
                return true;
            }
        }
        return false;
    }

    boolean hasQuote(int start, int end) {
        return quotes.keySet().stream().anyMatch(i -> start <= i && i < end);
    }

    /** The span from the first item to the last before an end. */
    Span span(int start, int end) {
        return new Span(words.get(start).start(), words.get(end - 1).end());
    }

    String text(int start, int end) {
        return prepared.original().text(span(start, end));
    }
}
