package org.truce.proof;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** A private key (Ed25519, RFC 8032) with the name it signs under. It never shows itself. */
public final class SigningKey {
    private final Ed25519PrivateKeyParameters secret;
    private final VerifierKey verifier;

    private SigningKey(String name, Ed25519PrivateKeyParameters secret) {
        this.secret = secret;
        verifier = new VerifierKey(name, secret.generatePublicKey().getEncoded());
    }

    /**
     * The key that grows from 32 random bytes.
     *
     * @param seed 32 bytes that nobody else knows
     */
    public static SigningKey of(String name, byte[] seed) {
        if (seed.length != Ed25519PrivateKeyParameters.KEY_SIZE) {
            throw new IllegalArgumentException("a private key grows from 32 bytes");
        }
        return new SigningKey(name, new Ed25519PrivateKeyParameters(seed));
    }

    /** The public half. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The 32 bytes it grew from, to be kept under lock. */
    public byte[] seed() {
        return secret.getEncoded();
    }

    /** 64 bytes. */
    public byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, secret);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    @Override
    public String toString() {
        return "[private key of " + verifier.name() + "]";
    }
}
