package org.truce.assess.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.truce.base.LatLon;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class ZonesTest {
    private static final ZoneLimits ALL = new ZoneLimits(1, Double.POSITIVE_INFINITY);

    /** On the equator: a at 0, b at 1, c at 3 and d at 7 thousandths of a degree. */
    private static final Sites LINE = line("a 0", "b 1", "c 3", "d 7");

    @Test
    void theNearestComeInOneByOne() {
        // Around a: a ab abc abcd; b: b ab abc; c: c bc abc; d: d cd bcd.
        assertThat(sets(Zones.byShareOfPlaces(LINE, ALL)))
                .containsExactlyInAnyOrder(
                        "a", "ab", "abc", "abcd", "b", "c", "bc", "d", "cd", "bcd");
    }

    @Test
    void aShareOfThePlacesIsTheMost() {
        assertThat(sets(Zones.byShareOfPlaces(LINE, new ZoneLimits(0.5, 1000))))
                .containsExactlyInAnyOrder("a", "ab", "b", "c", "bc", "d", "cd");
    }

    @Test
    void aShareOfTheCountsIsTheMost() {
        LocalDate day = LocalDate.of(2017, 7, 9);
        CountTable counts =
                CountTable.of(LINE, new Days(day, day), new int[][] {{0}, {3}, {1}, {2}});
        // Three of six at most: b alone has as many, and a comes to it with none.
        assertThat(sets(Zones.byShareOfCounts(counts, new ZoneLimits(0.5, 1000))))
                .containsExactlyInAnyOrder("a", "ab", "b", "c", "d", "cd");
        // Two of six at most: b is in no zone.
        assertThat(sets(Zones.byShareOfCounts(counts, new ZoneLimits(0.4, 1000))))
                .containsExactlyInAnyOrder("a", "c", "d");
    }

    /** A thousandth of a degree is 111.195 m. */
    @Test
    void aRadiusIsTheMost() {
        assertThat(sets(Zones.byShareOfPlaces(LINE, new ZoneLimits(1, 0.223))))
                .containsExactlyInAnyOrder("a", "ab", "b", "abc", "c", "bc", "d");
        assertThat(sets(Zones.byShareOfPlaces(LINE, new ZoneLimits(1, 0.2215))))
                .containsExactlyInAnyOrder("a", "ab", "b", "c", "d");
        assertThat(sets(Zones.byShareOfPlaces(LINE, new ZoneLimits(1, 0))))
                .containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void equallyFarComeInTogether() {
        Sites even = line("a 0", "b 1", "c 2", "twin 1");
        // Around b or its twin both come first, then a and c.
        assertThat(sets(Zones.byShareOfPlaces(even, ALL)))
                .containsExactlyInAnyOrder("a", "abtwin", "abctwin", "btwin", "c", "bctwin");
    }

    @Test
    void theOrderOfThePlacesDoesNotMatter() {
        Sites turned = new Sites(LINE.list().reversed());
        assertThat(sets(Zones.byShareOfPlaces(turned, ALL)))
                .containsExactlyInAnyOrderElementsOf(sets(Zones.byShareOfPlaces(LINE, ALL)));
    }

    /** What comes in one by one around the places adds up to the zones, each just once. */
    @Test
    void walkingAroundThePlacesCompletesEachZoneOnce() {
        Zones zones = Zones.byShareOfPlaces(TinyWorld.sites(25, 7), new ZoneLimits(0.5, 1000));
        boolean[] done = new boolean[zones.count()];
        for (int middle = 0; middle < 25; middle++) {
            Set<Integer> inside = new HashSet<>();
            for (int i = 0; i < zones.entering(middle).length; i++) {
                inside.add(zones.entering(middle)[i]);
                int zone = zones.completed(middle)[i];
                if (zone != Zones.NONE) {
                    assertThat(done[zone]).isFalse();
                    done[zone] = true;
                    assertThat(inside)
                            .containsExactlyInAnyOrderElementsOf(
                                    Arrays.stream(zones.members(zone)).boxed().toList());
                }
            }
        }
        assertThat(done).doesNotContain(false);
    }

    @Test
    void limitsAndSitesAreChecked() {
        assertThatThrownBy(() -> new ZoneLimits(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ZoneLimits(50, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ZoneLimits(0.5, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ZoneLimits(0.5, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line("a 0", "a 1")).hasMessageContaining("a");
        assertThatThrownBy(() -> new Sites(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line("  0")).isInstanceOf(RuntimeException.class);
    }

    private static Sites line(String... sites) {
        return new Sites(Arrays.stream(sites)
                .map(text -> text.split(" "))
                .map(parts -> new Site(parts[0], new LatLon(0, Integer.parseInt(parts[1]) * 1e-3)))
                .toList());
    }

    private static List<String> sets(Zones zones) {
        return IntStream.range(0, zones.count())
                .mapToObj(zone -> zones.listPlaces(zone).stream()
                        .map(Site::id)
                        .sorted()
                        .collect(Collectors.joining()))
                .toList();
    }
}
