package org.truce.record;

import org.truce.proof.Frontier;
import org.truce.proof.MerkleTree;

import java.util.List;
import java.util.Optional;

/**
 * What a bundle that verified means beside what is known of its register already. It depends on the
 * hashes alone, so that every node decides alike, in whatever order bundles arrive.
 */
public sealed interface Follow {
    /** Everything in it is there; protected values may be new. */
    record AlreadyThere(Branch branch) implements Follow {}

    /** It goes on where a branch ends; its rows up to {@code common} are there. */
    record Extends(Branch branch, long common) implements Follow {}

    /** It agrees with a branch up to {@code common} entries and then says something else. */
    record Splits(Branch branch, long common) implements Follow {}

    /** It begins after a history that is not known here, and none here is as long. */
    record Waits() implements Follow {}

    /** It begins after another history than the one here, which is as long or longer. */
    record OfAnotherHistory() implements Follow {}

    /** It is the first of its register. */
    record Founds() implements Follow {}

    /**
     * One history of a register.
     *
     * @param no the store's number for it
     * @param recoverySteps the numbers of the entries by which the recovery key changed keys
     */
    record Branch(long no, MerkleTree tree, KeyHistory keys, List<Long> recoverySteps) {
        public Branch {
            recoverySteps = List.copyOf(recoverySteps);
        }

        /** How many entries two histories have in common from the start. */
        long commonWith(Branch other) {
            long most = Math.min(tree.size(), other.tree.size());
            long low = 0;
            // Prefixes are equal up to a point and never after it, and a root tells of a prefix.
            while (low < most) {
                long middle = (low + most + 1) / 2;
                if (tree.root(middle).equals(other.tree.root(middle))) {
                    low = middle;
                } else {
                    most = middle - 1;
                }
            }
            return low;
        }

        private boolean recoveredAfter(long seq) {
            return recoverySteps.stream().anyMatch(step -> step > seq);
        }
    }

    /** How a bundle lies to the branches known of its register. */
    static Follow of(Bundle bundle, List<Branch> branches) {
        if (branches.isEmpty()) {
            return bundle.before().size() == 0 ? new Founds() : new Waits();
        }
        Optional<Follow> best = Optional.empty();
        boolean asLong = false;
        for (Branch branch : branches) {
            asLong |= branch.tree().size() >= bundle.before().size();
            Optional<Follow> here = beside(bundle, branch);
            if (here.isPresent() && (best.isEmpty() || rank(here.get()) > rank(best.get()))) {
                best = here;
            }
        }
        return best.orElse(asLong ? new OfAnotherHistory() : new Waits());
    }

    private static Optional<Follow> beside(Bundle bundle, Branch branch) {
        Frontier before = bundle.before();
        if (branch.tree().size() < before.size()
                || !branch.tree().frontier(before.size()).equals(before)) {
            return Optional.empty();
        }
        long common = before.size();
        for (Bundle.Row row : bundle.rows()) {
            if (common == branch.tree().size()) {
                return Optional.of(new Extends(branch, common));
            }
            if (!branch.tree().leaf(common).equals(row.row().leafHash())) {
                return Optional.of(new Splits(branch, common));
            }
            common++;
        }
        return Optional.of(new AlreadyThere(branch));
    }

    /** What is there before what goes on, what goes on before what splits late. */
    private static long rank(Follow follow) {
        return switch (follow) {
            case AlreadyThere there -> Long.MAX_VALUE;
            case Extends further -> Long.MAX_VALUE - 1;
            case Splits split -> split.common();
            case Waits waits -> -1;
            case OfAnotherHistory other -> -1;
            case Founds founds -> -1;
        };
    }

    /**
     * How many entries of each branch count, in the order of the branches. One history counts
     * whole. Of several, the one counts whose recovery key changed keys after they parted, when
     * that holds against every other: whoever has only a lost key cannot do that. Else only what
     * they all have in common counts, and it is counted in the first.
     */
    static List<Long> listCounts(List<Branch> branches) {
        Optional<Branch> right = branches.stream()
                .filter(branch -> branches.stream()
                        .filter(other -> other.no() != branch.no())
                        .allMatch(other -> outweighs(branch, other)))
                .findFirst();
        if (right.isPresent()) {
            return branches.stream()
                    .map(branch ->
                            branch.no() == right.get().no() ? branch.tree().size() : 0L)
                    .toList();
        }
        Branch first = branches.getFirst();
        long common = branches.stream()
                .mapToLong(first::commonWith)
                .min()
                .orElse(first.tree().size());
        return branches.stream()
                .map(branch -> branch.no() == first.no() ? common : 0L)
                .toList();
    }

    private static boolean outweighs(Branch branch, Branch other) {
        long common = branch.commonWith(other);
        return branch.recoveredAfter(common) && !other.recoveredAfter(common);
    }
}
