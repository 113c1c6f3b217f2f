package org.truce.reconcile.linkage;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/** An account that stands: how it speaks, with whom it hangs together, and what was found of it. */
final class Slot {
    private static final Slot[] NONE = {};

    final Accounts.Row given;
    /** None when it only repeats another or is silent. */
    Accounts.@Nullable Row voice;

    List<String> echoes = List.of();
    /** Of one that does not speak itself, who does. */
    String speaker = "";

    Grouping.@Nullable Group group;
    /** Where its group is cut into such, the one that it is of. */
    @Nullable
    Stretch stretch;

    /** All that it was weighed in. */
    List<Stretch> within = List.of();

    Bars.Bar bar = Bars.Bar.NONE;
    private Slot[] bonded = NONE;
    private float[] logOdds = {};
    private int bonds;

    Slot(Accounts.Row given) {
        this.given = given;
    }

    /** What was found of it no longer holds. */
    void leave() {
        group = null;
        stretch = null;
        within = List.of();
    }

    /** What is done with each other account that makes a pair with it that is worth weighing. */
    interface Visit {
        void bond(Slot other, float logOdds);
    }

    void forEachBond(Visit visit) {
        for (int k = 0; k < bonds; k++) {
            visit.bond(bonded[k], logOdds[k]);
        }
    }

    /** Makes room for so many. */
    void expectBonds(int most) {
        bonded = Arrays.copyOf(bonded, Math.max(bonds, most));
        logOdds = Arrays.copyOf(logOdds, bonded.length);
    }

    /** On this side alone. */
    void bond(Slot other, float odds) {
        if (bonds == bonded.length) {
            expectBonds(bonds + 4 + bonds / 2);
        }
        bonded[bonds] = other;
        logOdds[bonds++] = odds;
    }

    boolean isBonded(Slot other) {
        return at(other) >= 0;
    }

    /** On this side alone; what is not there stays so. */
    void unbond(Slot other) {
        int at = at(other);
        if (at >= 0) {
            bonds--;
            bonded[at] = bonded[bonds];
            logOdds[at] = logOdds[bonds];
            bonded[bonds] = this;
        }
    }

    /** On this side alone, all of them. */
    void unbondAll() {
        bonds = 0;
        bonded = NONE;
        logOdds = new float[0];
        bar = Bars.Bar.NONE;
    }

    private int at(Slot other) {
        for (int k = 0; k < bonds; k++) {
            if (bonded[k] == other) {
                return k;
            }
        }
        return -1;
    }
}
