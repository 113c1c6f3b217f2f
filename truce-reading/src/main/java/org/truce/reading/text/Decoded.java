package org.truce.reading.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bytes as text. UTF-8 unless a mark at the start or the bytes themselves say otherwise: UTF-16 by
 * its mark or by its zeros; windows-1251 and windows-1256 by which of the two gives the commonest
 * letters of Russian or Arabic, windows-1252 else. Bytes that fit no character become U+FFFD, one
 * code point each run, and are counted.
 *
 * @param text without the mark at the start
 * @param encoding the name of the encoding, as IANA writes it
 * @param marked whether a mark at the start named it
 * @param replaced how many runs of bytes fit no character
 */
public record Decoded(String text, String encoding, boolean marked, int replaced) {
    private static final int SAMPLE_BYTES = 1 << 16;
    private static final double MOST_BROKEN_SHARE = 0.02;
    private static final String RUSSIAN = "оеаинтсрвл";
    private static final String ARABIC = "اليمنوترب";

    /** Decodes bytes; any bytes at all give a text. */
    public static Decoded of(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8, true);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE, true);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE, true);
        }
        Optional<Charset> wide = utf16(bytes);
        if (wide.isPresent()) {
            return decode(bytes, 0, wide.get(), false);
        }
        if (isUtf8(bytes)) {
            return new Decoded(new String(bytes, StandardCharsets.UTF_8), "UTF-8", false, 0);
        }
        Decoded broken = decode(bytes, 0, StandardCharsets.UTF_8, false);
        return isMostlyUtf8(bytes, broken) ? broken : decode(bytes, 0, singleByte(bytes), false);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Decoded decode(byte[] bytes, int from, Charset charset, boolean marked) {
        String text = new String(bytes, from, bytes.length - from, charset);
        int replaced = (int) text.chars().filter(c -> c == '\uFFFD').count();
        return new Decoded(text, charset.name(), marked, replaced);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }

    /** Text of Latin letters in UTF-16 without a mark has a zero in every other byte. */
    private static Optional<Charset> utf16(byte[] bytes) {
        int looked = Math.min(bytes.length, SAMPLE_BYTES) / 2 * 2;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < looked; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        int half = looked / 2;
        if (half < 4) {
            return Optional.empty();
        }
        if (odd > half * 0.6 && even < half * 0.1) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return even > half * 0.6 && odd < half * 0.1
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    /** Whether what is no UTF-8 is little beside what is. */
    private static boolean isMostlyUtf8(byte[] bytes, Decoded decoded) {
        int beyond = 0;
        for (byte b : bytes) {
            beyond += b < 0 ? 1 : 0;
        }
        boolean few = decoded.replaced() <= bytes.length * MOST_BROKEN_SHARE;
        long letters =
                decoded.text().chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
        return few && letters > decoded.replaced() && beyond > 0;
    }

    private static Charset singleByte(byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE_BYTES);
        Charset cyrillic = Charset.forName("windows-1251");
        Charset arabic = Charset.forName("windows-1256");
        int russian = common(new String(bytes, 0, length, cyrillic), RUSSIAN);
        int arab = common(new String(bytes, 0, length, arabic), ARABIC);
        // In a text of Latin letters with accents either would find a few by chance.
        int enough = Math.max(8, length / 20);
        if (Math.max(russian, arab) < enough) {
            return Charset.forName("windows-1252");
        }
        return russian >= arab ? cyrillic : arabic;
    }

    private static int common(String text, String letters) {
        return (int) text.chars().filter(c -> letters.indexOf(c) >= 0).count();
    }
}
