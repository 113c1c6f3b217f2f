package org.truce.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.truce.reconcile.ReportsForTest.by;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.record.Entry;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

class OriginsTest {
    /** Every form of label that the sample has, with the outlet and the origins we read in it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SOHR                                    | sohr              | SOHR
        SOHR (press)                            | sohr              | SOHR
        SMART (via Microsyria)                  | smart             | SMART
        SMART                                   | smart             | SMART
        Microsyria                              | microsyria        | Microsyria
        Akhbar al-Aan (SOHR)                    | akhbar al-aan     | SOHR
        EFE (SOHR)                              | efe               | SOHR
        Veto Gate (SOHR, dpa)                   | veto gate         | SOHR; dpa
        Al-Jazirah (Reuters, AFP)               | al-jazirah        | Reuters; AFP
        Asharq al-Awsat (AFP)                   | asharq al-awsat   | AFP
        Okaz (AFP)                              | okaz              | AFP
        TASS (SANA)                             | tass              | SANA
        Sputnik (SANA)                          | sputnik           | SANA
        Sputnik (RIA)                           | sputnik           | RIA
        Sputnik (via News Front)                | sputnik           | Sputnik
        SOHR via AFP                            | sohr              | SOHR
        Al-Maghrib Today (SANA)                 | al-maghrib today  | SANA
        The Lens Post (state TV)                | the lens post     | SANA
        Reuters (via Ynet)                      | reuters           | Reuters
        Reuters (SARC)                          | reuters           | SARC
        TRT World (Reuters)                     | trt world         | Reuters
        BBC (via St Lucia News Now)             | bbc               | BBC
        Ynet (via Israel and Stuff)             | ynet              | Ynet
        Fox/AP (via CIW)                        | fox               | AP
        al-Azd/Reuters (via Sauress)            | al-azd            | Reuters
        RFE/RL                                  | rfe/rl            | RFE/RL
        Pro-government press (AMN cited)        | pro-government press | Al-Masdar
        Al-Masdar (via PanARMENIAN)             | al-masdar         | Al-Masdar
        Breitbart Jerusalem (repost)            | breitbart jerusalem | Breitbart Jerusalem
        Southfront repost                       | southfront repost | Southfront
        Syrian War Report                       | syrian war report | Southfront
        News repost, IDF and SOHR               | news repost       | Israeli army; SOHR
        News repost (Russian Ministry of Defence) | news repost     | Russian Ministry of Defence
        Russian Ministry of Defence             | russian ministry of defence | \
        Russian Ministry of Defence
        Russian Ministry of Defence bulletin, Russian side | russian ministry of defence \
        bulletin, russian side | Russian Ministry of Defence
        Russian Ministry of Defence bulletin, Turkish side | russian ministry of defence \
        bulletin, turkish side | Turkish side of the joint commission
        Al Jazeera English                      | al jazeera english | Al Jazeera
        ash-Shorouk (Al Jazeera)                | ash-shorouk       | Al Jazeera
        Orient (via Farah News)                 | orient            | Orient
        Orient Net (via RFS)                    | orient net        | Orient
        RT Arabic (via Syrian Telegraph)        | rt arabic         | RT
        Blog (local activists)                  | blog              | local activists
        Daraa Martyrs Documentation Office (via Baladi News) | daraa martyrs documentation \
        office | Daraa Martyrs Documentation Office
        Al-Mashareq (UN)                        | al-mashareq       | UN
        UN News                                 | un news           | UN
        UN Secretary-General (UNDOF)            | un secretary-general | UNDOF
        antikrieg.com (Antiwar.com)             | antikrieg.com     | Antiwar.com
        """)
    void readsOutletAndOriginsInALabel(String label, String outlet, String origins) {
        assertThat(Origins.outlet(label)).isEqualTo(outlet);
        assertThat(Origins.listIn(label)).containsExactly(origins.split("; "));
    }

    @Test
    void aFieldNamingOriginsDecidesAndEachCountsOnce() {
        assertThat(origins(by("1", "UCDP GED").citing("SOHR;SOHR;Airwars")))
                .containsExactly("SOHR", "Airwars");
        assertThat(origins(by("1", "UCDP GED").citing("SOHR and airwars")))
                .containsExactly("SOHR", "Airwars");
        assertThat(origins(by("1", "Okaz (AFP)").citing("sOHR\n").noted("SANA: nothing hit")))
                .containsExactly("SOHR");
        assertThat(origins(by("1", "X").citing("Syrian Observatory for Human Rights")))
                .containsExactly("SOHR");
    }

    @Test
    void aNoteThatLeansOnSomebodyMeansThem() {
        assertThat(origins(by("1", "Okaz").noted("Ten shells, Observatory cited")))
                .containsExactly("SOHR");
        assertThat(origins(by("1", "Okaz (AFP)").noted("revised Observatory toll")))
                .containsExactly("SOHR");
        assertThat(origins(by("1", "AP").noted("Observatory and state media agree on shelling")))
                .containsExactly("SANA", "SOHR");
        assertThat(origins(by("1", "Syria TV").noted("Civil Defence volunteer among dead")))
                .containsExactly("Syria TV");
    }

    @Test
    void whoDeniesItOrCouldNotFindItIsNotWhereItComesFrom() {
        for (String note : List.of(
                "The Observatory could not verify the report",
                "SOHR did not confirm it",
                "the Observatory denied this",
                "SOHR has not reported any strike there")) {
            assertThat(origins(by("1", "Okaz").noted(note))).as(note).containsExactly("Okaz");
        }
        assertThat(origins(by("1", "Okaz").noted("SOHR: ten killed. The army denied it")))
                .containsExactly("SOHR");
        assertThat(origins(by("1", "Okaz")
                        .noted("The Observatory, citing activists, said that it did not end")))
                .containsExactly("SOHR");
    }

    @Test
    void tenOutletsRepeatingOneOriginAreOne() {
        List<Entry.Report> ten = IntStream.range(0, 10)
                .mapToObj(i -> by("R" + i, "Outlet " + i + (i % 2 == 0 ? " (SOHR)" : ""))
                        .noted(i % 2 == 0 ? "shells" : "shells, Observatory cited")
                        .report())
                .toList();

        List<Incident.Origin> origins = group(ten);

        assertThat(origins).hasSize(1);
        assertThat(origins.getFirst().name()).isEqualTo("SOHR");
        assertThat(origins.getFirst().reports()).hasSize(10);
        assertThat(Origins.status(origins)).isEqualTo(VerificationStatus.REPORTED);
    }

    @Test
    void onePageIsOneOriginWhateverItsLabelsSay() {
        List<Incident.Origin> origins = group(List.of(
                by("1", "Ministry")
                        .on("https://www.example.org/a?share=twitter")
                        .report(),
                by("2", "Press room").on("http://example.org/a").report()));

        assertThat(origins)
                .containsExactly(new Incident.Origin(
                        "Ministry", List.of(new ReportKey("A", "1"), new ReportKey("A", "2"))));
    }

    @Test
    void aPageThatCitesSomebodyInOneRowCitesThemInAll() {
        List<Incident.Origin> origins = group(List.of(
                by("1", "Okaz").on("https://example.org/a").report(),
                by("2", "Okaz")
                        .on("https://example.org/a")
                        .noted("Observatory cited")
                        .report()));

        assertThat(origins).extracting(Incident.Origin::name).containsExactly("SOHR");
    }

    @Test
    void differentPagesOfOneAddressStayApart() {
        List<Incident.Origin> origins = group(List.of(
                by("1", "X").on("https://example.org/?p=1").report(),
                by("2", "Y").on("https://example.org/?p=2").report()));

        assertThat(origins).extracting(Incident.Origin::name).containsExactly("X", "Y");
    }

    @Test
    void whatCannotBeSeenOrIsNotSaidDoesNotCorroborate() {
        assertThat(status(by("1", ""), by("2", "SOHR"))).isEqualTo(VerificationStatus.REPORTED);
        assertThat(status(by("1", "UCDP GED"), by("2", "SOHR")))
                .isEqualTo(VerificationStatus.REPORTED);
        assertThat(status(by("1", "UCDP GED").citing("VDC"), by("2", "SOHR")))
                .isEqualTo(VerificationStatus.CORROBORATED);
        assertThat(origins(by("1", ""))).containsExactly(Origins.WITHHELD);
    }

    @Test
    void capitalsDoNotMakeAnOrigin() {
        assertThat(status(by("1", "al-Masdar (via Microsyria)"), by("2", "Al-Masdar (via X)")))
                .isEqualTo(VerificationStatus.REPORTED);
    }

    @Test
    void everyLabelOfTheSampleHasAnOutletAndAnOrigin() {
        assumeThat(Files.exists(SampleForReconcile.REPORTS))
                .as("the sample register is not beside this clone")
                .isTrue();

        assertThat(SampleForReconcile.reports()).isNotEmpty().allSatisfy(report -> {
            String label = report.account().source().find().orElseThrow();
            assertThat(Origins.outlet(label)).doesNotContain("(", "via ").isNotBlank();
            assertThat(Origins.listIn(label))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(name).doesNotContain("(", " cited", "via "));
        });
    }

    private static List<Incident.Origin> group(List<Entry.Report> inKeyOrder) {
        return Origins.group(Origins.listByReport(inKeyOrder));
    }

    private static List<String> origins(ReportsForTest report) {
        return Origins.listOf(report.report().account());
    }

    private static VerificationStatus status(ReportsForTest... reports) {
        return Origins.status(
                group(Arrays.stream(reports).map(ReportsForTest::report).toList()));
    }
}
