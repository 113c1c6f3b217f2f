package org.truce.reading.statement;

import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.PastForms;

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

    private static final Set<String> RELATIVE =
            Set.of("who", "which", "that", "whom", "whose", "when", "where", "if", "what");
    private static final PastForms PASTS = Dictionaries.get().pasts();

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

    /** "spoke of a success and left": where a second verb of the speaker's follows a complement. */
    static int beforeNextVerb(Line line, int start, int limit) {
        boolean inside = false;
        for (int i = start + 1; i + 1 < limit; i++) {
            inside |= RELATIVE.contains(line.key(i));
            int verb = line.hasTag(i + 1, "ADV") ? i + 2 : i + 1;
            boolean again = line.isComma(i - 1)
                    && Set.of("he", "she", "it", "they").contains(line.key(i + 1))
                    && line.isFinite(i + 2);
            if (line.hasTag(i, "CCONJ") && !inside && (again || tells(line, verb))) {
                return i;
            }
        }
        return limit;
    }

    private static boolean tells(Line line, int i) {
        String key = line.key(i);
        boolean did = key.equals("did") || key.equals("does");
        boolean past = PASTS.findBase(key).filter(base -> !base.equals(key)).isPresent();
        boolean third = key.endsWith("s") && !key.endsWith("ss");
        return did || (line.hasTag(i, "VERB") && (past || third));
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
        if (line.key(i).equals(";")) {
            return !line.key(i + 1).equals("that");
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
