package org.truce.app.store;

import org.truce.proof.SigningKey;
import org.truce.proof.VerifierKey;

import java.util.Optional;

/** The private keys at hand on this machine. */
public interface KeyRing {
    /** The private half of a key, when it is here. */
    Optional<SigningKey> find(VerifierKey key);

    /** New keys for a register that is new here; nothing of them is kept yet. */
    Founding found(String register);

    /**
     * Keeps new keys durably before this returns. Asked for last before the founding is committed,
     * so that one that is refused leaves no keys, and one that is committed has its keys.
     */
    void keep(Founding founding);

    /**
     * How many entries of a log the keys here have signed, where they remember it; else 0. A store
     * with fewer is an older state put back: signing on it would make a second history.
     */
    default long findSigned(String origin) {
        return 0;
    }

    /** To be remembered: a log's signed state of so many entries is durable. */
    default void rememberSigned(String origin, long entries) {}

    /**
     * What a log begins with.
     *
     * @param key signs from the first entry on
     * @param recovery may change keys; should be kept apart
     */
    record Founding(String register, SigningKey key, SigningKey recovery) {}
}
