package org.truce.app.feed;

import org.truce.app.store.EntryStore;
import org.truce.base.Hash;
import org.truce.record.Amended;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Logged;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes corrections and withdrawals of entries that are there. */
public final class Corrections {
    /** Where an entry came in that was typed as a command. */
    public static final Entered COMMAND_LINE = Entered.by("command line");

    private final String reason;
    private final EntryCodec codec = new EntryCodec();

    /** Every entry as it was first entered. */
    private final Map<String, Entry> entered = new HashMap<>();

    private final Map<String, Entry> standing = new HashMap<>();

    /** How often each was amended: an id for each time, though it be with the same words. */
    private final Map<String, Integer> amendments = new HashMap<>();

    /** @param reason why, in words that every reader may see */
    public Corrections(EntryStore store, String reason) {
        this.reason = reason;
        List<Logged> all = store.listAll();
        for (Logged logged : all) {
            Entry entry = logged.entry();
            entered.put(key(entry), entry);
            if (entry instanceof Entry.Correction correction) {
                amendments.merge(key(correction.replacement()), 1, Integer::sum);
            } else if (entry instanceof Entry.Withdrawal withdrawal) {
                amendments.merge(
                        key(withdrawal.register(), withdrawal.targetKind(), withdrawal.target()),
                        1,
                        Integer::sum);
            }
        }
        for (Logged logged : Amended.of(all, amendment -> true).standing()) {
            standing.put(key(logged.entry()), logged.entry());
        }
    }

    private static String key(Entry entry) {
        return key(entry.register(), EntryCodec.kindOf(entry), entry.id());
    }

    private static String key(String register, String kind, String id) {
        return String.join("\n", register, kind, id);
    }

    /** What came of a row that should correct an earlier entry. */
    public sealed interface Made {
        record Correction(Entry.Correction entry) implements Made {}

        /** The entry says so already. */
        record AlreadySo() implements Made {}

        /** There is no entry of that kind and id. */
        record NothingToCorrect() implements Made {}
    }

    public Made correct(Entry entry) {
        String key = key(entry);
        if (!entered.containsKey(key)) {
            return new Made.NothingToCorrect();
        }
        Optional<Entry> now = Optional.ofNullable(standing.get(key));
        if (now.isPresent() && codec.sameContent(now.get(), entry)) {
            return new Made.AlreadySo();
        }
        standing.put(key, entry);
        return new Made.Correction(new Entry.Correction(
                entry.register(), id("C-", key), entry.entered(), reason, entry));
    }

    /**
     * The withdrawal of an entry; empty when there is none of that kind and id, or when it was
     * withdrawn before.
     */
    public Optional<Entry.Withdrawal> withdraw(String register, String kind, String id) {
        String key = key(register, kind, id);
        return Optional.ofNullable(standing.remove(key))
                .map(entry -> new Entry.Withdrawal(
                        register, id("W-", key), COMMAND_LINE, kind, id, reason));
    }

    private String id(String prefix, String key) {
        int time = amendments.merge(key, 1, Integer::sum);
        byte[] bytes = (time + "\n" + key).getBytes(StandardCharsets.UTF_8);
        return prefix + Hash.of(bytes).hex().substring(0, 10);
    }
}
