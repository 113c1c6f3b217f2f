package org.truce.record;

import org.truce.base.Hash;
import org.truce.proof.Checkpoint;
import org.truce.proof.Frontier;
import org.truce.proof.InclusionProof;
import org.truce.proof.Merkle;
import org.truce.proof.SignedNote;
import org.truce.proof.VerifierKey;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks proofs from themselves and public keys alone, and names each that does not hold. With a
 * later bundle of the same register it also says whether that log begins with what was proven, and
 * whether the key has been revoked since.
 */
public final class ProofsCheck {
    private final List<VerifierKey> trusted;
    private final EntryCodec codec;
    private final List<Checked> registers = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * A register whose signature holds.
     *
     * @param size how many entries its checkpoint covers
     * @param proven how many of the entries are proven
     * @param laterSize how far the later log goes that begins with this one; empty when none was
     *     given or it does not
     * @param revokedBy the number of the later entry that revoked the key which signed here
     */
    public record Checked(
            String name,
            String origin,
            long size,
            long proven,
            Optional<Long> laterSize,
            Optional<Long> revokedBy) {}

    private ProofsCheck(List<VerifierKey> trusted, EntryCodec codec) {
        this.trusted = trusted;
        this.codec = codec;
    }

    /**
     * Checks all of it.
     *
     * @param trusted public keys got on another way; each log must have signed with one of them
     * @param later bundles of the same logs, exported afterwards
     */
    public static ProofsCheck of(
            Proofs proofs, List<VerifierKey> trusted, List<Bundle> later, EntryCodec codec) {
        ProofsCheck check = new ProofsCheck(trusted, codec);
        Set<String> origins = new HashSet<>();
        for (Proofs.OfRegister register : proofs.registers()) {
            if (!origins.add(register.origin())) {
                check.problems.add("the log %s stands in the file twice: get the file again"
                        .formatted(register.origin()));
                continue;
            }
            check.register(register, later);
        }
        for (Bundle bundle : later) {
            if (!origins.contains(bundle.origin())) {
                check.problems.add(
                        "the later bundle of register %s (%s) is of a log that is not cited here"
                                .formatted(bundle.register(), bundle.origin()));
            }
        }
        return check;
    }

    /** Those whose signature holds, in the order of the file. */
    public List<Checked> registers() {
        return List.copyOf(registers);
    }

    /** What does not hold, each by name; empty when everything does. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private void register(Proofs.OfRegister of, List<Bundle> later) {
        SignedNote note;
        Checkpoint checkpoint;
        KeyHistory keys;
        try {
            note = SignedNote.parse(of.checkpoint());
            checkpoint = Checkpoint.parse(note.body());
            List<Bundle.KeyStep> steps =
                    of.keys().stream().map(BundleText::step).toList();
            keys = BundleCheck.checkSigner(of.register(), of.origin(), steps, note, codec);
        } catch (IllegalArgumentException | DateTimeException refused) {
            problems.add("register %s: its signature does not hold (%s)"
                    .formatted(of.register(), refused.getMessage()));
            return;
        }
        if (keys.listKeys().stream().noneMatch(trusted::contains)) {
            problems.add(("register %s: its log %s is signed under other keys than those you named:"
                            + " ask the register's owner for its public key")
                    .formatted(of.register(), of.origin()));
            return;
        }
        long proven =
                of.entries().stream().filter(entry -> entry(of, entry, note)).count();
        Optional<Long> laterSize = Optional.empty();
        Optional<Long> revokedBy = Optional.empty();
        for (Bundle bundle : later) {
            if (bundle.origin().equals(of.origin()) && goesOn(of.register(), checkpoint, bundle)) {
                laterSize =
                        Optional.of(Checkpoint.parse(bundle.checkpoint().body()).size());
                revokedBy =
                        revokedBy.or(() -> findRevocation(keys, note, checkpoint.size(), bundle));
            }
        }
        registers.add(new Checked(
                of.register(), of.origin(), checkpoint.size(), proven, laterSize, revokedBy));
    }

    private boolean entry(Proofs.OfRegister of, Proofs.Proven entry, SignedNote note) {
        Optional<String> problem = findProblem(of, entry, note);
        problem.ifPresent(why -> problems.add("register %s: entry %d (%s) %s"
                .formatted(of.register(), entry.seq(), entry.id(), why)));
        return problem.isEmpty();
    }

    private Optional<String> findProblem(
            Proofs.OfRegister of, Proofs.Proven proven, SignedNote note) {
        InclusionProof proof;
        Hash leaf;
        try {
            proof = InclusionProof.parse(proven.proof());
            leaf = Merkle.leaf(LogRow.leaf(
                    of.register(),
                    proven.seq(),
                    BundleText.instant(proven.recordedAt()),
                    proven.bodyHash()));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.of("has a proof that cannot be read");
        }
        if (!proof.checkpoint().text().equals(note.text())) {
            return Optional.of("is proven from another checkpoint than the register's");
        }
        if (proof.index() != proven.seq() - 1 || !proof.includes(leaf)) {
            return Optional.of("is not what the register signed: it or its proof was altered");
        }
        try {
            Entry entry = codec.open(proven.body().getBytes(StandardCharsets.UTF_8), Map.of());
            if (!entry.register().equals(of.register()) || !entry.id().equals(proven.id())) {
                return Optional.of("is proven under another name than its own");
            }
        } catch (IllegalArgumentException unreadable) {
            return Optional.of("is no entry that this version of Truce can read");
        }
        return Optional.empty();
    }

    private boolean goesOn(String register, Checkpoint then, Bundle later) {
        try {
            KeyHistory keys = BundleCheck.check(later, codec);
            if (keys.listKeys().stream().noneMatch(trusted::contains)) {
                throw new IllegalArgumentException("it is signed under other keys");
            }
        } catch (IllegalArgumentException refused) {
            problems.add("register %s: the later bundle does not verify (%s)"
                    .formatted(register, refused.getMessage()));
            return false;
        }
        long from = later.before().size();
        long to = from + later.rows().size();
        if (from > then.size() || to < then.size()) {
            problems.add(("register %s: the later bundle goes from entry %d to %d and does not tell"
                            + " of the log as it was at %d: ask for a bundle since entry %d")
                    .formatted(register, from + 1, to, then.size(), then.size()));
            return false;
        }
        Frontier at = later.before()
                .plusAll(later.rows().subList(0, (int) (then.size() - from)).stream()
                        .map(row -> row.row().leafHash())
                        .toList());
        if (!at.root().equals(then.root())) {
            problems.add(("register %s: the later log does not begin with the %d entries of this"
                            + " checkpoint: it is another history. Keep both files as"
                            + " evidence and ask the register's owner")
                    .formatted(register, then.size()));
            return false;
        }
        return true;
    }

    /** The later key entry that revoked the key which signed the checkpoint. */
    private Optional<Long> findRevocation(
            KeyHistory keys, SignedNote note, long size, Bundle later) {
        Optional<String> signer = note.findSigner(keys.listSigners(size)).map(VerifierKey::id);
        for (Bundle.KeyStep step : later.keys()) {
            if (step.seq() > size
                    && codec.open(step.body(), Map.of()) instanceof Entry.RegisterKey change
                    && change.revoked()
                    && change.replaced().equals(signer)) {
                return Optional.of(step.seq());
            }
        }
        return Optional.empty();
    }
}
