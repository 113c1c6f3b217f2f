package org.truce.intake;

import org.truce.record.ContributionKind;
import org.truce.record.Stage;

import java.util.List;
import java.util.Optional;

/**
 * Which columns of a table of other makers say what of a contribution.
 *
 * @param id the maker's own, where there is one
 * @param giver who gave
 * @param receiver to whom
 * @param what what for: the first of these that is not blank
 * @param places a district or wider: all of these that are not blank
 * @param measure how much
 * @param status how far it has come
 * @param sector what field of aid
 * @param from the first day
 * @param to the last day; the same column where one date says both
 * @param told the latest of these dates is the day from which the row stood as it stands
 * @param source who says so
 * @param url the page
 * @param kept what else is kept, in the note
 */
record FlowColumns(
        Optional<String> id,
        String giver,
        Optional<String> receiver,
        List<String> what,
        List<String> places,
        Measure measure,
        Optional<String> status,
        Optional<String> sector,
        Optional<String> from,
        Optional<String> to,
        List<String> told,
        Optional<String> source,
        Optional<String> url,
        List<String> kept) {
    FlowColumns {
        what = List.copyOf(what);
        places = List.copyOf(places);
        told = List.copyOf(told);
        kept = List.copyOf(kept);
    }

    /**
     * A column of amounts.
     *
     * @param stage how far it has come, where the amounts themselves say so
     */
    record Measure(String column, Unit unit, ContributionKind kind, Optional<Stage> stage) {}

    /** What amounts count. */
    sealed interface Unit {
        /** All of them the same. */
        record Fixed(String unit) implements Unit {}

        /** A currency, in a column of its own. */
        record InColumn(String column) implements Unit {}

        /** After the number in the same field: {@code 25 beds}. */
        record AfterNumber() implements Unit {}
    }
}
