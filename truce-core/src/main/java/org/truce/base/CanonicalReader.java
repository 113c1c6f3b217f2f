package org.truce.base;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what {@link CanonicalWriter} writes, and nothing else: no blanks, no other spelling of a
 * text or number. So bytes that were read are the bytes that would be written. Every method throws
 * {@link IllegalArgumentException}, never showing what it read, where something else stands.
 */
public final class CanonicalReader {
    private final byte[] bytes;
    private final Shared shared;
    private int at;

    /** @param shared where texts that occur again and again are kept once */
    public CanonicalReader(byte[] bytes, Shared shared) {
        this.bytes = bytes;
        this.shared = shared;
    }

    /** Whether {@code sign} stands here; if so it is passed. */
    public boolean accept(char sign) {
        if (at < bytes.length && bytes[at] == sign) {
            at++;
            return true;
        }
        return false;
    }

    public void expect(char sign) {
        if (!accept(sign)) {
            throw notCanonical();
        }
    }

    /** Whether these bytes stand here; if so they are passed. */
    public boolean accept(byte[] expected) {
        int end = at + expected.length;
        if (end <= bytes.length && Arrays.equals(bytes, at, end, expected, 0, expected.length)) {
            at = end;
            return true;
        }
        return false;
    }

    /** Whether a text stands here. */
    public boolean atText() {
        return at < bytes.length && bytes[at] == '"';
    }

    public void expectEnd() {
        if (at != bytes.length) {
            throw notCanonical();
        }
    }

    public String text() {
        expect('"');
        int from = at;
        int end = closing();
        at = end + 1;
        if (isPlain(from, end)) {
            return shared.text(bytes, from, end);
        }
        return decoded(from, end);
    }

    /** Where the quotation mark stands that ends the text that begins here. */
    private int closing() {
        for (int i = at; i < bytes.length; i++) {
            if (bytes[i] == '"') {
                return i;
            }
            if (bytes[i] == '\\') {
                i++;
            }
        }
        throw notCanonical();
    }

    private boolean isPlain(int from, int end) {
        for (int i = from; i < end; i++) {
            if ((bytes[i] & 0xff) < 0x20 || bytes[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    private String decoded(int from, int end) {
        StringBuilder text = new StringBuilder(end - from);
        int run = from;
        for (int i = from; i < end; i++) {
            if (bytes[i] == '\\') {
                text.append(utf8(run, i));
                i++;
                text.append(escaped(i));
                if (bytes[i] == 'u') {
                    i += 4;
                }
                run = i + 1;
            }
        }
        text.append(utf8(run, end));
        String whole = text.toString();
        CanonicalWriter again = new CanonicalWriter();
        again.text(whole);
        // One spelling only: what is written again must be what was read.
        byte[] spelling = again.toBytes();
        if (!Arrays.equals(bytes, from, end, spelling, 1, spelling.length - 1)) {
            throw notCanonical();
        }
        return whole;
    }

    private String utf8(int from, int end) {
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    private char escaped(int i) {
        if (bytes[i] == 'u') {
            if (i + 4 >= bytes.length) {
                throw notCanonical();
            }
            try {
                return (char) Integer.parseInt(utf8(i + 1, i + 5), 16);
            } catch (NumberFormatException notHex) {
                throw notCanonical();
            }
        }
        int at = CanonicalJson.SHORT_ESCAPES.indexOf(bytes[i]);
        if (at < 0) {
            throw notCanonical();
        }
        return CanonicalJson.SHORT_ESCAPED.charAt(at);
    }

    public long number() {
        int from = at;
        if (at < bytes.length && bytes[at] == '-') {
            at++;
        }
        int digits = at;
        long number = 0;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            number = number * 10 + bytes[at] - '0';
            at++;
            if (number > CanonicalJson.LARGEST) {
                throw notCanonical();
            }
        }
        boolean negative = digits > from;
        if (at == digits
                || (bytes[digits] == '0' && at > digits + 1)
                || (negative && number == 0)) {
            throw notCanonical();
        }
        return negative ? -number : number;
    }

    public boolean bool() {
        if (accept(TRUE)) {
            return true;
        }
        if (accept(FALSE)) {
            return false;
        }
        throw notCanonical();
    }

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    /** 16 hexadecimal digits. */
    public long hexLong() {
        if (at + 16 > bytes.length) {
            throw notCanonical();
        }
        at += 16;
        return Hash.quarter(bytes, at - 16);
    }

    /** 64 hexadecimal digits in quotation marks. */
    public Hash hash() {
        expect('"');
        if (at + 2 * Hash.BYTES > bytes.length) {
            throw notCanonical();
        }
        Hash hash = Hash.readHex(bytes, at);
        at += 2 * Hash.BYTES;
        expect('"');
        return hash;
    }

    /**
     * The text that a member of the object that begins here has, without passing anything; empty
     * text when there is no such member, or it is no text.
     *
     * @param name the member's name in quotation marks, with its colon
     */
    public String peekText(byte[] name) {
        int was = at;
        int depth = 0;
        while (at < bytes.length) {
            byte b = bytes[at];
            if (b == '"') {
                if (depth == 1 && accept(name)) {
                    String text = atText() ? text() : "";
                    at = was;
                    return text;
                }
                at++;
                at = closing();
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                depth--;
            }
            at++;
        }
        at = was;
        return "";
    }

    /** What is thrown where something else stands than may. */
    public static IllegalArgumentException notCanonical() {
        return new IllegalArgumentException("these bytes are not canonical JSON of this form");
    }
}
