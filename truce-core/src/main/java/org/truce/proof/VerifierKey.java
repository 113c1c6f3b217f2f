package org.truce.proof;

import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.truce.base.Hash;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public key (Ed25519, RFC 8032) with the name it signs under, as C2SP signed-note writes it:
 * {@code name+id+base64}.
 */
public final class VerifierKey {
    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;
    private static final int ID_DIGITS = 8;
    private static final Pattern TEXT =
            Pattern.compile("([^+\\s\\p{Cntrl}]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+=*)");

    private final String name;
    private final byte[] publicKey;
    private final String id;

    /** Throws {@link IllegalArgumentException} for a name with blanks or a plus, or another key. */
    public VerifierKey(String name, byte[] publicKey) {
        if (!isName(name) || publicKey.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "a key has 32 bytes and a name without blanks and plus signs");
        }
        this.name = name;
        this.publicKey = publicKey.clone();
        byte[] typed = new byte[] {ED25519};
        id = Hash.of((name + "\n").getBytes(StandardCharsets.UTF_8), typed, publicKey)
                .hex()
                .substring(0, ID_DIGITS);
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= 1_000
                && name.chars()
                        .noneMatch(c -> Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c)
                                || c == '+');
    }

    /** From its text; throws {@link IllegalArgumentException} for anything else. */
    public static VerifierKey parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (matcher.matches()) {
            byte[] typed = decode(matcher.group(3));
            if (typed.length == KEY_BYTES + 1 && typed[0] == ED25519) {
                VerifierKey key = new VerifierKey(
                        matcher.group(1), Arrays.copyOfRange(typed, 1, typed.length));
                if (key.id().equals(matcher.group(2)) && key.text().equals(text.strip())) {
                    return key;
                }
            }
        }
        throw new IllegalArgumentException(
                "this is not a public key: it looks like name+1a2b3c4d+AbC..., as 'truce register"
                        + " list' prints it");
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    public String name() {
        return name;
    }

    /** 32 bytes. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** 8 hexadecimal digits by which signatures name it. */
    public String id() {
        return id;
    }

    public String text() {
        byte[] typed = new byte[KEY_BYTES + 1];
        typed[0] = ED25519;
        System.arraycopy(publicKey, 0, typed, 1, KEY_BYTES);
        return name + "+" + id + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /** Whether this key's private half made the signature (64 bytes). */
    public boolean verifies(byte[] message, byte[] signature) {
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(publicKey));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key
                && name.equals(key.name)
                && Arrays.equals(publicKey, key.publicKey);
    }

    @Override
    public int hashCode() {
        return HexFormat.fromHexDigits(id);
    }

    @Override
    public String toString() {
        return text();
    }
}
