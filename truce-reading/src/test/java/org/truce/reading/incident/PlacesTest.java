package org.truce.reading.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.truce.base.Hash;
import org.truce.base.LatLon;
import org.truce.reading.incident.Incident.Flag;
import org.truce.reading.text.Original;
import org.truce.reading.text.Prepared;
import org.truce.reconcile.places.Gazetteer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Places of incidents out of a gazetteer of three towns, of which two have one name. */
final class PlacesTest {
    private static final Places PLACES = Places.of(Gazetteer.of(
            List.of(
                    "1\tHama\tحماة\t35.13\t36.75\tPPLA\tSY\t09\t460602",
                    "2\tTafas\tطفس\t32.74\t36.07\tPPL\tSY\t06\t32236",
                    "3\tTafas\tطفس\t34.50\t37.10\tPPL\tSY\t09\t31000"),
            List.of("SY.09\tHama\tحماة", "SY.06\tDaraa\tدرعا")));

    private static Incident read(String text) {
        Original original = new Original(Hash.of(text.getBytes(StandardCharsets.UTF_8)), text);
        return Incidents.read(Prepared.of(original, "en"), Optional.empty(), PLACES)
                .getFirst();
    }

    @Test
    void aTownHasItsPoint() {
        Incident one = read("The army shelled a farm near Hama.");
        assertThat(one.point()).contains(new LatLon(35.13, 36.75));
        assertThat(one.candidates()).extracting(Places.Place::kind).containsExactly("seat");
        assertThat(one.flags()).isEmpty();
    }

    @Test
    void aProvinceIsNotItsTown() {
        Incident one = read("The army shelled a farm in Hama province.");
        assertThat(one.place()).contains("Hama");
        assertThat(one.candidates()).extracting(Places.Place::kind).containsExactly("division");
    }

    @Test
    void oneNameOfTwoTownsHasBoth() {
        Incident one = read("The army shelled a farm near Tafas.");
        assertThat(one.point()).isEmpty();
        assertThat(one.candidates())
                .extracting(Places.Place::admin)
                .containsExactlyInAnyOrder(Optional.of("Daraa"), Optional.of("Hama"));
        assertThat(one.flags()).containsExactly(Flag.PLACE_AMBIGUOUS);
    }

    @Test
    void anUnknownNameIsToldAndHasNoPoint() {
        Incident one = read("The army shelled a farm near Ostrovia.");
        assertThat(one.place()).contains("Ostrovia");
        assertThat(one.candidates()).isEmpty();
        assertThat(one.flags()).containsExactly(Flag.PLACE_UNKNOWN);
    }
}
