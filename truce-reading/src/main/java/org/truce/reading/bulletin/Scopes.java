package org.truce.reading.bulletin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which time the numbers of a sentence are of. What says so counts for its part of the sentence, up
 * to a comma or bracket; where that has no number, for the parts behind it, else for those before.
 */
final class Scopes {
    /** Of which time a number is. */
    enum Scope {
        OWN,
        /** Of the time before: only for comparison. */
        PREVIOUS,
        /** Of the time before if the bulletin has given its own already. */
        DAY,
        CUMULATIVE
    }

    private Scopes() {}

    /** For each item of a sentence. */
    static List<Scope> of(List<Item> items) {
        Scope[] scopes = new Scope[items.size()];
        Arrays.fill(scopes, Scope.OWN);
        int start = 0;
        Scope carried = Scope.OWN;
        int lastNumber = -1;
        for (int end = 0; end <= items.size(); end++) {
            if (end < items.size() && !isEdge(items.get(end))) {
                continue;
            }
            Scope said = said(items.subList(start, end));
            boolean number = hasNumber(items, start, end);
            if (said != Scope.OWN && !number) {
                if (hasNumber(items, end, items.size())) {
                    carried = said;
                } else if (lastNumber >= 0 && said == Scope.CUMULATIVE) {
                    Arrays.fill(scopes, 0, start, said);
                }
            }
            Arrays.fill(scopes, start, end, said == Scope.OWN ? carried : said);
            lastNumber = number ? end : lastNumber;
            if (end < items.size() && items.get(end).isSign(";")) {
                carried = Scope.OWN;
            }
            start = Math.min(end + 1, items.size());
        }
        return new ArrayList<>(List.of(scopes));
    }

    private static boolean isEdge(Item item) {
        return item.isSign(",") || item.isSign(";") || item.isSign("(") || item.isSign(")");
    }

    private static boolean hasNumber(List<Item> items, int from, int to) {
        return items.subList(from, to).stream().anyMatch(Item.Number.class::isInstance);
    }

    private static Scope said(List<Item> items) {
        Scope said = Scope.OWN;
        for (int at = 0; at < items.size(); at++) {
            Item item = items.get(at);
            boolean against = item.is(Mark.BY)
                    && at + 1 < items.size()
                    && items.get(at + 1) instanceof Item.Number;
            if (item.is(Mark.CURRENT)) {
                return Scope.OWN;
            }
            if (item.is(Mark.PREVIOUS) || against) {
                said = Scope.PREVIOUS;
            } else if (item.is(Mark.CUMULATIVE) && said == Scope.OWN) {
                said = Scope.CUMULATIVE;
            } else if (item.is(Mark.DAY) && said == Scope.OWN) {
                said = Scope.DAY;
            }
        }
        return said;
    }
}
