package org.truce.reading.foreign;

import org.truce.reading.statement.Form;
import org.truce.reading.text.Prepared;
import org.truce.reading.text.Quotation;
import org.truce.reading.text.Span;

import java.util.List;
import java.util.Set;

/**
 * A sentence, or what stands in a quotation, as items.
 *
 * @param number its place among those of the text
 * @param paragraph the place of its paragraph
 * @param names words of the names of the text, in the forms that {@link Tongue} gives
 */
record Phrase(Prepared prepared, int number, int paragraph, List<Item> items, Set<String> names) {
    Phrase {
        items = List.copyOf(items);
        names = Set.copyOf(names);
    }

    Phrase with(Set<String> known) {
        return new Phrase(prepared, number, paragraph, items, known);
    }

    int size() {
        return items.size();
    }

    Item get(int at) {
        return items.get(at);
    }

    /** The key of an item; "" beyond both ends. */
    String key(int at) {
        return at < 0 || at >= size() ? "" : items.get(at).key();
    }

    boolean isQuotation(int at) {
        return at >= 0 && at < size() && items.get(at).isQuotation();
    }

    boolean isComma(int at) {
        return at >= 0 && at < size() && items.get(at).isComma();
    }

    boolean isColon(int at) {
        return at >= 0 && at < size() && items.get(at).isOneOf(":");
    }

    boolean isDash(int at) {
        return at >= 0 && at < size() && items.get(at).isDash();
    }

    boolean isWord(int at) {
        return at >= 0 && at < size() && items.get(at).isWord();
    }

    /** From the first character of one item to the last of another; not for an empty stretch. */
    Span span(Stretch stretch) {
        return new Span(
                items.get(stretch.start()).span().start(),
                items.get(stretch.end() - 1).span().end());
    }

    /** Whether a stretch is one quotation and nothing beside it. */
    boolean isWholeQuotation(Stretch stretch) {
        return stretch.length() == 1 && isQuotation(stretch.start());
    }

    /** What is said by a stretch: of a whole quotation what stands between its marks. */
    Span saidSpan(Stretch stretch) {
        return isWholeQuotation(stretch)
                ? get(stretch.start()).quotation().orElseThrow().content()
                : span(stretch);
    }

    /** Direct for a whole quotation, else mixed where it holds one. */
    Form form(Stretch stretch) {
        if (isWholeQuotation(stretch)) {
            return Form.DIRECT;
        }
        return quotations(stretch).isEmpty() ? Form.INDIRECT : Form.MIXED;
    }

    String text(Stretch stretch) {
        return prepared.original().text(span(stretch));
    }

    /** With one blank between its words and nothing that has no width. */
    String plainText(Stretch stretch) {
        return plain(text(stretch));
    }

    static String plain(String text) {
        return text.replaceAll("\\p{Cf}+", "").replaceAll("\\s+", " ").strip();
    }

    /** The place after the last item that is no full stop or the like. */
    int endOfWords() {
        int end = size();
        while (end > 0 && items.get(end - 1).isOneOf(".!?؟…;؛")) {
            end--;
        }
        return end;
    }

    List<Quotation> quotations(Stretch stretch) {
        return items.subList(stretch.start(), stretch.end()).stream()
                .flatMap(item -> item.quotation().stream())
                .toList();
    }

    /** Whether it is Russian without a figure and without a verb in the past. */
    boolean isGeneral() {
        return items.stream().noneMatch(Phrase::isParticular)
                && items.stream().anyMatch(item -> item.key().matches("[а-я]{3,}"));
    }

    private static boolean isParticular(Item item) {
        return Character.isDigit(item.form().charAt(0))
                || item.key().matches(".{2,}([аеиоуыя]л[аио]?|л[аио]сь|лся|ан[аоы]|ен[аоы])");
    }

    /** How many words a quotation has, as far as four. */
    int countWords(Quotation quotation) {
        String plain = prepared.original().plain(quotation.content()).strip();
        return plain.split("[ \n]+", 5).length;
    }
}
