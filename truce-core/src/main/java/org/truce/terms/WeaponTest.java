package org.truce.terms;

import org.truce.base.EventType;
import org.truce.base.Phrase;
import org.truce.base.Truth;
import org.truce.base.Weapon;
import org.truce.record.Agreement;
import org.truce.record.Entry;
import org.truce.record.Manner;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Whether it was done with a weapon that a prohibition means: by what a source says of the weapon
 * and its calibre, else by what the kind of event lets be. A source that leaves it open does not
 * count against one that tells.
 */
final class WeaponTest {
    /**
     * What is fired by hand or from a machine gun has a smaller bore, in thousandths of a
     * millimetre: from 20 mm on a gun is a cannon (Wassenaar Arrangement, Munitions List, ML1 and
     * ML2).
     */
    private static final int CANNON_MICROMETRES = 20_000;

    private static final Set<Weapon> BELOW_CANNON =
            EnumSet.of(Weapon.SMALL_ARMS, Weapon.HEAVY_MACHINE_GUN);
    private static final Set<Weapon> INDIRECT =
            EnumSet.of(Weapon.MORTAR, Weapon.ARTILLERY_GUN, Weapon.ROCKET_LAUNCHER, Weapon.TANK);

    private final List<Agreement.WeaponClass> meant;

    WeaponTest(List<Agreement.WeaponClass> meant) {
        this.meant = List.copyOf(meant);
    }

    Finding.Test of(List<Entry.Report> reports) {
        Map<Truth, Phrase> said = new LinkedHashMap<>();
        for (Entry.Report report : reports) {
            Truth answer = of(report);
            if (answer != Truth.UNKNOWN) {
                said.putIfAbsent(answer, told(report));
            }
        }
        if (said.isEmpty()) {
            return test(Truth.UNKNOWN, Phrase.of("terms.weapon-not-said"));
        }
        if (said.size() > 1) {
            return test(
                    Truth.UNKNOWN,
                    Phrase.of("terms.weapon-differs", Wording.alternatives(said.values())));
        }
        Truth answer = said.keySet().iterator().next();
        return test(
                answer,
                Phrase.of(
                        answer == Truth.YES ? "terms.weapon-meant" : "terms.weapon-not-meant",
                        said.values().iterator().next()));
    }

    private static Phrase told(Entry.Report report) {
        Phrase kind = report.manner()
                .flatMap(Manner::weapon)
                .map(weapon -> Phrase.of("terms.weapon-" + weapon.code()))
                .orElseGet(() -> Phrase.of("show.type." + report.type().code()));
        return report.manner()
                .flatMap(Manner::calibreText)
                .map(calibre -> Phrase.of("terms.weapon-calibre", kind, calibre))
                .orElse(kind);
    }

    private Truth of(Entry.Report report) {
        Set<Weapon> possible = report.manner()
                .flatMap(Manner::weapon)
                .<Set<Weapon>>map(EnumSet::of)
                .orElseGet(() -> possible(report.type()));
        OptionalInt calibre = calibre(report);
        return meant.stream()
                .map(one -> kind(one, possible).and(calibre(one, possible, calibre)))
                .reduce(Truth.NO, Truth::or);
    }

    private static OptionalInt calibre(Entry.Report report) {
        return report.manner().map(Manner::calibreMicrometres).orElse(OptionalInt.empty());
    }

    private static Truth kind(Agreement.WeaponClass one, Set<Weapon> possible) {
        Optional<Weapon> kind = one.kind();
        if (kind.isEmpty() || possible.equals(EnumSet.of(kind.get()))) {
            return Truth.YES;
        }
        return possible.contains(kind.get()) ? Truth.UNKNOWN : Truth.NO;
    }

    private static Truth calibre(
            Agreement.WeaponClass one, Set<Weapon> possible, OptionalInt calibre) {
        int least = Math.max(
                one.atLeastMicrometres().orElse(0), one.overMicrometres().orElse(-1) + 1);
        if (least == 0) {
            return Truth.YES;
        }
        if (calibre.isPresent()) {
            return calibre.getAsInt() >= least ? Truth.YES : Truth.NO;
        }
        return least >= CANNON_MICROMETRES && BELOW_CANNON.containsAll(possible)
                ? Truth.NO
                : Truth.UNKNOWN;
    }

    /** Which weapons an event of this kind may have been done with. */
    private static Set<Weapon> possible(EventType type) {
        return switch (type) {
            case AIRSTRIKE, AIR_VIOLATION -> EnumSet.of(Weapon.AIRCRAFT, Weapon.DRONE);
            case BARREL_BOMB -> EnumSet.of(Weapon.AIRCRAFT);
            case ARTILLERY_SHELLING -> INDIRECT;
            case MORTAR -> EnumSet.of(Weapon.MORTAR);
            case ROCKET -> EnumSet.of(Weapon.ROCKET_LAUNCHER, Weapon.MISSILE);
            case HEAVY_MACHINE_GUN -> EnumSet.of(Weapon.HEAVY_MACHINE_GUN);
            case SMALL_ARMS_FIRE -> EnumSet.of(Weapon.SMALL_ARMS);
            case IED -> EnumSet.of(Weapon.EXPLOSIVE_DEVICE);
            case ARMED_CLASH,
                    ASSASSINATION,
                    VIOLENCE_AGAINST_CIVILIANS,
                    LETHAL_EVENT,
                    MOVEMENT_OF_FORCES,
                    CHECKPOINT_SET_UP,
                    ACCESS_DENIED,
                    AID_DELIVERED,
                    PRISONER,
                    OTHER -> EnumSet.allOf(Weapon.class);
        };
    }

    private static Finding.Test test(Truth holds, Phrase because) {
        return new Finding.Test(Finding.Aspect.WEAPON, holds, because);
    }
}
