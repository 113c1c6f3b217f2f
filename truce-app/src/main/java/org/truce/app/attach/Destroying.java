package org.truce.app.attach;

import org.truce.app.feed.Corrections;
import org.truce.app.store.EntryStore;
import org.truce.app.store.StoreException;
import org.truce.base.Hash;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Guarded;
import org.truce.record.ProtectedFields;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which protected values of one register a decision destroys. A value lives on in the corrections
 * of its entry: those go with it.
 */
public final class Destroying {
    private static final String FILE_NAME = "entered.file";

    /** Stands among the fields for an attachment's file. */
    private static final String FILE = "file";

    private final EntryStore store;
    private final Guarded.Sealer sealer;
    private final String register;
    private final List<String> fields;
    private final List<EntryStore.OfKind> corrections;
    private final List<EntryStore.OfKind> attachments;
    private final List<EntryStore.OfKind> custody;
    private final List<EntryStore.OfKind> destructions;
    private final Attachments held;
    private final Map<String, Planned> planned = new LinkedHashMap<>();
    private final Set<Hash> attached = new HashSet<>();

    /** @param fields only these; all protected ones when empty */
    public Destroying(
            EntryStore store, Guarded.Sealer sealer, String register, List<String> fields) {
        this.store = store;
        this.sealer = sealer;
        this.register = register;
        this.fields = List.copyOf(fields);
        corrections = store.listOfKind("correction");
        attachments = store.listOfKind("attachment");
        custody = store.listOfKind("custody");
        destructions = store.listOfKind("destruction");
        held = new Attachments(store, sealer);
    }

    /** An entry with the names of the fields that go. */
    public record Target(String kind, String id, List<String> fields) {
        public Target {
            fields = List.copyOf(fields);
        }
    }

    private record Planned(Target target, List<Hash> commitments) {}

    /** The files of all attachments that were added, those destroyed before included. */
    public Set<Hash> listFiles() {
        return Set.copyOf(attached);
    }

    public List<Target> listTargets() {
        return planned.values().stream().map(Planned::target).toList();
    }

    /**
     * Adds an entry. Throws {@link StoreException}, without showing a value, when it has no such
     * field, or one that stands in its bytes in clear.
     *
     * @param files whether the files attached to it go too; its own file where it is an attachment
     */
    public void add(Entry entry, boolean files) {
        Map<String, Guarded> values = ProtectedFields.of(entry);
        for (String field : fields) {
            if (!values.containsKey(field)) {
                throw new StoreException("%s has no protected field %s: it has %s"
                        .formatted(
                                entry.id(),
                                field,
                                values.isEmpty() ? "none" : String.join(", ", values.keySet())));
            }
        }
        add(entry, fields.isEmpty(), Optional.empty());
        String kind = EntryCodec.kindOf(entry);
        for (EntryStore.OfKind one : corrections) {
            if (one.logged().entry() instanceof Entry.Correction correction
                    && correction.register().equals(register)
                    && correction.replacement().id().equals(entry.id())
                    && EntryCodec.kindOf(correction.replacement()).equals(kind)) {
                add(correction, fields.isEmpty(), Optional.empty());
            }
        }
        if (files) {
            for (EntryStore.OfKind one : attachments) {
                if (one.logged().entry() instanceof Entry.Attachment attachment
                        && attachment.register().equals(register)
                        && (attachment.equals(entry)
                                || attachment.about().equals(register + ":" + entry.id()))) {
                    file(attachment);
                }
            }
        }
    }

    private void file(Entry.Attachment attachment) {
        attached.add(attachment.sha256());
        add(
                attachment,
                true,
                held.isDestroyed(attachment) ? Optional.empty() : Optional.of(attachment.sha256()));
        for (EntryStore.OfKind one : custody) {
            if (one.logged().entry() instanceof Entry.Custody step
                    && step.register().equals(register)
                    && step.attachment().equals(attachment.id())) {
                add(step, true, Optional.empty());
            }
        }
    }

    /** @param all all protected fields, also where only some were asked for of the entry itself */
    private void add(Entry entry, boolean all, Optional<Hash> file) {
        List<String> names = new ArrayList<>();
        List<Hash> hashes = new ArrayList<>();
        ProtectedFields.of(entry).forEach((name, value) -> {
            // What says how an entry came about, or was written before names were protected.
            boolean open = all && value instanceof Guarded.Clear && name.equals(FILE_NAME);
            if ((all || fields.contains(name)) && !open && !(value instanceof Guarded.Destroyed)) {
                hashes.add(value.findCommitment()
                        .orElseThrow(() -> new StoreException(
                                "%s of %s stands in clear in its signed bytes (version 0.1): it cannot go"
                                        .formatted(name, entry.id()))));
                names.add(name);
            }
        });
        if (file.isPresent()) {
            hashes.add(file.get());
            names.add(FILE);
        }
        if (!hashes.isEmpty()) {
            Target target = new Target(EntryCodec.kindOf(entry), entry.id(), names);
            planned.put(target.kind() + " " + target.id(), new Planned(target, hashes));
        }
    }

    /** Puts the decision into the log; the values are gone from the tables when it returns. */
    public void record(String by, String why) {
        List<Entry> decisions = new ArrayList<>();
        for (Planned one : planned.values()) {
            Target target = one.target();
            long before = destructions.stream()
                    .filter(made -> made.logged().entry() instanceof Entry.Destruction d
                            && d.register().equals(register)
                            && d.targetKind().equals(target.kind())
                            && d.target().equals(target.id()))
                    .count();
            String name = String.join("\n", Long.toString(before + 1), target.kind(), target.id());
            decisions.add(new Entry.Destruction(
                    register,
                    "X-" + Hash.of(name.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 10),
                    Corrections.COMMAND_LINE,
                    target.kind(),
                    target.id(),
                    one.commitments(),
                    why,
                    Optional.of(sealer.seal(by))));
        }
        if (!decisions.isEmpty()
                && store.append(decisions).contains(EntryStore.Outcome.OTHER_CONTENT)) {
            throw new StoreException(
                    "somebody else destroyed values of the same entry at that moment: run it"
                            + " again");
        }
    }
}
