package org.truce.bench;

import org.truce.app.store.KeyRing;
import org.truce.base.Hash;
import org.truce.proof.SigningKey;
import org.truce.proof.VerifierKey;
import org.truce.record.KeyHistory;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keys without files and passphrases, which are not what is measured. */
final class BenchKeys implements KeyRing {
    private final Map<VerifierKey, SigningKey> keys = new HashMap<>();

    @Override
    public synchronized Optional<SigningKey> find(VerifierKey key) {
        return Optional.ofNullable(keys.get(key));
    }

    @Override
    public Founding found(String register) {
        byte[] seed = seed("signs " + register);
        String origin = KeyHistory.originOf(
                register, SigningKey.of("unnamed", seed).verifier().publicKey());
        return new Founding(
                register,
                SigningKey.of(origin, seed),
                SigningKey.of(origin, seed("recovers " + register)));
    }

    @Override
    public synchronized void keep(Founding founding) {
        keys.put(founding.key().verifier(), founding.key());
    }

    private static byte[] seed(String of) {
        return Hash.of(of.getBytes(StandardCharsets.UTF_8)).bytes();
    }
}
