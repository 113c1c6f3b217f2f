package org.truce.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.truce.assess.Evidence;
import org.truce.assess.SampleRecord;
import org.truce.base.Hash;
import org.truce.record.Agreement;
import org.truce.record.Entry;
import org.truce.record.EntryRef;
import org.truce.record.FollowUp;
import org.truce.record.Logged;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bundled sample's follow-up hangs together, and every sentence of the article is in it. */
final class SampleFollowUpTest {
    private static final List<Entry> ENTRIES =
            SampleRecord.read().stream().map(Logged::entry).toList();

    private static <E extends Entry> List<E> list(Class<E> type) {
        return ENTRIES.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<String> refs(Entry entry) {
        return switch (entry) {
            case FollowUp.CommitmentStatus status -> status.evidence().stream();
            case FollowUp.Commitment commitment -> commitment.under().stream();
            case FollowUp.SideBySide beside ->
                beside.statements().stream().map("statement:"::concat);
            case FollowUp.Passage passage -> passage.records().stream();
            default -> Stream.empty();
        };
    }

    @Test
    void everyEntryThatIsNamedIsThere() {
        Set<String> there = ENTRIES.stream()
                .map(entry -> EntryRef.to(entry).text())
                .collect(Collectors.toCollection(HashSet::new));
        // An agreement's entry has the agreement's own id.
        Set<String> named = ENTRIES.stream()
                .flatMap(SampleFollowUpTest::refs)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(there).containsAll(named);
    }

    @Test
    void everyJudgementIsOfACommitmentThatIsThere() {
        Set<String> ids = new TreeSet<>();
        list(FollowUp.Commitment.class).forEach(commitment -> ids.add(commitment.id()));
        Set<String> obligations = new TreeSet<>();
        for (Entry.AgreementText text : list(Entry.AgreementText.class)) {
            text.agreement().provisions().stream()
                    .filter(Agreement.Obligation.class::isInstance)
                    .forEach(one -> obligations.add(text.agreement().id() + "/" + one.id()));
        }
        Set<String> judged = list(FollowUp.CommitmentStatus.class).stream()
                .map(FollowUp.CommitmentStatus::commitment)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(judged).containsAll(obligations);
        judged.removeAll(obligations);
        assertThat(ids).containsAll(judged);
    }

    @Test
    void guarantorsAndPartiesAreActorsThatAgreementsName() {
        Evidence evidence = Evidence.of(SampleRecord.read(), Optional.empty());
        assertThat(list(FollowUp.Guarantee.class)).hasSizeGreaterThan(10).allSatisfy(guarantee -> {
            for (String label : List.of(guarantee.guarantor(), guarantee.party())) {
                assertThat(evidence.actors().resolve(label))
                        .as(label)
                        .allMatch(id -> evidence.actors().find(id).isPresent());
            }
        });
    }

    @Test
    void theArticlesSentencesStandInOrderEachWithARecord() {
        List<FollowUp.Passage> passages = list(FollowUp.Passage.class).stream()
                .sorted(Comparator.comparing(FollowUp.Passage::line))
                .toList();
        assertThat(passages).hasSize(20);
        for (int i = 0; i < passages.size(); i++) {
            FollowUp.Passage passage = passages.get(i);
            assertThat(passage.line()).isEqualTo(i + 1);
            assertThat(passage.records()).isNotEmpty();
            assertThat(passage.paraphrase()).containsOnlyKeys("en", "ar");
            if (i > 0) {
                // One blank or line break between two sentences; a quotation mark may stand there.
                assertThat(passage.start() - passages.get(i - 1).end()).isBetween(0, 3);
            }
        }
    }

    /** Needs the article, which may not be given on; skipped where it is not. */
    @Test
    void theSentencesAreThoseOfTheArticleAndItsWordsAreNotOurs() throws IOException {
        Path article = SampleRecord.root().resolve("../shared/seed/article.txt");
        assumeTrue(Files.exists(article), "skipped: the article is not beside the project");
        byte[] bytes = Files.readAllBytes(article);
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (FollowUp.Passage passage : list(FollowUp.Passage.class)) {
            assertThat(passage.sha256()).isEqualTo(Hash.of(bytes));
            String sentence = text.substring(
                    text.offsetByCodePoints(0, passage.start()),
                    text.offsetByCodePoints(0, passage.end()));
            assertThat(sentence.strip()).isEqualTo(sentence).matches("(?s)[\"A-Z].*[.\"”]");
            String ours = passage.paraphrase().get("en");
            assertThat(sentence).isNotEqualTo(ours);
        }
    }

    /** What was agreed, sent or given for an area is found when it is asked for by the area. */
    @Test
    void whatBelongsToAnAreaIsTiedToIt() {
        FollowList list = new FollowList(
                Evidence.of(SampleRecord.read(), Optional.empty()), LocalDate.parse("2019-12-31"));
        assertThat(ids(list, FollowKind.TALKS, "south-west"))
                .containsExactlyInAnyOrder(
                        "amman-2017-05",
                        "amman-2017-07-07",
                        "amman-2017-09",
                        "amman-2017-11-08",
                        "amman-2018-03-13");
        assertThat(ids(list, FollowKind.TALKS, "idlib"))
                .containsExactlyInAnyOrder("astana-4", "astana-5", "astana-6");
        assertThat(ids(list, FollowKind.DEPLOYMENTS, "south-west"))
                .contains("DEP-AMC", "DEP-RU-SW-MP", "DEP-RU-SW-CP", "DEP-RU-SW-OP")
                .doesNotContain("DEP-RU-EG-CP", "DEP-TR-OP-01");
        assertThat(ids(list, FollowKind.DEPLOYMENTS, "idlib"))
                .contains("DEP-TR-OP-01", "DEP-TR-OP-09", "DEP-RU-ID-OP", "DEP-IR-ID-OP");
        assertThat(ids(list, FollowKind.CONTRIBUTIONS, "south-west"))
                .contains(
                        "CON-XB-2014-08",
                        "CON-XB-2017-07",
                        "CON-XB-2018-12-ASK",
                        "CON-XB-2018-12",
                        "CON-SARC-2018-07",
                        "CON-JO-2018-07");
        assertThat(ids(list, FollowKind.CONTRIBUTIONS, "east-ghouta"))
                .containsExactlyInAnyOrder("CON-EG-2018-02", "CON-EG-2018-03");
    }

    private static List<String> ids(FollowList list, FollowKind kind, String area) {
        return list.list(kind).stream()
                .filter(item -> item.areas().contains(area))
                .map(FollowItem::id)
                .toList();
    }

    /** The talks of the agreements' notes: rounds of Geneva and Astana are there in their order. */
    @Test
    void roundsHaveGapsBetweenThem() {
        Evidence evidence = Evidence.of(SampleRecord.read(), Optional.empty());
        List<FollowItem> talks =
                new FollowList(evidence, LocalDate.parse("2018-12-31")).list(FollowKind.TALKS);
        FollowItem.OfTalks vii = (FollowItem.OfTalks) talks.stream()
                .filter(item -> item.id().equals("astana-7"))
                .findFirst()
                .orElseThrow()
                .detail();
        // Astana 6 ended on 15 September 2017, Astana 7 began on 30 October: 45 days.
        assertThat(vii.gapDays()).contains(45L);
    }
}
