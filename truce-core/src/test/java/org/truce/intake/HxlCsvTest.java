package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.record.ContributionKind;
import org.truce.record.FollowUp;
import org.truce.record.Guarded;
import org.truce.record.Stage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Tables with hashtags: read by them alone. All organisations and amounts are invented. */
final class HxlCsvTest {
    private static final List<String> TAGS = List.of(
            "#org+funder",
            "#org+impl",
            "#value+usd",
            "#status",
            "#description",
            "#adm1+name",
            "#country+name",
            "#loc+name",
            "#date",
            "#date+updated",
            "#meta+id",
            "#meta+source",
            "#meta+url");
    private static final List<String> VALUES = List.of(
            "Ruritania",
            "Green Cross",
            "1250000",
            "commitment",
            "Flour for two towns",
            "Squareland",
            "Islandia",
            "the mill",
            "2017-07-20",
            "2017-08-02",
            "A-17",
            "Donor table",
            "https://example.org/17");

    private static String row(List<String> cells) {
        return String.join(",", cells) + "\n";
    }

    private static Taken taken(String... lines) {
        return Taken.from(Format.HXL, String.join("\n", lines) + "\n");
    }

    private static FollowUp.Contribution only(Taken taken) {
        assertThat(taken.defects()).isEmpty();
        assertThat(taken.entries()).hasSize(1);
        return (FollowUp.Contribution) taken.entries().getFirst();
    }

    private static Taken with(String tag, String value) {
        List<String> values = new ArrayList<>(VALUES);
        values.set(TAGS.indexOf(tag), value.contains(",") ? '"' + value + '"' : value);
        return Taken.from(Format.HXL, row(TAGS) + row(values));
    }

    @Test
    void eachHashtagSaysWhatItSays() {
        FollowUp.Contribution given = only(
                Taken.from(Format.HXL, "h" + ",h".repeat(12) + "\n" + row(TAGS) + row(VALUES)));
        assertThat(given.id()).isEqualTo("A-17");
        assertThat(given.entered().line()).isEqualTo(3);
        assertThat(given.actor()).isEqualTo("Ruritania");
        assertThat(given.forWhom()).contains("Green Cross");
        assertThat(given.contributionKind()).isEqualTo(ContributionKind.FUNDING);
        assertThat(given.stage()).isEqualTo(Stage.PLEDGED);
        assertThat(given.what()).isEqualTo("Flour for two towns");
        assertThat(given.place()).contains("Squareland, Islandia");
        assertThat(given.amount()).contains("1250000");
        assertThat(given.unit()).contains("USD");
        assertThat(given.from()).contains(LocalDate.of(2017, 7, 20));
        assertThat(given.to()).contains(LocalDate.of(2017, 7, 20));
        assertThat(given.against()).isEmpty();
        assertThat(given.published()).contains(LocalDate.of(2017, 8, 2));
        assertThat(given.basis().source().find()).contains("Donor table");
        assertThat(given.basis().url().flatMap(Guarded::find)).contains("https://example.org/17");
        // A place may be a house: it is in the protected note and nowhere else.
        assertThat(given.basis().note().flatMap(Guarded::find))
                .contains("#status: commitment; #loc+name: the mill");
    }

    /** Twenty columns' orders, cases and blanks by chance; the seed says which. */
    @Test
    void neitherOrderNorHeadersNorTheFormOfHashtagsMatter() {
        FollowUp.Contribution expected = only(Taken.from(Format.HXL, row(TAGS) + row(VALUES)));
        for (long seed = 1; seed <= 20; seed++) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, TAGS.size()).boxed().toList());
            Collections.shuffle(order, new Random(seed));
            String tags = row(order.stream()
                    .map(i -> TAGS.get(i).replace("+", " +").toUpperCase(Locale.ROOT))
                    .toList());
            String values = row(order.stream().map(VALUES::get).toList());
            FollowUp.Contribution given =
                    only(Taken.from(Format.HXL, "a title\n\"of two\nlines\",x\n" + tags + values));
            assertThat(given.amount()).as("seed %d", seed).isEqualTo(expected.amount());
            assertThat(given.actor()).isEqualTo(expected.actor());
            assertThat(given.forWhom()).isEqualTo(expected.forWhom());
            assertThat(given.place()).isEqualTo(expected.place());
            assertThat(given.basis().url().flatMap(Guarded::find))
                    .isEqualTo(expected.basis().url().flatMap(Guarded::find));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,true", "25,true", "26,false"})
    void hashtagsStandInOneOfTheFirst25Rows(int rowOfTags, boolean found) {
        String text = "a title,,\n".repeat(rowOfTags - 1) + row(TAGS) + row(VALUES);
        assertThat(Intake.recognise(text.getBytes(UTF_8)))
                .isEqualTo(found ? Optional.of(Format.HXL) : Optional.empty());
        Taken taken = Taken.from(Format.HXL, text);
        assertThat(taken.entries()).hasSize(found ? 1 : 0);
        assertThat(taken.defects()).hasSize(found ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1 choice,# of people,#", "#adm1,#population", "#org,#targeted"})
    void aTableThatTellsOfNothingGivenIsNotRecognised(String line) {
        assertThat(Intake.recognise((line + "\nx,y\n").getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void otherSeparatorsDo(String separator) {
        String text = row(TAGS).replace(",", separator) + row(VALUES).replace(",", separator);
        assertThat(Intake.recognise(text.getBytes(UTF_8))).contains(Format.HXL);
        assertThat(only(Taken.from(Format.HXL, text)).amount()).contains("1250000");
    }

    @ParameterizedTest
    @CsvSource({
        "pledge,PLEDGED",
        "Commitment,PLEDGED",
        "paid,DELIVERED",
        "Paid Contribution,DELIVERED",
        "cleared,CLEARED",
        "asked,ASKED"
    })
    void theStatusSaysHowFarItHasCome(String status, Stage stage) {
        assertThat(only(with("#status", status)).stage()).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1250000|1250000|0",
                "1,250,000|1250000|0",
                "1 250 000|1250000|0",
                "1'250'000.50|1250000.50|0",
                "1,250,000.5|1250000.5|0",
                "12,500|12500|1",
                "0|0|0",
                "10250000.0|10250000.0|0"
            })
    void amountsAreReadWithTheirSeparators(String text, String amount, int cautions) {
        Taken taken = with("#value+usd", text);
        assertThat(only(taken).amount()).contains(amount);
        assertThat(taken.cautions()).hasSize(cautions);
    }

    @Test
    void aBlankAmountIsNotSaidAndIsNotNothing() {
        FollowUp.Contribution given = only(with("#value+usd", ""));
        assertThat(given.amount()).isEmpty();
        assertThat(given.unit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#value+usd|-500|takes back",
                "#value+usd|(500)|takes back",
                "#value+usd|1.234,50|not an amount",
                "#value+usd|1,25|not an amount",
                "#value+usd|1,250 000|not an amount",
                "#value+usd|USD 500|not an amount",
                "#value+usd|1.2e6|not an amount",
                "#status|ongoing|not a known",
                "#status||how far it has come",
                "#org+funder||blank",
                "#org+funder|Grand Total|adds up others",
                "#adm1+name|total:|adds up others",
                "#org+impl|المجموع|adds up others",
                "#description||nothing says what",
                "#date|09/07/2017|not a date",
                "#date|2017-13|not a date",
                "#date+updated|2017-02-30|not a date"
            })
    void aBadValueIsADefectInItsColumn(String tag, String value, String problem) {
        Taken taken = with(tag, value == null ? "" : value);
        assertThat(taken.entries()).isEmpty();
        assertThat(taken.onlyDefect().column()).isEqualTo(tag);
        assertThat(taken.onlyDefect().problem()).contains(problem);
        assertThat(taken.onlyDefect().todo()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "2017,2017-01-01,2017-12-31",
        "2016-02,2016-02-01,2016-02-29",
        "2017-07-09T23:00:00Z,2017-07-09,2017-07-09",
        "2017-07-09 08:00,2017-07-09,2017-07-09"
    })
    void aDateMayBeAMonthOrAYear(String text, String from, String to) {
        FollowUp.Contribution given = only(with("#date", text));
        assertThat(given.from()).contains(LocalDate.parse(from));
        assertThat(given.to()).contains(LocalDate.parse(to));
    }

    @Test
    void whatBeganMayGoOn() {
        FollowUp.Contribution given = only(taken(
                "#org,#reached,#activity,#date+start,#date+end,#date",
                "Green Cross,40,Clinic,2017-07-09,,2017-09-01"));
        assertThat(given.from()).contains(LocalDate.of(2017, 7, 9));
        assertThat(given.to()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#reached|Health|40|40|persons|MEDICAL",
                "#reached|Water|40|40|persons|OTHER",
                "#reached+hh|Water|40|40|households|OTHER",
                "#affected+refugees|Shelter|1,000,000|1000000|persons|REFUGEES_HOSTED",
                "#capacity+refugees|Shelter|300|300|persons|REFUGEES_HOSTED"
            })
    void peopleAreCountedAsDelivered(
            String tag,
            String sector,
            String text,
            String amount,
            String unit,
            ContributionKind kind) {
        FollowUp.Contribution given =
                only(taken("#org," + tag + ",#sector", "Green Cross,\"" + text + "\"," + sector));
        assertThat(given.actor()).isEqualTo("Green Cross");
        assertThat(given.amount()).contains(amount);
        assertThat(given.unit()).contains(unit);
        assertThat(given.contributionKind()).isEqualTo(kind);
        assertThat(given.stage()).isEqualTo(Stage.DELIVERED);
        assertThat(given.basis().source().find()).contains("test");
    }

    /** Nobody wrote that nobody was reached, and nobody that anybody was. */
    @Test
    void aBlankNumberOfPeopleIsNoDelivery() {
        Taken taken = taken("#org,#reached,#sector", "Green Cross,,Health");
        assertThat(taken.onlyDefect().column()).isEqualTo("#reached");
    }

    @Test
    void whatWasMadeReadySaysWhatItCounts() {
        String tags = "#org,#capacity,#status,#sector";
        FollowUp.Contribution given = only(taken(tags, "Green Cross,25 beds,completed,Health"));
        assertThat(given.amount()).contains("25");
        assertThat(given.unit()).contains("beds");
        assertThat(given.contributionKind()).isEqualTo(ContributionKind.MEDICAL);
        assertThat(taken(tags, "Green Cross,25,completed,Health").onlyDefect().problem())
                .contains("does not say what it counts");
    }

    @Test
    void womenAreNotAllWhoWereReached() {
        FollowUp.Contribution given =
                only(taken("#org,#reached+f,#reached,#reached+m,#sector", "G,30,70,40,Water"));
        assertThat(given.amount()).contains("70");
        assertThat(taken("#org,#reached+f,#sector", "G,30,Water").onlyDefect().column())
                .isEqualTo("#value");
    }

    @Test
    void aCurrencyMayStandInItsOwnColumn() {
        String tags = "#org+funder,#value+paid,#currency+code,#sector";
        FollowUp.Contribution given = only(taken(tags, "Ruritania,500,jod,Water"));
        assertThat(given.unit()).contains("JOD");
        assertThat(given.stage()).isEqualTo(Stage.DELIVERED);
        assertThat(taken(tags, "Ruritania,500,,Water").onlyDefect().column())
                .isEqualTo("#currency+code");
    }

    /** The hashtags under which OCHA published its flows for years, with an invented row. */
    @Test
    void moneyInDollarsComesBeforeMoneyAsGiven() {
        FollowUp.Contribution given = only(taken(
                "#org+name+funder,#country+iso3+funder+list,#org+name+impl,#value+funding+total,"
                        + "#value+funding+total+currency,#value+funding+total+usd,#status+text,"
                        + "#activity+appeal+id+impl,#activity+id+fts_internal,#activity+code,"
                        + "#description+notes,#date+year+start+impl,#date,#country+iso3+impl+list",
                "Ruritania,RUR,Green Cross,900,EUR,1000,paid,544,149,REF 2,Tents,2018,"
                        + "2017-07-20,ISL"));
        assertThat(given.id()).isEqualTo("149");
        assertThat(given.amount()).contains("1000");
        assertThat(given.unit()).contains("USD");
        assertThat(given.place()).contains("ISL");
        assertThat(given.from()).contains(LocalDate.of(2017, 7, 20));
        assertThat(given.basis().note().flatMap(Guarded::find).orElseThrow())
                .contains("#value+funding+total: 900", "EUR", "REF 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#value+usd,#status,#sector|#org+funder",
                "#org,#status,#sector|#value",
                "#org,#value+required+usd,#status,#sector|#value",
                "#org,#affected,#status,#sector|#value",
                "#org,#value,#status,#sector|#currency",
                "#org,#value+usd,#sector|#status",
                "#org,#value+usd,#status|#description",
                "#org,#value+usd+paid,#value+usd+pledged,#sector|#value+paid+usd",
                "#org,#value+label+usd,#value+usd+label,#status,#sector|#value+label+usd"
            })
    void whatTheHashtagsDoNotSayIsADefectOfTheFile(String tags, String column) {
        Taken taken = taken(tags, "x" + ",1".repeat(tags.split(",").length - 1));
        assertThat(taken.entries()).isEmpty();
        assertThat(taken.onlyDefect().column()).isEqualTo(column);
        assertThat(taken.onlyDefect().line()).isEqualTo(1);
        assertThat(taken.onlyDefect().todo()).isNotBlank();
    }

    @Test
    void aRowWithoutAnIdHasOneFromWhatItSays() {
        String tags = "#org,#reached,#sector";
        String turned = "#sector,#org,#reached";
        List<String> ids =
                taken(tags, "Green Cross,40,Water", "Green Cross,41,Water").ids();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.startsWith("F-"));
        assertThat(taken("a title", turned, "Water,Green Cross,40").ids())
                .containsExactly(ids.getFirst());
        // Whoever knows the rest of a row could else try places until the id fits.
        assertThat(taken(tags + ",#loc", "Green Cross,40,Water,the mill").ids())
                .containsExactly(ids.getFirst());
    }

    @Test
    void damagedTablesAreTakenInOrRefusedWithReason() {
        byte[] good = (row(TAGS) + row(VALUES).repeat(5)).getBytes(UTF_8);
        long seed = 21;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            byte[] bad = FuzzTest.damaged(good, random);
            String as = "seed %d, round %d".formatted(seed, round);
            Intake.recognise(Arrays.copyOf(bad, Math.min(bad.length, 1 << 16)));
            Taken taken = Taken.from(Format.HXL, bad);
            // Cut off below its hashtags, it is a table without a row, and a caution says so.
            assertThat(taken.entries().size()
                            + taken.defects().size()
                            + taken.cautions().size())
                    .as(as)
                    .isPositive();
            assertThat(taken.defects())
                    .as(as)
                    .allSatisfy(defect -> assertThat(defect.todo()).isNotBlank());
        }
    }
}
