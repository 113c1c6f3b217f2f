package org.truce.assess.scan;

/**
 * @param intervals the runs of days that are looked at
 * @param replicates how often chance is tried, 1 or more; 999 makes p-values of thousandths
 * @param seed of chance; the same seed gives the same answer on any number of threads
 */
public record ScanSettings(Intervals intervals, int replicates, long seed) {
    public ScanSettings {
        if (replicates < 1) {
            throw new IllegalArgumentException("chance is tried once or more: " + replicates);
        }
    }
}
