package org.truce.assess;

import org.truce.base.ActGroup;
import org.truce.base.Moment;
import org.truce.record.Agreement;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Guarded;
import org.truce.record.Logged;
import org.truce.record.Observes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A record made by hand. Its area "square" lies from 36 to 37 east and 32 to 33 north under the
 * reading "wide", and from 36 to 36.5 east under "narrow". Reds and blues are bound from noon on 9
 * July 2017, wolves are excluded. Entries are recorded on 1 September 2017 unless said otherwise.
 */
public final class HandRecord {
    public static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
    public static final Entered ENTERED =
            new Entered(new Guarded.Open("hand.csv", "000102030405060708090a0b0c0d0e0f"), 1);
    public static final List<ActGroup> FORCE = List.of(
            ActGroup.AIR_ATTACK,
            ActGroup.SHELLING,
            ActGroup.GROUND_FIRE,
            ActGroup.FORCE_UNSPECIFIED);

    private static final Agreement.Citation REPORTED =
            new Agreement.Citation(List.of("a page"), Agreement.Certainty.REPORTED);
    private static final Instant RECORDED = Instant.parse("2017-09-01T09:00:00Z");

    private final List<Logged> logged = new ArrayList<>();

    /** The area under both readings and the truce. */
    public static HandRecord square() {
        return new HandRecord()
                .with(outline("square", "wide", 36, 37, "2017-07-09T12:00", ""))
                .with(outline("square", "narrow", 36, 36.5, "2017-07-09T12:00", ""))
                .with(agreement("truce", "square", "2017-07-09T12:00", "", FORCE));
    }

    public HandRecord with(Entry entry) {
        return with(entry, RECORDED);
    }

    public HandRecord with(Entry entry, Instant recordedAt) {
        logged.add(new Logged(logged.size() + 1, recordedAt, entry));
        return this;
    }

    public HandRecord withAll(List<? extends Entry> entries) {
        entries.forEach(this::with);
        return this;
    }

    public List<Logged> list() {
        return List.copyOf(logged);
    }

    public Evidence evidence() {
        return Evidence.of(logged, Optional.empty());
    }

    public Evidence asKnown(String day) {
        return Evidence.of(logged, Optional.of(LocalDate.parse(day)));
    }

    /** A register kept as things happen, with even effort. */
    public static Entry.RegisterDeclared steady(String name) {
        return register(name, new Observes.Steadily("lethal event"), false, true);
    }

    public static Entry.RegisterDeclared uneven(String name) {
        return register(name, new Observes.Unevenly(), false, true);
    }

    public static Entry.RegisterDeclared register(
            String name, Observes observes, boolean enteredAfterwards, boolean sourcesPublished) {
        return new Entry.RegisterDeclared(
                name,
                name,
                ENTERED,
                "Register " + name,
                observes,
                enteredAfterwards,
                sourcesPublished,
                Map.of("en", List.of("a limit"), "ar", List.of("حد")),
                Optional.empty());
    }

    /** A rectangle from 32 to 33 north; an empty text means no such moment or reading. */
    public static Entry.AreaOutline outline(
            String area, String reading, double west, double east, String from, String to) {
        return new Entry.AreaOutline(
                "yardstick",
                area + ":" + reading,
                ENTERED,
                area,
                "The " + area,
                Optional.of("المربع"),
                Optional.of(reading).filter(name -> !name.isEmpty()),
                Moment.find(from),
                Moment.find(to),
                1000,
                Optional.of("with a ruler"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                """
                {"type":"Polygon","coordinates":\
                [[[%1$s,32],[%2$s,32],[%2$s,33],[%1$s,33],[%1$s,32]]]}\
                """.formatted(west, east),
                Optional.empty());
    }

    /** An agreement of one obligation, "maps", of the reds. */
    public static Entry.AgreementText obligation(String id, String due) {
        return new Entry.AgreementText(
                "yardstick",
                id,
                ENTERED,
                new Agreement(
                        id,
                        words("The " + id, "اتفاق"),
                        DAMASCUS,
                        Optional.of(LocalDate.parse("2017-07-01")),
                        Optional.empty(),
                        Optional.empty(),
                        List.of("reds"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Agreement.Obligation(
                                "maps",
                                words("Maps are drawn.", "تُرسم الخرائط."),
                                REPORTED,
                                List.of("reds"),
                                Optional.of(LocalDate.parse(due)),
                                Optional.empty(),
                                List.of()))));
    }

    /** Between reds and blues, wolves excluded; without acts it holds no prohibition. */
    public static Entry.AgreementText agreement(
            String id, String area, String from, String to, List<ActGroup> acts) {
        List<Agreement.Provision> provisions = new ArrayList<>();
        if (!acts.isEmpty()) {
            provisions.add(new Agreement.Prohibition(
                    "no-force",
                    words("No force.", "لا قوة."),
                    REPORTED,
                    acts,
                    List.of(List.of("reds"), List.of("blues")),
                    List.of("greys"),
                    List.of(area)));
            provisions.add(new Agreement.Exemption(
                    "wolves-out",
                    words("Wolves are not covered.", "لا يشمل الذئاب."),
                    REPORTED,
                    List.of("no-force"),
                    List.of("wolves"),
                    Optional.empty()));
        }
        return new Entry.AgreementText(
                "yardstick",
                id,
                ENTERED,
                new Agreement(
                        id,
                        words("The " + id, "هدنة"),
                        DAMASCUS,
                        Optional.empty(),
                        Moment.find(from),
                        Moment.find(to),
                        List.of("reds", "blues"),
                        List.of(),
                        List.of("wolves"),
                        List.of(new Agreement.AreaTerms(
                                area, List.of(readingTerms("wide"), readingTerms("narrow")))),
                        List.of(actor("reds"), actor("blues"), actor("wolves"), actor("greys")),
                        List.of(
                                new Agreement.Label("both sides", "reds", "blues"),
                                new Agreement.Label("reds-wolves", "reds", "wolves")),
                        provisions));
    }

    private static Agreement.ReadingTerms readingTerms(String reading) {
        return new Agreement.ReadingTerms(
                Optional.of(reading),
                Optional.of(words(reading + " reading", "قراءة")),
                List.of("Squareland"),
                List.of());
    }

    private static Agreement.Actor actor(String id) {
        return new Agreement.Actor(id, words("the " + id, "ال" + id), List.of(), Optional.empty());
    }

    private static Agreement.Words words(String en, String ar) {
        return new Agreement.Words(en, Optional.of(ar));
    }

    /** Lethal events in the square under a reading, as counted by "Counter". */
    public static Entry.PeriodCount count(
            String reading, String from, String to, String parties, int count) {
        return new Entry.PeriodCount(
                "figures",
                "C-" + reading + "-" + from + "-" + parties.replace(' ', '-'),
                ENTERED,
                "Counter",
                "square",
                Optional.of(reading),
                LocalDate.parse(from),
                LocalDate.parse(to),
                parties,
                "lethal event",
                count,
                OptionalInt.of(2 * count),
                OptionalInt.of(count));
    }

    public static Guarded open(String text) {
        return new Guarded.Open(text, "00112233445566778899aabbccddeeff");
    }

    /** About the square under the reading "wide", compared with the year before the truce. */
    public static Question question(String from, String to) {
        return question("wide", from, to);
    }

    public static Question question(String reading, String from, String to) {
        return new Question(
                "square",
                Optional.of(reading),
                Moment.get(from),
                Moment.get(to),
                Optional.empty(),
                Instant.parse("2026-01-01T00:00:00Z"));
    }
}
