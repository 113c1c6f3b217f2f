package org.truce.bench;

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
import org.truce.record.Participants;
import org.truce.record.Place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Reports of the shape and size that the bundled sample has: five protected values each, about 850
 * bytes. The same seed makes the same reports.
 */
final class InventedReports {
    private static final LocalDate FIRST_DAY = LocalDate.parse("2016-07-01");
    private static final int DAYS = 1_400;
    private static final String[] TOWNS = {
        "Tall Mahjar", "Ayn Lawz", "Kafr Zaytun", "Bir Salam", "Khirbat Tut", "Umm Rumman"
    };
    private static final String[] PROVINCES = {"Daraa", "Quneitra", "As-Suwayda", "Idlib", "Homs"};
    private static final String[] SOURCES = {"Observer A", "Observer B", "Bulletin C", "Camera D"};
    private static final EventType[] TYPES = {
        EventType.ARTILLERY_SHELLING, EventType.ARMED_CLASH, EventType.AIRSTRIKE
    };

    private final SplittableRandom random;
    private final Guarded file;

    InventedReports(long seed) {
        random = new SplittableRandom(seed);
        file = sealed("invented.csv");
    }

    /** Reports number {@code first} to {@code last} of a register, both inside. */
    List<Entry> list(String register, long first, long last) {
        List<Entry> reports = new ArrayList<>();
        for (long number = first; number <= last; number++) {
            reports.add(report(register, number));
        }
        return reports;
    }

    private Entry report(String register, long number) {
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
        Moment moment = Moment.get(day.toString());
        Account account = new Account(
                sealed(one(SOURCES)),
                Optional.empty(),
                Optional.of(sealed("https://bulletin.example/" + number)),
                Optional.of(day.plusDays(1)),
                new Occurred(moment, moment, TimePrecision.DAY),
                new Place(
                        sealed(one(TOWNS)),
                        Optional.of(one(PROVINCES)),
                        Optional.of(sealed("32.%03d,36.%03d"
                                .formatted(random.nextInt(1_000), random.nextInt(1_000)))),
                        PlacePrecision.TOWN),
                Optional.of(sealed("shells landed near the market, row " + number)));
        return new Entry.Report(
                register,
                "R" + number,
                new Entered(file, (int) number + 1),
                account,
                one(TYPES),
                OptionalInt.of(random.nextInt(1, 20)),
                new Participants.Alleged("Syrian government forces", Optional.empty()),
                Casualties.NOT_SAID,
                Optional.empty(),
                Optional.empty());
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    private Guarded sealed(String value) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return new Guarded.Open(value, HexFormat.of().formatHex(salt));
    }
}
