package org.truce.app.feed;

import org.truce.app.store.EntryStore;
import org.truce.app.store.EntryStore.Outcome;
import org.truce.assess.Evidence;
import org.truce.base.Hash;
import org.truce.followup.NotThere;
import org.truce.intake.Caution;
import org.truce.intake.Defect;
import org.truce.intake.Receiver;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.FollowUp;
import org.truce.record.Guarded;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Receives what intake reads, writes it in batches, and keeps account. */
final class Taking implements Receiver {
    /**
     * Large enough that the sync of a batch does not tell, small enough that little is in the air.
     */
    private static final int BATCH = 1_000;

    private final EntryStore store;
    private final Guarded.Sealer sealer;
    private final Progress progress;
    private final Optional<Corrections> corrections;
    private final LocalDate latest;
    private final EntryCodec codec = new EntryCodec();
    private final List<Entry> batch = new ArrayList<>(BATCH);
    private final List<Defect> listed = new ArrayList<>();
    private final List<Naming> naming = new ArrayList<>();
    private String register = "";
    private String file = "";
    private Optional<Counted> in = Optional.empty();
    private long rows;
    private long accepted;
    private long duplicates;
    private long warnings;
    private long defects;

    /**
     * @param corrections makes corrections of what comes in; empty to take it in as new
     * @param latest the last day on which something can have happened
     */
    Taking(
            EntryStore store,
            Guarded.Sealer sealer,
            Progress progress,
            Optional<Corrections> corrections,
            LocalDate latest) {
        this.latest = latest;
        this.corrections = corrections;
        this.store = store;
        this.sealer = sealer;
        this.progress = progress;
    }

    /** An entry about follow-up that may name what is not there, and the file that it stands in. */
    private record Naming(FollowUp entry, String file) {}

    /** From here on, what comes in belongs to this file and register. */
    void begin(String intoRegister, String fromFile) {
        register = intoRegister;
        file = fromFile;
        rows = 0;
        in = Optional.empty();
    }

    void reading(Counted from) {
        in = Optional.of(from);
    }

    /**
     * Declares the register as its format does, unless it has declared itself; not a source row.
     */
    void declare(Entry.RegisterDeclared declared) {
        if (corrections.isEmpty() && !store.knowsRegister(declared.register())) {
            store.append(List.of(declared));
        }
    }

    @Override
    public void take(Entry entry) {
        if (fromEscapes(entry) && !writable(entry)) {
            refuse(new Defect(
                    file,
                    entry.entered().line(),
                    "",
                    "it holds half of a character",
                    "remove the half character, then import the file again",
                    ""));
            return;
        }
        findDay(entry)
                .filter(day -> day.isAfter(latest))
                .ifPresent(day -> warn(new Caution(
                        file,
                        entry.entered().line(),
                        "occurred_from",
                        "%s has not come yet: check the year, and correct the row if it is wrong"
                                .formatted(day))));
        rows++;
        if (entry instanceof FollowUp about && NotThere.mayName(about)) {
            naming.add(new Naming(about, file));
        }
        if (corrections.isEmpty()) {
            add(entry);
            return;
        }
        switch (corrections.get().correct(entry)) {
            case Corrections.Made.Correction made -> add(made.entry());
            case Corrections.Made.AlreadySo same -> duplicates++;
            case Corrections.Made.NothingToCorrect nothing -> {
                rows--;
                refuse(new Defect(
                        file,
                        entry.entered().line(),
                        "id",
                        "register %s has no %s %s to correct"
                                .formatted(entry.register(), EntryCodec.kindOf(entry), entry.id()),
                        "see that register and id are right; a new row is taken in with"
                                + " 'truce import'",
                        codec.plainText(entry)));
            }
        }
    }

    /** When it happened, of what happens. */
    private static Optional<LocalDate> findDay(Entry entry) {
        return entry instanceof Entry.Told told
                ? Optional.of(told.account().occurred().from().writtenDate())
                : Optional.empty();
    }

    /** Only JSON and YAML can write half of a surrogate pair, by escapes; no row of a table can. */
    private static boolean fromEscapes(Entry entry) {
        return entry instanceof Entry.AreaOutline
                || entry instanceof Entry.AgreementText
                || entry instanceof Entry.ClaimTest
                || entry instanceof Entry.RegisterDeclared;
    }

    private boolean writable(Entry entry) {
        try {
            codec.seal(entry);
            return true;
        } catch (IllegalArgumentException halfCharacter) {
            return false;
        }
    }

    @Override
    public void warn(Caution caution) {
        warnings++;
        progress.doubtful(caution);
    }

    @Override
    public void refuse(Defect defect) {
        defects++;
        rows++;
        if (listed.size() < ImportResult.LISTED) {
            listed.add(defect);
        }
        keep(defect);
    }

    /** What somebody named and is not there: nothing of it can be kept. */
    void notThere(Defect defect) {
        defects++;
        listed.add(defect);
    }

    /** Writes what is held back; returns once it is durable. */
    void flush() {
        while (!batch.isEmpty()) {
            List<Entry> entries = List.copyOf(batch);
            batch.clear();
            List<Outcome> outcomes = store.append(entries);
            for (int i = 0; i < entries.size(); i++) {
                account(entries.get(i), outcomes.get(i));
            }
        }
        in.ifPresent(counted -> progress.at(file, rows, counted.share()));
    }

    private void account(Entry entry, Outcome outcome) {
        if (entry instanceof Entry.RejectedRow row) {
            if (outcome == Outcome.OTHER_CONTENT) {
                keepBeside(row);
            }
            return;
        }
        switch (outcome) {
            case RECORDED -> accepted++;
            case ALREADY_THERE -> duplicates++;
            case OTHER_CONTENT ->
                refuse(new Defect(
                        file,
                        entry.entered().line(),
                        "id",
                        "%s is already recorded in register %s and says something else"
                                .formatted(entry.id(), entry.register()),
                        "an entry is never changed: correct it with 'truce correct', give this row"
                                + " an id of its own, or name another register with --register",
                        codec.plainText(entry)));
        }
    }

    /** A refused row is kept too; its id tells only where it stood. */
    private void keep(Defect defect) {
        // Not of the file's name, which is protected: whoever guesses it could tell by the hash.
        String place = String.join("\n", Long.toString(defect.line()), defect.column());
        String id = "X-" + Hash.of(place.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 10);
        String refusal = "%s: %s. To do: %s%n%s"
                .formatted(defect.file(), defect.problem(), defect.todo(), defect.original());
        add(new Entry.RejectedRow(
                register,
                id,
                new Entered(sealer.seal(defect.file()), Math.max(1, defect.line())),
                defect.column(),
                sealer.seal(refusal)));
    }

    /** The same place in another file had another row: both are kept. */
    private void keepBeside(Entry.RejectedRow row) {
        add(new Entry.RejectedRow(
                row.register(), row.id() + "+", row.entered(), row.column(), row.refusal()));
    }

    private void add(Entry entry) {
        batch.add(entry);
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    /** Only at the end: what an entry names may stand in a later file. */
    private void warnOfNotThere() {
        if (naming.isEmpty()) {
            return;
        }
        NotThere notThere =
                new NotThere(Evidence.known(store.listAll(), Optional.empty()).entries());
        for (Naming one : naming) {
            for (NotThere.Missing missing : notThere.list(one.entry())) {
                warn(new Caution(
                        one.file(),
                        one.entry().entered().line(),
                        missing.column(),
                        "'%s' is not in the record: the row is kept, and counts once it is there"
                                .formatted(missing.named())));
            }
        }
    }

    ImportResult finish() {
        flush();
        warnOfNotThere();
        return new ImportResult(accepted, duplicates, warnings, defects, listed);
    }
}
