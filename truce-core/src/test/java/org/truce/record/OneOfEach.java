package org.truce.record;

import org.truce.base.ActGroup;
import org.truce.base.Circumstance;
import org.truce.base.EventType;
import org.truce.base.Means;
import org.truce.base.Moment;
import org.truce.base.Occurred;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.base.Watch;
import org.truce.base.Weapon;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** One invented entry of every kind: full ones with every value there is, sparse ones without. */
final class OneOfEach {
    static final String REGISTER = "الجنوب";
    static final List<String> SECRETS = List.of(
            "Observer Nimr",
            "Liaison cell",
            "https://example.org/p?a=1",
            "Tell Invented",
            "32.625,36.125",
            "seen from the \"water tower\"",
            "a named shepherd",
            "R9,Observer Nimr,Tell Invented");

    /** What every salt of these entries is. */
    static final String SALT = "000102030405060708090a0b0c0d0e0f";

    private static final LocalDate PUBLISHED = LocalDate.parse("2017-07-12");
    private static final LocalDate FROM = LocalDate.parse("2017-07-09");
    private static final LocalDate TO = LocalDate.parse("2017-07-31");

    private OneOfEach() {}

    /** In the order of the golden file. */
    static List<Entry> full() {
        return Stream.of(
                        reports(),
                        figures(),
                        said(),
                        yardsticks(),
                        OneOfRecord.full(),
                        OneOfFollowUp.full())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Entry> reports() {
        return List.of(
                new Entry.RegisterDeclared(
                        REGISTER,
                        "D-1",
                        at(1),
                        "South",
                        new Observes.Steadily("lethal event"),
                        true,
                        false,
                        Map.of("en", List.of("thin", "late"), "ar", List.of("شحيح")),
                        Optional.of("invented")),
                report(SALT),
                new Entry.SummaryReport(
                        REGISTER,
                        "S-1",
                        at(3),
                        account(SALT),
                        EventType.OTHER,
                        OptionalInt.of(12),
                        new Participants.Fighting("Government of Syria", "Syrian insurgents"),
                        Casualties.NOT_SAID),
                new Entry.CalmReport(REGISTER, "C-1", at(4), account(SALT)),
                new Entry.Coverage(
                        REGISTER,
                        "V-1",
                        at(4),
                        account(SALT),
                        "post-7",
                        Means.OBSERVATION_POST,
                        Watch.ACCESS_DENIED,
                        Optional.of("Syrian insurgents"),
                        Optional.empty()));
    }

    private static List<Entry> figures() {
        return List.of(
                new Entry.Tally(
                        REGISTER,
                        "T-1",
                        at(5),
                        Optional.of(PUBLISHED),
                        open("https://example.org/p?a=1", SALT),
                        "Russia",
                        Optional.of("Daraa"),
                        0,
                        OptionalInt.of(6),
                        Optional.of(open("a named shepherd", SALT))),
                new Entry.PublishedTotal(
                        REGISTER,
                        "P-1",
                        at(6),
                        open("Liaison cell", SALT),
                        open("https://example.org/p?a=1", SALT),
                        "Daraa",
                        FROM,
                        TO,
                        "civilians killed",
                        "more than 20",
                        Optional.of(open("Tell Invented", SALT))),
                new Entry.PeriodCount(
                        REGISTER,
                        "N-1",
                        at(7),
                        "ucdp-ged",
                        "south-west",
                        Optional.of("announced"),
                        FROM,
                        TO,
                        "government-insurgents",
                        "lethal event",
                        11,
                        OptionalInt.of(30),
                        OptionalInt.of(4)));
    }

    private static List<Entry> said() {
        return List.of(
                new Entry.Statement(
                        REGISTER,
                        "ST-1",
                        at(8),
                        "A. Speaker",
                        "minister",
                        FROM,
                        Optional.of("Amman"),
                        StatementKind.ASSESSMENT,
                        "it holds",
                        "truce",
                        "https://example.org/s"),
                new Entry.ClaimTest(
                        REGISTER,
                        "CT-1",
                        at(9),
                        "ST-1",
                        "held up well",
                        ClaimMeasure.HELD,
                        "south-west",
                        FROM,
                        TO,
                        LocalDate.parse("2017-01-01"),
                        LocalDate.parse("2017-05-05")));
    }

    private static List<Entry> yardsticks() {
        return List.of(
                new Entry.AreaOutline(
                        REGISTER,
                        "A-1",
                        at(10),
                        "south-west",
                        "South-west",
                        Optional.of("الجنوب الغربي"),
                        Optional.of("announced"),
                        Optional.of(Moment.get("2017-07-09T12:00")),
                        Optional.of(Moment.get("2018-06-19")),
                        1000,
                        Optional.of("by hand"),
                        Optional.of("coarse"),
                        Optional.of("taken"),
                        Optional.of("OCHA"),
                        "{\"type\":\"Polygon\",\"coordinates\":[]}",
                        Optional.empty()),
                new Entry.AgreementText(REGISTER, "U-1", at(11), agreement()),
                new Entry.RejectedRow(
                        REGISTER,
                        "X-1",
                        at(12),
                        "lat",
                        open("R9,Observer Nimr,Tell Invented", SALT)));
    }

    static Entry.Report report(String salt) {
        return new Entry.Report(
                REGISTER,
                "R-1",
                at(2),
                account(salt),
                EventType.ARTILLERY_SHELLING,
                OptionalInt.of(3),
                new Participants.Alleged("unknown", Optional.of(open("a named shepherd", salt))),
                new Casualties(
                        OptionalInt.of(1),
                        OptionalInt.of(2),
                        OptionalInt.of(3),
                        OptionalInt.of(0),
                        OptionalInt.of(5)),
                Optional.of("R-0"),
                Optional.empty());
    }

    /** Every optional value empty, every list that may be empty so. */
    static List<Entry> sparse() {
        return Stream.concat(sparseReports().stream(), sparseRest().stream()).toList();
    }

    private static List<Entry> sparseReports() {
        Account account = new Account(
                open("Observer Nimr", SALT),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Occurred(Moment.get("2017-07-09"), Moment.get("2017-07-09"), TimePrecision.DAY),
                new Place(
                        open("Tell Invented", SALT),
                        Optional.empty(),
                        Optional.empty(),
                        PlacePrecision.TOWN),
                Optional.empty());
        return List.of(
                new Entry.RegisterDeclared(
                        "r",
                        "D-1",
                        at(1),
                        "",
                        new Observes.Unevenly(),
                        false,
                        true,
                        Map.of(),
                        Optional.empty()),
                new Entry.Report(
                        "r",
                        "R-1",
                        at(1),
                        account,
                        EventType.MORTAR,
                        OptionalInt.empty(),
                        new Participants.Alleged("", Optional.empty()),
                        Casualties.NOT_SAID,
                        Optional.empty(),
                        Optional.empty()),
                new Entry.Report(
                        "r",
                        "R-2",
                        at(1),
                        account,
                        EventType.MORTAR,
                        OptionalInt.empty(),
                        new Participants.Alleged("", Optional.empty()),
                        Casualties.NOT_SAID,
                        Optional.empty(),
                        Optional.of(new Manner(
                                Optional.of(Weapon.MORTAR),
                                OptionalInt.of(82_000),
                                Optional.of(Circumstance.NOT_SELF_DEFENCE)))),
                new Entry.CalmReport("r", "C-1", at(1), account));
    }

    private static List<Entry> sparseRest() {
        return List.of(
                new Entry.Tally(
                        "r",
                        "T-1",
                        at(1),
                        Optional.empty(),
                        open("", SALT),
                        "Turkey",
                        Optional.empty(),
                        5,
                        OptionalInt.empty(),
                        Optional.empty()),
                new Entry.PeriodCount(
                        "r",
                        "N-1",
                        at(1),
                        "g",
                        "a",
                        Optional.empty(),
                        FROM,
                        TO,
                        "other",
                        "u",
                        0,
                        OptionalInt.empty(),
                        OptionalInt.empty()),
                new Entry.AreaOutline(
                        "r",
                        "A-1",
                        at(1),
                        "a",
                        "A",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "{}",
                        Optional.of(new LineSides("gov", "opp"))));
    }

    static Account account(String salt) {
        return new Account(
                open("Observer Nimr", salt),
                Optional.of(open("Liaison cell", salt)),
                Optional.of(open("https://example.org/p?a=1", salt)),
                Optional.of(PUBLISHED),
                new Occurred(
                        Moment.get("2017-07-09T12:00+03:00"),
                        Moment.get("2017-07-10"),
                        TimePrecision.HOUR),
                new Place(
                        open("Tell Invented", salt),
                        Optional.of("Daraa"),
                        Optional.of(open("32.625,36.125", salt)),
                        PlacePrecision.EXACT),
                Optional.of(open("seen from the \"water tower\"", salt)));
    }

    private static Agreement agreement() {
        Agreement.Citation citation = new Agreement.Citation(
                List.of("https://example.org/a"), Agreement.Certainty.REPORTED);
        Agreement.Words words = new Agreement.Words("text", Optional.of("نص"));
        return new Agreement(
                "u",
                words,
                ZoneId.of("Asia/Damascus"),
                Optional.of(LocalDate.parse("2017-07-07")),
                Optional.of(Moment.get("2017-07-09T12:00")),
                Optional.of(Moment.get("2018-06-19")),
                List.of("gov", "opp"),
                List.of("jordan"),
                List.of("isil"),
                List.of(new Agreement.AreaTerms(
                        "south-west",
                        List.of(new Agreement.ReadingTerms(
                                Optional.of("announced"),
                                Optional.of(words),
                                List.of("Daraa"),
                                List.of("As-Suwayda"))))),
                List.of(new Agreement.Actor(
                        "gov",
                        new Agreement.Words("government", Optional.empty()),
                        List.of("SAA"),
                        Optional.of(words))),
                List.of(new Agreement.Label("both sides", "gov", "opp")),
                List.of(
                        new Agreement.Prohibition(
                                "truce",
                                words,
                                citation,
                                List.of(ActGroup.SHELLING),
                                List.of(List.of("gov"), List.of("opp")),
                                List.of("russia"),
                                List.of("south-west")),
                        new Agreement.Obligation(
                                "watch",
                                words,
                                citation,
                                List.of("russia"),
                                Optional.of(LocalDate.parse("2017-08-23")),
                                Optional.of("opening"),
                                List.of()),
                        new Agreement.Exemption(
                                "excluded",
                                words,
                                citation,
                                List.of("truce"),
                                List.of("isil"),
                                Optional.empty())));
    }

    static Guarded.Open open(String value, String salt) {
        return new Guarded.Open(value, salt);
    }

    static Entered at(long line) {
        return new Entered(open("Invented.csv", "0f0e0d0c0b0a09080706050403020100"), line);
    }
}
