package org.truce.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.base.Moment;
import org.truce.record.Agreement;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** What the sample's agreement files say, and that the reasons' words stand in both languages. */
final class SampleAgreementsTest {
    private static final String[] WORDS = {"terms_en", "terms_ar"};

    @ParameterizedTest
    @ValueSource(
            strings = {"2017-05-04-memorandum", "2017-07-07-understanding", "2017-11-08-principles"
            })
    void aFileStandsAlone(String name) throws IOException {
        Agreement agreement = SampleAgreements.read(name);
        Set<String> used = new TreeSet<>(agreement.parties());
        used.addAll(agreement.guarantors());
        used.addAll(agreement.excludedGroups());
        agreement.labels().forEach(label -> used.addAll(List.of(label.sideA(), label.sideB())));
        for (Agreement.Provision provision : agreement.provisions()) {
            switch (provision) {
                case Agreement.Prohibition prohibition -> {
                    prohibition.between().forEach(used::addAll);
                    used.addAll(prohibition.bindingUnclear());
                }
                case Agreement.Obligation obligation -> used.addAll(obligation.by());
                case Agreement.Exemption exemption -> used.addAll(exemption.groups());
            }
            assertThat(provision.citation().sources()).isNotEmpty();
            assertThat(provision.text().ar()).isPresent();
        }
        assertThat(agreement.actors().stream().map(Agreement.Actor::id)).containsAll(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-05-04-memorandum", "2017-11-08-principles"})
    void anActorIsTheSameInEveryFile(String name) throws IOException {
        Agreement july = SampleAgreements.read("2017-07-07-understanding");
        for (Agreement.Actor actor : SampleAgreements.read(name).actors()) {
            july.actors().stream()
                    .filter(other -> other.id().equals(actor.id()))
                    .forEach(other -> {
                        assertThat(actor.name()).isEqualTo(other.name());
                        assertThat(actor.mixed()).isEqualTo(other.mixed());
                    });
            for (String alias : actor.aliases()) {
                assertThat(july.actors().stream()
                                .filter(other -> other.aliases().contains(alias))
                                .map(Agreement.Actor::id))
                        .isSubsetOf(actor.id());
            }
        }
    }

    @Test
    void theMemorandum() throws IOException {
        Agreement memorandum = SampleAgreements.read("2017-05-04-memorandum");
        assertThat(memorandum.inForceFrom()).contains(Moment.get("2017-05-06"));
        assertThat(memorandum.areas().stream().map(Agreement.AreaTerms::area))
                .containsExactly("idlib", "north-homs", "east-ghouta");
        assertThat(memorandum.guarantors())
                .containsExactlyInAnyOrder("russia", "iran-and-allies", "turkey");
        assertThat(due(memorandum, "working-group")).contains(LocalDate.of(2017, 5, 18));
        assertThat(due(memorandum, "maps")).contains(LocalDate.of(2017, 6, 4));
    }

    @Test
    void thePrinciplesForbidNothingNew() throws IOException {
        Agreement principles = SampleAgreements.read("2017-11-08-principles");
        assertThat(principles.provisions())
                .allMatch(provision -> provision instanceof Agreement.Obligation);
        assertThat(due(principles, "non-syrian-forces")).isEmpty();
    }

    @Test
    void bothLanguagesHaveTheSameReasons() throws IOException {
        Set<Object> english = words(WORDS[0]).keySet();
        assertThat(english).hasSizeGreaterThan(50).isEqualTo(words(WORDS[1]).keySet());
    }

    private static Properties words(String name) throws IOException {
        Properties words = new Properties();
        try (var in = SampleAgreementsTest.class.getResourceAsStream(
                "/org/truce/words/" + name + ".properties")) {
            words.load(Objects.requireNonNull(in));
        }
        return words;
    }

    private static Optional<LocalDate> due(Agreement agreement, String id) {
        return agreement.provisions().stream()
                .filter(provision -> provision.id().equals(id))
                .map(Agreement.Obligation.class::cast)
                .toList()
                .getFirst()
                .due();
    }
}
