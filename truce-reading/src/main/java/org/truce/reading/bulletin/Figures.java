package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Item.Number;
import org.truce.reading.tokens.Sentence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** All numbers of a text in their order, to see which of them others add up to. */
final class Figures {
    /** A row of counts is seldom longer; looking further would take time for hostile texts. */
    private static final int MOST_PARTS = 14;

    private static final int FAR_TOTAL = 8;

    private final Map<Sentence, List<Item>> items = new IdentityHashMap<>();
    private final List<Long> amounts = new ArrayList<>();
    private final Map<Integer, Integer> places = new HashMap<>();

    Figures(List<Sentence> sentences) {
        for (Sentence sentence : sentences) {
            List<Item> all = Items.of(sentence);
            items.put(sentence, all);
            for (Item item : all) {
                if (item instanceof Number number) {
                    places.put(start(sentence, number), amounts.size());
                    amounts.add(number.amount().least());
                }
            }
        }
    }

    /** The items of a sentence, which are taken apart once. */
    List<Item> items(Sentence sentence) {
        return items.getOrDefault(sentence, List.of());
    }

    private static int start(Sentence sentence, Number number) {
        return sentence.get(number.from()).span().start();
    }

    /** Which sums a number is or belongs to. */
    List<String> sums(Sentence sentence, Number number) {
        int at = places.getOrDefault(start(sentence, number), -1);
        if (at < 0) {
            return List.of();
        }
        List<String> sums = new ArrayList<>();
        if (isSum(at, at + 1, 1) || isSum(at, at + 2, 1)) {
            sums.add("sum of those behind");
        }
        if (isSum(at, at - 1, -1)) {
            sums.add("sum of those before");
        }
        for (int total = at - 1; total >= Math.max(0, at - FAR_TOTAL); total--) {
            if (isPart(total, at)) {
                sums.add("part of a sum");
                break;
            }
        }
        return sums;
    }

    /** Whether two or more numbers from one on make another exactly. */
    private boolean isSum(int total, int from, int step) {
        return length(total, from, step) > 1;
    }

    private boolean isPart(int total, int at) {
        int length = length(total, total + 1, 1);
        return length > 1 && total + length >= at;
    }

    /** How many numbers make a total exactly; 0 where none do. */
    private int length(int total, int from, int step) {
        long whole = amounts.get(total);
        long sum = 0;
        int length = 0;
        int at = from;
        while (whole > 1 && at >= 0 && at < amounts.size() && length < MOST_PARTS && sum < whole) {
            sum += amounts.get(at);
            length++;
            at += step;
        }
        return whole > 1 && sum == whole ? length : 0;
    }
}
