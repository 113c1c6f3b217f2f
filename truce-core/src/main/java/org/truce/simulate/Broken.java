package org.truce.simulate;

/** Something that must always hold does not. */
public final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String invariant;

    /**
     * @param invariant what must hold, in a few words that are the same for every seed
     * @param how what was seen instead; without protected values
     */
    public Broken(String invariant, String how) {
        super(invariant + ": " + how);
        this.invariant = invariant;
    }

    public String invariant() {
        return invariant;
    }
}
