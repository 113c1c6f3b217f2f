package org.truce.show;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.truce.base.Moment;
import org.truce.base.Phrases;
import org.truce.record.Agreement;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What an agreement says beside its clauses stands among them. */
final class TermListTest {
    private static final Agreement.Citation TEXT =
            new Agreement.Citation(List.of("article 1"), Agreement.Certainty.TEXT);

    private static Agreement.Words words(String en) {
        return new Agreement.Words(en, Optional.empty());
    }

    private static Agreement agreement() {
        return new Agreement(
                "a",
                words("A truce"),
                ZoneOffset.UTC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("reds", "blues"),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Agreement.Actor("reds", words("Reds"), List.of(), Optional.empty()),
                        new Agreement.Actor("blues", words("Blues"), List.of(), Optional.empty())),
                List.of(),
                List.of(new Agreement.Obligation(
                        "detainees",
                        words("All for all."),
                        TEXT,
                        List.of("reds"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(
                                new Agreement.HandedOver("reds", OptionalInt.of(40)),
                                new Agreement.HandedOver("blues", OptionalInt.empty())))),
                List.of(),
                List.of(new Agreement.JointBody(
                        "c",
                        words("Commission"),
                        List.of("reds", "blues"),
                        words("Watches."),
                        TEXT)),
                List.of(new Agreement.Definition("weapons", words("All of them."), TEXT)),
                List.of(),
                Optional.of(new Agreement.Lapse(
                        Moment.get("2020-07-01"),
                        List.of(new Agreement.Renewal(
                                Moment.get("2021-01-01"), words("Again."), TEXT)))));
    }

    @Test
    void everyTermIsToldWithItsKind() {
        assertThat(TermList.of(agreement(), Phrases.in("en")))
                .extracting(term -> term.kind() + ": " + term.text())
                .containsExactly(
                        "Obligation: All for all. Handed over by each of: Reds (40), Blues.",
                        "Lapse: Ends on 2020-07-01 unless it is renewed.",
                        "Renewal: Again. Known to be in force until 2021-01-01.",
                        "Joint body: Commission (Reds, Blues): Watches.",
                        "Definition: All of them.");
    }

    @Test
    void inTheOtherLanguageTheSameStands() {
        assertThat(TermList.of(agreement(), Phrases.in("ar")))
                .hasSize(5)
                .allSatisfy(term -> assertThat(term.kind() + term.text()).doesNotContain("{"));
    }
}
