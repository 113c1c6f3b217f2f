package org.truce.assess.sources;

import java.util.List;

/**
 * What was said, in columns: the votes of item {@code i} are those from {@code start[i]} to before
 * {@code start[i + 1]}. Raters and values are numbers from 0.
 */
final class Votes {
    /** @param weight above 0 to 1; less than 1 where one account is split between values */
    record Vote(int rater, int value, double weight) {}

    final int items;
    final int raters;
    final int values;
    final int[] start;
    final int[] rater;
    final int[] value;
    final double[] weight;
    private final Vote[] votes;

    Votes(int raters, int values, List<List<Vote>> byItem) {
        this.raters = raters;
        this.values = values;
        items = byItem.size();
        int count = byItem.stream().mapToInt(List::size).sum();
        start = new int[items + 1];
        rater = new int[count];
        value = new int[count];
        weight = new double[count];
        votes = new Vote[count];
        int next = 0;
        for (int item = 0; item < items; item++) {
            for (Vote vote : byItem.get(item)) {
                rater[next] = vote.rater();
                value[next] = vote.value();
                weight[next] = vote.weight();
                votes[next] = vote;
                next++;
            }
            start[item + 1] = next;
        }
    }

    int count() {
        return rater.length;
    }

    Vote get(int vote) {
        return votes[vote];
    }

    /** Where the figures of a vote's rater and value begin in a column by rater, value, truth. */
    int cell(int vote) {
        return (rater[vote] * values + value[vote]) * values;
    }
}
