package org.truce.reading.incident;

import org.truce.base.Coded;
import org.truce.base.EventType;
import org.truce.reading.words.Terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What something is done with, or what moves, is carried or stopped. */
record Gear(Group group, EventType type) {
    private static final Terms<List<Gear>> TERMS =
            Terms.read("weapon-words.tsv", Gear::of, Gear::both);

    enum Group {
        /** Needed by a word; a text has {@link #FIRED} or {@link #AIR}. */
        WEAPON,
        FIRED,
        AIR,
        /** Needed by a word; a text has {@link #AIR} and {@link #LINE}. */
        FLIGHT,
        DEVICE,
        FORCE,
        AID,
        CAPTIVE,
        VISITOR,
        CHECKPOINT,
        LINE
    }

    static Terms<List<Gear>> terms() {
        return TERMS;
    }

    boolean isWeapon() {
        return group == Group.FIRED || group == Group.AIR || group == Group.DEVICE;
    }

    private static List<Gear> of(List<String> columns) {
        return List.of(new Gear(
                Group.valueOf(columns.get(0).toUpperCase(Locale.ROOT)),
                Coded.find(EventType.class, columns.get(1)).orElseThrow()));
    }

    private static List<Gear> both(List<Gear> one, List<Gear> other) {
        List<Gear> both = new ArrayList<>(one);
        both.addAll(other);
        return List.copyOf(both);
    }
}
