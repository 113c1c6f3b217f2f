package org.truce.app.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Standard output that remembers when something could not be written: a proof or an answer that
 * went into a full disk is not to look like one that arrived.
 */
final class StandardOutput extends FilterOutputStream {
    private Optional<String> lost = Optional.empty();

    StandardOutput(OutputStream to) {
        super(to);
    }

    /**
     * What to say, where not all arrived; an empty text where whoever was reading had enough, as
     * {@code head} has.
     */
    Optional<String> lost() {
        return lost;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException refused) {
            boolean closed = String.valueOf(refused.getMessage())
                    .toLowerCase(Locale.ROOT)
                    .contains("pipe");
            lost = Optional.of(
                    closed
                            ? ""
                            : "truce: not all of the output could be written (has the disk room?):"
                                    + " do not use what arrived");
            throw refused;
        }
    }
}
