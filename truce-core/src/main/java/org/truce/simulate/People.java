package org.truce.simulate;

import org.truce.base.ActGroup;
import org.truce.base.EventType;
import org.truce.base.Hash;
import org.truce.base.Moment;
import org.truce.base.Occurred;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.record.Account;
import org.truce.record.Agreement;
import org.truce.record.Casualties;
import org.truce.record.DecisionAct;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Guarded;
import org.truce.record.Observes;
import org.truce.record.Participants;
import org.truce.record.Place;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * What people enter into a register. Everything is invented; every protected text names its
 * register, so that it can be told where it turns up.
 */
public final class People {
    /** The area that questions are asked about. */
    public static final String AREA = "square";

    private static final Entered ENTERED = Entered.by("by hand");
    private static final LocalDate FIRST = LocalDate.parse("2017-06-20");
    private static final int DAYS = 40;
    private static final List<String> ACTORS = List.of("reds", "blues", "wolves", "");
    private static final List<EventType> TYPES =
            List.of(EventType.ARTILLERY_SHELLING, EventType.AIRSTRIKE, EventType.ARMED_CLASH);

    private final String register;
    private final Random random;
    private final EntryCodec codec = new EntryCodec();

    /** @param random decides everything, salts included */
    public People(String register, Random random) {
        this.register = register;
        this.random = random;
    }

    /** How every protected text of a register begins. */
    public static String secretOf(String register) {
        return "secret-" + register + "-";
    }

    /** What the register is. */
    public Entry declaration() {
        boolean steady = register.equals(World.REGISTERS.getFirst());
        return new Entry.RegisterDeclared(
                register,
                "D-" + register,
                ENTERED,
                "Register " + register,
                steady ? new Observes.Steadily("lethal event") : new Observes.Unevenly(),
                register.equals(World.REGISTERS.get(1)),
                false,
                Map.of("en", List.of("invented"), "ar", List.of("مختلق")),
                Optional.empty());
    }

    /** The area, from 36 to 37 east and 32 to 33 north, and the truce in it. */
    public List<Entry> yardstick() {
        Agreement.Words words = new Agreement.Words("The truce", Optional.of("الهدنة"));
        Agreement.Citation cited =
                new Agreement.Citation(List.of("a page"), Agreement.Certainty.REPORTED);
        Optional<Moment> noon = Moment.find("2017-07-09T12:00");
        return List.of(
                new Entry.AreaOutline(
                        register,
                        AREA,
                        ENTERED,
                        AREA,
                        "The square",
                        Optional.empty(),
                        Optional.empty(),
                        noon,
                        Optional.empty(),
                        1000,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "{\"type\":\"Polygon\",\"coordinates\":"
                                + "[[[36,32],[37,32],[37,33],[36,33],[36,32]]]}",
                        Optional.empty()),
                new Entry.AgreementText(
                        register,
                        "truce",
                        ENTERED,
                        new Agreement(
                                "truce",
                                words,
                                ZoneId.of("Asia/Damascus"),
                                Optional.empty(),
                                noon,
                                Optional.empty(),
                                List.of("reds", "blues"),
                                List.of(),
                                List.of("wolves"),
                                List.of(new Agreement.AreaTerms(
                                        AREA,
                                        List.of(new Agreement.ReadingTerms(
                                                Optional.empty(),
                                                Optional.empty(),
                                                List.of("Squareland"),
                                                List.of())))),
                                ACTORS.stream()
                                        .filter(id -> !id.isEmpty())
                                        .map(id -> new Agreement.Actor(
                                                id,
                                                new Agreement.Words("the " + id, Optional.empty()),
                                                List.of(),
                                                Optional.empty()))
                                        .toList(),
                                List.of(),
                                List.of(new Agreement.Prohibition(
                                        "no-force",
                                        words,
                                        cited,
                                        List.of(
                                                ActGroup.AIR_ATTACK,
                                                ActGroup.SHELLING,
                                                ActGroup.GROUND_FIRE),
                                        List.of(List.of("reds"), List.of("blues")),
                                        List.of(),
                                        List.of(AREA))))));
    }

    /** One to six new entries. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            String id = id("R");
            entries.add(
                    switch (random.nextInt(8)) {
                        case 0 -> new Entry.CalmReport(register, id, ENTERED, account());
                        case 1 -> tally(id);
                        default -> report(id);
                    });
        }
        return entries;
    }

    private String id(String prefix) {
        return prefix + Long.toHexString(random.nextLong());
    }

    private Entry tally(String id) {
        return new Entry.Tally(
                register,
                id,
                ENTERED,
                Optional.of(day()),
                secret("page"),
                "reds",
                Optional.of("Squareland"),
                random.nextInt(9),
                OptionalInt.empty(),
                Optional.of(secret("note")));
    }

    private Entry.Report report(String id) {
        Participants participants = random.nextInt(3) == 0
                ? new Participants.Fighting(pick(ACTORS), pick(ACTORS))
                : new Participants.Alleged(pick(ACTORS), Optional.of(secret("target")));
        return new Entry.Report(
                register,
                id,
                ENTERED,
                account(),
                pick(TYPES),
                OptionalInt.empty(),
                participants,
                Casualties.NOT_SAID,
                Optional.empty(),
                Optional.empty());
    }

    private Account account() {
        LocalDate day = day();
        Moment moment = Moment.get(day.toString());
        String point = String.format(
                Locale.ROOT,
                "%.6f,%.6f",
                31.9 + 1.2 * random.nextDouble(),
                35.9 + 1.2 * random.nextDouble());
        return new Account(
                secret("source " + random.nextInt(4)),
                Optional.empty(),
                Optional.of(secret("page")),
                Optional.of(day.plusDays(random.nextInt(5))),
                new Occurred(moment, moment, TimePrecision.DAY),
                new Place(
                        secret("place " + random.nextInt(6)),
                        Optional.of("Squareland"),
                        Optional.of(seal(point)),
                        PlacePrecision.EXACT),
                Optional.of(secret("note")));
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private Guarded secret(String text) {
        return seal(secretOf(register) + text);
    }

    private Guarded seal(String value) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return new Guarded.Open(value, HexFormat.of().formatHex(salt));
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A report as it should have been. */
    public Entry corrected(Entry.Report report) {
        return report(report.id());
    }

    /** What a person decides about reports of this register or of another. */
    public Entry decision(List<Entry.Report> reports) {
        List<DecisionAct> acts = List.of(
                DecisionAct.VERIFY, DecisionAct.DISPUTE, DecisionAct.REFUTE, DecisionAct.LINK);
        Entry.Report one = pick(reports);
        Entry.Report other = pick(reports);
        DecisionAct act = one.equals(other) ? DecisionAct.VERIFY : pick(acts);
        List<String> about = new ArrayList<>(List.of(one.register() + ":" + one.id()));
        if (act == DecisionAct.LINK) {
            about.add(other.register() + ":" + other.id());
        }
        return new Entry.Decision(
                register,
                id("DE-"),
                ENTERED,
                act,
                about,
                Optional.empty(),
                secret("person"),
                LocalDate.parse("2018-01-17"),
                "seen by two people",
                Optional.empty());
    }

    /** The decision that the protected values of a report are destroyed, some or all of them. */
    public Entry.Destruction destruction(Entry.Report report) {
        List<Hash> commitments = codec.listCommitments(report);
        List<Hash> some =
                commitments.subList(random.nextInt(commitments.size()), commitments.size());
        return new Entry.Destruction(
                register,
                id("X-"),
                ENTERED,
                "report",
                report.id(),
                some,
                "a source asked for it",
                Optional.of(secret("person")));
    }

    /** A change of keys. */
    public static Entry.RegisterKey keyChange(
            String register,
            String key,
            String keyId,
            Optional<String> recovery,
            String replaced,
            boolean revoked) {
        return new Entry.RegisterKey(
                register,
                "K-" + keyId,
                ENTERED,
                Optional.of(key),
                recovery,
                Optional.of(replaced),
                revoked,
                revoked ? "laptop lost" : "yearly");
    }
}
