package org.truce.app.review;

import org.truce.intake.Caution;
import org.truce.intake.Defect;
import org.truce.intake.Receiver;
import org.truce.record.Entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Receives what became of one row. */
final class OneRow implements Receiver {
    private final List<Entry> entries = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();
    private final List<String> cautions = new ArrayList<>();

    @Override
    public void take(Entry entry) {
        entries.add(entry);
    }

    @Override
    public void refuse(Defect defect) {
        defects.add(defect);
    }

    @Override
    public void warn(Caution caution) {
        cautions.add(caution.column() + ": " + caution.problem());
    }

    Optional<Defect> defect() {
        return defects.stream().findFirst();
    }

    Entry entry() {
        return entries.getFirst();
    }

    List<String> cautions() {
        return cautions;
    }
}
