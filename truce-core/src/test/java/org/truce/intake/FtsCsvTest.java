package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.record.ContributionKind;
import org.truce.record.FollowUp;
import org.truce.record.Guarded;
import org.truce.record.Stage;

import java.time.LocalDate;

/** Flows of the Financial Tracking Service, by the names of its columns. All rows are invented. */
final class FtsCsvTest {
    private static final String HEADER =
            "date,budgetYear,description,amountUSD,srcOrganization,srcOrganizationTypes,"
                    + "srcLocations,destPlan,destPlanCode,destOrganization,destGlobalClusters,"
                    + "destLocations,destProject,contributionType,boundary,onBoundary,status,"
                    + "firstReportedDate,decisionDate,originalAmount,originalCurrency,id,refCode,"
                    + "createdAt,updatedAt\n";
    private static final String ROW =
            "2017-07-20,2017,Flour for two towns,1250000,\"Ruritania, Government of\",Government,"
                    + "RUR,Islandia 2017,HISL17,Green Cross,Food Security,ISL,Bread,financial,"
                    + "incoming,single,commitment,2017-07-21,2017-07-01,1100000,EUR,9001,FS # 2,"
                    + "2017-07-22,2017-08-02\n";

    private static Taken taken(String text) {
        return Taken.from(Format.FTS, text);
    }

    @Test
    void aFlowIsAContribution() {
        Taken taken = taken(HEADER + ROW);
        assertThat(taken.defects()).isEmpty();
        assertThat(taken.cautions()).isEmpty();
        FollowUp.Contribution given = (FollowUp.Contribution) taken.entries().getFirst();
        assertThat(given.id()).isEqualTo("9001");
        assertThat(given.actor()).isEqualTo("Ruritania, Government of");
        assertThat(given.forWhom()).contains("Green Cross");
        assertThat(given.contributionKind()).isEqualTo(ContributionKind.FUNDING);
        assertThat(given.stage()).isEqualTo(Stage.PLEDGED);
        assertThat(given.what()).isEqualTo("Flour for two towns");
        assertThat(given.place()).contains("ISL");
        assertThat(given.amount()).contains("1250000");
        assertThat(given.unit()).contains("USD");
        assertThat(given.from()).contains(LocalDate.of(2017, 7, 20));
        assertThat(given.to()).contains(LocalDate.of(2017, 7, 20));
        assertThat(given.basis().source().find()).contains("OCHA FTS");
        assertThat(given.basis().note().flatMap(Guarded::find).orElseThrow())
                .contains("status: commitment", "originalcurrency: EUR", "refcode: FS # 2");
    }

    /** As it stands it was not known when it was first reported: it has changed since. */
    @Test
    void aFlowIsKnownFromItsLatestChange() {
        FollowUp.Contribution given =
                (FollowUp.Contribution) taken(HEADER + ROW).entries().getFirst();
        assertThat(given.published()).contains(LocalDate.of(2017, 8, 2));
    }

    @Test
    void theHeaderIsRecognisedAndARowOfHashtagsUnderItToo() {
        String tagged = HEADER + "#date,,#description,#value+usd,#org+funder,,,,,#org+impl,,"
                + "#country+impl,,,,,#status,#date+reported,,,,#activity+id,,,#date+updated\n"
                + ROW;
        assertThat(Intake.recognise((HEADER + ROW).getBytes(UTF_8))).contains(Format.FTS);
        assertThat(Intake.recognise(tagged.getBytes(UTF_8))).contains(Format.HXL);
        FollowUp.Contribution byName =
                (FollowUp.Contribution) taken(tagged).entries().getFirst();
        FollowUp.Contribution byTag =
                (FollowUp.Contribution) Taken.from(Format.HXL, tagged).entries().getFirst();
        assertThat(taken(tagged).defects()).isEmpty();
        assertThat(byTag.id()).isEqualTo(byName.id());
        assertThat(byTag.actor()).isEqualTo(byName.actor());
        assertThat(byTag.amount()).isEqualTo(byName.amount());
        assertThat(byTag.stage()).isEqualTo(byName.stage());
        assertThat(byTag.published()).isEqualTo(byName.published());
    }

    @ParameterizedTest
    @CsvSource({"pledge,PLEDGED", "commitment,PLEDGED", "paid,DELIVERED"})
    void onlyWhatWasPaidIsDelivered(String status, Stage stage) {
        FollowUp.Contribution given = (FollowUp.Contribution)
                taken(HEADER + ROW.replace("commitment", status)).entries().getFirst();
        assertThat(given.stage()).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1250000|-1250000|amountusd",
                "\"Ruritania, Government of\"||srcorganization",
                "\"Ruritania, Government of\"|Total|srcorganization",
                "Flour for two towns|Total|description",
                "commitment|carryover|status",
                "2017-07-20|20/07/2017|date"
            })
    void aBadValueIsRefusedInItsColumn(String good, String bad, String column) {
        assertThat(ROW).contains(good);
        Taken taken = taken(HEADER + ROW.replaceFirst(good, bad == null ? "" : bad) + ROW);
        assertThat(taken.onlyDefect().column()).isEqualTo(column);
        assertThat(taken.onlyDefect().todo()).isNotBlank();
        assertThat(taken.ids()).containsExactly("9001");
    }

    @Test
    void aBlankDescriptionGivesWayToTheProject() {
        FollowUp.Contribution given = (FollowUp.Contribution)
                taken(HEADER + ROW.replace("Flour for two towns", "")).entries().getFirst();
        assertThat(given.what()).isEqualTo("Bread");
    }
}
