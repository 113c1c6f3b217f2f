package org.truce.reading.figures;

import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How many, as a text says it.
 *
 * @param least 0 or more
 * @param most not below the least; empty where the text leaves it open
 * @param doubts what there is to know before the number is used
 */
public record Amount(long least, OptionalLong most, Set<Doubt> doubts) {
    /** No text counts more than this; 10<sup>15</sup>. */
    static final long LARGEST = 1_000_000_000_000_000L;

    /** Why a number may not be what it seems. */
    public enum Doubt {
        /** About, nearly, some. */
        APPROXIMATE,
        /** Its digits are of several scripts. */
        MIXED_DIGITS,
        /** It is beyond 10<sup>15</sup>; the least is that. */
        OVERFLOW
    }

    public Amount {
        if (least < 0 || (most.isPresent() && most.getAsLong() < least)) {
            throw new IllegalArgumentException("no amount: " + least + " to " + most);
        }
        doubts = doubts.isEmpty() ? Set.of() : Set.copyOf(doubts);
    }

    /** One number, 0 or more. */
    public static Amount exactly(long number) {
        return new Amount(number, OptionalLong.of(number), Set.of());
    }

    static Amount atLeast(long number) {
        return new Amount(number, OptionalLong.empty(), Set.of());
    }

    static Amount between(long least, long most) {
        return new Amount(Math.min(least, most), OptionalLong.of(Math.max(least, most)), Set.of());
    }

    Amount with(Doubt doubt) {
        Set<Doubt> both = EnumSet.of(doubt);
        both.addAll(doubts);
        return new Amount(least, most, both);
    }

    Amount withDoubtsOf(Amount other) {
        Amount both = this;
        for (Doubt doubt : other.doubts) {
            both = both.with(doubt);
        }
        return both;
    }

    public boolean has(Doubt doubt) {
        return doubts.contains(doubt);
    }

    /** Whether the text says one number and means it. */
    public boolean isExact() {
        return most.isPresent() && most.getAsLong() == least && doubts.isEmpty();
    }
}
