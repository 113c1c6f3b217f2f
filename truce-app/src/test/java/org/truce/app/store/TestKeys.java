package org.truce.app.store;

import org.truce.base.Hash;
import org.truce.proof.SigningKey;
import org.truce.proof.VerifierKey;
import org.truce.record.KeyHistory;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Keys that every process of a test makes alike from the register's name; they protect nothing. */
public final class TestKeys implements KeyRing {
    @Override
    public Optional<SigningKey> find(VerifierKey key) {
        String register = URLDecoder.decode(key.name().split("/")[1], StandardCharsets.UTF_8);
        return Optional.of(key(register, "signs"))
                .filter(found -> found.verifier().equals(key));
    }

    @Override
    public Founding found(String register) {
        return new Founding(register, key(register, "signs"), key(register, "recovers"));
    }

    /** They are made anew whenever they are wanted. */
    @Override
    public void keep(Founding founding) {}

    /** The private recovery key of a register that these keys founded. */
    public static SigningKey recovery(String register) {
        return key(register, "recovers");
    }

    private static SigningKey key(String register, String use) {
        byte[] signs = seed(register, "signs");
        String origin = KeyHistory.originOf(
                register, SigningKey.of("x", signs).verifier().publicKey());
        return SigningKey.of(origin, seed(register, use));
    }

    private static byte[] seed(String register, String use) {
        return Hash.of((use + " " + register).getBytes(StandardCharsets.UTF_8)).bytes();
    }
}
