package org.truce.app.store.sqlite;

import org.truce.base.EventType;
import org.truce.base.Moment;
import org.truce.base.Occurred;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.record.Account;
import org.truce.record.Casualties;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Guarded;
import org.truce.record.Observes;
import org.truce.record.Participants;
import org.truce.record.Place;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/** Invented entries; every protected value in them can be told by {@link #SECRETS}. */
public final class Invented {
    public static final List<String> SECRETS = List.of(
            "ObserverNimr",
            "LiaisonCell",
            "TellInvented",
            "32.625",
            "36.125",
            "WaterTower",
            "ShepherdName");
    public static final Clock CLOCK =
            Clock.fixed(Instant.parse("2018-01-17T10:00:00.123456Z"), ZoneOffset.UTC);

    private final Random random;

    /** Salts come from the seed: another seed makes the same entries with other salts. */
    public Invented(long seed) {
        random = new Random(seed);
    }

    public Entry.RegisterDeclared declared(String register) {
        return new Entry.RegisterDeclared(
                register,
                "D-1",
                new Entered(new Guarded.Clear("register.yaml"), 1),
                register,
                new Observes.Unevenly(),
                true,
                false,
                Map.of("en", List.of("thin")),
                Optional.empty());
    }

    /** A report with six protected values. */
    public Entry.Report report(String register, int number) {
        return report(register, number, "WaterTower " + number);
    }

    public Entry.Report report(String register, int number, String note) {
        LocalDate day = LocalDate.parse("2017-01-01").plusDays(number % 500);
        Account account = new Account(
                seal("ObserverNimr " + number),
                Optional.of(seal("LiaisonCell " + number)),
                Optional.empty(),
                Optional.of(day),
                new Occurred(
                        Moment.get(day.toString()), Moment.get(day.toString()), TimePrecision.DAY),
                new Place(
                        seal("TellInvented " + number),
                        Optional.of("Daraa"),
                        Optional.of(seal("32.625,36.125")),
                        PlacePrecision.EXACT),
                Optional.of(seal(note)));
        return new Entry.Report(
                register,
                "R" + number,
                new Entered(seal("InventedFile.csv"), number + 1),
                account,
                EventType.ARTILLERY_SHELLING,
                OptionalInt.of(number),
                new Participants.Alleged("unknown", Optional.empty()),
                Casualties.NOT_SAID,
                Optional.empty(),
                Optional.empty());
    }

    public List<Entry> reports(String register, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> (Entry) report(register, number))
                .toList();
    }

    public Entry rejected(String register, String id) {
        return new Entry.RejectedRow(
                register, id, new Entered(seal("BadFile.csv"), 2), "lat", seal("ShepherdName"));
    }

    private Guarded seal(String value) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return new Guarded.Open(value, HexFormat.of().formatHex(salt));
    }
}
