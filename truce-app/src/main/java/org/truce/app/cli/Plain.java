package org.truce.app.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Words of others on a terminal and in columns: what they wrote can neither steer the terminal nor
 * pass for a line or a column of ours.
 */
final class Plain {
    private static final char IN_PLACE = '\ufffd';

    private Plain() {}

    /** A writer on which control characters, but for the ends of lines and tabs, are replaced. */
    static PrintWriter writer(PrintWriter to, boolean flushing) {
        return new PrintWriter(new WithoutControls(to), flushing);
    }

    /** One column of a line: every control character and every end of a line is replaced. */
    static String column(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", "\ufffd");
    }

    private static final class WithoutControls extends FilterWriter {
        WithoutControls(Writer to) {
            super(to);
        }

        private static int plain(int c) {
            boolean ours = c == '\n' || c == '\r' || c == '\t';
            return c < ' ' && !ours ? IN_PLACE : c;
        }

        @Override
        public void write(int c) throws IOException {
            super.write(plain(c));
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            char[] plain = new char[length];
            for (int i = 0; i < length; i++) {
                plain[i] = (char) plain(text[from + i]);
            }
            super.write(plain, 0, length);
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            write(text.toCharArray(), from, length);
        }
    }
}
