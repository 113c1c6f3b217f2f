package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.record.Entry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Damaged copies of the sample: nothing throws, and no line of a table is lost. */
final class FuzzTest {
    private static final int ROUNDS = 60;
    private static final byte[] NASTY =
            "\"\"\n\r,;\t\0\u00ff{}[]:-*&#'\\".getBytes(StandardCharsets.ISO_8859_1);

    @ParameterizedTest
    @CsvSource({
        "REPORTS, reports.csv, 1",
        "TALLIES, tallies.csv, 2",
        "TOTALS, aggregates.csv, 3",
        "COUNTS, lethal-events-by-month.csv, 4",
        "STATEMENTS, statements.csv, 5"
    })
    void noLineOfADamagedTableIsLost(Format format, String file, long seed) {
        byte[] good = Taken.bytes(Taken.SAMPLE.resolve(file));
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bad = damaged(good, random);
            String as = "seed %d, round %d, %s".formatted(seed, round, file);
            Taken taken = Taken.from(format, bad);
            Intake.recognise(Arrays.copyOf(bad, Math.min(bad.length, 1 << 16)));
            assertThat(taken.entries().size() + taken.defects().size()).as(as).isPositive();
            if (!taken.entries().isEmpty()) {
                assertThat(linesNotTaken(bad, taken)).as(as).isEmpty();
            }
        }
    }

    /** Lines, after the header, that say something and lie neither in an entry nor in a defect. */
    private static List<Integer> linesNotTaken(byte[] bytes, Taken taken) {
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n|\r|\n", -1);
        Set<Integer> starts = new HashSet<>();
        taken.entries().forEach(entry -> starts.add((int) entry.entered().line()));
        Set<Integer> covered = new HashSet<>();
        for (Defect defect : taken.defects()) {
            int count = defect.original().split("\r\n|\r|\n", -1).length;
            for (int i = 0; i < count; i++) {
                covered.add((int) defect.line() + i);
            }
        }
        List<Integer> lost = new ArrayList<>();
        boolean inEntry = false;
        for (int number = 2; number <= lines.length; number++) {
            boolean blank =
                    lines[number - 1].chars().allMatch(c -> (c <= ' ' && c != 0) || c == ',');
            if (covered.contains(number)) {
                inEntry = false;
            } else if (starts.contains(number)) {
                // Only an entry that a quotation mark leaves open may cover lines after its own.
                inEntry = lines[number - 1].indexOf('"') >= 0;
            } else if (!blank && !inEntry) {
                lost.add(number);
            }
        }
        return lost;
    }

    @ParameterizedTest
    @CsvSource({
        "AREAS, areas.geojson, 11",
        "AGREEMENT, agreements/2017-07-07-understanding.yaml, 12",
        "REGISTER, register.yaml, 13"
    })
    void aDamagedDocumentIsTakenInOrRefusedWithReason(Format format, String file, long seed) {
        byte[] good = Taken.bytes(Taken.SAMPLE.resolve(file));
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Taken taken = Taken.from(format, damaged(good, random));
            String as = "seed %d, round %d, %s".formatted(seed, round, file);
            assertThat(taken.entries().size() + taken.defects().size()).as(as).isPositive();
            assertThat(taken.defects()).as(as).allSatisfy(defect -> {
                assertThat(defect.problem()).isNotBlank();
                assertThat(defect.todo()).isNotBlank();
                assertThat(defect.line()).isPositive();
            });
            for (Entry entry : taken.entries()) {
                new org.truce.record.EntryCodec().seal(entry);
            }
        }
    }

    /** One to eight changes: bytes replaced, removed, repeated or put in, or the end cut off. */
    static byte[] damaged(byte[] good, Random random) {
        byte[] bytes = good;
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
            byte[] piece = switch (random.nextInt(6)) {
                case 0 -> new byte[0];
                case 1 -> new byte[] {NASTY[random.nextInt(NASTY.length)]};
                case 2 -> new byte[] {(byte) random.nextInt(256)};
                case 3 -> twice(Arrays.copyOfRange(bytes, at, at + length));
                case 4 -> randomBytes(random, length);
                default -> {
                    if (random.nextInt(10) == 0) {
                        length = bytes.length - at;
                    }
                    yield new byte[0];
                }
            };
            bytes = spliced(bytes, at, length, piece);
            if (bytes.length == 0) {
                return good;
            }
        }
        return bytes;
    }

    private static byte[] twice(byte[] piece) {
        return spliced(piece, 0, 0, piece);
    }

    private static byte[] randomBytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] piece) {
        byte[] result = new byte[bytes.length - removed + piece.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(piece, 0, result, at, piece.length);
        System.arraycopy(
                bytes, at + removed, result, at + piece.length, bytes.length - at - removed);
        return result;
    }
}
