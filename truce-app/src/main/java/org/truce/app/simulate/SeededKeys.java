package org.truce.app.simulate;

import org.truce.app.store.KeyRing;
import org.truce.base.Hash;
import org.truce.proof.SigningKey;
import org.truce.proof.VerifierKey;
import org.truce.record.KeyHistory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of all registers of one world; they grow from its seed and protect nothing. */
final class SeededKeys implements KeyRing {
    private final long seed;
    private final Map<VerifierKey, SigningKey> all = new LinkedHashMap<>();
    private int made;

    SeededKeys(long seed) {
        this.seed = seed;
    }

    @Override
    public Optional<SigningKey> find(VerifierKey key) {
        return Optional.ofNullable(all.get(key));
    }

    @Override
    public Founding found(String register) {
        byte[] bytes = fresh();
        SigningKey unnamed = SigningKey.of("unnamed", bytes);
        String origin = KeyHistory.originOf(register, unnamed.verifier().publicKey());
        return new Founding(register, SigningKey.of(origin, bytes), SigningKey.of(origin, fresh()));
    }

    @Override
    public void keep(Founding founding) {
        keep(founding.key());
        keep(founding.recovery());
    }

    /** A further key of a log. */
    SigningKey newKey(String origin) {
        return keep(SigningKey.of(origin, fresh()));
    }

    private SigningKey keep(SigningKey key) {
        all.put(key.verifier(), key);
        return key;
    }

    private byte[] fresh() {
        made++;
        return Hash.of(("key %d of %d".formatted(made, seed)).getBytes(StandardCharsets.US_ASCII))
                .bytes();
    }

    /** The private halves of the keys that a log no longer signs with, oldest first. */
    List<SigningKey> listReplaced(KeyHistory history) {
        List<SigningKey> replaced = new ArrayList<>();
        for (VerifierKey key : history.listKeys()) {
            if (!history.current().equals(Optional.of(key))) {
                find(key).ifPresent(replaced::add);
            }
        }
        return replaced;
    }
}
