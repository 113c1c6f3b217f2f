package org.truce.reading.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.base.Hash;
import org.truce.reading.statement.Statement;
import org.truce.reading.text.Original;
import org.truce.reading.text.Span;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Replies made by chance: whatever is accepted stands in the text, with its speaker and cue. */
final class ProposalsRandomTest {
    private static final int REPLIES = 400;

    private static final String STORY = """
        Governor Lena Okoro 🕊 said the bridge is open. "We will hold," she added. "Nobody fired."

        The mayor, Idris Vahl, denied that guns were moved, and Okoro said the bridge is open.
        """;

    private static final List<String> CUES = List.of("said", "added", "denied", "fired", ":");
    private static final List<String> FORMS = List.of("direct", "indirect", "mixed");

    private final Original original =
            new Original(Hash.of(STORY.getBytes(StandardCharsets.UTF_8)), STORY);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsAcceptedStandsInTheText(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Proposals proposals = new Proposals(original, "en", Optional.empty());
        int accepted = 0;
        for (int i = 0; i < REPLIES; i++) {
            String reply = reply(random);
            Checked checked = proposals.check(reply);
            checked.accepted().forEach(one -> assertHolds(one, reply, seed));
            for (int j = 1; j < checked.accepted().size(); j++) {
                assertThat(checked.accepted().get(j).content().start())
                        .as("seed %d: no two overlap", seed)
                        .isGreaterThanOrEqualTo(
                                checked.accepted().get(j - 1).content().end());
            }
            accepted += checked.accepted().size();
        }
        assertThat(accepted).as("seed %d: some were accepted", seed).isPositive();
    }

    /** Broken by chance, a reply is refused in whole or in part, and nothing is thrown. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void aBrokenReplyNeverThrows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Proposals proposals = new Proposals(original, "en", Optional.empty());
        for (int i = 0; i < REPLIES; i++) {
            StringBuilder reply = new StringBuilder(reply(random));
            for (int j = random.nextInt(1, 6); j > 0; j--) {
                int at = random.nextInt(reply.length());
                reply.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
            }
            String broken = reply.toString();
            proposals.check(broken).accepted().forEach(one -> assertHolds(one, broken, seed));
        }
    }

    private void assertHolds(Statement one, String reply, long seed) {
        Span speaker = one.speaker().span().orElseThrow();
        Span cue = one.cue().orElseThrow();
        String where = "seed %d: %s in %s".formatted(seed, one, reply);
        assertThat(folded(reply.replace("\\\"", "\"")))
                .as(where)
                .contains(
                        folded(original.text(one.content())).replaceAll("[,.]$", ""),
                        folded(original.text(speaker)),
                        original.text(cue));
        assertThat(original.text(one.content())).as(where).doesNotContain("\n\n");
        for (Span span : List.of(speaker, cue)) {
            int apart = Attributed.between(span, one.content()).length();
            assertThat(apart).as(where).isLessThanOrEqualTo(Beside.REACH_CODE_POINTS);
            assertThat(span.overlaps(one.content())).as(where).isFalse();
        }
    }

    private static String folded(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private String reply(SplittableRandom random) {
        List<Map<String, Object>> all = IntStream.range(0, 12)
                .<Map<String, Object>>mapToObj(i -> Map.of(
                        "content", words(random, 7),
                        "form", FORMS.get(random.nextInt(FORMS.size())),
                        "speakerText", words(random, 2),
                        "speaker", Optional.empty(),
                        "speakerId", Optional.empty(),
                        "cue", CUES.get(random.nextInt(CUES.size())),
                        "kind", "claim"))
                .toList();
        return new JsonMapper().writeValueAsString(Map.of(Reply.STATEMENTS, all));
    }

    /** Some words of the story that follow one another, now and then with their marks. */
    private static String words(SplittableRandom random, int most) {
        String[] words = STORY.split("\\s+", -1);
        int from = random.nextInt(words.length - most);
        String joined =
                String.join(" ", List.of(words).subList(from, from + random.nextInt(1, most + 1)));
        String bare = joined.replaceAll("^[\"]|[\",.]+$", "");
        return bare.isEmpty() || random.nextInt(4) == 0 ? joined : bare;
    }
}
