package org.truce.app.attach;

import org.truce.base.Hash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the files of a folder against the attachments that the logs name. */
public final class FilesCheck {
    private final AttachmentFolder folder;
    private final Map<Hash, Optional<Hash>> read = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private long held;
    private long notHeldHere;
    private long destroyed;

    private FilesCheck(AttachmentFolder folder) {
        this.folder = folder;
    }

    /**
     * What a check found.
     *
     * @param held attachments whose file is here and is what was taken in
     * @param notHeldHere attachments of other nodes whose file never came here
     * @param destroyed attachments whose file a recorded decision destroyed
     * @param problems what is missing, altered or too much, each with its entry and hash
     */
    public record Result(long held, long notHeldHere, long destroyed, List<String> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /** @param register whose attachments; all, and files that no entry names, when empty */
    public static Result run(
            List<Attachments.Item> items, AttachmentFolder folder, Optional<String> register) {
        FilesCheck check = new FilesCheck(folder);
        Set<String> named = new HashSet<>();
        Set<Hash> needed = new HashSet<>();
        for (Attachments.Item item : items) {
            Hash hash = item.entry().sha256();
            named.add(hash.hex().substring(0, 2) + "/" + hash.hex());
            if (!item.destroyed()) {
                needed.add(hash);
            }
        }
        for (Attachments.Item item : items) {
            if (register.isEmpty() || register.get().equals(item.entry().register())) {
                check.look(item, needed);
            }
        }
        if (register.isEmpty()) {
            for (String name : folder.listNames()) {
                if (!named.contains(name)) {
                    check.problems.add(
                            ("the files: %s is surplus, no entry names it: attach it, or move it"
                                            + " away")
                                    .formatted(name));
                }
            }
        }
        return new Result(check.held, check.notHeldHere, check.destroyed, check.problems);
    }

    private void look(Attachments.Item item, Set<Hash> needed) {
        Hash hash = item.entry().sha256();
        Optional<Hash> found = read.computeIfAbsent(
                hash,
                wanted ->
                        folder.holds(wanted) ? Optional.of(folder.read(wanted)) : Optional.empty());
        if (item.destroyed()) {
            destroyed++;
            if (found.isPresent() && !needed.contains(hash)) {
                add(item, "was destroyed by a decision, but its file is still here");
            }
        } else if (found.isPresent()) {
            if (found.get().equals(hash)) {
                held++;
            } else {
                add(item, "the file was altered: its hash is now " + found.get());
            }
        } else if (item.expected()) {
            add(item, "the file is missing");
        } else {
            notHeldHere++;
        }
    }

    private void add(Attachments.Item item, String what) {
        problems.add("register %s: attachment %s (%s): %s"
                .formatted(
                        item.entry().register(), item.entry().id(), item.entry().sha256(), what));
    }
}
