package org.truce.reading.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.truce.base.Hash;
import org.truce.reading.Reader;
import org.truce.reading.statement.Speaker;
import org.truce.reading.statement.Statement;
import org.truce.reading.text.Original;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checks on the development articles: what the rules read, put forward as a model would, is
 * mostly taken; the same words with another speaker of the same article are not.
 */
final class ChecksOnArticlesTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final double LEAST_TAKEN_SHARE = 0.80;
    private static final double MOST_FALSE_SHARE = 0.005;

    private int right;
    private int taken;
    private int wrong;
    private int takenFalsely;

    @Test
    void trueSpeakersAreMostlyTakenAndFalseOnesNot() throws IOException, URISyntaxException {
        for (Path article : articles()) {
            String text = Files.readString(article);
            Original original = new Original(Hash.of(Files.readAllBytes(article)), text);
            check(original);
        }
        System.out.printf(
                "checks on a model: taken %d of %d, falsely %d of %d%n",
                taken, right, takenFalsely, wrong);
        assertThat(right).isGreaterThan(50);
        assertThat(taken).isGreaterThanOrEqualTo((int) (LEAST_TAKEN_SHARE * right));
        assertThat(takenFalsely).isLessThanOrEqualTo((int) (MOST_FALSE_SHARE * wrong));
    }

    private static List<Path> articles() throws IOException, URISyntaxException {
        Optional<URL> folder = Optional.ofNullable(
                ChecksOnArticlesTest.class.getResource("/org/truce/reading/gold/dev/articles"));
        assumeTrue(folder.isPresent(), "skipped: there are no development articles here");
        try (Stream<Path> files = Files.list(Path.of(folder.orElseThrow().toURI()))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private void check(Original original) {
        Proposals proposals = new Proposals(original, "en", Optional.empty());
        List<Statement> statements = new Reader()
                .read(original, Optional.empty(), Optional.of("en")).statements().stream()
                        .filter(one ->
                                one.cue().isPresent() && !one.speaker().text().isEmpty())
                        .toList();
        for (Statement one : statements) {
            right++;
            taken += accepted(proposals, original, one, one.speaker(), one);
            for (Statement other : statements) {
                boolean same = other.speaker().name().equals(one.speaker().name())
                        || other.speaker().text().equals(one.speaker().text());
                if (!same) {
                    wrong += 2;
                    takenFalsely += accepted(proposals, original, one, other.speaker(), one);
                    takenFalsely += accepted(proposals, original, one, other.speaker(), other);
                }
            }
        }
    }

    /** How many of a reply's one proposal come through at the statement's own place. */
    private static int accepted(
            Proposals proposals,
            Original original,
            Statement content,
            Speaker speaker,
            Statement cue) {
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("content", original.text(content.content()));
        proposal.put("form", content.form());
        proposal.put("speakerText", speaker.text());
        proposal.put("speaker", Optional.empty());
        proposal.put("speakerId", Optional.empty());
        proposal.put("cue", original.text(cue.cue().orElseThrow()));
        proposal.put("kind", content.kind());
        String reply = MAPPER.writeValueAsString(Map.of(Reply.STATEMENTS, List.of(proposal)));
        return (int) proposals.check(reply).accepted().stream()
                .filter(one -> one.content().equals(content.content()))
                .count();
    }
}
