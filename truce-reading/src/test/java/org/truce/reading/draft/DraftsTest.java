package org.truce.reading.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.truce.base.Hash;
import org.truce.reading.Document;
import org.truce.reading.Reader;
import org.truce.reading.Reading;
import org.truce.reading.bulletin.Bulletins;
import org.truce.reading.incident.Incidents;
import org.truce.reading.incident.Places;
import org.truce.reading.text.Original;
import org.truce.reading.text.Prepared;
import org.truce.reading.text.Span;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Drafts say what the text says, with the very words, and no more. */
final class DraftsTest {
    private static final LocalDate DAY = LocalDate.of(2031, 3, 4);

    /** An invented text; the first sign is one code point and two chars of Java. */
    private static final String TEXT = "\uD83D\uDD4A Foreign Minister Anna Vell spoke on Monday."
            + " \"We will open the road to Hama,\" Vell said. She said the truce had held.";

    private static Original original(String text) {
        return new Original(Hash.of(text.getBytes(StandardCharsets.UTF_8)), text);
    }

    private static List<Draft> statements(String text) {
        Original original = original(text);
        return Drafts.of(
                new Reader().read(original, Optional.of(DAY), Optional.of("en")), original);
    }

    private static List<Draft> tallies(String text) {
        Original original = original(text);
        Document document = new Document(original.sha256(), "en", Optional.of(DAY));
        return Drafts.of(
                new Reading(
                        document,
                        List.of(),
                        Bulletins.read(Prepared.of(original, "en")),
                        List.of()),
                original);
    }

    private static Field field(Draft draft, String name) {
        return Optional.ofNullable(draft.fields().get(name)).orElseThrow();
    }

    @Test
    void aStatementCarriesItsWordsAndWhoseTheyAre() {
        List<Draft> drafts = statements(TEXT);
        Draft promise = drafts.getFirst();
        assertThat(promise.type()).isEqualTo(DraftType.STATEMENT);
        assertThat(promise.fields().keySet())
                .containsExactly("speaker", "role", "date", "kind", "content", "about");
        assertThat(field(promise, "speaker").value()).contains("Anna Vell");
        assertThat(field(promise, "date").value()).contains("2031-03-04");
        assertThat(field(promise, "kind").value()).contains("commitment");
        Evidence content =
                promise.evidence().get(field(promise, "content").evidence().getFirst());
        assertThat(content.text()).startsWith("We will open the road to Hama");
        // Counted by hand in code points: the dove is one.
        assertThat(content.start()).isEqualTo(TEXT.codePointCount(0, TEXT.indexOf("We will")));
        assertThat(drafts)
                .allSatisfy(draft -> assertThat(draft.restsOn(original(TEXT))).isTrue());
    }

    @Test
    void aPronounIsTrustedLessThanAName() {
        List<Draft> drafts = statements(TEXT);
        assertThat(field(drafts.getFirst(), "speaker").confidence()).isEqualTo(Band.HIGH);
        Draft second = drafts.get(1);
        assertThat(second.flags()).contains("pronoun");
        assertThat(field(second, "speaker").confidence()).isNotEqualTo(Band.HIGH);
    }

    @Test
    void anIdDependsOnTextTypeAndSpansAlone() {
        List<String> ids = statements(TEXT).stream().map(Draft::id).toList();
        assertThat(statements(TEXT).stream().map(Draft::id).toList()).isEqualTo(ids);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(statements(TEXT + " ").stream().map(Draft::id).toList())
                .doesNotContainAnyElementsOf(ids);
    }

    /** Two read for the same words are two drafts, each time with the same ids. */
    @Test
    void twoDraftsOfTheSameWordsHaveTwoIds() {
        Original original = original("Five houses were hit.");
        Document document = new Document(original.sha256(), "en", Optional.empty());
        var tally = Bulletins.read(Prepared.of(original("5 violations in Hama."), "en"))
                .getFirst();
        Reading twice = new Reading(document, List.of(), List.of(tally, tally), List.of());
        List<Draft> drafts = Drafts.of(twice, original);
        assertThat(drafts).hasSize(2);
        assertThat(drafts.get(0).id()).isNotEqualTo(drafts.get(1).id());
        assertThat(Drafts.of(twice, original).get(1).id())
                .isEqualTo(drafts.get(1).id());
    }

    @Test
    void aPlaceThatIsLeftOpenIsADraftFieldWithCandidatesAndNoValue() {
        Draft draft =
                tallies("The army registered 9 violations in Hama and Homs.").getFirst();
        assertThat(field(draft, "place").value()).isEmpty();
        assertThat(field(draft, "place").alternatives()).containsExactly("Hama", "Homs");
        assertThat(draft.flags()).contains("place-open");
    }

    @Test
    void aContradictedTotalStaysAsItStandsAndIsFlagged() {
        List<Draft> drafts = tallies("The Russian party registered 7 violations in total:"
                + " 3 in Hama province, 2 in Homs province.");
        assertThat(drafts).hasSize(2).allSatisfy(draft -> {
            assertThat(field(draft, "statedTotal").value()).contains("7");
            assertThat(field(draft, "date").value()).contains("2031-03-04");
        });
        assertThat(drafts).anySatisfy(draft -> {
            assertThat(field(draft, "place").value().orElse("")).contains("Hama");
            assertThat(field(draft, "count").value()).contains("3");
        });
        assertThat(drafts.getFirst().rules()).isEqualTo(List.of("B2"));
        assertThat(drafts.getFirst().flags()).contains("contradicted");
    }

    @Test
    void whatIsSaidToBePlannedIsNoReportOfIt() {
        Original original = original("Aircraft will bomb Saraqib on Friday, a source said.");
        Document document = new Document(original.sha256(), "en", Optional.of(DAY));
        List<Draft> drafts = Drafts.of(
                new Reading(
                        document,
                        List.of(),
                        List.of(),
                        Incidents.read(Prepared.of(original, "en"), Optional.of(DAY), Places.NONE)),
                original);
        assertThat(drafts).isNotEmpty().allSatisfy(draft -> {
            assertThat(field(draft, "type").value()).isEmpty();
            assertThat(field(draft, "type").alternatives()).isNotEmpty();
            assertThat(draft.flags()).contains("planned");
        });
    }

    /** Within a quotation an incident is told by whoever speaks. */
    @Test
    void anIncidentInsideAStatementStaysTheSpeakersWord() {
        String text = "Governor Anna Vell arrived. Vell said that shelling killed four people in"
                + " Saraqib on 2 March 2031.";
        Original original = original(text);
        Reading said = new Reader().read(original, Optional.of(DAY), Optional.of("en"));
        List<Draft> drafts = Drafts.of(
                new Reading(
                        said.document(),
                        said.statements(),
                        List.of(),
                        Incidents.read(Prepared.of(original, "en"), Optional.of(DAY), Places.NONE)),
                original);
        Draft incident = drafts.stream()
                .filter(draft -> draft.type() == DraftType.INCIDENT)
                .findFirst()
                .orElseThrow();
        assertThat(incident.flags()).contains("inside-statement");
        assertThat(field(incident, "source").value()).contains("Anna Vell");
        assertThat(field(incident, "killedMin").value()).contains("4");
    }

    @Test
    void hiddenCharactersAreFlagged() {
        assertThat(statements("Anna Vell said: \"The road \u202Eis open\u202C now.\""))
                .isNotEmpty()
                .allSatisfy(draft -> assertThat(draft.flags()).contains("hidden-characters"));
    }

    @Test
    void evidenceIsTheOriginalsOwnWordsOrNone() {
        Original original = original(TEXT);
        Evidence right = Evidence.of(original, new Span(2, 9));
        assertThat(right.text()).isEqualTo("Foreign");
        assertThat(right.standsIn(original)).isTrue();
        assertThat(new Evidence(2, 9, "Foreing").standsIn(original)).isFalse();
        assertThat(new Evidence(2_000, 2_007, "Foreign").standsIn(original)).isFalse();
        assertThatThrownBy(() -> new Evidence(2, 8, "Foreign"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReadingOfAnotherTextIsRefused() {
        Original original = original(TEXT);
        Reading reading = new Reader().read(original, Optional.empty(), Optional.of("en"));
        assertThatThrownBy(() -> Drafts.of(reading, original("another")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** As if somebody else had come to the same statements. */
    @Test
    void whatOthersProposeHasItsOwnIdsAndIsTrustedLittle() {
        Original original = original(TEXT);
        Reading reading = new Reader().read(original, Optional.of(DAY), Optional.of("en"));
        Extractor first = new Extractor("other", "1");
        List<Draft> drafts = Drafts.proposed(first, reading.statements(), reading, original);
        assertThat(drafts).hasSameSizeAs(reading.statements()).allSatisfy(draft -> {
            assertThat(draft.extractor()).isEqualTo(first);
            assertThat(draft.restsOn(original)).isTrue();
            assertThat(draft.flags()).contains("also-by-rules");
            draft.fields()
                    .forEach((name, field) -> assertThat(field.confidence())
                            .as(name)
                            .isEqualTo(name.equals("date") ? Band.HIGH : Band.LOW));
        });
        List<String> ids = drafts.stream().map(Draft::id).toList();
        assertThat(statements(TEXT).stream().map(Draft::id).toList())
                .doesNotContainAnyElementsOf(ids);
        assertThat(Drafts.proposed(
                                new Extractor("other", "2"),
                                reading.statements(),
                                reading,
                                original)
                        .stream()
                        .map(Draft::id))
                .doesNotContainAnyElementsOf(ids);
        Reading nothing = new Reading(reading.document(), List.of(), List.of(), List.of());
        assertThat(Drafts.proposed(first, reading.statements(), nothing, original))
                .allSatisfy(draft -> assertThat(draft.flags()).doesNotContain("also-by-rules"));
    }

    @Test
    void aFieldWithoutValueIsTrustedByNobody() {
        assertThatThrownBy(() ->
                        new Field(Optional.empty(), List.of(), Band.MIDDLE, List.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
