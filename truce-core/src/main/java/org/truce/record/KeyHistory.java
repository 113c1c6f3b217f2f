package org.truce.record;

import org.truce.base.Hash;
import org.truce.proof.VerifierKey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which key may sign a register's log at which size, read from the log itself. A register signs
 * with one key at a time. Its first entry names the first; each later key entry names the next and
 * is signed by the key it replaces or by the recovery key, and by nothing else.
 */
public final class KeyHistory {
    private static final int FINGERPRINT_DIGITS = 16;
    private static final Pattern ORIGIN =
            Pattern.compile("truce\\.register/[-A-Za-z0-9._~%]+/[0-9a-f]{16}");

    private final String register;
    private final List<Step> steps = new ArrayList<>();

    /** What holds from the entry {@code seq} on. */
    private record Step(long seq, Optional<VerifierKey> current, Optional<VerifierKey> recovery) {}

    public KeyHistory(String register) {
        this.register = register;
    }

    /**
     * The name of a register's log, under which its keys sign: the register's own name, which many
     * may choose, and a fingerprint of its first public key, which nobody else can.
     *
     * @param firstKey the 32 bytes of the first public key
     */
    public static String originOf(String register, byte[] firstKey) {
        return "truce.register/%s/%s"
                .formatted(
                        encoded(register),
                        Hash.of(firstKey).hex().substring(0, FINGERPRINT_DIGITS));
    }

    /** Whether a text has the form of a log's name. */
    public static boolean isOrigin(String text) {
        return ORIGIN.matcher(text).matches();
    }

    /** Letters, digits and what is safe in an address as they are, all else as RFC 3986 has it. */
    private static String encoded(String name) {
        StringBuilder out = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z')
                    || (b >= 'A' && b <= 'Z')
                    || (b >= '0' && b <= '9')
                    || "-._~".indexOf(b) >= 0;
            if (plain) {
                out.append((char) b);
            } else {
                out.append("%%%02X".formatted(b & 0xff));
            }
        }
        return out.toString();
    }

    /**
     * The next key entry of the log. Throws {@link IllegalArgumentException} when it does not
     * follow from those before it.
     */
    public void add(long seq, Entry.RegisterKey entry) {
        Optional<VerifierKey> key = entry.key().map(VerifierKey::parse);
        Optional<VerifierKey> recovery = entry.recovery().map(VerifierKey::parse);
        if (steps.isEmpty()) {
            boolean founds = seq == 1
                    && entry.replaced().isEmpty()
                    && key.isPresent()
                    && key.get().name().equals(originOf(register, key.get().publicKey()));
            if (!founds) {
                throw new IllegalArgumentException(
                        "the log of register %s does not begin with its first key"
                                .formatted(register));
            }
        } else {
            Step last = steps.getLast();
            boolean follows = seq > last.seq()
                    && last.current().map(VerifierKey::id).equals(entry.replaced())
                    && entry.replaced().isPresent()
                    && key.map(next -> next.name().equals(origin())).orElse(true);
            if (!follows) {
                throw new IllegalArgumentException(
                        "register %s: the key of entry %d does not follow from the key before it"
                                .formatted(register, seq));
            }
        }
        recovery.ifPresent(named -> {
            if (!named.name().equals(key.map(VerifierKey::name).orElseGet(this::origin))) {
                throw new IllegalArgumentException(
                        "register %s: the recovery key of entry %d has another log's name"
                                .formatted(register, seq));
            }
        });
        steps.add(new Step(seq, key, recovery));
    }

    /** The log's name. Throws {@link IllegalStateException} before the first key is known. */
    public String origin() {
        return listKeys().stream()
                .findFirst()
                .map(VerifierKey::name)
                .orElseThrow(() -> new IllegalStateException("no key is known of " + register));
    }

    /** The key that signs now; empty when none is known yet or the register is closed. */
    public Optional<VerifierKey> current() {
        return steps.isEmpty() ? Optional.empty() : steps.getLast().current();
    }

    /** The key that may change keys now. */
    public Optional<VerifierKey> recovery() {
        return steps.isEmpty() ? Optional.empty() : steps.getLast().recovery();
    }

    /** Every key that ever signed, in the order in which they did. */
    public List<VerifierKey> listKeys() {
        return steps.stream().flatMap(step -> step.current().stream()).toList();
    }

    /** The numbers of the entries that name keys. */
    public List<Long> listKeyEntries() {
        return steps.stream().map(Step::seq).toList();
    }

    /**
     * The keys by which a checkpoint of {@code size} entries may be signed: the one in force; where
     * the last entry changes keys, those that may change them.
     */
    public Set<VerifierKey> listSigners(long size) {
        Set<VerifierKey> signers = new LinkedHashSet<>();
        Optional<Step> before = Optional.empty();
        for (Step step : steps) {
            if (step.seq() > size) {
                break;
            }
            signers.clear();
            if (step.seq() == size && before.isPresent()) {
                before.get().current().ifPresent(signers::add);
                before.get().recovery().ifPresent(signers::add);
            } else {
                step.current().ifPresent(signers::add);
            }
            before = Optional.of(step);
        }
        return signers;
    }

    /** The recovery key in force just before the entry {@code seq}. */
    public Optional<VerifierKey> recoveryBefore(long seq) {
        return steps.stream()
                .filter(step -> step.seq() < seq)
                .reduce((earlier, later) -> later)
                .flatMap(Step::recovery);
    }
}
