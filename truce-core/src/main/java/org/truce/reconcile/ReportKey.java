package org.truce.reconcile;

import org.truce.record.Entry;

import java.util.Comparator;

/** A report's register and its id there. */
public record ReportKey(String register, String id) implements Comparable<ReportKey> {
    private static final Comparator<ReportKey> ORDER =
            Comparator.comparing(ReportKey::register).thenComparing(ReportKey::id);

    public static ReportKey of(Entry.Report report) {
        return new ReportKey(report.register(), report.id());
    }

    /** As decisions and incidents name it: "register:id". */
    public String text() {
        return register + ":" + id;
    }

    @Override
    public int compareTo(ReportKey other) {
        return ORDER.compare(this, other);
    }
}
