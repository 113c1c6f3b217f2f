package org.truce.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.truce.assess.HandRecord.FORCE;
import static org.truce.assess.HandRecord.agreement;
import static org.truce.assess.HandRecord.outline;

import org.junit.jupiter.api.Test;
import org.truce.assess.Evidence;
import org.truce.assess.HandRecord;
import org.truce.assess.HandReport;
import org.truce.assess.SampleRecord;
import org.truce.record.FollowUp;
import org.truce.record.Influence;

import java.util.List;
import java.util.Optional;

/** Who is proposed for an incident in the square, with another agreement for an area elsewhere. */
final class AddresseesTest {
    private static FollowUp.Guarantee guarantee(String id, Influence influence, String under) {
        return new FollowUp.Guarantee(
                HandFollowUp.DESK,
                id,
                HandRecord.ENTERED,
                "the greens",
                influence,
                "reds",
                Optional.of(under).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                HandFollowUp.basis("2017-07-01"));
    }

    @Test
    void anInstrumentGoesForItsAreasAndAGuarantorStandsOnce() {
        Evidence evidence = HandRecord.square()
                .with(outline("far", "", 40, 41, "2017-07-09T12:00", ""))
                .with(agreement("elsewhere", "far", "2017-07-09T12:00", "", FORCE))
                .with(guarantee("G1", Influence.GUARANTEES, "truce"))
                .with(guarantee("G2", Influence.GUARANTEES, "elsewhere"))
                .with(guarantee("G3", Influence.GUARANTEES, ""))
                .with(guarantee("G4", Influence.LOOKS_TO, ""))
                .with(HandRecord.uneven("watch"))
                .with(new HandReport("watch", "R1", "2017-08-01").report())
                .evidence();
        assertThat(new Addressees(evidence)
                        .propose(List.of(evidence.findIncident("watch:R1").orElseThrow())))
                .containsExactly(new Addressees.Proposed(
                        "the greens",
                        Influence.GUARANTEES,
                        "the reds",
                        "guarantee:G1, agreement:truce, guarantee:G3",
                        Optional.of("a ministry")));
    }

    /** R0191 lies in the south-west, which the memorandum of Astana has no terms for. */
    @Test
    void ofTheSampleNobodyIsProposedUnderAnAgreementOfOtherAreas() {
        Evidence evidence = Evidence.of(SampleRecord.read(), Optional.empty());
        List<Addressees.Proposed> proposed = new Addressees(evidence)
                .propose(List.of(
                        evidence.findIncident(SampleRecord.REGISTER + ":R0191").orElseThrow()));
        assertThat(proposed)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.restsOn())
                        .doesNotContain("astana", "G-RU-AST", "G-IR-AST", "G-TR-AST"));
        assertThat(proposed).extracting(Addressees.Proposed::name).doesNotHaveDuplicates();
    }
}
