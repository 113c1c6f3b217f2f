package org.truce.reading.statement;

import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Heads;

import java.util.Set;

/** Names of bodies: capitals up to a word such as Ministry, Brigade or Mission, and its "of". */
final class Bodies {
    private static final Heads HEADS = Dictionaries.get().heads();
    private static final Set<String> JOINING = Set.of("of", "for", "and", "the", "on", "in", "to");

    private Bodies() {}

    /** The end of the name of a body that begins at a place, or the place itself. */
    static int end(Line line, int start) {
        int end = start;
        int i = start;
        boolean head = false;
        while (i < line.size() && !line.isQuote(i)) {
            boolean capital = line.word(i).isCapitalised() && !line.hasTag(i, "DET");
            if (capital) {
                boolean bodyFollows = HEADS.is(line.key(i + 1), Heads.Kind.INSTITUTION);
                if (head && !bodyFollows && HEADS.is(line.key(i), Heads.Kind.ROLE)) {
                    break;
                }
                head |= HEADS.is(line.key(i), Heads.Kind.INSTITUTION);
                i++;
                end = i;
            } else if (head && JOINING.contains(line.key(i)) && joins(line, i)) {
                i++;
            } else {
                break;
            }
        }
        return head && end - start > 1 ? end : start;
    }

    private static boolean joins(Line line, int i) {
        return i + 1 < line.size()
                && (line.word(i + 1).isCapitalised()
                        || (line.key(i + 1).equals("the")
                                && i + 2 < line.size()
                                && line.word(i + 2).isCapitalised()));
    }
}
