package org.truce.record;

import java.util.List;
import java.util.Set;

/**
 * The entries of some registers. Agreements, outlines and what registers say of themselves are the
 * yardstick: they stay, whoever entered them.
 */
public final class Selection {
    private Selection() {}

    /**
     * What the named registers hold, and every yardstick. Throws {@link IllegalArgumentException},
     * naming those there are, when there is no such register.
     *
     * @param registers names; all registers when there are none
     */
    public static List<Logged> of(List<Logged> all, Set<String> registers) {
        if (registers.isEmpty()) {
            return all;
        }
        List<String> known = all.stream()
                .map(logged -> logged.entry().register())
                .distinct()
                .sorted()
                .toList();
        for (String register : registers) {
            if (!known.contains(register)) {
                throw new IllegalArgumentException("there is no register '%s': choose among %s"
                        .formatted(register, String.join(", ", known)));
            }
        }
        return all.stream()
                .filter(logged -> registers.contains(logged.entry().register())
                        || isYardstick(logged.entry()))
                .toList();
    }

    private static boolean isYardstick(Entry entry) {
        if (entry instanceof Entry.Correction correction) {
            return isYardstick(correction.replacement());
        }
        return entry instanceof Entry.AgreementText
                || entry instanceof Entry.AreaOutline
                || entry instanceof Entry.RegisterDeclared
                || (entry instanceof Entry.Withdrawal withdrawal
                        && Set.of("agreement", "area-outline", "register")
                                .contains(withdrawal.targetKind()));
    }
}
