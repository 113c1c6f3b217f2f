package org.truce.show;

import org.truce.base.Hash;
import org.truce.base.Occurred;
import org.truce.base.Phrases;
import org.truce.record.Account;
import org.truce.record.Agreement;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.FollowUp;
import org.truce.record.Manner;
import org.truce.record.Participants;

import java.util.List;
import java.util.Optional;

/**
 * An entry as a list of labelled values, as far as a reader may see it.
 *
 * @param anchor the entry's name in a report: kind-less and unique within its register
 */
public record EntryView(
        String register, String id, String kind, String anchor, List<Field> fields) {

    /** A label and what the entry says under it; foreign text keeps its own direction. */
    public record Field(String label, String value) {}

    public static EntryView of(Entry entry, Disclosure disclosure, Phrases phrases) {
        EntryFields fields = new EntryFields(entry.register(), disclosure, phrases);
        switch (entry) {
            case Entry.RegisterDeclared r -> fields.add("title", r.title());
            case Entry.Report r -> report(r, fields);
            case Entry.SummaryReport r -> summary(r, fields);
            case Entry.CalmReport r -> account(r.account(), fields);
            case Entry.Coverage c -> coverage(c, fields);
            case Entry.Tally t -> tally(t, fields);
            case Entry.PublishedTotal t -> total(t, fields);
            case Entry.PeriodCount c -> count(c, fields);
            case Entry.Statement s -> statement(s, fields);
            case Entry.ClaimTest c -> claim(c, fields);
            case Entry.AreaOutline a -> outline(a, fields);
            case Entry.AgreementText a ->
                fields.add("title", Rows.words(a.agreement().title(), phrases));
            case Entry.RejectedRow r -> fields.seen("problem", disclosure.unread(r.refusal()));
            case FollowUp f -> FollowUpFields.add(f, fields);
            case Entry.OfRecord r -> ofRecord(r, fields);
        }
        fields.fileName("entered", entry.entered());
        return new EntryView(
                entry.register(),
                entry.id(),
                phrases.say("show.kind." + EntryCodec.kindOf(entry)),
                anchor(entry.register(), entry.id()),
                List.copyOf(fields.list));
    }

    /** An entry's name inside a report. */
    public static String anchor(String register, String id) {
        return "e-" + register + "-" + id;
    }

    private static void report(Entry.Report r, EntryFields fields) {
        account(r.account(), fields);
        fields.add("type", fields.phrases.say("show.type." + r.type().code()));
        fields.add("count", r.count());
        participants(r.participants(), r.account().occurred(), fields);
        fields.add("killed-min", r.casualties().killedMin());
        fields.add("killed-best", r.casualties().killedBest());
        fields.add("killed-max", r.casualties().killedMax());
        fields.add("civilians-killed", r.casualties().civiliansKilled());
        fields.add("injured", r.casualties().injured());
        fields.add("same-as", r.sameAs());
        r.manner().ifPresent(manner -> manner(manner, fields));
    }

    private static void manner(Manner manner, EntryFields fields) {
        fields.add(
                "weapon",
                manner.weapon().map(weapon -> fields.phrases.say("terms.weapon-" + weapon.code())));
        fields.add("calibre-mm", manner.calibreText());
        fields.add(
                "circumstance",
                manner.circumstance()
                        .map(one -> fields.phrases.say("show.circumstance." + one.code())));
    }

    private static void summary(Entry.SummaryReport r, EntryFields fields) {
        account(r.account(), fields);
        fields.add("type", fields.phrases.say("show.type." + r.type().code()));
        fields.add("count", r.count());
        participants(r.participants(), r.account().occurred(), fields);
    }

    private static void coverage(Entry.Coverage c, EntryFields fields) {
        if (!fields.disclosure.tellsCoverage(c.account().occurred())) {
            fields.add("watch", fields.phrases.say("show.coverage-later"));
            return;
        }
        // A post stands where it stood: its place is told to no reader, however late.
        Account account = c.account();
        fields.add("published", account.published().map(Object::toString));
        fields.add("occurred", Rows.when(account.occurred(), fields.phrases));
        fields.add("admin1", account.place().admin1());
        fields.inner("source", Optional.of(account.source()));
        fields.inner("place", Optional.of(account.place().name()));
        fields.inner("note", account.note());
        fields.add("site", c.site());
        fields.add("means", fields.phrases.say("show.means." + c.means().code()));
        fields.add("watch", fields.phrases.say("show.watch." + c.watch().code()));
        fields.add("kept-by", c.by());
        c.patrol().ifPresent(patrol -> {
            fields.add(
                    "patrol",
                    fields.phrases.say("followup.patrol." + patrol.outcome().code()));
            fields.inner("tasked", patrol.tasked());
            fields.inner("seen", patrol.seen());
            fields.inner("not-seen", patrol.notSeen());
        });
    }

    private static void tally(Entry.Tally t, EntryFields fields) {
        fields.add("date", t.published().map(Object::toString));
        fields.add("side", t.side());
        fields.add("place", t.province());
        fields.add("count", Integer.toString(t.count()));
        fields.add("stated-total", t.statedTotal());
        fields.text("url", Optional.of(t.url()));
        fields.text("note", t.note());
    }

    private static void total(Entry.PublishedTotal t, EntryFields fields) {
        fields.text("source", Optional.of(t.source()));
        fields.add("place", t.area());
        fields.add("occurred", t.from() + " – " + t.to());
        fields.add("measure", t.measure());
        fields.add("count", t.value());
        fields.text("url", Optional.of(t.url()));
        fields.text("note", t.note());
    }

    private static void count(Entry.PeriodCount c, EntryFields fields) {
        fields.add("source", c.countedRegister());
        fields.add("place", c.area() + c.reading().map(r -> " (" + r + ")").orElse(""));
        fields.add("occurred", c.from() + " – " + c.to());
        fields.add("parties", c.parties());
        fields.add("measure", c.unit());
        fields.add("count", Integer.toString(c.count()));
        fields.add("killed-best", c.deathsBest());
        fields.add("civilians-killed", c.civilianDeathsBest());
    }

    private static void statement(Entry.Statement s, EntryFields fields) {
        fields.add("speaker", s.speaker() + ", " + s.role());
        fields.add("date", s.date().toString());
        fields.add("place", s.place());
        fields.add(
                "measure",
                fields.phrases.say("show.statement." + s.statementKind().code()));
        fields.add("paraphrase", s.paraphrase());
        fields.add("url", s.url());
    }

    private static void claim(Entry.ClaimTest c, EntryFields fields) {
        fields.add("quote", c.quote());
        fields.add(
                "measure", fields.phrases.say("followup.measure." + c.measure().code()));
        fields.add("occurred", c.from() + " – " + c.to());
        fields.add("baseline", c.baselineFrom() + " – " + c.baselineTo());
    }

    private static void outline(Entry.AreaOutline a, EntryFields fields) {
        fields.add("title", Rows.words(new Agreement.Words(a.name(), a.nameAr()), fields.phrases));
        fields.add("drawn", a.drawn());
        fields.add("note", a.note());
        fields.add("source", a.source());
        fields.add("end-note", a.endNote());
    }

    private static void ofRecord(Entry.OfRecord entry, EntryFields fields) {
        switch (entry) {
            case Entry.RegisterKey k -> {
                fields.add("key", k.key());
                fields.add("reason", k.reason());
            }
            case Entry.Correction c -> {
                fields.add("about", c.replacement().id());
                fields.add("reason", c.reason());
            }
            case Entry.Withdrawal w -> {
                fields.add("about", w.target());
                fields.add("reason", w.reason());
            }
            case Entry.Decision d -> {
                fields.add(
                        "decision",
                        fields.phrases.say("show.decision." + d.act().code()));
                fields.add("about", String.join(", ", d.about()));
                fields.add("actor", d.actor());
                fields.inner("by", Optional.of(d.by()));
                fields.add("date", d.on().toString());
                fields.add("reason", d.why());
                fields.inner("note", d.note());
            }
            case Entry.Attachment a -> {
                fields.add("about", a.about());
                fields.add("media-type", a.mediaType());
                fields.add("bytes", Long.toString(a.sizeBytes()));
                fields.add("sha256", a.sha256().hex());
                fields.text("file-name", Optional.of(a.name()));
                fields.text("origin", a.origin());
            }
            case Entry.Custody c -> {
                fields.add("about", c.attachment());
                fields.add(
                        "custody", fields.phrases.say("show.custody." + c.act().code()));
                fields.text("by", Optional.of(c.by()));
                fields.add("date", c.on().toString());
                fields.add("sha256", c.copy().map(Hash::hex));
                fields.text("note", c.note());
            }
            case Entry.Destruction d -> {
                fields.add("about", d.target());
                fields.text("by", d.by());
                fields.add("reason", d.reason());
            }
        }
    }

    private static void account(Account account, EntryFields fields) {
        Occurred occurred = account.occurred();
        fields.text("source", Optional.of(account.source()));
        fields.text("origin", account.citedOrigin());
        fields.add("published", account.published().map(Object::toString));
        fields.add("occurred", Rows.when(occurred, fields.phrases));
        fields.add("admin1", account.place().admin1());
        fields.placeText("place", Optional.of(account.place().name()), occurred);
        fields.add(
                "place-precision",
                fields.phrases.say(
                        "show.precision." + account.place().precision().code()));
        fields.placeText("url", account.url(), occurred);
        fields.placeText("note", account.note(), occurred);
    }

    private static void participants(
            Participants participants, Occurred occurred, EntryFields fields) {
        switch (participants) {
            case Participants.Alleged alleged -> {
                fields.add(
                        "actor",
                        alleged.actor().isBlank()
                                ? fields.phrases.say("show.not-said")
                                : alleged.actor());
                fields.placeText("target", alleged.target(), occurred);
            }
            case Participants.Fighting fighting ->
                fields.add("parties", fighting.sideA() + " – " + fighting.sideB());
        }
    }
}
