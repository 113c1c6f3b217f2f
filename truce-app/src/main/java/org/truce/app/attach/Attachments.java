package org.truce.app.attach;

import org.truce.app.feed.Corrections;
import org.truce.app.store.EntryStore;
import org.truce.app.store.StoreException;
import org.truce.base.Hash;
import org.truce.record.CustodyAct;
import org.truce.record.Entry;
import org.truce.record.Guarded;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Attachments and their chain of custody as entries of a store. */
public final class Attachments {
    private final EntryStore store;
    private final Guarded.Sealer sealer;
    private final List<EntryStore.OfKind> attachments;
    private final List<EntryStore.OfKind> steps;

    /** Files that a decision destroyed, each with the register and id of its attachment. */
    private final Set<String> destroyed = new HashSet<>();

    public Attachments(EntryStore store, Guarded.Sealer sealer) {
        this.store = store;
        this.sealer = sealer;
        attachments = store.listOfKind("attachment");
        steps = new ArrayList<>(store.listOfKind("custody"));
        steps.sort(
                Comparator.comparing((EntryStore.OfKind step) -> step.logged().recordedAt())
                        .thenComparing(step -> step.logged().entry().register())
                        .thenComparing(step -> step.logged().seq()));
        for (EntryStore.OfKind one : store.listOfKind("destruction")) {
            if (one.logged().entry() instanceof Entry.Destruction gone
                    && gone.targetKind().equals("attachment")) {
                gone.commitments()
                        .forEach(hash -> destroyed.add(key(gone.register(), gone.target(), hash)));
            }
        }
    }

    /**
     * An attachment with what happened to it, in the order of time.
     *
     * @param expected whether its file should be here: a register kept here took it in
     * @param destroyed whether a decision destroyed its file
     */
    public record Item(
            Entry.Attachment entry,
            List<EntryStore.OfKind> custody,
            boolean expected,
            boolean destroyed) {
        public Item {
            custody = List.copyOf(custody);
        }

        /** {@code register:id} */
        public String name() {
            return entry.register() + ":" + entry.id();
        }
    }

    public List<Item> list() {
        Map<String, List<EntryStore.OfKind>> custody = new HashMap<>();
        for (EntryStore.OfKind step : steps) {
            if (step.logged().entry() instanceof Entry.Custody c) {
                String name = c.attachment().startsWith("A-")
                        ? c.register() + ":" + c.attachment()
                        : c.attachment();
                custody.computeIfAbsent(name, unseen -> new ArrayList<>()).add(step);
            }
        }
        List<Item> items = new ArrayList<>();
        for (EntryStore.OfKind one : attachments) {
            if (one.logged().entry() instanceof Entry.Attachment attachment) {
                List<EntryStore.OfKind> had = custody.getOrDefault(
                        attachment.register() + ":" + attachment.id(), List.of());
                boolean received = had.stream()
                        .anyMatch(step -> step.own()
                                && step.logged().entry() instanceof Entry.Custody c
                                && c.act() == CustodyAct.RECEIVED);
                items.add(
                        new Item(attachment, had, one.own() || received, isDestroyed(attachment)));
            }
        }
        return items;
    }

    /**
     * Destroys the files here of which a decision says so, and that no other attachment needs; says
     * how many.
     */
    public int removeDestroyed(AttachmentFolder folder) {
        List<Item> items = list();
        Set<Hash> needed = items.stream()
                .filter(item -> !item.destroyed())
                .map(item -> item.entry().sha256())
                .collect(Collectors.toSet());
        int removed = 0;
        for (Item item : items) {
            Hash hash = item.entry().sha256();
            if (item.destroyed() && !needed.contains(hash) && folder.destroy(hash)) {
                removed++;
            }
        }
        return removed;
    }

    /**
     * Attachments that need one of these files, which a decision on others destroyed: there it
     * goes, and lies here on.
     */
    public List<Entry.Attachment> listKeeping(AttachmentFolder folder, Set<Hash> gone) {
        Set<Hash> here = gone.stream().filter(folder::holds).collect(Collectors.toSet());
        return list().stream()
                .filter(item -> !item.destroyed() && here.contains(item.entry().sha256()))
                .map(Item::entry)
                .toList();
    }

    /** Whether an attachment needs the file of that hash. */
    public boolean needs(Hash hash) {
        return list().stream()
                .anyMatch(item -> !item.destroyed() && item.entry().sha256().equals(hash));
    }

    /** Whether a decision destroyed the file of an attachment. */
    public boolean isDestroyed(Entry.Attachment attachment) {
        return destroyed.contains(key(attachment.register(), attachment.id(), attachment.sha256()));
    }

    private static String key(String register, String id, Hash sha256) {
        return String.join("\n", register, id, sha256.hex());
    }

    /**
     * The attachment that somebody names, by its id or as {@code register:id}. Throws
     * {@link StoreException} when there is none, or several.
     */
    public Item get(String name) {
        List<Item> found = list().stream()
                .filter(item -> item.name().equals(name) || item.entry().id().equals(name))
                .toList();
        if (found.size() != 1) {
            throw new StoreException((found.isEmpty()
                            ? "there is no attachment %s: 'truce attachment list' shows which"
                                    + " there are"
                            : "several registers have an attachment %s: name it as REGISTER:ID")
                    .formatted(name));
        }
        return found.getFirst();
    }

    /**
     * The entry for a file that was taken in. Its id follows from what it is about and from the
     * file, so that the same file attached twice is there once.
     */
    public Entry.Attachment attachment(
            String register,
            String about,
            AttachmentFolder.Held held,
            String name,
            Optional<String> origin) {
        return new Entry.Attachment(
                register,
                id("A-", about + "\n" + held.sha256()),
                Corrections.COMMAND_LINE,
                about,
                held.sha256(),
                held.sizeBytes(),
                held.kind().mediaType(),
                sealer.seal(name),
                origin.map(sealer::seal));
    }

    /** One step of custody, in the register of whoever records it. */
    public Entry.Custody step(
            String register,
            Entry.Attachment attachment,
            CustodyAct act,
            String by,
            LocalDate on,
            Optional<Hash> copy,
            Optional<String> note) {
        String name = register.equals(attachment.register())
                ? attachment.id()
                : attachment.register() + ":" + attachment.id();
        long before = this.steps.stream()
                .filter(step -> step.logged().entry() instanceof Entry.Custody c
                        && c.register().equals(register)
                        && c.attachment().equals(name))
                .count();
        return new Entry.Custody(
                register,
                id("U-", (before + 1) + "\n" + name),
                Corrections.COMMAND_LINE,
                name,
                act,
                sealer.seal(by),
                on,
                copy,
                note.map(sealer::seal));
    }

    /** Records steps; throws {@link StoreException} when somebody else did at the same moment. */
    public void append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        if (store.append(entries).contains(EntryStore.Outcome.OTHER_CONTENT)) {
            throw new StoreException(
                    "somebody else recorded a step at the same moment: look at it, and do yours"
                            + " again");
        }
    }

    private static String id(String prefix, String content) {
        return prefix + Hash.of(content.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 10);
    }
}
