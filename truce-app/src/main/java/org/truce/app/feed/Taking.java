package org.truce.app.feed;

import org.truce.app.store.EntryStore;
import org.truce.app.store.EntryStore.Outcome;
import org.truce.base.Hash;
import org.truce.intake.Caution;
import org.truce.intake.Defect;
import org.truce.intake.Receiver;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Guarded;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Receives what intake reads, writes it in batches, and keeps account. */
final class Taking implements Receiver {
    /**
     * Large enough that the sync of a batch does not tell, small enough that little is in the air.
     */
    private static final int BATCH = 1_000;

    /**
     * What intake quotes of a row: between the first and the last apostrophe, or a decimal number.
     */
    private static final Pattern VALUE = Pattern.compile("'.*'|-?[0-9]+\\.[0-9E-]+", Pattern.DOTALL);

    private final EntryStore store;
    private final Guarded.Sealer sealer;
    private final Progress progress;
    private final EntryCodec codec = new EntryCodec();
    private final List<Entry> batch = new ArrayList<>(BATCH);
    private final List<Defect> listed = new ArrayList<>();
    private String register = "";
    private String file = "";
    private Optional<Counted> in = Optional.empty();
    private long rows;
    private long accepted;
    private long duplicates;
    private long warnings;
    private long defects;

    Taking(EntryStore store, Guarded.Sealer sealer, Progress progress) {
        this.store = store;
        this.sealer = sealer;
        this.progress = progress;
    }

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
        if (!store.knowsRegister(declared.register())) {
            store.append(List.of(declared));
        }
    }

    @Override
    public void take(Entry entry) {
        rows++;
        add(entry);
    }

    @Override
    public void warn(Caution caution) {
        warnings++;
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
                        entry.entered().file(),
                        entry.entered().line(),
                        "id",
                        "%s is already recorded in register %s and says something else"
                                .formatted(entry.id(), entry.register()),
                        "an entry is never changed: give this row an id of its own, or name another"
                                + " register with --register",
                        codec.plainText(entry)));
        }
    }

    /** A refused row is kept too, its words protected: nobody has looked yet at what is in them. */
    private void keep(Defect defect) {
        String place = String.join(
                "\n",
                defect.file(),
                Long.toString(defect.line()),
                defect.column(),
                withoutValues(defect));
        String id = "X-" + Hash.of(place.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 10);
        add(rejected(defect, id));
    }

    /** The same place in another file of that name had another row: both are kept. */
    private void keepBeside(Entry.RejectedRow row) {
        add(new Entry.RejectedRow(
                row.register(),
                row.id() + "+",
                row.entered(),
                row.column(),
                row.problem(),
                row.original()));
    }

    private void add(Entry entry) {
        batch.add(entry);
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    private Entry.RejectedRow rejected(Defect defect, String id) {
        return new Entry.RejectedRow(
                register,
                id,
                new Entered(defect.file(), Math.max(1, defect.line())),
                defect.column(),
                withoutValues(defect) + ". To do: " + defect.todo(),
                sealer.seal(defect.original()));
    }

    /**
     * The problem without what stood in the row. The problem of a kept row is for every reader, and
     * where columns have slipped, a source's name or an exact point stands where a number should.
     */
    private static String withoutValues(Defect defect) {
        return VALUE.matcher(defect.problem())
                .replaceAll(value -> Matcher.quoteReplacement(
                        value.group().equals("'" + defect.column() + "'") ? value.group() : "…"));
    }

    ImportResult finish() {
        flush();
        return new ImportResult(accepted, duplicates, warnings, defects, listed);
    }
}
