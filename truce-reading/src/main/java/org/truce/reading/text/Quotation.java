package org.truce.reading.text;

/**
 * Words between marks of quotation.
 *
 * @param span with its marks
 * @param content without them
 * @param depth 0 for one that stands in no other
 * @param closed whether it has a closing mark; one that goes on in the next paragraph, which opens
 *     with a mark of its own, has none by custom and counts as closed
 * @param continued whether it goes on from the quotation that the paragraph before left open
 */
public record Quotation(Span span, Span content, int depth, boolean closed, boolean continued) {
    public Quotation {
        if (!span.contains(content) || depth < 0) {
            throw new IllegalArgumentException("a quotation holds its content: " + span + content);
        }
    }
}
