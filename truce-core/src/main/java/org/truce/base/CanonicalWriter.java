package org.truce.base;

import java.util.Arrays;

/**
 * Writes what {@link CanonicalJson} describes straight as bytes. Whoever calls it keeps the order
 * of members and sets the signs between values.
 */
public final class CanonicalWriter {
    private static final byte[] HEX = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private byte[] bytes = new byte[1_024];
    private int size;

    /** One sign of the grammar: a bracket, brace, colon or comma. */
    public void sign(char sign) {
        reserve(1);
        bytes[size++] = (byte) sign;
    }

    /** Bytes that are canonical already. */
    public void raw(byte[] canonical) {
        reserve(canonical.length);
        System.arraycopy(canonical, 0, bytes, size, canonical.length);
        size += canonical.length;
    }

    /**
     * A whole number. Throws {@link IllegalArgumentException} beyond 2^53 - 1, which not every
     * reader of JSON keeps.
     */
    public void number(long number) {
        if (Math.abs(number) > CanonicalJson.LARGEST) {
            throw new IllegalArgumentException("write a number that large as text: " + number);
        }
        ascii(Long.toString(number));
    }

    public void bool(boolean value) {
        ascii(value ? "true" : "false");
    }

    private void ascii(String plain) {
        reserve(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            bytes[size++] = (byte) plain.charAt(i);
        }
    }

    /** 64 hexadecimal digits in quotation marks. */
    public void hash(Hash hash) {
        reserve(2 * Hash.BYTES + 2);
        bytes[size++] = '"';
        hash.writeHex(bytes, size);
        size += 2 * Hash.BYTES;
        bytes[size++] = '"';
    }

    /**
     * A text in quotation marks. Throws {@link IllegalArgumentException}, without showing it, when
     * it holds half of a surrogate pair.
     */
    public void text(String text) {
        int length = text.length();
        // The most that a code unit becomes: a control character, \u001f.
        reserve(6 * length + 2);
        bytes[size++] = '"';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
                bytes[size++] = (byte) c;
            } else if (c < 0x80) {
                escape(c);
            } else if (c < 0x800) {
                bytes[size++] = (byte) (0xc0 | (c >> 6));
                bytes[size++] = (byte) (0x80 | (c & 0x3f));
            } else if (Character.isSurrogate(c)) {
                // Half a character, and programs would write it differently.
                if (!Character.isHighSurrogate(c)
                        || i + 1 == length
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new IllegalArgumentException(
                            "a text holds half a character (an unpaired surrogate)");
                }
                i++;
                supplementary(Character.toCodePoint(c, text.charAt(i)));
            } else {
                bytes[size++] = (byte) (0xe0 | (c >> 12));
                bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
                bytes[size++] = (byte) (0x80 | (c & 0x3f));
            }
        }
        bytes[size++] = '"';
    }

    private void supplementary(int point) {
        bytes[size++] = (byte) (0xf0 | (point >> 18));
        bytes[size++] = (byte) (0x80 | ((point >> 12) & 0x3f));
        bytes[size++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        bytes[size++] = (byte) (0x80 | (point & 0x3f));
    }

    private void escape(char c) {
        int at = CanonicalJson.SHORT_ESCAPED.indexOf(c);
        bytes[size++] = '\\';
        if (at >= 0) {
            bytes[size++] = (byte) CanonicalJson.SHORT_ESCAPES.charAt(at);
        } else {
            bytes[size++] = 'u';
            bytes[size++] = '0';
            bytes[size++] = '0';
            bytes[size++] = HEX[c >> 4];
            bytes[size++] = HEX[c & 0xf];
        }
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
