package org.truce.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.assess.Evidence;
import org.truce.assess.HandRecord;
import org.truce.assess.HandReport;
import org.truce.base.PlacePrecision;
import org.truce.record.NoticePlace;

import java.util.List;

/** What a text for an addressee may not name. */
final class KeptWordsTest {
    private static final Evidence EVIDENCE = HandRecord.square()
            .with(HandRecord.uneven("watch"))
            .with(new HandReport("watch", "R1", "2017-08-01")
                    .source("Informant Zulu-Seven (via Paper Kite)")
                    .at("Hidden Well farm", "32.5,36.25", PlacePrecision.EXACT)
                    .report())
            .with(new HandReport("watch", "R2", "2017-08-02")
                    .source("reds")
                    .at("East District", "", PlacePrecision.DISTRICT)
                    .report())
            .with(new HandReport("watch", "R3", "2017-08-03")
                    .source("مراسل السهل")
                    .at("بئر الوادي", "32.6,36.25", PlacePrecision.TOWN)
                    .report())
            .with(new HandReport("watch", "R5", "2017-08-05")
                    .at("Tasil outskirts", "32.7,36.25", PlacePrecision.TOWN)
                    .report())
            .with(new HandReport("watch", "R6", "2017-08-06")
                    .at("Suwayda", "32.7,36.57", PlacePrecision.TOWN)
                    .in("As-Suwayda")
                    .report())
            .with(new HandReport("watch", "R4", "2017-08-04")
                    .at("Squareland", "32.7,36.25", PlacePrecision.TOWN)
                    .report())
            .evidence();

    private static List<String> in(NoticePlace told, String text) {
        return new KeptWords(
                        EVIDENCE,
                        told,
                        List.of("Amal Haddad"),
                        place -> place.equals("Tasil outskirts") ? List.of("تسيل") : List.of())
                .listIn(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We heard it from informant ZULU seven.|informant zulu seven",
                "The Paper-Kite printed it.|paper kite",
                "Zulu-Seven saw it.|zulu seven",
                "Shells fell near Hidden  Well farm, again.|hidden well farm",
                "shells fell near hidden well farm|hidden well farm",
                "Shells fell near Hidden Well.|hidden well",
                "In Tasil, too.|tasil",
                "سقطت قذائف على بئر الوادي.|بئر الوادي",
                "قال مُراسِل السهل ذلك.|مُراسِل السهل",
                "Ask Amal Haddad.|amal haddad",
                "At East District.|east district",
                "At 32.5123 north.|32.5123",
                "At 36° east.|36°",
                "At 37S BT 1234 5678.|37S BT 1234 5678",
                "See https://a.example/b.|https://a.example/b.",
                "Write to a@b.example.|a@b.example.",
                "Write to a (at) b.example.|a (at) b.example.",
                "See secret.example/r1 there.|secret.example/r1",
                "At 32,737 36,204.|32,737 36,204",
                "At ٣٢٫٧٣٧ north.|32٫737",
                "At 8G4PQ6P3+RJ.|8G4PQ6P3+RJ",
                "Call +962 79 555 0101.|+962 79 555 0101",
                "Call 079 5550 10199.|079 5550 10199",
                "See watch:R1 of that day.|watch:R1",
                "Pap\u200Ber K\u00ADite printed it.|paper kite",
                "P\u0430per Kite printed it.|P\u0430per",
                "P a p e r  K.i.t.e printed it.|paperkite",
                "Páper Kite printed it.|páper kite",
                "I. Seven saw it.|i seven",
                "Paper Kite’s man saw it.|paper kite’s",
                "في تسيل أيضاً.|تسيل",
                "وبتسيل أيضاً.|وبتسيل",
                "وللسهل مراسل؛ قال لمراسل السهل ذلك.|لمراسل السهل"
            })
    void isFoundHoweverItIsWritten(String text, String found) {
        assertThat(in(NoticePlace.GOVERNORATE, text)).contains(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please say which unit fired, and have it stopped by 9 March.",
                "The reds and the blues in Squareland are bound.",
                "A well that is hidden; a kite of paper; a hidden well; the outskirts.",
                "It is the reds in Squareland, the Wolves too.",
                "In As-Suwayda, or Suwayda; 12 of 2,500 on 2017-08-01 and 2017-08-02.",
                "2,500 people, 3.5 hours, on 2017-08-01 at 12:30."
            })
    void whatEverybodyMayKnowMayStand(String text) {
        assertThat(in(NoticePlace.GOVERNORATE, text)).isEmpty();
    }

    @Test
    void aDistrictMayStandWhereItIsTold() {
        assertThat(in(NoticePlace.DISTRICT, "At East District.")).isEmpty();
        assertThat(in(NoticePlace.DISTRICT, "At Hidden Well.")).containsExactly("hidden well");
    }
}
