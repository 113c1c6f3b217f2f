package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.reconcile.Incident;
import org.truce.reconcile.ReportKey;
import org.truce.reconcile.SideBySide;
import org.truce.record.Entry;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A day and a governorate as two registers have it, in the stable JSON shape of {@code truce
 * compare}; see docs/reference/schemas/compare.schema.json.
 *
 * @param day ISO; null for what is not known to the day
 * @param place the governorate; null where none is known
 * @param agreed incidents that both have without a difference
 * @param disputed that both have and differ on, or that one disputes
 * @param onlyOne that the first has alone
 * @param onlyOther that the second has alone
 * @param cannotConfirm that one has, and of which the other says that it cannot verify it
 * @param tallies what sides published for that day and place: other things than incidents, and
 *     never added to them
 */
public record CompareView(
        Optional<String> day,
        Optional<String> place,
        long agreed,
        long disputed,
        long onlyOne,
        long onlyOther,
        long cannotConfirm,
        List<Compared> incidents,
        List<Tally> tallies) {

    /**
     * An incident as the two have it.
     *
     * @param state agreed, disputed, only-one, only-other or cannot-confirm
     * @param one the first register's reports, by id
     * @param other the second's
     * @param differences type, actor, killed, injured, count or word
     * @param probability that all its reports are about one event
     */
    public record Compared(
            String id,
            String state,
            String type,
            List<String> one,
            List<String> other,
            List<String> differences,
            double probability) {}

    /** A side's own count. */
    public record Tally(
            String register, String id, String side, int count, OptionalInt statedTotal) {}

    /**
     * By day and then place; what is not known to the day comes last.
     *
     * @param incidents those asked about
     * @param one the first register's name
     * @param other the second's
     */
    public static List<CompareView> list(
            Collection<Incident> incidents,
            Collection<Entry.Tally> tallies,
            Evidence evidence,
            String one,
            String other) {
        return SideBySide.of(incidents, tallies, one, other, evidence.actors(), evidence.zone())
                .stream()
                .map(CompareView::of)
                .toList();
    }

    private static CompareView of(SideBySide.Cell cell) {
        return new CompareView(
                cell.day().map(Object::toString),
                cell.governorate(),
                cell.count(SideBySide.State.AGREED),
                cell.count(SideBySide.State.DISPUTED),
                cell.count(SideBySide.State.ONLY_ONE),
                cell.count(SideBySide.State.ONLY_OTHER),
                cell.count(SideBySide.State.CANNOT_CONFIRM),
                cell.incidents().stream().map(CompareView::of).toList(),
                cell.tallies().stream()
                        .map(tally -> new Tally(
                                tally.register(),
                                tally.id(),
                                tally.side(),
                                tally.count(),
                                tally.statedTotal()))
                        .toList());
    }

    private static Compared of(SideBySide.Compared compared) {
        Incident incident = compared.incident();
        return new Compared(
                incident.id(),
                compared.state().code(),
                incident.type().code(),
                compared.ofOne().stream().map(ReportKey::id).toList(),
                compared.ofOther().stream().map(ReportKey::id).toList(),
                compared.differences().stream().map(SideBySide.Difference::code).toList(),
                Rows.probability(incident.probability()));
    }
}
