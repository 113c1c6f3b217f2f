package org.truce.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.truce.reconcile.ReportsForTest.FACTIONS;
import static org.truce.reconcile.ReportsForTest.alleged;
import static org.truce.reconcile.ReportsForTest.book;
import static org.truce.reconcile.ReportsForTest.by;

import org.junit.jupiter.api.Test;
import org.truce.record.Entry;
import org.truce.record.Participants;

import java.util.Arrays;
import java.util.List;

class AttributionTest {
    @Test
    void oneOriginNeverTakesAnActorPastOneHalf() {
        assertThat(weigh(by("1", "SOHR")))
                .containsExactly(
                        new Incident.Hypothesis("undetermined", 0.5, List.of()),
                        new Incident.Hypothesis("government", 0.5, List.of("SOHR")));
    }

    @Test
    void repeatedOriginsCountOnce() {
        assertThat(weigh(by("1", "A (SOHR)"), by("2", "B (SOHR)"), by("3", "SOHR")))
                .extracting(Incident.Hypothesis::likelihood)
                .containsExactly(0.5, 0.5);
    }

    @Test
    void rivalsAndThoseWhoDoNotKnow() {
        // government 2, factions 1, undetermined 1 + 1, of 5.
        assertThat(weigh(
                        by("1", "A"),
                        by("2", "B"),
                        by("3", "C").who(alleged(FACTIONS)),
                        by("4", "D").who(alleged("unknown"))))
                .containsExactly(
                        new Incident.Hypothesis("undetermined", 0.4, List.of("D")),
                        new Incident.Hypothesis("government", 0.4, List.of("A", "B")),
                        new Incident.Hypothesis("factions", 0.2, List.of("C")));
    }

    @Test
    void fightingAccusesNeitherSide() {
        assertThat(weigh(by("1", "A").who(new Participants.Fighting("government", "factions"))))
                .containsExactly(new Incident.Hypothesis("undetermined", 1, List.of("A")));
        assertThat(weigh(by("1", "A").who(alleged("both sides"))))
                .containsExactly(new Incident.Hypothesis("undetermined", 1, List.of("A")));
    }

    @Test
    void anOriginThatNamesTwoSplitsItsVoice() {
        assertThat(weigh(by("1", "A").who(alleged("FSA and Syrian government forces"))))
                .containsExactly(
                        new Incident.Hypothesis("undetermined", 0.5, List.of()),
                        new Incident.Hypothesis("factions", 0.25, List.of("A")),
                        new Incident.Hypothesis("government", 0.25, List.of("A")));
    }

    @Test
    void whatAnOriginNamesOnceItNames() {
        // One page of SOHR does not know, another names the factions: SOHR names them.
        assertThat(weigh(
                        by("1", "SOHR").who(alleged("unknown")),
                        by("2", "SOHR").who(alleged(FACTIONS))))
                .extracting(Incident.Hypothesis::actor, Incident.Hypothesis::likelihood)
                .containsExactly(tuple("undetermined", 0.5), tuple("factions", 0.5));
    }

    private static List<Incident.Hypothesis> weigh(ReportsForTest... reports) {
        List<Entry.Report> inKeyOrder =
                Arrays.stream(reports).map(ReportsForTest::report).toList();
        return Attribution.weigh(inKeyOrder, Origins.listByReport(inKeyOrder), book());
    }
}
