package org.truce.reconcile.linkage;

import java.util.OptionalInt;
import java.util.TreeMap;

/** Figures in classes whose width grows: 0, 1, 2, 3, 4, 5-6, 7-9, 10-14, 15-24, 25-49, ... */
public final class Figures {
    private static final TreeMap<Integer, Integer> CLASSES = new TreeMap<>();

    static {
        int number = 0;
        for (int from : new int[] {0, 1, 2, 3, 4, 5, 7, 10, 15, 25, 50, 100, 250}) {
            CLASSES.put(from, number++);
        }
    }

    private Figures() {}

    public static Coding coding(String name) {
        return Coding.ordinal(name, CLASSES.size());
    }

    /** @param figure 0 or more */
    public static int code(int figure) {
        return CLASSES.floorEntry(figure).getValue();
    }

    /** The middle of a span, on the scale on which figures are compared. */
    public static OptionalInt middle(OptionalInt least, OptionalInt most) {
        if (least.isEmpty() || most.isEmpty()) {
            return least.isPresent() ? least : most;
        }
        double low = least.getAsInt() + 1.0;
        double high = most.getAsInt() + 1.0;
        return OptionalInt.of((int) Math.round(Math.sqrt(low * high)) - 1);
    }
}
