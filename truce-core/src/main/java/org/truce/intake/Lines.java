package org.truce.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The physical lines of a stream, one at a time, in memory that does not grow with the file: what a
 * line holds beyond {@link #MAX_BYTES} is passed over. A line ends in LF, CR LF or CR. When the
 * stream breaks, the last line says so.
 */
final class Lines {
    static final int MAX_BYTES = 1 << 20;
    private static final int SHOWN_BYTES = 1_000;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[1 << 10];
    private int length;
    private long number;
    private boolean finished;

    Lines(InputStream in) {
        this.in = in;
    }

    Optional<Line> next() {
        if (finished) {
            return Optional.empty();
        }
        number++;
        length = 0;
        try {
            return readLine();
        } catch (IOException broken) {
            finished = true;
            int shown = Math.min(length, SHOWN_BYTES);
            return Optional.of(new Line(number, decoded(shown), "", Line.Flaw.BROKEN_OFF));
        }
    }

    private Optional<Line> readLine() throws IOException {
        boolean tooLong = false;
        while (true) {
            if (at == end && !fill()) {
                finished = true;
                return length == 0 ? Optional.empty() : Optional.of(line("", tooLong));
            }
            int stop = endOfLine();
            if (length + stop - at > MAX_BYTES) {
                tooLong = true;
            }
            append(stop, tooLong ? SHOWN_BYTES : MAX_BYTES);
            at = stop;
            if (stop < end) {
                return Optional.of(line(ending(), tooLong));
            }
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private int endOfLine() {
        int i = at;
        while (i < end && buffer[i] != '\n' && buffer[i] != '\r') {
            i++;
        }
        return i;
    }

    private void append(int stop, int limit) {
        int more = Math.max(0, Math.min(stop - at, limit - length));
        if (length + more > line.length) {
            line = Arrays.copyOf(
                    line, Math.min(MAX_BYTES, Math.max(2 * line.length, length + more)));
        }
        System.arraycopy(buffer, at, line, length, more);
        length += more;
    }

    private String ending() throws IOException {
        boolean carriageReturn = buffer[at++] == '\r';
        if (!carriageReturn) {
            return "\n";
        }
        if ((at < end || fill()) && buffer[at] == '\n') {
            at++;
            return "\r\n";
        }
        return "\r";
    }

    private Line line(String ending, boolean tooLong) {
        if (tooLong) {
            String text = decoded(Math.min(length, SHOWN_BYTES)) + " …";
            return new Line(number, text, ending, Line.Flaw.TOO_LONG);
        }
        String text = decoded(length);
        return new Line(number, text, ending, flaw(text));
    }

    private String decoded(int bytes) {
        return new String(line, 0, bytes, StandardCharsets.UTF_8);
    }

    private Line.Flaw flaw(String text) {
        // The replacement character may be a reader's doing or stand in the file itself.
        if (text.indexOf('\uFFFD') >= 0 && !isUtf8()) {
            return Line.Flaw.NOT_UTF8;
        }
        return text.indexOf('\0') >= 0 ? Line.Flaw.ZERO_BYTES : Line.Flaw.NONE;
    }

    private boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
