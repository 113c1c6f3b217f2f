package org.truce.app.review;

import org.truce.reading.draft.Draft;
import org.truce.reading.draft.Evidence;
import org.truce.reading.text.Original;
import org.truce.reading.text.Span;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The text around what a draft rests on, in paragraphs, with those words marked. Characters that
 * could steer a screen are written out: what a person sees is all that there is.
 *
 * @param cutBefore whether there is more of the text before
 * @param cutAfter whether there is more of it after
 */
public record MarkedText(List<List<Piece>> paragraphs, boolean cutBefore, boolean cutAfter) {
    /** How much of the text is shown before and after, in code points. */
    private static final int AROUND = 1_500;

    public MarkedText {
        paragraphs = paragraphs.stream().map(List::copyOf).toList();
    }

    /**
     * A stretch of one paragraph.
     *
     * @param isMarked whether the draft rests on it
     * @param starts for each evidence that begins here, the longest first, the fields that rest on
     *     it
     * @param ends how many evidences end here
     */
    public record Piece(String text, boolean isMarked, List<List<String>> starts, int ends) {
        public Piece {
            starts = starts.stream().map(List::copyOf).toList();
        }

        /** The fields whose evidence begins here, each once. */
        public List<String> fields() {
            return starts.stream().flatMap(List::stream).distinct().toList();
        }
    }

    public static MarkedText of(Original text, Draft draft) {
        int first = draft.evidence().stream().mapToInt(Evidence::start).min().orElse(0);
        int last = draft.evidence().stream().mapToInt(Evidence::end).max().orElse(0);
        int from = Math.max(0, first - AROUND);
        int to = Math.min(text.length(), last + AROUND);
        TreeSet<Integer> cuts = new TreeSet<>(List.of(from, to));
        draft.evidence().forEach(one -> cuts.addAll(List.of(one.start(), one.end())));
        for (int i = from; i < to; i++) {
            if (text.plain().charAt(i) == '\n') {
                cuts.add(i);
                cuts.add(i + 1);
            }
        }
        List<List<Piece>> paragraphs = new ArrayList<>();
        List<Piece> paragraph = new ArrayList<>();
        int at = from;
        for (int cut : cuts.tailSet(from, false)) {
            Span span = new Span(at, cut);
            at = cut;
            if (text.plain(span).equals("\n")) {
                addTo(paragraphs, paragraph);
                paragraph = new ArrayList<>();
            } else {
                paragraph.add(piece(text, draft, span));
            }
        }
        addTo(paragraphs, paragraph);
        return new MarkedText(paragraphs, from > 0, to < text.length());
    }

    private static void addTo(List<List<Piece>> paragraphs, List<Piece> paragraph) {
        if (paragraph.stream().anyMatch(piece -> !piece.text().isBlank())) {
            paragraphs.add(paragraph);
        }
    }

    private static Piece piece(Original text, Draft draft, Span span) {
        List<Evidence> here = draft.evidence().stream()
                .filter(one -> one.span().contains(span))
                .sorted(Comparator.comparing(Evidence::end).reversed())
                .toList();
        List<List<String>> starts = here.stream()
                .filter(one -> one.start() == span.start())
                .map(one -> fields(draft, draft.evidence().indexOf(one)))
                .toList();
        long ends = here.stream().filter(one -> one.end() == span.end()).count();
        return new Piece(visible(text.text(span)), !here.isEmpty(), starts, (int) ends);
    }

    /** The fields that rest on one evidence, in their order; "evidence" where none does. */
    private static List<String> fields(Draft draft, int evidence) {
        List<String> fields = draft.fields().entrySet().stream()
                .filter(field -> field.getValue().evidence().contains(evidence))
                .map(Map.Entry::getKey)
                .toList();
        return fields.isEmpty() ? List.of("evidence") : fields;
    }

    /** With every control character and every character without width written as U+202E. */
    public static String visible(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean hidden = Character.getType(c) == Character.FORMAT
                    || (Character.isISOControl(c) && c != '\t');
            // Arabic and Persian join their letters with these, and nobody is misled by them.
            boolean joiner = c == 0x200C || c == 0x200D;
            if (c == '\n' || c == '\r') {
                out.append(' ');
            } else if (hidden && !joiner) {
                out.append("‹U+%04X›".formatted(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
