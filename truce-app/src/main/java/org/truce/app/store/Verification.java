package org.truce.app.store;

import org.truce.app.store.EntryStore.Check;
import org.truce.app.store.EntryStore.CheckedRegister;
import org.truce.base.Hash;
import org.truce.base.Shared;
import org.truce.proof.Frontier;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Guarded;
import org.truce.record.LogCheck;
import org.truce.record.LogRow;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Walks every register's log from its first row. Where the database is damaged it says so and goes
 * on with what can still be read. It runs in one transaction, so that rows and signatures are of
 * one moment even while somebody else writes.
 */
final class Verification {
    private final Tables.Transaction transaction;
    private final SignedStore store;
    private final EntryCodec codec;
    private final Shared shared;
    private final Set<String> problems = new LinkedHashSet<>();
    private final List<CheckedRegister> registers = new ArrayList<>();
    private long entries;
    private long withheld;
    private long destroyed;

    Verification(
            Tables.Transaction transaction, SignedStore store, EntryCodec codec, Shared shared) {
        this.transaction = transaction;
        this.store = store;
        this.codec = codec;
        this.shared = shared;
    }

    Check run(Optional<String> register) {
        part(() -> transaction.check(problems::add));
        List<Tables.LogName> logs = new ArrayList<>();
        part(() -> logs.addAll(transaction.listLogs()));
        for (Tables.LogName log : logs) {
            if (register.isEmpty() || register.get().equals(log.register())) {
                check(log);
            }
        }
        return new Check(entries, withheld, destroyed, registers, List.copyOf(problems));
    }

    private interface Part {
        void run() throws SQLException;
    }

    private void part(Part part) {
        try {
            part.run();
        } catch (SQLException unreadable) {
            problems.add(damaged(unreadable));
        }
    }

    /** Without the database's own words: they can quote what is stored. */
    private static String damaged(SQLException unreadable) {
        return "the database is damaged: a part of it cannot be read (code %d)"
                .formatted(unreadable.getErrorCode());
    }

    private void check(Tables.LogName log) {
        LogCheck check = new LogCheck(log.register(), log.origin());
        check.keys(keys(log));
        Set<Hash> decided = listDestroyed(log);
        Predicate<Hash> mayBeGone = log.own() ? decided::contains : hash -> true;
        Deque<Tables.StoredCheckpoint> checkpoints = new ArrayDeque<>();
        part(() -> transaction.readCheckpoints(log.no(), checkpoints::add));
        String last = checkpoints.isEmpty() ? "" : checkpoints.getLast().note();
        long end = checkpoints.isEmpty() ? 0 : checkpoints.getLast().size();
        Walk walk = new Walk(log, mayBeGone, decided::contains, check, checkpoints);
        walk.run(end);
        while (!checkpoints.isEmpty()) {
            checkpoint(check, checkpoints.removeFirst());
        }
        problems.addAll(check.finish());
        withheld += check.withheld();
        destroyed += check.destroyed();
        entries += walk.count;
        registers.add(new CheckedRegister(
                log.register(),
                walk.count,
                last,
                check.withheld(),
                check.destroyed(),
                check.listWithheld()));
    }

    /** From row to row; behind a row that the database can no longer give it goes on. */
    private final class Walk {
        private final Tables.LogName log;
        private final Predicate<Hash> mayBeGone;
        private final Predicate<Hash> destroyed;
        private final LogCheck check;
        private final Deque<Tables.StoredCheckpoint> checkpoints;
        private long count;
        private long lastSeq;

        Walk(
                Tables.LogName log,
                Predicate<Hash> mayBeGone,
                Predicate<Hash> destroyed,
                LogCheck check,
                Deque<Tables.StoredCheckpoint> checkpoints) {
            this.log = log;
            this.mayBeGone = mayBeGone;
            this.destroyed = destroyed;
            this.check = check;
            this.checkpoints = checkpoints;
        }

        void run(long end) {
            boolean whole = read(Long.MIN_VALUE, Long.MAX_VALUE);
            while (!whole && lastSeq < end) {
                long next = lastSeq + 1;
                read(next, next);
                lastSeq = next;
            }
        }

        private boolean read(long fromSeq, long toSeq) {
            Pipeline<List<Tables.Stored>, List<LogCheck.Row>> looking = new Pipeline<>(
                    piece -> piece.stream()
                            .map(row -> look(log, row, mayBeGone, destroyed))
                            .toList(),
                    this::take);
            try {
                transaction.readEntries(log.no(), fromSeq, toSeq, looking::add);
                return true;
            } catch (SQLException unreadable) {
                problems.add(damaged(unreadable));
                return false;
            } finally {
                looking.finish();
            }
        }

        private void take(List<LogCheck.Row> rows) {
            for (LogCheck.Row row : rows) {
                while (!checkpoints.isEmpty() && checkpoints.getFirst().size() < row.seq()) {
                    checkpoint(check, checkpoints.removeFirst());
                }
                check.row(row);
                lastSeq = row.seq();
            }
            count += rows.size();
        }
    }

    private Map<Long, Entry.RegisterKey> keys(Tables.LogName log) {
        Map<Long, Entry.RegisterKey> keys = new TreeMap<>();
        part(() -> {
            for (Tables.Stored row : transaction.listOfRecord(log.no(), "register-key")) {
                try {
                    if (codec.open(row.body(), Map.of()) instanceof Entry.RegisterKey key) {
                        keys.put(row.seq(), key);
                    }
                } catch (IllegalArgumentException altered) {
                    problems.add("register %s: the key of entry %d was altered: it cannot be read"
                            .formatted(log.register(), row.seq()));
                }
            }
        });
        return keys;
    }

    private Set<Hash> listDestroyed(Tables.LogName log) {
        Set<Hash> destroyed = new HashSet<>();
        part(() -> {
            destroyed.addAll(store.listDestroyed(transaction, log.no()));
        });
        return destroyed;
    }

    private static void checkpoint(LogCheck check, Tables.StoredCheckpoint stored) {
        Optional<Frontier> frontier;
        try {
            frontier = Optional.of(Packed.frontier(stored.size(), stored.frontier()));
        } catch (IllegalArgumentException altered) {
            frontier = Optional.empty();
        }
        check.checkpoint(stored.size(), frontier, stored.note());
    }

    private LogCheck.Row look(
            Tables.LogName log,
            Tables.Stored row,
            Predicate<Hash> mayBeGone,
            Predicate<Hash> destroyed) {
        try {
            LogRow logged = new LogRow(
                    log.register(),
                    row.seq(),
                    Instant.ofEpochMilli(row.recordedAtMillis()),
                    row.body());
            return LogCheck.look(
                    logged,
                    row.kind(),
                    row.id(),
                    row.leaf(),
                    values(row),
                    Packed.isAsReceived(row.held()) ? hash -> true : mayBeGone,
                    destroyed,
                    codec);
        } catch (IllegalArgumentException unreadable) {
            return new LogCheck.Row(
                    row.seq(),
                    row.kind(),
                    row.id(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of("was altered: it cannot be read"),
                    0,
                    0);
        }
    }

    private Optional<List<Guarded.Open>> values(Tables.Stored row) {
        try {
            return Optional.of(Packed.values(row.held(), shared));
        } catch (IllegalArgumentException altered) {
            return Optional.empty();
        }
    }
}
