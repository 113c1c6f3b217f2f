package org.truce.app.cli;

import org.truce.app.attach.Attachments;
import org.truce.app.attach.Destroying;
import org.truce.app.feed.RandomSealer;
import org.truce.app.review.Removed;
import org.truce.app.store.EntryStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

@Command(
        name = "destroy",
        mixinStandardHelpOptions = true,
        description = {
            "Destroy protected values by a recorded decision: the entry stays, its proof holds.",
            "Texts in the review queue from which the entries were made go, too.",
            "It cannot be undone, and reaches no backup, no bundle and no disk elsewhere."
        })
final class DestroyCommand implements Callable<Integer> {
    private static final int SHOWN_DIGITS = 12;

    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--register",
            required = true,
            paramLabel = "NAME",
            description = "The register whose entries they are.")
    private String register = "";

    @Option(
            names = "--by",
            required = true,
            paramLabel = "ROLE",
            description = "Who decided it. Protected.")
    private String by = "";

    @Option(
            names = "--why",
            required = true,
            paramLabel = "TEXT",
            description = "Why; every reader sees it.")
    private String why = "";

    @Option(
            names = "--field",
            paramLabel = "FIELD",
            description = "Only this field, such as source or place.point; may be repeated.")
    private List<String> fields = List.of();

    @Option(
            names = "--attachment",
            description = "Also the files attached to the entries, with their names and custody.")
    private boolean attachment;

    @Option(
            names = "--yes",
            description = "Do it. Without it, what would be destroyed is named and nothing done.")
    private boolean yes;

    @Option(names = "--json", description = "Print the result as JSON on standard output.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "ENTRY", description = "Their ids.")
    private List<String> ids = List.of();

    /**
     * The stable JSON shape.
     *
     * @param purged whether nothing of the values is left in the store's own files
     */
    record Destroyed(
            String register,
            List<Destroying.Target> entries,
            int values,
            int files,
            int texts,
            boolean done,
            boolean purged) {}

    DestroyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (why.isBlank() || by.isBlank()) {
            throw new UsageException("--by and --why say who decided it and why: fill them in");
        }
        try (EntryStore entries = store.open(surroundings)) {
            Custodian.checkSigns(entries, store.keys(surroundings), register);
            Destroying destroying = new Destroying(entries, new RandomSealer(), register, fields);
            Set<String> names = new TreeSet<>();
            for (String id : ids) {
                EntryName named = EntryName.find(entries, id, Optional.of(register));
                if (!named.register().equals(register)) {
                    throw new UsageException(
                            ("%s belongs to register %s: only its own register destroys values, and"
                                            + " 'truce accept' of its bundle then does so here")
                                    .formatted(id, named.register()));
                }
                destroying.add(named.entry(), attachment);
                names.add(register + ":" + named.entry().id());
            }
            return yes ? destroy(entries, destroying, names) : ask(destroying, names);
        }
    }

    private int ask(Destroying destroying, Set<String> names) {
        List<Removed> texts = store.queue(surroundings)
                .listRemovable(names, by, why, surroundings.clock().instant());
        tell(destroying, 0, texts, false, false);
        surroundings
                .err()
                .println("nothing was destroyed: run it again with --yes to destroy this for ever");
        return 2;
    }

    private int destroy(EntryStore entries, Destroying destroying, Set<String> names) {
        destroying.record(by, why);
        List<Removed> texts = store.queue(surroundings)
                .remove(names, by, why, surroundings.clock().instant());
        Attachments attachments = new Attachments(entries, new RandomSealer());
        int files = attachments.removeDestroyed(store.files(surroundings));
        attachments
                .listKeeping(store.files(surroundings), destroying.listFiles())
                .forEach(keeping -> surroundings
                        .err()
                        .printf(
                                "a file is still here, for it is attached to %s too (%s:%s): to"
                                        + " destroy it, destroy that attachment as well%n",
                                keeping.about(), keeping.register(), keeping.id()));
        boolean purged = entries.purge();
        tell(destroying, files, texts, true, purged);
        if (!purged) {
            surroundings
                    .err()
                    .println("the values are destroyed in the record, but the store's own"
                            + " files could not be rewritten, and a copy may be left in them: end"
                            + " other programs that read it, or on a database act as the owner of"
                            + " its tables, and run this again");
            return 2;
        }
        surroundings
                .err()
                .println("not reached: backups, bundles given out with protected values, other"
                        + " nodes until they accept this decision, and what the disk itself"
                        + " keeps");
        return 0;
    }

    private void tell(
            Destroying destroying, int files, List<Removed> texts, boolean done, boolean purged) {
        List<Destroying.Target> targets = new ArrayList<>(destroying.listTargets());
        int values = targets.stream().mapToInt(target -> target.fields().size()).sum();
        if (json) {
            surroundings
                    .out()
                    .println(Json.text(new Destroyed(
                            register, targets, values, files, texts.size(), done, purged)));
            return;
        }
        for (Destroying.Target target : targets) {
            surroundings
                    .out()
                    .printf(
                            "%s\t%s %s\t%s%n",
                            done ? "destroyed" : "would be destroyed",
                            target.kind(),
                            target.id(),
                            String.join(", ", target.fields()));
        }
        for (Removed text : texts) {
            surroundings
                    .out()
                    .printf(
                            "%s\ttext %s of the review queue\t%d drafts, %d of them waiting%n",
                            done ? "removed" : "would be removed",
                            text.text().hex().substring(0, SHOWN_DIGITS),
                            text.drafts().size(),
                            text.waiting());
        }
        if (targets.isEmpty()) {
            surroundings.out().println("destroyed before: nothing more to destroy");
        }
    }
}
