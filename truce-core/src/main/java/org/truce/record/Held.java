package org.truce.record;

import org.truce.base.Hash;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which of the protected values of a log's entries were at hand when an answer was computed. It
 * says where they stand, never what they are. Its text counts, in the order of the entries and of
 * the fields in each, how many were at hand, then how many were not, and so on by turns:
 * {@code 40-3-12}; all at hand is {@code 55}, none {@code 0-55}. Where that grows too long to be
 * carried about, how many were at hand and how the hash of that text begins:
 * {@code 52x3fa94c0be1d27788}.
 *
 * @param text as above
 */
public record Held(String text) {
    private static final int MOST_CHARACTERS = 2_000;
    private static final int HASH_DIGITS = 16;
    private static final String NUMBER = "(?:0|[1-9][0-9]{0,17})";
    private static final Pattern FORM =
            Pattern.compile(NUMBER + "(?:(?:-[1-9][0-9]{0,17})*|x[0-9a-f]{16})");
    private static final EntryCodec CODEC = new EntryCodec();

    public Held {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("this does not say which values were at hand");
        }
    }

    /**
     * The entries of one log as an answer rests on them, and what was at hand of them.
     *
     * @param entries with no value called destroyed by a decision that is not among them
     */
    public record Standing(List<Logged> entries, Held held) {
        public Standing {
            entries = List.copyOf(entries);
        }
    }

    /** Of the entries of one log, from its first, in their order. */
    public static Standing of(List<Logged> entries) {
        List<List<Guarded>> guarded = listGuarded(entries);
        Set<Hash> destroyed = listDestroyed(entries);
        List<Logged> standing = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            standing.add(without(entries.get(i), guarded.get(i), Set.of(), destroyed));
        }
        return new Standing(standing, count(guarded));
    }

    private static Held count(List<List<Guarded>> guarded) {
        StringBuilder runs = new StringBuilder();
        boolean atHand = true;
        long run = 0;
        long count = 0;
        for (List<Guarded> values : guarded) {
            for (Guarded value : values) {
                if (isAtHand(value) != atHand) {
                    runs.append(run).append('-');
                    run = 0;
                    atHand = !atHand;
                }
                run++;
                count += atHand ? 1 : 0;
            }
        }
        String text = runs.append(run).toString();
        return new Held(text.length() <= MOST_CHARACTERS ? text : count + "x" + hash(text));
    }

    private static boolean isAtHand(Guarded value) {
        return value.find().isPresent();
    }

    /** Those with a commitment: the others stand in the bytes, and so in the log's root. */
    private static List<List<Guarded>> listGuarded(List<Logged> entries) {
        return entries.parallelStream()
                .map(logged -> CODEC.listGuarded(logged.entry()).stream()
                        .filter(value -> value.findCommitment().isPresent())
                        .toList())
                .toList();
    }

    private static String hash(String text) {
        return Hash.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, HASH_DIGITS);
    }

    /** An entry of which values are gone that were at hand then. */
    public record Lost(String id, int values) {}

    /**
     * Entries as they stood for an earlier answer.
     *
     * @param entries without the values that were not at hand then; empty when they cannot be told
     *     because only a hash says which those were, and it is not that of today's
     * @param lost those with values that were at hand then and are not now
     */
    public record Restored(Optional<List<Logged>> entries, List<Lost> lost) {
        public Restored {
            entries = entries.map(List::copyOf);
            lost = List.copyOf(lost);
        }
    }

    /**
     * Leaves out of the entries of one log what was not at hand then. Throws
     * {@link IllegalArgumentException} when the entries have more or fewer protected values than
     * this speaks of.
     */
    public Restored restore(List<Logged> entries) {
        if (text.indexOf('x') >= 0) {
            Standing now = of(entries);
            return new Restored(
                    now.held().equals(this) ? Optional.of(now.entries()) : Optional.empty(),
                    List.of());
        }
        Set<Hash> destroyed = listDestroyed(entries);
        List<List<Guarded>> guarded = listGuarded(entries);
        Runs runs = new Runs(text);
        List<Logged> restored = new ArrayList<>(entries.size());
        List<Lost> lost = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Set<Hash> handedOverSince = new HashSet<>();
            int gone = 0;
            for (Guarded value : guarded.get(i)) {
                boolean then = runs.next();
                if (then && !isAtHand(value)) {
                    gone++;
                } else if (!then && isAtHand(value)) {
                    handedOverSince.add(value.findCommitment().orElseThrow());
                }
            }
            if (gone > 0) {
                lost.add(new Lost(entries.get(i).entry().id(), gone));
            }
            restored.add(without(entries.get(i), guarded.get(i), handedOverSince, destroyed));
        }
        runs.finish();
        return new Restored(Optional.of(restored), lost);
    }

    /** By decisions among these entries: others came later. */
    private static Set<Hash> listDestroyed(List<Logged> entries) {
        Set<Hash> destroyed = new HashSet<>();
        for (Logged logged : entries) {
            if (logged.entry() instanceof Entry.Destruction destruction) {
                destroyed.addAll(destruction.commitments());
            }
        }
        return destroyed;
    }

    private static Logged without(
            Logged logged, List<Guarded> guarded, Set<Hash> leftOut, Set<Hash> destroyed) {
        boolean asItStands = leftOut.isEmpty()
                && guarded.stream()
                        .noneMatch(value -> value instanceof Guarded.Destroyed gone
                                && !destroyed.contains(gone.commitment()));
        if (asItStands) {
            return logged;
        }
        EntryCodec.Sealed sealed = CODEC.seal(logged.entry());
        List<Guarded.Open> kept = sealed.values().stream()
                .filter(value -> !leftOut.contains(value.commitment()))
                .toList();
        Entry entry = CODEC.open(sealed.body(), EntryCodec.kindOf(logged.entry()), kept, destroyed);
        return new Logged(logged.seq(), logged.recordedAt(), entry);
    }

    /** Goes through the positions one by one. */
    private static final class Runs {
        private final String[] lengths;
        private int at;
        private long left;

        Runs(String text) {
            lengths = text.split("-", -1);
            left = Long.parseLong(lengths[0]);
        }

        boolean next() {
            while (left == 0) {
                at++;
                if (at == lengths.length) {
                    throw ofOthers();
                }
                left = Long.parseLong(lengths[at]);
            }
            left--;
            return at % 2 == 0;
        }

        void finish() {
            if (left > 0 || at < lengths.length - 1) {
                throw ofOthers();
            }
        }

        private static IllegalArgumentException ofOthers() {
            return new IllegalArgumentException(
                    "it speaks of other protected values than these entries have: copy it whole, as"
                            + " the answer printed it");
        }
    }
}
