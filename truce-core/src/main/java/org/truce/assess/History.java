package org.truce.assess;

import org.truce.reconcile.Linker;
import org.truce.record.Logged;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that was ever recorded, and the evidence of each day that is asked about, made once. */
public final class History {
    /** Days are asked about in few: the present, a statement's day, a date from a form. */
    private static final int KEPT = 8;

    private final List<Logged> all;
    private final Linker linker;
    private final AssessSettings settings;
    private final Map<Optional<LocalDate>, Evidence> evidence =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<Optional<LocalDate>, Evidence> eldest) {
                    return size() > KEPT;
                }
            };

    public History(List<Logged> all, AssessSettings settings) {
        this(all, new Linker(), settings);
    }

    private History(List<Logged> all, Linker linker, AssessSettings settings) {
        this.all = List.copyOf(all);
        this.linker = linker;
        this.settings = settings;
    }

    /** The history when more is recorded; of its present only what changed is worked out anew. */
    public History next(List<Logged> allOfThen) {
        return new History(allOfThen, linker, settings);
    }

    /** What was known on a day, or all there is. */
    public synchronized Evidence on(Optional<LocalDate> day) {
        return evidence.computeIfAbsent(
                day, d -> Evidence.of(all, d, d.isEmpty() ? linker : new Linker(), settings));
    }

    public List<Logged> listAll() {
        return all;
    }
}
