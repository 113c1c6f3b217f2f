package org.truce.show;

import static org.truce.followup.HandFollowUp.DESK;
import static org.truce.followup.HandFollowUp.day;

import org.truce.assess.AssessSettings;
import org.truce.assess.HandRecord;
import org.truce.assess.HandReport;
import org.truce.assess.History;
import org.truce.base.Hash;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;
import org.truce.followup.FollowKind;
import org.truce.followup.HandFollowUp;
import org.truce.record.Basis;
import org.truce.record.ContributionKind;
import org.truce.record.DeploymentKind;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Influence;
import org.truce.record.Mandate;
import org.truce.record.Observes;
import org.truce.record.Place;
import org.truce.record.Presence;
import org.truce.record.Stage;
import org.truce.record.StatementKind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Entries of follow-up by hand, and the pages that are made of them on 20 January 2018. */
final class FollowRecord {
    static final Instant NOW = Instant.parse("2018-01-20T12:00:00Z");

    private FollowRecord() {}

    /** The square, and a register "desk" of follow-up beside it. */
    static HandRecord of(boolean sourcesPublished) {
        return HandRecord.square()
                .with(HandRecord.register(DESK, new Observes.Unevenly(), false, sourcesPublished))
                .with(HandRecord.uneven("pages"))
                .with(new HandReport("pages", "R1", "2017-08-01").report())
                .with(HandFollowUp.rules("2017-01-01"));
    }

    static FollowPages pages(HandRecord record, FollowAsked asked, String language) {
        return pages(record, asked, language, NOW);
    }

    static FollowPages pages(HandRecord record, FollowAsked asked, String language, Instant now) {
        History history = new History(record.list(), AssessSettings.USUAL);
        return new FollowPages(
                history,
                asked,
                now,
                new Disclosure.Reader(history.on(Optional.empty()).known().registers(), now),
                Phrases.in(language));
    }

    static FollowPage page(HandRecord record, FollowKind kind) {
        return pages(record, FollowAsked.NOTHING, "en").of(kind);
    }

    /** The first table of a page. */
    static FollowPage.Table table(FollowPage page) {
        return page.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(FollowPage.Table.class::isInstance)
                .map(FollowPage.Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** What stands in a cell: the words of badges in brackets. */
    static List<String> words(List<FollowPage.Line> cell) {
        return cell.stream()
                .map(line -> line.badge().map(badge -> "[" + badge.word() + "]").orElse("")
                        + line.text())
                .toList();
    }

    static FollowAsked asKnown(String day) {
        return new FollowAsked(
                Optional.empty(), Optional.empty(), Optional.of(LocalDate.parse(day)), false);
    }

    static FollowUp.Contribution contribution(
            String id, Stage stage, String amount, String from, String to, String against) {
        return new FollowUp.Contribution(
                DESK,
                id,
                HandRecord.ENTERED,
                "the reds",
                ContributionKind.AID_CONVOY,
                stage,
                "trucks of flour",
                Optional.empty(),
                Optional.of("Squareland"),
                Optional.of(amount),
                Optional.of("trucks"),
                Optional.of(from).filter(text -> !text.isEmpty()).map(LocalDate::parse),
                Optional.of(to).filter(text -> !text.isEmpty()).map(LocalDate::parse),
                Optional.of(against).filter(text -> !text.isEmpty()),
                HandFollowUp.basis("2018-01-02"));
    }

    static FollowUp.Round round(String id, String process, String from, String to) {
        return new FollowUp.Round(
                DESK,
                id,
                HandRecord.ENTERED,
                process,
                process + " " + id,
                day(from),
                day(to),
                Optional.of("Town hall"),
                Optional.empty(),
                Optional.of("maps"),
                List.of(
                        new FollowUp.Round.Delegation(
                                "reds", Optional.of("minister"), Presence.ATTENDED),
                        new FollowUp.Round.Delegation("wolves", Optional.empty(), Presence.ABSENT)),
                List.of("maps are drawn"),
                HandFollowUp.basis("2018-01-02"));
    }

    /** At an exact place in the square. */
    static FollowUp.Deployment deployment(String id, String to, PlacePrecision precision) {
        return new FollowUp.Deployment(
                DESK,
                id,
                HandRecord.ENTERED,
                "greys",
                DeploymentKind.OBSERVATION_POST,
                OptionalInt.of(3),
                OptionalInt.empty(),
                Optional.of(day("2017-08-01")),
                Optional.of(to).filter(text -> !text.isEmpty()).map(LocalDate::parse),
                List.of("blues"),
                Mandate.NONE_STATED,
                Optional.empty(),
                List.of("reds"),
                new Place(
                        HandRecord.open("Hidden Hill"),
                        Optional.of("Squareland"),
                        Optional.of(HandRecord.open("32.5012,36.2543")),
                        precision),
                new Basis(
                        HandRecord.open("Brave Observer"),
                        Optional.of(HandRecord.open("https://secret.example/post")),
                        Optional.of(day("2017-08-02")),
                        Optional.of(HandRecord.open("behind the mill"))));
    }

    static FollowUp.Guarantee guarantee(Influence influence, String under) {
        return new FollowUp.Guarantee(
                DESK,
                "G-" + influence.code(),
                HandRecord.ENTERED,
                "greys",
                influence,
                "reds",
                Optional.of(under).filter(text -> !text.isEmpty()),
                Optional.of(day("2017-07-09")),
                Optional.empty(),
                HandFollowUp.basis("2017-07-10"));
    }

    static Entry.Statement statement(String id, String speaker, String said) {
        return new Entry.Statement(
                DESK,
                id,
                HandRecord.ENTERED,
                speaker,
                "minister",
                day("2018-01-10"),
                Optional.empty(),
                StatementKind.CLAIM,
                said,
                "the truce",
                "https://statements.example/" + id);
    }

    static FollowUp.Passage passage(int line, List<String> records) {
        return new FollowUp.Passage(
                DESK,
                "speech-" + line,
                HandRecord.ENTERED,
                "speech",
                "A speech",
                "A paper",
                day("2018-01-11"),
                Hash.of(new byte[] {1, 2, 3}),
                line,
                100 * (line - 1),
                100 * line - 1,
                Map.of("en", "What line " + line + " says", "ar", "ما يقوله السطر " + line),
                records);
    }
}
