package org.truce.app.cli;

/** A command that cannot be carried out as asked; the message says what to do. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
