package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Files larger than any heap, and files made to be slow. */
@Timeout(60)
final class HugeFileTest {
    private static final long TWO_GB = 2_200_000_000L;

    /** So many times the same byte, without holding them. */
    private static InputStream bytes(char value, long count) {
        return new InputStream() {
            private long left = count;

            @Override
            public int read() {
                return left-- > 0 ? value : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int n = (int) Math.min(left, length);
                Arrays.fill(into, offset, offset + n, (byte) value);
                left -= n;
                return n;
            }
        };
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(chars = {'\0', '"', ' '})
    void aLineOfTwoGigabytesCostsOnlyItself(char value) {
        ReportRow row = new ReportRow("R1");
        Taken taken = Taken.from(
                Format.REPORTS,
                new SequenceInputStream(Collections.enumeration(List.of(
                        text(row.header() + "\n" + row.line() + "\n"),
                        bytes(value, TWO_GB),
                        text("\n" + new ReportRow("R2").line() + "\n")))));
        assertThat(taken.ids()).containsExactly("R1", "R2");
        assertThat(taken.onlyDefect().line()).isEqualTo(3);
        assertThat(taken.onlyDefect().problem()).isEqualTo("a line of more than 1 MiB");
        assertThat(taken.onlyDefect().original()).hasSizeLessThan(1_100);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"REPORTS", "AREAS", "AGREEMENT"})
    void twoGigabytesOfZerosAreOneDefect(Format format) {
        Taken taken = Taken.from(format, bytes('\0', TWO_GB));
        assertThat(taken.entries()).isEmpty();
        assertThat(taken.defects()).hasSizeBetween(1, 2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"REGISTER", "AREAS", "AGREEMENT"})
    void hugeNestingIsADefect(Format format) {
        for (char open : new char[] {'[', '{', ' ', '\n', '"', '-'}) {
            Taken taken = Taken.from(
                    format,
                    new SequenceInputStream(
                            text(format == Format.AREAS ? "{\"features\":[" : ""),
                            bytes(open, TWO_GB)));
            assertThat(taken.entries()).isEmpty();
            assertThat(taken.defects()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"two", "x\",\"", "\"\n\"\""})
    void manyOpenQuotationMarksAreNotSquared(String line) {
        String header = new ReportRow("R").header();
        assertTimeout(Duration.ofSeconds(20), () -> {
            Taken taken = Taken.from(Format.REPORTS, header + "\n" + (line + "\n").repeat(100_000));
            assertThat(taken.entries()).isEmpty();
            assertThat(taken.defects()).hasSizeBetween(50_000, 200_000);
        });
    }
}
