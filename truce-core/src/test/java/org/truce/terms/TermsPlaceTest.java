package org.truce.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.base.Hash;
import org.truce.base.LatLon;
import org.truce.base.PlacePrecision;
import org.truce.base.Truth;
import org.truce.record.Guarded;
import org.truce.record.Place;

import java.util.List;
import java.util.Optional;

/**
 * A degree of latitude is 111.195 km; on the square's middle latitude, 32.5 north, a degree of
 * longitude is 111.195 x 0.843391 = 93.781 km.
 */
final class TermsPlaceTest {
    private static final Terms TERMS = terms(List.of("Daraa", "Hama"), List.of("As-Suwayda"));

    @ParameterizedTest
    @CsvSource({
        // South line, 32 north: 0.0089 degrees are 0.990 km, 0.0091 are 1.012 km.
        "32.0089, 36.5, unknown",
        "32.0091, 36.5, yes",
        "31.9911, 36.5, unknown",
        "31.9909, 36.5, no",
        // West line, 36 east: 0.0106 degrees are 0.994 km, 0.0108 are 1.013 km.
        "32.5, 36.0106, unknown",
        "32.5, 36.0108, yes",
        "32.5, 35.9894, unknown",
        "32.5, 35.9892, no",
        // The corner: 0.0065 and 0.0080 degrees are 0.723 and 0.750 km, 1.042 km together.
        "31.9935, 35.9920, no",
        "31.9940, 35.9930, unknown",
        "32, 36.5, unknown",
        "32.5, 36.5, yes"
    })
    void aPointWithinAKilometreOfTheLineStaysOpen(double lat, double lon, String expected) {
        for (PlacePrecision precision : List.of(PlacePrecision.EXACT, PlacePrecision.TOWN)) {
            assertThat(within("Homs", lat, lon, precision).code()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Daraa, 32.5, 36.5, yes",
        "Daraa Governorate, 32.5, 36.5, yes",
        "Hamah Governorate, 32.5, 36.5, yes",
        // 0.5 km outside: the point does not speak against the governorate.
        "Daraa, 31.9955, 36.5, yes",
        "Daraa, 31.5, 36.5, unknown",
        "As Suwayda Governorate, 32.5, 36.5, unknown",
        "as-suwayda, 31.5, 36.5, unknown",
        "Homs, 31.5, 36.5, no",
        "Homs, 32.5, 36.5, unknown"
    })
    void aCoarsePlaceGoesByItsGovernorate(String name, double lat, double lon, String expected) {
        for (PlacePrecision precision :
                List.of(PlacePrecision.DISTRICT, PlacePrecision.GOVERNORATE)) {
            assertThat(within(name, lat, lon, precision).code()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // 25 km and the kilometre of the line are 0.2338 degrees of latitude.
        "32.24, 36.5, yes",
        "32.23, 36.5, unknown",
        "31.77, 36.5, unknown",
        "31.76, 36.5, no"
    })
    void withoutAGovernorateItGoesByTheDiskAroundThePoint(double lat, double lon, String expected) {
        assertThat(within("", lat, lon, PlacePrecision.DISTRICT).code()).isEqualTo(expected);
        Terms noLists = terms(List.of(), List.of());
        assertThat(noLists.within(
                                Incidents.place(
                                        Optional.of("Daraa"),
                                        Optional.of(new LatLon(lat, lon)),
                                        PlacePrecision.DISTRICT),
                                "square",
                                Optional.empty())
                        .code())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Daraa, yes", "As-Suwayda, unknown", "Homs, no", "'', unknown"})
    void withoutAPointTheGovernorateDecides(String name, String expected) {
        for (PlacePrecision precision : List.of(PlacePrecision.TOWN, PlacePrecision.GOVERNORATE)) {
            Place place = Incidents.place(Optional.of(name), Optional.empty(), precision);
            assertThat(TERMS.within(place, "square", Optional.empty()).code()).isEqualTo(expected);
        }
    }

    @Test
    void aPointThatThisReaderMayNotSeeIsNoPoint() {
        Guarded withheld = new Guarded.Withheld(Hash.ZERO);
        Place place = new Place(
                withheld, Optional.of("Daraa"), Optional.of(withheld), PlacePrecision.EXACT);
        assertThat(TERMS.within(place, "square", Optional.empty())).isEqualTo(Truth.YES);
    }

    @Test
    void aPlaceKnownByItsCountryOnlyIsOpen() {
        assertThat(within("", 32.5, 36.5, PlacePrecision.COUNTRY)).isEqualTo(Truth.UNKNOWN);
        assertThat(within("", 10, 10, PlacePrecision.COUNTRY)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void anAreaWithoutSuchAnOutlineIsOpen() {
        Place place = Incidents.place(
                Optional.empty(), Optional.of(new LatLon(32.5, 36.5)), PlacePrecision.EXACT);
        assertThat(TERMS.within(place, "circle", Optional.empty())).isEqualTo(Truth.UNKNOWN);
        assertThat(TERMS.within(place, "square", Optional.of("theirs"))).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void holesAndSeveralPartsAreKept() {
        Outline outline = new Outline("""
            {"type":"MultiPolygon","coordinates":[
             [[[36,32],[37,32],[37,33],[36,33],[36,32]],
              [[36.4,32.4],[36.6,32.4],[36.6,32.6],[36.4,32.6],[36.4,32.4]]],
             [[[38,32],[39,32],[39,33],[38,33],[38,32]]]]}\
            """);
        assertThat(outline.holds(new LatLon(32.1, 36.1))).isTrue();
        assertThat(outline.holds(new LatLon(32.5, 36.5))).isFalse();
        assertThat(outline.holds(new LatLon(32.5, 38.5))).isTrue();
        assertThat(outline.holds(new LatLon(32.5, 37.5))).isFalse();
        // From the hole's middle to its nearer sides, east and west: 0.1 x 93.781 km.
        assertThat(outline.kmToLine(new LatLon(32.5, 36.5))).isBetween(9.378, 9.379);
    }

    @Test
    void aLineIsNoOutline() {
        assertThatThrownBy(() ->
                        new Outline("{\"type\":\"LineString\",\"coordinates\":[[36,32],[37,32]]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Polygon");
    }

    private static Terms terms(List<String> whole, List<String> partly) {
        return HandMade.terms(
                HandMade.agreement("2017-07-09T12:00", HandMade.SHELLING_ONLY, whole, partly),
                HandMade.outline("", ""));
    }

    private static Truth within(String name, double lat, double lon, PlacePrecision precision) {
        Place place =
                Incidents.place(Optional.of(name), Optional.of(new LatLon(lat, lon)), precision);
        return TERMS.within(place, "square", Optional.empty());
    }
}
