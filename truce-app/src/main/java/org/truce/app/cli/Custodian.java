package org.truce.app.cli;

import org.truce.app.keys.KeyFolder;
import org.truce.app.store.EntryStore;

/** In whose name a step is recorded. */
final class Custodian {
    private Custodian() {}

    /** Before anything is copied: a register whose key is elsewhere could not record it. */
    static void checkSigns(EntryStore store, KeyFolder keys, String register) {
        EntryStore.Log log = store.findLog(register)
                .orElseThrow(() -> new UsageException(
                        "there is no register %s: 'truce register list' shows which there are"
                                .formatted(register)));
        if (log.keys().current().filter(keys::holds).isEmpty()) {
            throw new UsageException(
                    "register %s does not sign on this machine: name one that does with --register"
                            .formatted(register));
        }
    }

    static String nameOf(String register) {
        return "register " + register;
    }
}
