package org.truce.app.simulate;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What was done how often, by name. */
public final class Tally {
    private final Map<String, Long> counts = new TreeMap<>();

    void add(String what) {
        add(what, 1);
    }

    void add(String what, long times) {
        if (times > 0) {
            counts.merge(what, times, Long::sum);
        }
    }

    /** Puts another's counts to these. */
    public void addAll(Tally other) {
        other.counts.forEach(this::add);
    }

    /** By name: {@code fault: power-cut}, {@code lie: altered-entry, refused}. */
    public Map<String, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }
}
