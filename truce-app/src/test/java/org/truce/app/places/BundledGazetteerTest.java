package org.truce.app.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.truce.reconcile.places.PlaceWords;
import org.truce.reconcile.places.PlaceWords.Grade;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The comparison of names, measured on GeoNames: the Arabic and Latin names of one place against
 * those of different places. docs/reference/places.md has the figures.
 */
final class BundledGazetteerTest {
    private static List<Town> places = List.of();

    /** A line of the gazetteer. */
    private record Town(String name, List<String> others, String kind, String division) {
        static Town of(String line) {
            String[] columns = line.split("\t", -1);
            return new Town(
                    columns[1],
                    Arrays.stream(columns[2].split(","))
                            .filter(name -> !name.isEmpty())
                            .toList(),
                    columns[5],
                    columns[6] + "." + columns[7]);
        }

        List<String> arabic() {
            return others.stream()
                    .filter(name -> name.codePoints()
                            .anyMatch(c -> Character.UnicodeScript.of(c)
                                    == Character.UnicodeScript.ARABIC))
                    .toList();
        }
    }

    @BeforeAll
    static void read() throws IOException {
        places = BundledGazetteer.listPlaceLines().stream().map(Town::of).toList();
        assumeTrue(
                !places.isEmpty(),
                "skipped: built with -Dweb.skip=true, which leaves the gazetteer out");
    }

    private static List<Town> inSyria() {
        return places.stream()
                .filter(town -> town.division().startsWith("SY."))
                .filter(town -> !town.arabic().isEmpty())
                .toList();
    }

    private static boolean isOne(PlaceWords one, PlaceWords other) {
        Grade grade = one.likeness(other).grade();
        return grade == Grade.SAME || grade == Grade.VARIANT;
    }

    @Test
    void nearlyAllTownsOfSyriaMeetAnArabicNameOfTheirs() {
        List<Town> towns = inSyria();
        assertThat(towns).hasSizeGreaterThan(250);
        long met = towns.stream()
                .filter(town -> town.arabic().stream()
                        .anyMatch(
                                arabic -> isOne(PlaceWords.of(town.name()), PlaceWords.of(arabic))))
                .count();
        assertThat((double) met / towns.size()).isGreaterThan(0.98);
    }

    @Test
    void fewOfTheOtherTownsAreMistakenForThem() {
        List<Town> towns = inSyria();
        long pairs = 0;
        long mistaken = 0;
        for (Town one : towns) {
            PlaceWords latin = PlaceWords.of(one.name());
            for (Town other : towns) {
                boolean namesakes = one.name().equals(other.name())
                        || !Collections.disjoint(one.others(), other.others());
                if (!namesakes) {
                    pairs++;
                    mistaken += isOne(latin, PlaceWords.of(other.arabic().getFirst())) ? 1 : 0;
                }
            }
        }
        assertThat(pairs).isGreaterThan(50_000);
        assertThat((double) mistaken / pairs).isLessThan(0.0005);
    }

    /** The codes are GeoNames', the names ours: each must be that of a division with places. */
    @Test
    void everyDivisionOfOursIsOneOfTheGazetteers() throws IOException {
        Set<String> known = new HashSet<>();
        places.forEach(town -> known.add(town.division()));
        assertThat(BundledGazetteer.listDivisionLines())
                .hasSizeGreaterThan(50)
                .allSatisfy(line -> assertThat(known).contains(line.split("\t")[0]));
    }

    /** Governorates of Syria are called after their seats; a code mixed up would show here. */
    @Test
    void theGovernoratesOfSyriaAreCalledAfterTheirSeats() throws IOException {
        Map<String, String> names = new HashMap<>();
        BundledGazetteer.listDivisionLines()
                .forEach(line -> names.put(line.split("\t")[0], line.split("\t")[1]));
        assertThat(inSyria().stream()
                        .filter(town -> town.kind().equals("PPLA"))
                        .collect(Collectors.toMap(
                                Town::name, town -> names.getOrDefault(town.division(), "?"))))
                .hasSize(12)
                .allSatisfy(
                        (seat, name) -> assertThat(isOne(PlaceWords.of(seat), PlaceWords.of(name)))
                                .as("%s %s", seat, name)
                                .isTrue());
    }
}
