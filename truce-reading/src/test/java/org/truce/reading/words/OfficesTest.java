package org.truce.reading.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The table of offices: its form, and holders as public record has them. */
final class OfficesTest {
    private static final Actors ACTORS = Dictionaries.get().actors();
    private static final List<Table.Row> ROWS = Table.rows("offices");

    /** The day for which the table was made. */
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    private static String where(Table.Row row) {
        return row.table() + ":" + row.line();
    }

    private static LocalDate from(Table.Row row) {
        return LocalDate.parse(row.get("from"));
    }

    private static LocalDate to(Table.Row row) {
        return row.find("to").map(LocalDate::parse).orElse(LAST);
    }

    @Test
    void everyRowIsWellFormed() {
        assertThat(ROWS).hasSizeGreaterThan(250).allSatisfy(row -> {
            assertThat(row.get("id")).as(where(row)).matches("[a-z]+(-[a-z]+)*");
            assertThat(row.get("name")).as(where(row)).matches("\\p{Lu}[\\p{L}.' -]*[\\p{L}.]");
            assertThat(row.get("gender")).as(where(row)).matches("[mf]");
            assertThat(from(row))
                    .as(where(row))
                    .isAfter(LocalDate.of(1985, 1, 1))
                    .isBefore(to(row));
            assertThat(to(row)).as(where(row)).isBeforeOrEqualTo(LAST);
            assertThat(row.list("aliases"))
                    .as(where(row))
                    .doesNotHaveDuplicates()
                    .allSatisfy(
                            alias -> assertThat(alias).isEqualTo(alias.strip()).isNotEmpty());
        });
    }

    /** States and bodies resolve, offices have titles, and so does each person by the full name. */
    @Test
    void everyIdResolves() {
        assertThat(ROWS).allSatisfy(row -> {
            assertThat(ACTORS.find(row.get("of"))).as(where(row)).isPresent();
            Actor holder = ACTORS.find(row.get("id")).orElseThrow();
            assertThat(holder.kind()).as(where(row)).isEqualTo(Actor.Kind.PERSON);
            assertThat(ACTORS.names().meanings(row.get("name"))).as(where(row)).contains(holder);
        });
        Set<String> titled = new HashSet<>();
        Table.rows("office-titles").forEach(row -> titled.add(row.get("office")));
        assertThat(ROWS).extracting(row -> row.get("office")).isSubsetOf(titled);
    }

    /** A person of several rows is one person, whose aliases stand in the first of them. */
    @Test
    void aPersonHasOneNameOneGenderAndAliasesInTheFirstRow() {
        Map<String, Table.Row> first = new HashMap<>();
        Map<String, String> byName = new HashMap<>();
        for (Table.Row row : ROWS) {
            Table.Row known = first.putIfAbsent(row.get("id"), row);
            if (known != null) {
                assertThat(row.get("name")).as(where(row)).isEqualTo(known.get("name"));
                assertThat(row.get("gender")).as(where(row)).isEqualTo(known.get("gender"));
                assertThat(row.list("aliases")).as(where(row)).isEmpty();
            }
            byName.putIfAbsent(row.get("name"), row.get("id"));
            assertThat(byName).as(where(row)).containsEntry(row.get("name"), row.get("id"));
        }
    }

    /** The day of a handing-over belongs to both. A minister has several deputies. */
    @Test
    void nobodyHoldsAnOfficeThatAnotherHolds() {
        Map<String, List<Table.Row>> byOffice = new TreeMap<>();
        for (Table.Row row : ROWS) {
            if (!row.get("office").startsWith("deputy-")) {
                byOffice.computeIfAbsent(
                                row.get("office") + " of " + row.get("of"),
                                key -> new ArrayList<>())
                        .add(row);
            }
        }
        byOffice.values().forEach(rows -> {
            rows.sort(Comparator.comparing(OfficesTest::from));
            for (int i = 1; i < rows.size(); i++) {
                assertThat(from(rows.get(i)))
                        .as(where(rows.get(i)))
                        .isAfterOrEqualTo(to(rows.get(i - 1)));
            }
        });
    }

    /** From public record, not from the table. */
    @ParameterizedTest
    @CsvSource({
        "foreign-minister, united-states, 2018-01-17, Rex Tillerson",
        "foreign-minister, united-states, 2017-01-10, John Kerry",
        "foreign-minister, russia, 2014-09-05, Sergei Lavrov",
        "secretary-general, united-nations, 2016-12-30, Ban Ki-moon",
        "secretary-general, united-nations, 2017-05-04, Antonio Guterres",
        "envoy-syria, united-nations, 2017-07-09, Staffan de Mistura",
        "head-of-state, united-states, 2017-07-07, Donald Trump",
        "defence-minister, russia, 2017-07-07, Sergei Shoigu",
        "foreign-minister, syria, 2018-06-19, Walid al-Moualem",
        "foreign-minister, syria, 2024-10-15, Bassam al-Sabbagh",
        "foreign-minister, turkey, 2015-10-01, Feridun Sinirlioglu",
        "foreign-minister, turkey, 2017-05-04, Mevlut Cavusoglu",
        "head-of-government, pakistan, 2023-12-01, Anwaar-ul-Haq Kakar",
        "head-of-government, pakistan, 2024-06-01, Shehbaz Sharif",
        "head-of-government, sudan, 2020-10-03, Abdalla Hamdok",
        "head-of-government, dpr, 2014-09-05, Alexander Zakharchenko",
        "head-of-state, dpr, 2015-02-12, Alexander Zakharchenko",
        "head-of-government, greece, 2024-01-01, Kyriakos Mitsotakis",
        "head-of-state, colombia, 2016-09-26, Juan Manuel Santos",
        "head-of-state, ukraine, 2015-02-12, Petro Poroshenko",
        "head-of-government, germany, 2015-02-12, Angela Merkel",
        "foreign-minister, jordan, 2017-07-07, Ayman Safadi",
        "envoy-yemen, united-nations, 2018-12-13, Martin Griffiths",
        "envoy-libya, united-nations, 2020-01-19, Ghassan Salame",
        "head-of-government, armenia, 2020-11-10, Nikol Pashinyan",
        "head-of-government, lebanon, 2024-11-27, Najib Mikati"
    })
    void anOfficeHasItsHolderOfTheDay(String office, String of, LocalDate day, String name) {
        assertThat(ACTORS.holders(office, of, Optional.of(day)))
                .extracting(Actor::name)
                .containsExactly(name);
    }

    /** Between two terms, and while somebody was deposed, the table names nobody. */
    @ParameterizedTest
    @CsvSource({
        "head-of-government, sudan, 2021-11-01",
        "head-of-government, greece, 2023-06-10",
        "envoy-libya, united-nations, 2022-03-01"
    })
    void nobodyIsGuessed(String office, String of, LocalDate day) {
        assertThat(ACTORS.holders(office, of, Optional.of(day))).isEmpty();
    }
}
