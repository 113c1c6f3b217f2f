package org.truce.app.cli;

import org.truce.app.attach.AttachmentFolder;
import org.truce.app.attach.Attachments;
import org.truce.app.feed.RandomSealer;
import org.truce.app.store.EntryStore;
import org.truce.record.CustodyAct;
import org.truce.record.Entry;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

@Command(
        name = "attach",
        mixinStandardHelpOptions = true,
        description = {
            "Attach files to an entry: kept beside the store, their hashes in the log.",
            "The files you name are only read. Their folders are not kept."
        })
final class AttachCommand implements Callable<Integer> {
    /** A few minutes of a phone's video; more at once is mostly a mistake that fills the disk. */
    private static final int DEFAULT_MIB = 512;

    private static final int MOST_MIB = 1 << 20;

    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--register",
            paramLabel = "NAME",
            description = "The register that takes them in; that of the entry when not given.")
    private Optional<String> register = Optional.empty();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "ENTRY",
            description = "The entry they belong to: its id, or REGISTER:ID.")
    private String to = "";

    @Option(
            names = "--by",
            paramLabel = "ROLE",
            description = "Who takes them in; the register itself when not given. Protected.")
    private Optional<String> by = Optional.empty();

    @Option(
            names = "--origin",
            paramLabel = "TEXT",
            description = "From whom or where they came. Protected.")
    private Optional<String> origin = Optional.empty();

    @Option(names = "--note", paramLabel = "TEXT", description = "What else to keep. Protected.")
    private Optional<String> note = Optional.empty();

    @Option(
            names = "--max-mib",
            paramLabel = "N",
            description = "Refuse a file of more than N MiB; 512 when not given.")
    private int maxMib = DEFAULT_MIB;

    @Option(names = "--json", description = "Print one JSON object for each file.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Photos, videos, documents.")
    private List<Path> files = List.of();

    /** The stable JSON shape of one file. */
    record Attached(
            String register,
            String id,
            String about,
            String sha256,
            long sizeBytes,
            String mediaType,
            boolean alreadyThere) {}

    AttachCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (maxMib < 1 || maxMib > MOST_MIB) {
            throw new UsageException("--max-mib takes a number from 1 to %d".formatted(MOST_MIB));
        }
        try (EntryStore entries = store.open(surroundings)) {
            EntryName about = EntryName.find(entries, to, register);
            String into = register.orElse(about.register());
            Custodian.checkSigns(entries, store.keys(surroundings), into);
            Attachments attachments = new Attachments(entries, new RandomSealer());
            AttachmentFolder folder = store.files(surroundings);
            List<AttachmentFolder.Held> taken = new ArrayList<>();
            boolean recorded = false;
            try {
                for (Path file : files) {
                    taken.add(folder.take(file, (long) maxMib << 20));
                }
                enter(attachments, into, about.text(), taken);
                recorded = true;
            } finally {
                if (!recorded) {
                    discard(new Attachments(entries, new RandomSealer()), folder, taken);
                }
            }
            return 0;
        }
    }

    /** Nothing names these files: without this they would lie there as surplus. */
    private static void discard(
            Attachments now, AttachmentFolder folder, List<AttachmentFolder.Held> taken) {
        for (AttachmentFolder.Held held : taken) {
            if (held.fresh() && !now.needs(held.sha256())) {
                folder.destroy(held.sha256());
            }
        }
    }

    private void enter(
            Attachments attachments, String into, String about, List<AttachmentFolder.Held> taken) {
        Set<String> there =
                attachments.list().stream().map(Attachments.Item::name).collect(Collectors.toSet());
        List<Entry> made = new ArrayList<>();
        List<Attached> told = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
        for (int i = 0; i < taken.size(); i++) {
            Path name = Optional.ofNullable(files.get(i).getFileName()).orElse(files.get(i));
            Entry.Attachment entry =
                    attachments.attachment(into, about, taken.get(i), name.toString(), origin);
            boolean known = !there.add(into + ":" + entry.id());
            if (known && attachments.isDestroyed(entry)) {
                throw new UsageException(
                        "a decision destroyed the file of attachment %s: it is not taken in again"
                                .formatted(entry.id()));
            }
            if (!known) {
                made.add(entry);
                made.add(attachments.step(
                        into,
                        entry,
                        CustodyAct.RECEIVED,
                        by.orElse(Custodian.nameOf(into)),
                        today,
                        Optional.empty(),
                        note));
            }
            told.add(new Attached(
                    into,
                    entry.id(),
                    about,
                    entry.sha256().hex(),
                    entry.sizeBytes(),
                    entry.mediaType(),
                    known));
        }
        attachments.append(made);
        told.forEach(this::tell);
    }

    private void tell(Attached one) {
        if (json) {
            surroundings.out().println(Json.text(one));
            return;
        }
        surroundings
                .out()
                .printf(
                        "%s:%s\t%s\t%,d bytes\t%s%s%n",
                        one.register(),
                        one.id(),
                        one.mediaType(),
                        one.sizeBytes(),
                        one.sha256(),
                        one.alreadyThere() ? "\talready there" : "");
    }
}
