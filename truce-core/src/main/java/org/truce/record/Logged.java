package org.truce.record;

import java.time.Instant;

/** An entry with its place in its register's log and the time at which it was taken in. */
public record Logged(long seq, Instant recordedAt, Entry entry) {}
