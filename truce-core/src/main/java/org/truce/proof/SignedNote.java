package org.truce.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A text and who signed it (C2SP signed-note).
 *
 * @param body what is signed; ends in a line feed
 * @param signatures at least one
 */
public record SignedNote(String body, List<Signature> signatures) {
    private static final int LONGEST = 1_000_000;
    private static final int MOST_SIGNATURES = 100;
    private static final String DASH = "\u2014 ";

    public SignedNote {
        signatures = List.copyOf(signatures);
        boolean printable = body.chars().allMatch(c -> c == '\n' || (c >= 0x20 && c != 0x7f));
        if (!body.endsWith("\n") || !printable || signatures.isEmpty()) {
            throw damaged();
        }
    }

    /**
     * One signature.
     *
     * @param keyId 8 hexadecimal digits
     */
    public record Signature(String name, String keyId, byte[] signature) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Signature one
                    && name.equals(one.name)
                    && keyId.equals(one.keyId)
                    && Arrays.equals(signature, one.signature);
        }

        @Override
        public int hashCode() {
            return 31 * keyId.hashCode() + Arrays.hashCode(signature);
        }
    }

    /** Signs a text. */
    public static SignedNote sign(String body, SigningKey key) {
        byte[] signature = key.sign(body.getBytes(StandardCharsets.UTF_8));
        VerifierKey verifier = key.verifier();
        return new SignedNote(
                body, List.of(new Signature(verifier.name(), verifier.id(), signature)));
    }

    public String text() {
        StringBuilder text = new StringBuilder(body).append('\n');
        for (Signature one : signatures) {
            byte[] id = HexFormat.of().parseHex(one.keyId());
            byte[] whole = Arrays.copyOf(id, id.length + one.signature().length);
            System.arraycopy(one.signature(), 0, whole, id.length, one.signature().length);
            text.append(DASH)
                    .append(one.name())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(whole))
                    .append('\n');
        }
        return text.toString();
    }

    /** From its text; throws {@link IllegalArgumentException} for anything else. */
    public static SignedNote parse(String text) {
        int blank = text.lastIndexOf("\n\n");
        if (text.length() > LONGEST || blank < 0 || !text.endsWith("\n")) {
            throw damaged();
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : text.substring(blank + 2, text.length() - 1).split("\n", -1)) {
            signatures.add(signature(line));
            if (signatures.size() > MOST_SIGNATURES) {
                throw damaged();
            }
        }
        return new SignedNote(text.substring(0, blank + 1), signatures);
    }

    private static Signature signature(String line) {
        int gap = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || gap < DASH.length()) {
            throw damaged();
        }
        String name = line.substring(DASH.length(), gap);
        String base64 = line.substring(gap + 1);
        byte[] whole;
        try {
            whole = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw damaged();
        }
        // One spelling only: a changed bit must not read as the same signature.
        boolean canonical = Base64.getEncoder().encodeToString(whole).equals(base64);
        if (!VerifierKey.isName(name) || whole.length < 5 || !canonical) {
            throw damaged();
        }
        return new Signature(
                name,
                HexFormat.of().formatHex(whole, 0, 4),
                Arrays.copyOfRange(whole, 4, whole.length));
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException(
                "this is not a signed note: a text, an empty line, and lines of signatures");
    }

    public boolean isSignedBy(VerifierKey key) {
        byte[] message = body.getBytes(StandardCharsets.UTF_8);
        return signatures.stream()
                .anyMatch(one -> one.name().equals(key.name())
                        && one.keyId().equals(key.id())
                        && one.signature().length == 64
                        && key.verifies(message, one.signature()));
    }

    /** The first of the keys that signed it. */
    public Optional<VerifierKey> findSigner(Collection<VerifierKey> keys) {
        return keys.stream().filter(this::isSignedBy).findFirst();
    }
}
