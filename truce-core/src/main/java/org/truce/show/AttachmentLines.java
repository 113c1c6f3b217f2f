package org.truce.show;

import org.truce.base.Phrases;
import org.truce.record.Entry;
import org.truce.record.Logged;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The attachments of an entry, a line each: kind, size, hash and what happened to the file, without
 * anything protected. The file itself is shown to nobody.
 */
public final class AttachmentLines {
    private AttachmentLines() {}

    /** @param all every entry that counts, in the order of their logs */
    public static List<String> of(List<Logged> all, String register, String id, Phrases phrases) {
        String about = register + ":" + id;
        List<String> lines = new ArrayList<>();
        for (Logged logged : all) {
            if (logged.entry() instanceof Entry.Attachment attachment
                    && attachment.about().equals(about)) {
                lines.add(phrases.say(
                        "show.attachment-line",
                        attachment.id(),
                        attachment.mediaType(),
                        String.format(Locale.ROOT, "%,d", attachment.sizeBytes()),
                        attachment.sha256().hex(),
                        custody(all, attachment, phrases)));
            }
        }
        return lines;
    }

    private static String custody(List<Logged> all, Entry.Attachment attachment, Phrases phrases) {
        return all.stream()
                .map(Logged::entry)
                .filter(Entry.Custody.class::isInstance)
                .map(Entry.Custody.class::cast)
                .filter(step -> isAbout(step, attachment))
                .map(step -> step.on() + " "
                        + phrases.say("show.custody." + step.act().code()))
                .collect(Collectors.joining(phrases.say("show.list-semicolon")));
    }

    /** Whether a step of custody, of whatever register, is one of this attachment. */
    public static boolean isAbout(Entry.Custody step, Entry.Attachment attachment) {
        return (step.register().equals(attachment.register())
                        && step.attachment().equals(attachment.id()))
                || step.attachment().equals(attachment.register() + ":" + attachment.id());
    }
}
