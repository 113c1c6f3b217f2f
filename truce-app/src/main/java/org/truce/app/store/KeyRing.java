package org.truce.app.store;

import org.truce.proof.SigningKey;
import org.truce.proof.VerifierKey;

import java.util.Optional;

/** The private keys at hand on this machine. */
public interface KeyRing {
    /** The private half of a key, when it is here. */
    Optional<SigningKey> find(VerifierKey key);

    /** New keys for a register that is new here; kept durably before this returns. */
    Founding found(String register);

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
     * @param recovery may change keys; its private half should be kept apart
     */
    record Founding(SigningKey key, VerifierKey recovery) {}
}
