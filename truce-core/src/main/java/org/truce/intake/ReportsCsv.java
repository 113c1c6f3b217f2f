package org.truce.intake;

import org.truce.base.Circumstance;
import org.truce.base.Coded;
import org.truce.base.EventType;
import org.truce.base.Phrase;
import org.truce.base.Weapon;
import org.truce.record.Account;
import org.truce.record.Casualties;
import org.truce.record.Entry;
import org.truce.record.Manner;
import org.truce.record.Participants;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reports: one row is one source's report of one kind of event at one place. */
final class ReportsCsv implements EntryTable {
    private static final String CALM = "none-observed";
    private static final String SUMMARY = "aggregate";
    private static final List<String> QUALITIES = List.of("direct", "second-hand", SUMMARY);

    @Override
    public List<String> required() {
        return List.of(
                "report_id",
                "source",
                "source_url",
                "published",
                "occurred_from",
                "occurred_to",
                "date_precision",
                "place_name",
                "admin1",
                "lat",
                "lon",
                "place_precision",
                "event_type",
                "alleged_actor",
                "killed_min",
                "killed_max",
                "quality",
                "same_as");
    }

    @Override
    public List<String> optional() {
        return List.of(
                "count",
                "target",
                "civilians_killed",
                "injured",
                "note",
                "weapon",
                "calibre_mm",
                "circumstance");
    }

    @Override
    public Entry entry(Row row) throws BadValue {
        String id = row.getText("report_id");
        Account account = AccountColumns.account(row);
        String quality = row.text("quality");
        if (!quality.isEmpty() && !QUALITIES.contains(quality)) {
            throw row.unknown("quality", QUALITIES);
        }
        OptionalInt count = row.findCount("count");
        Casualties casualties = casualties(row);
        if (row.text("event_type").equals(CALM)) {
            return new Entry.CalmReport(row.register(), id, row.entered(), account);
        }
        EventType type = type(row);
        Optional<Manner> manner = manner(row);
        Participants participants =
                new Participants.Alleged(row.text("alleged_actor"), row.sealed("target"));
        if (quality.equals(SUMMARY)) {
            return new Entry.SummaryReport(
                    row.register(),
                    id,
                    row.entered(),
                    account,
                    type,
                    count,
                    participants,
                    casualties);
        }
        return new Entry.Report(
                row.register(),
                id,
                row.entered(),
                account,
                type,
                count,
                participants,
                casualties,
                row.findText("same_as"),
                manner);
    }

    private static Optional<Manner> manner(Row row) throws BadValue {
        Optional<Weapon> weapon = row.findCode("weapon", Weapon.class);
        OptionalInt calibre = row.findThousandths("calibre_mm");
        Optional<Circumstance> circumstance = row.findCode("circumstance", Circumstance.class);
        return weapon.isEmpty() && calibre.isEmpty() && circumstance.isEmpty()
                ? Optional.empty()
                : Optional.of(new Manner(weapon, calibre, circumstance));
    }

    private static EventType type(Row row) throws BadValue {
        List<String> known = Stream.concat(
                        Coded.listCodes(EventType.class).stream(), Stream.of(CALM))
                .toList();
        return Coded.find(EventType.class, row.getText("event_type"))
                .orElseThrow(() -> row.unknown("event_type", known));
    }

    private static Casualties casualties(Row row) throws BadValue {
        Casualties casualties = new Casualties(
                row.findCount("killed_min"),
                OptionalInt.empty(),
                row.findCount("killed_max"),
                row.findCount("civilians_killed"),
                row.findCount("injured"));
        if (casualties.contradictory()) {
            throw new BadValue(
                    "killed_min",
                    new Wording(
                            Phrase.of(
                                    "intake.killed-order",
                                    row.text("killed_min"),
                                    row.text("killed_max")),
                            Phrase.of("intake.write-killed-in-order")));
        }
        return casualties;
    }
}
