package org.truce.app.strip;

/** A copy that could not be made with certainty; the message says why, and shows nothing of it. */
public final class CannotStrip extends Exception {
    private static final long serialVersionUID = 1;

    public CannotStrip(String message) {
        super(message);
    }
}
