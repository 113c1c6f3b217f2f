package org.truce.record;

import org.truce.base.Hash;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One invented entry of every kind that is about the record itself. */
public final class OneOfRecord {
    private static final String REGISTER = OneOfEach.REGISTER;
    private static final LocalDate DAY = LocalDate.parse("2018-01-20");

    /** SHA-256 of the three letters abc (FIPS 180-2, appendix B.1). */
    private static final Hash ABC =
            new Hash("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    private OneOfRecord() {}

    /** In the order of the golden file. */
    public static List<Entry> full() {
        return List.of(
                new Entry.RegisterKey(
                        REGISTER,
                        "K-1",
                        OneOfEach.at(13),
                        Optional.of("log+12345678+AAAA"),
                        Optional.of("log+87654321+BBBB"),
                        Optional.of("0a0b0c0d"),
                        true,
                        "laptop lost"),
                new Entry.Correction(
                        REGISTER,
                        "C-1",
                        OneOfEach.at(14),
                        "wrong day",
                        new Entry.RejectedRow(
                                REGISTER,
                                "X-1",
                                OneOfEach.at(12),
                                "lon",
                                OneOfEach.open("R9,Observer Nimr,Tell Invented", OneOfEach.SALT))),
                new Entry.Withdrawal(
                        REGISTER, "W-1", OneOfEach.at(15), "report", "R-1", "entered twice"),
                new Entry.Decision(
                        REGISTER,
                        "E-1",
                        OneOfEach.at(16),
                        DecisionAct.ATTRIBUTE,
                        List.of("pages:R1"),
                        Optional.of("gov"),
                        OneOfEach.open("Observer Nimr", OneOfEach.SALT),
                        DAY,
                        "the crater",
                        Optional.of(OneOfEach.open("a named shepherd", OneOfEach.SALT))),
                new Entry.Attachment(
                        REGISTER,
                        "A-9",
                        OneOfEach.at(17),
                        "pages:R1",
                        ABC,
                        3,
                        "image/jpeg",
                        OneOfEach.open("Tell Invented", OneOfEach.SALT),
                        Optional.of(OneOfEach.open("Observer Nimr", OneOfEach.SALT))),
                new Entry.Custody(
                        REGISTER,
                        "Y-1",
                        OneOfEach.at(18),
                        "A-9",
                        CustodyAct.COPY_MADE,
                        OneOfEach.open("Observer Nimr", OneOfEach.SALT),
                        DAY,
                        Optional.of(ABC),
                        Optional.of(OneOfEach.open("a named shepherd", OneOfEach.SALT))),
                new Entry.Destruction(
                        REGISTER,
                        "Z-1",
                        OneOfEach.at(19),
                        "report",
                        "R-1",
                        List.of(ABC),
                        "the source asked",
                        Optional.empty()));
    }
}
