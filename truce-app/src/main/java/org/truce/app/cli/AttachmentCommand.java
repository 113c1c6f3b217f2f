package org.truce.app.cli;

import org.truce.app.attach.AttachmentFolder;
import org.truce.app.attach.Attachments;
import org.truce.app.attach.Copies;
import org.truce.app.attach.MediaKind;
import org.truce.app.feed.RandomSealer;
import org.truce.app.store.EntryStore;
import org.truce.app.strip.CannotStrip;
import org.truce.app.strip.Stripping;
import org.truce.base.Hash;
import org.truce.record.CustodyAct;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

@Command(
        name = "attachment",
        mixinStandardHelpOptions = true,
        description = "Attached files and who had them: list, show, check, copy, hand-over, take.")
final class AttachmentCommand implements Runnable {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    AttachmentCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "name one of list, show, check, copy, hand-over, take");
    }

    /** A store that is open, with its attachments and their files. */
    private record Opened(EntryStore entries, Attachments attachments, AttachmentFolder folder) {}

    private interface Work {
        int run(Opened opened);
    }

    private int within(StoreOption store, Work work) {
        try (EntryStore entries = store.open(surroundings)) {
            StoreOption.checkWhole(entries, Optional.empty());
            return work.run(new Opened(
                    entries,
                    new Attachments(entries, new RandomSealer()),
                    store.files(surroundings)));
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Every attachment, and whether its file is here.")
    int list(
            @Mixin StoreOption store,
            @Option(names = "--json", description = "Print one JSON object a line.") boolean json) {
        return within(store, opened -> {
            for (Attachments.Item item : opened.attachments().list()) {
                AttachmentText.Listed listed = AttachmentText.listed(item, opened.folder());
                surroundings.out().println(json ? Json.text(listed) : listed.line());
            }
            return 0;
        });
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "One attachment with its chain of custody, in order of time.")
    int show(
            @Mixin StoreOption store,
            @Option(names = "--json", description = "Print it as JSON.") boolean json,
            @Parameters(paramLabel = "ATTACHMENT", description = "Its id, or REGISTER:ID.")
                    String name) {
        return within(store, opened -> {
            Attachments.Item item = opened.attachments().get(name);
            if (json) {
                surroundings.out().println(Json.text(AttachmentText.shown(item, opened.folder())));
            } else {
                AttachmentText.lines(item, opened.folder()).forEach(surroundings.out()::println);
            }
            return 0;
        });
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Compare files with their hashes, and record that it was done.",
                "Exit code 1 when one is missing or altered; of that one nothing is recorded."
            })
    int check(
            @Mixin StoreOption store,
            @Mixin CustodyOptions custody,
            @Parameters(
                            arity = "1..*",
                            paramLabel = "ATTACHMENT",
                            description = "Their ids, or REGISTER:ID.")
                    List<String> names) {
        return within(store, opened -> {
            boolean whole = true;
            for (String name : names) {
                Attachments.Item item = opened.attachments().get(name);
                String into = into(opened, custody, item, store);
                Optional<Hash> found = read(opened.folder(), item);
                if (found.equals(Optional.of(item.entry().sha256()))) {
                    enter(opened, into, custody, item, CustodyAct.CHECKED, Optional.empty());
                    surroundings.out().printf("%s\twhole%n", item.name());
                } else {
                    whole = false;
                    surroundings
                            .out()
                            .printf(
                                    "%s\t%s%n",
                                    item.name(),
                                    found.map(hash -> "altered: its hash is now " + hash)
                                            .orElse(AttachmentText.state(item, opened.folder())));
                }
            }
            return whole ? 0 : 1;
        });
    }

    private static Optional<Hash> read(AttachmentFolder folder, Attachments.Item item) {
        Hash hash = item.entry().sha256();
        return folder.holds(hash) ? Optional.of(folder.read(hash)) : Optional.empty();
    }

    @Command(
            name = "copy",
            mixinStandardHelpOptions = true,
            description = {
                "Write a copy of an attached file, and record it with the copy's hash.",
                "A file that cannot be stripped with certainty is refused."
            })
    int copy(
            @Mixin StoreOption store,
            @Mixin CustodyOptions custody,
            @Option(
                            names = "--stripped",
                            description =
                                    "Without what says where, when, by whom and with what it was"
                                            + " made.")
                    boolean stripped,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FILE",
                            description = "The file to write; it must not exist.")
                    Path out,
            @Parameters(paramLabel = "ATTACHMENT", description = "Its id, or REGISTER:ID.")
                    String name) {
        return within(store, opened -> {
            Attachments.Item item = opened.attachments().get(name);
            String into = into(opened, custody, item, store);
            Path original = getWhole(opened.folder(), item);
            CustodyAct act = stripped ? CustodyAct.COPY_MADE : CustodyAct.COPIED;
            Copies.Filling<CannotStrip> filling = stripped
                    ? to -> Stripping.strip(original, kindOf(item), to)
                    : to -> Files.copy(original, to);
            try {
                Copies.write(out, filling, hash -> {
                    enter(opened, into, custody, item, act, Optional.of(hash));
                    surroundings.out().println(hash);
                });
            } catch (CannotStrip refused) {
                throw new UsageException(
                        "%s cannot be stripped with certainty: %s. Nothing was written"
                                .formatted(item.name(), refused.getMessage()));
            }
            surroundings.err().printf("written: %s%n", out);
            return 0;
        });
    }

    private static MediaKind kindOf(Attachments.Item item) {
        return Arrays.stream(MediaKind.values())
                .filter(kind -> kind.mediaType().equals(item.entry().mediaType()))
                .findFirst()
                .orElse(MediaKind.UNKNOWN);
    }

    @Command(
            name = "hand-over",
            mixinStandardHelpOptions = true,
            description = "Record to whom a file was handed over, and write it out for them.")
    int handOver(
            @Mixin StoreOption store,
            @Mixin CustodyOptions custody,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "WHOM",
                            description = "Who receives it. Protected.")
                    String whom,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FILE",
                            description = "The file to write, such as one on a stick.")
                    Path out,
            @Parameters(paramLabel = "ATTACHMENT", description = "Its id, or REGISTER:ID.")
                    String name) {
        return within(store, opened -> {
            Attachments.Item item = opened.attachments().get(name);
            String into = into(opened, custody, item, store);
            Path original = getWhole(opened.folder(), item);
            String note = "to " + whom + custody.note.map(text -> "; " + text).orElse("");
            Copies.<RuntimeException>write(
                    out,
                    to -> Files.copy(original, to),
                    hash -> enter(
                            opened,
                            into,
                            custody,
                            item,
                            CustodyAct.HANDED_OVER,
                            Optional.of(hash),
                            Optional.of(note)));
            surroundings.err().printf("written: %s%n", out);
            return 0;
        });
    }

    @Command(
            name = "take",
            mixinStandardHelpOptions = true,
            description = {
                "Take in the file of an attachment whose entry came from another node.",
                "A file with another hash is refused."
            })
    int take(
            @Mixin StoreOption store,
            @Mixin CustodyOptions custody,
            @Parameters(index = "0", paramLabel = "ATTACHMENT", description = "REGISTER:ID.")
                    String name,
            @Parameters(index = "1", paramLabel = "FILE", description = "The file.") Path file) {
        return within(store, opened -> {
            Attachments.Item item = opened.attachments().get(name);
            String into = into(opened, custody, item, store);
            if (item.destroyed()) {
                throw new UsageException(
                        "a decision destroyed the file of attachment %s: it is not taken in again"
                                .formatted(item.name()));
            }
            Hash found = AttachmentFolder.hashOfGiven(file);
            if (!found.equals(item.entry().sha256())) {
                throw new UsageException(
                        "%s is not the file of attachment %s: its hash is %s. Nothing was taken in"
                                .formatted(file, item.name(), found));
            }
            opened.folder().take(file, item.entry().sizeBytes());
            enter(opened, into, custody, item, CustodyAct.RECEIVED, Optional.empty());
            surroundings.out().printf("%s\twhole%n", item.name());
            return 0;
        });
    }

    private String into(
            Opened opened, CustodyOptions custody, Attachments.Item item, StoreOption store) {
        String register = custody.register.orElse(item.entry().register());
        Custodian.checkSigns(opened.entries(), store.keys(surroundings), register);
        return register;
    }

    /** Never a copy of what is not the original any more. */
    private static Path getWhole(AttachmentFolder folder, Attachments.Item item) {
        Hash hash = item.entry().sha256();
        Optional<Hash> found = read(folder, item);
        if (!found.equals(Optional.of(hash))) {
            throw new UsageException(
                    ("the file of attachment %s is not here as it was taken in (%s): nothing was"
                                    + " written; run 'truce verify' to see more")
                            .formatted(
                                    item.name(),
                                    found.map(now -> "it was altered: its hash is now " + now)
                                            .orElse(AttachmentText.state(item, folder))));
        }
        return folder.place(hash);
    }

    private void enter(
            Opened opened,
            String into,
            CustodyOptions custody,
            Attachments.Item item,
            CustodyAct act,
            Optional<Hash> copy) {
        enter(opened, into, custody, item, act, copy, custody.note);
    }

    private void enter(
            Opened opened,
            String into,
            CustodyOptions custody,
            Attachments.Item item,
            CustodyAct act,
            Optional<Hash> copy,
            Optional<String> note) {
        LocalDate today = LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
        opened.attachments()
                .append(List.of(opened.attachments()
                        .step(
                                into,
                                item.entry(),
                                act,
                                custody.by.orElse(Custodian.nameOf(into)),
                                today,
                                copy,
                                note)));
    }
}
