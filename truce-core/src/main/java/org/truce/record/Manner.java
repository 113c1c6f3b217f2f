package org.truce.record;

import org.truce.base.Circumstance;
import org.truce.base.Weapon;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * With what and in which circumstances something was done, as far as a source says; it says at
 * least one of the three.
 *
 * @param calibreMicrometres the bore in thousandths of a millimetre: 122 mm is 122,000; above 0
 */
public record Manner(
        Optional<Weapon> weapon,
        OptionalInt calibreMicrometres,
        Optional<Circumstance> circumstance) {
    public Manner {
        if (weapon.isEmpty() && calibreMicrometres.isEmpty() && circumstance.isEmpty()) {
            throw new IllegalArgumentException("a manner of which nothing is said is none");
        }
        if (calibreMicrometres.isPresent() && calibreMicrometres.getAsInt() <= 0) {
            throw new IllegalArgumentException("a calibre is above 0");
        }
    }

    /** The calibre in millimetres, without a fraction that says nothing: 122, 12.7. */
    public Optional<String> calibreText() {
        return calibreMicrometres.isEmpty()
                ? Optional.empty()
                : Optional.of(new BigDecimal(calibreMicrometres.getAsInt())
                        .movePointLeft(3)
                        .stripTrailingZeros()
                        .toPlainString());
    }
}
