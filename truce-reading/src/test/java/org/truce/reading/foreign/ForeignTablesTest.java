package org.truce.reading.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tables of Arabic and Russian words. */
final class ForeignTablesTest {
    /** An id that a statement bears is that of the same actor in an English one. */
    @Test
    void actorsAreThoseOfTheOtherTables() {
        for (Table.Row row : Sayings.rows("names")) {
            if (row.get("kind").equals("actor") || row.get("kind").equals("person")) {
                assertThat(Dictionaries.get().actors().find(row.get("id")))
                        .as("%s:%d", row.table(), row.line())
                        .hasValueSatisfying(
                                actor -> assertThat(actor.name()).isEqualTo(row.get("name")));
            }
        }
    }

    @Test
    void agreementsTalksAndAreasAreThoseOfTheOtherTables() {
        Set<String> ids = new HashSet<>();
        Table.rows("subjects").forEach(row -> ids.add(row.get("id")));
        Table.rows("areas").forEach(row -> ids.add(row.get("id")));
        for (Table.Row row : Sayings.rows("names")) {
            if (!row.get("kind").equals("actor") && !row.get("kind").equals("person")) {
                assertThat(ids).as("%s:%d", row.table(), row.line()).contains(row.get("id"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"arabic", "russian"})
    void noVerbStandsTwice(String language) {
        List<String> verbs = Sayings.rows(language + "-verbs").stream()
                .map(row -> row.get("verb"))
                .toList();
        assertThat(verbs).doesNotHaveDuplicates();
    }

    /** A name shown to a reader is no pattern. */
    @ParameterizedTest
    @ValueSource(strings = {"arabic", "russian"})
    void theFirstNameOfAnActorIsWrittenOut(String language) {
        for (Table.Row row : Sayings.rows("names")) {
            boolean shown = row.get("kind").equals("actor") || row.get("kind").equals("person");
            if (shown && !row.list(language).isEmpty()) {
                assertThat(row.list(language).getFirst())
                        .as("%s:%d", row.table(), row.line())
                        .doesNotContain("*");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "قالت, قال",
        "قالوا, قال",
        "يقول, قال",
        "تقول, قال",
        "قوله, قال",
        "مضيفا, أضاف",
        "مضيفة, أضاف",
        "نفت, نفى",
        "ينفون, نفى",
        "دعوا, دعا",
        "اتهمتها, اتهم",
        "أعلنتا, أعلن"
    })
    void everyArabicFormLeadsToItsVerb(String form, String verb) {
        Spelling spelling = Arabic.get().spelling();
        assertThat(Arabic.get().sayings().find(spelling.key(form)))
                .hasValueSatisfying(one -> assertThat(one.verb()).isEqualTo(verb));
    }

    @ParameterizedTest
    @CsvSource({
        "сказала, сказать",
        "сообщили, сообщить",
        "сообщает, сообщать",
        "добавив, добавить",
        "опровергла, опровергнуть",
        "пожаловалась, пожаловаться",
        "уверены, уверен",
        "говорится, говориться"
    })
    void everyRussianFormLeadsToItsVerb(String form, String verb) {
        Spelling spelling = Russian.get().spelling();
        assertThat(Russian.get().sayings().find(spelling.key(form)))
                .hasValueSatisfying(one -> assertThat(one.verb()).isEqualTo(verb));
    }

    @ParameterizedTest
    @CsvSource({
        "лавров, лавровым, true",
        "лаврова, лаврову, true",
        "белинский, белинского, true",
        "сергей, сергее, true",
        "мария, марией, true",
        "игорь, игорем, true",
        "мистура, мистуры, true",
        "гутерриш, гутеррише, true",
        "салим, салима, true",
        "петров, иванов, false",
        "иван, иванов, false"
    })
    void casesOfOneNameAreOne(String one, String other, boolean same) {
        assertThat(RussianForms.isSame(one, other)).isEqualTo(same);
    }
}
