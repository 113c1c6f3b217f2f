package org.truce.assess.scan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many incidents were counted at each place on each day. A 0 says that none was reported, not
 * that nothing happened. Cannot be changed.
 */
public final class CountTable {
    private final Sites sites;
    private final Days days;
    /** By site, then day. */
    private final int[][] counts;

    private final int total;

    private CountTable(Sites sites, Days days, int[][] counts) {
        this.sites = sites;
        this.days = days;
        this.counts = counts;
        int sum = 0;
        for (int[] ofSite : counts) {
            for (int count : ofSite) {
                sum = Math.addExact(sum, count);
            }
        }
        total = sum;
    }

    /**
     * One incident.
     *
     * @param siteId the id of a site of the scan
     * @param day the local day on which it occurred
     */
    public record Occurrence(String siteId, LocalDate day) {}

    /** Counts the occurrences; throws when one is at none of the sites or on none of the days. */
    public static CountTable of(Sites sites, Days days, List<Occurrence> occurrences) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int site = 0; site < sites.count(); site++) {
            numbers.put(sites.list().get(site).id(), site);
        }
        int[][] counts = new int[sites.count()][days.count()];
        for (Occurrence occurrence : occurrences) {
            Integer site = numbers.get(occurrence.siteId());
            if (site == null) {
                throw new IllegalArgumentException("no site has the id " + occurrence.siteId());
            }
            counts[site][days.getIndex(occurrence.day())]++;
        }
        return new CountTable(sites, days, counts);
    }

    /** @param counts by site, then day, each 0 or more */
    public static CountTable of(Sites sites, Days days, int[][] counts) {
        if (counts.length != sites.count()) {
            throw new IllegalArgumentException(
                    "%d rows for %d sites".formatted(counts.length, sites.count()));
        }
        int[][] copy = new int[counts.length][];
        for (int site = 0; site < counts.length; site++) {
            copy[site] = counts[site].clone();
            if (copy[site].length != days.count()) {
                throw new IllegalArgumentException(
                        "%d counts for %d days".formatted(copy[site].length, days.count()));
            }
            for (int count : copy[site]) {
                if (count < 0) {
                    throw new IllegalArgumentException("a count is 0 or more: " + count);
                }
            }
        }
        return new CountTable(sites, days, copy);
    }

    public Sites sites() {
        return sites;
    }

    public Days days() {
        return days;
    }

    /** All incidents. */
    public int total() {
        return total;
    }

    /** Of one site, by number, on one day, by number. */
    public int count(int site, int day) {
        return counts[site][day];
    }

    /** Of each site on all days. */
    int[] bySite() {
        int[] sums = new int[counts.length];
        for (int site = 0; site < counts.length; site++) {
            for (int count : counts[site]) {
                sums[site] += count;
            }
        }
        return sums;
    }

    /** Of each day at all sites. */
    int[] byDay() {
        int[] sums = new int[days.count()];
        for (int[] ofSite : counts) {
            for (int day = 0; day < sums.length; day++) {
                sums[day] += ofSite[day];
            }
        }
        return sums;
    }
}
