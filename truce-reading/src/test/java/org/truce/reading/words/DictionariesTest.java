package org.truce.reading.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
