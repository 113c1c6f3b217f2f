package org.truce.reading.statement;

import java.util.Set;

/** Where what is said ends before its sentence does, because the narrator speaks again. */
final class Tail {
    private static final Set<String> TIME_UNITS = Set.of(
            "day", "days", "hour", "hours", "week", "weeks", "month", "months", "minutes", "years",
            "year");
    private static final Set<String> REMARKS = Set.of(
            "claim",
            "charge",
            "move",
            "accusation",
            "allegation",
            "assertion",
            "figure",
            "version");

    private Tail() {}

    /** The end of what is said between two places. */
    static int cut(Line line, int start, int limit) {
        int end = limit;
        for (int i = start + 1; i < limit; i++) {
            if (endsAt(line, i, limit)) {
                end = i;
                break;
            }
        }
        while (end > start && isLoose(line, end - 1)) {
            end--;
        }
        return end;
    }

    private static boolean isLoose(Line line, int i) {
        return line.isComma(i)
                || line.isColon(i)
                || line.isDash(i)
                || line.isStop(i)
                || line.key(i).equals(";")
                || line.hasTag(i, "CCONJ");
    }

    private static boolean endsAt(Line line, int i, int limit) {
        if (line.isDash(i)) {
            return line.hasTag(i + 1, "DET") && REMARKS.contains(line.key(i + 2));
        }
        if (!line.isComma(i)) {
            // Words of the speaker after a report of them: a statement of its own.
            return line.isColon(i) && line.isQuote(i + 1);
        }
        String next = line.key(i + 1);
        // "and that was all": a pronoun, and the narrator's clause.
        if (next.equals("and") && line.key(i + 2).equals("that") && isVerb(line, i + 3)) {
            return true;
        }
        if (next.equals("while") || next.equals("whereas")) {
            return line.hasFinite(i + 2, limit);
        }
        if (line.hasTag(i + 1, "DET") && REMARKS.contains(line.key(i + 2))) {
            return true;
        }
        return isTimeAfter(line, i + 1);
    }

    private static boolean isVerb(Line line, int i) {
        return line.tag(i).startsWith("AUX") || line.hasTag(i, "VERB");
    }

    /** ", two days after …". */
    private static boolean isTimeAfter(Line line, int from) {
        int i = from;
        while (i < from + 3
                && (line.hasTag(i, "DET") || line.hasTag(i, "NUM") || line.hasTag(i, "ADV"))) {
            i++;
        }
        return TIME_UNITS.contains(line.key(i))
                && Set.of("after", "before").contains(line.key(i + 1));
    }
}
