package org.truce.app.cli;

import org.truce.app.attach.AttachmentFolder;
import org.truce.app.attach.Attachments;
import org.truce.app.store.EntryStore;
import org.truce.base.Hash;
import org.truce.record.Entry;
import org.truce.record.Guarded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Attachments as text and as JSON, for whoever holds the store. */
final class AttachmentText {
    private AttachmentText() {}

    /** The stable JSON shape of a line of {@code attachment list}. */
    record Listed(
            String register,
            String id,
            String about,
            String sha256,
            long sizeBytes,
            String mediaType,
            String file,
            int steps) {
        String line() {
            return "%s:%s\t%s\t%s\t%,d bytes\t%s\t%s"
                    .formatted(register, id, about, mediaType, sizeBytes, sha256, file);
        }
    }

    /** The stable JSON shape of {@code attachment show}. */
    record Shown(
            String register,
            String id,
            String about,
            String sha256,
            long sizeBytes,
            String mediaType,
            String file,
            Optional<String> name,
            Optional<String> origin,
            List<Step> custody) {}

    /** One step of custody; protected values are null where they are not here. */
    record Step(
            String register,
            long seq,
            String recordedAt,
            String act,
            String on,
            Optional<String> by,
            Optional<String> copy,
            Optional<String> note) {}

    /** Where the file is, without reading it. */
    static String state(Attachments.Item item, AttachmentFolder folder) {
        if (item.destroyed()) {
            return "destroyed";
        }
        if (folder.holds(item.entry().sha256())) {
            return "here";
        }
        return item.expected() ? "missing" : "not held here";
    }

    static Listed listed(Attachments.Item item, AttachmentFolder folder) {
        Entry.Attachment entry = item.entry();
        return new Listed(
                entry.register(),
                entry.id(),
                entry.about(),
                entry.sha256().hex(),
                entry.sizeBytes(),
                entry.mediaType(),
                state(item, folder),
                item.custody().size());
    }

    static Shown shown(Attachments.Item item, AttachmentFolder folder) {
        Entry.Attachment entry = item.entry();
        List<Step> steps = new ArrayList<>();
        for (EntryStore.OfKind step : item.custody()) {
            if (step.logged().entry() instanceof Entry.Custody c) {
                steps.add(new Step(
                        c.register(),
                        step.logged().seq(),
                        step.logged().recordedAt().toString(),
                        c.act().code(),
                        c.on().toString(),
                        c.by().find(),
                        c.copy().map(Hash::hex),
                        c.note().flatMap(Guarded::find)));
            }
        }
        return new Shown(
                entry.register(),
                entry.id(),
                entry.about(),
                entry.sha256().hex(),
                entry.sizeBytes(),
                entry.mediaType(),
                state(item, folder),
                entry.name().find(),
                entry.origin().flatMap(Guarded::find),
                steps);
    }

    static List<String> lines(Attachments.Item item, AttachmentFolder folder) {
        Entry.Attachment entry = item.entry();
        List<String> lines = new ArrayList<>();
        lines.add(listed(item, folder).line());
        lines.add("name\t" + said(entry.name()));
        entry.origin().ifPresent(origin -> lines.add("origin\t" + said(origin)));
        for (EntryStore.OfKind step : item.custody()) {
            if (step.logged().entry() instanceof Entry.Custody c) {
                lines.add("%s\t%s\tby %s%s%s\t(register %s, entry %d, recorded %s)"
                        .formatted(
                                c.on(),
                                c.act().code(),
                                said(c.by()),
                                c.copy().map(hash -> "\tcopy " + hash).orElse(""),
                                c.note().map(note -> "\t" + said(note)).orElse(""),
                                c.register(),
                                step.logged().seq(),
                                step.logged().recordedAt()));
            }
        }
        return lines;
    }

    private static String said(Guarded value) {
        return switch (value) {
            case Guarded.Destroyed destroyed -> "destroyed";
            case Guarded.Withheld withheld -> "withheld";
            case Guarded.Open open -> Plain.column(open.value());
            case Guarded.Clear clear -> Plain.column(clear.value());
        };
    }
}
