package org.truce.reading.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

final class DictionariesTest {
    private static final Dictionaries WORDS = Dictionaries.get();

    @ParameterizedTest
    @CsvSource({
        "denied, deny, deny",
        "urging, urge, demand",
        "said, say, say",
        "pointed out, point out, say",
        "went on to say, go on to say, say",
        "called for, call for, demand",
        "admitting, admit, claim",
        "threatens, threaten, threaten",
        "vowed, vow, promise",
        "wrote, write, say"
    })
    void everyFormOfAVerbLeadsToIt(String form, String lemma, String stance) {
        assertThat(WORDS.speech().verbs().meanings(form))
                .anyMatch(
                        one -> one.lemma().equals(lemma) && one.stance().code().equals(stance));
    }

    @ParameterizedTest
    @CsvSource({
        "foreign-minister, united-states, 2018-01-17, Rex Tillerson",
        "foreign-minister, united-states, 2017-01-10, John Kerry",
        "foreign-minister, russia, 2014-09-05, Sergei Lavrov",
        "secretary-general, united-nations, 2016-12-30, Ban Ki-moon",
        "secretary-general, united-nations, 2017-05-04, Antonio Guterres",
        "envoy-syria, united-nations, 2017-07-09, Staffan de Mistura",
        "head-of-state, united-states, 2017-07-07, Donald Trump",
        "defence-minister, russia, 2017-07-07, Sergei Shoigu"
    })
    void anOfficeHasItsHolderOfTheDay(String office, String of, LocalDate day, String name) {
        assertThat(WORDS.actors().holders(office, of, Optional.of(day)))
                .extracting(Actor::name)
                .containsExactly(name);
    }

    /** The day of a handing-over belongs to both. */
    @Test
    void nobodyHoldsAnOfficeThatAnotherHolds() {
        Map<String, List<Table.Row>> byOffice = new TreeMap<>();
        for (Table.Row row : Table.rows("offices")) {
            // A minister has several deputies.
            if (row.get("office").startsWith("deputy-")) {
                continue;
            }
            byOffice.computeIfAbsent(
                            row.get("office") + " of " + row.get("of"), key -> new ArrayList<>())
                    .add(row);
        }
        List<String> overlaps = new ArrayList<>();
        byOffice.forEach((office, rows) -> {
            for (Table.Row one : rows) {
                for (Table.Row other : rows) {
                    LocalDate from = LocalDate.parse(other.get("from"));
                    boolean inside = !one.equals(other)
                            && from.isAfter(LocalDate.parse(one.get("from")))
                            && from.isBefore(to(one));
                    if (inside) {
                        overlaps.add(office + ": " + one.get("name") + ", " + other.get("name"));
                    }
                }
            }
        });
        assertThat(overlaps).isEmpty();
    }

    private static LocalDate to(Table.Row row) {
        return row.find("to").map(LocalDate::parse).orElse(LocalDate.MAX);
    }

    @Test
    void aCapitalStandsForOneState() {
        Set<String> seen = new HashSet<>();
        for (Table.Row row : Table.rows("states")) {
            for (String capital : row.list("capitals")) {
                assertThat(seen.add(capital)).as(capital).isTrue();
            }
        }
        assertThat(WORDS.actors().capitals().meanings("Moscow"))
                .extracting(Actor::id)
                .containsExactly("russia");
    }

    @Test
    void theActorsOfTheAgreementsHaveTheirIdsHere() {
        for (String id : List.of(
                "united-states",
                "russia",
                "jordan",
                "turkey",
                "syrian-government",
                "isil",
                "nusra-front",
                "united-nations",
                "houthis",
                "farc-ep",
                "eln",
                "osce")) {
            assertThat(WORDS.actors().find(id)).as(id).isPresent();
        }
    }

    @Test
    void everyMarkerThatARuleAsksForHasPhrases() {
        assertThat(WORDS.modality().listMarkers())
                .contains(
                        "threat-act",
                        "condition",
                        "future",
                        "ready",
                        "demand-modal",
                        "demand-words",
                        "imperative",
                        "controlled",
                        "denial-words",
                        "negation",
                        "think",
                        "judge",
                        "provoked",
                        "favour",
                        "first");
    }

    @Test
    void aTitleTellsAGenderOnlyWhereItHasOne() {
        assertThat(WORDS.heads().gender("spokeswoman")).isEqualTo(Gender.FEMALE);
        assertThat(WORDS.heads().gender("spokesman")).isEqualTo(Gender.MALE);
        assertThat(WORDS.heads().gender("minister")).isEqualTo(Gender.UNKNOWN);
        assertThat(WORDS.heads().find("ministry")).contains(Heads.Kind.INSTITUTION);
    }
}
