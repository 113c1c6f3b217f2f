package org.truce.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.truce.app.review.Column;
import org.truce.app.review.Proposal;
import org.truce.base.Coded;
import org.truce.base.Hash;
import org.truce.base.Phrases;
import org.truce.reading.bulletin.Tally;
import org.truce.reading.draft.Draft;
import org.truce.reading.draft.DraftType;
import org.truce.reading.draft.Evidence;
import org.truce.reading.draft.Extractor;
import org.truce.reading.incident.Incident;
import org.truce.reading.incident.Realis;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The reviewer's page has words for all that a draft may hold: without them it does not open. */
final class ReviewWordsTest {
    private static List<Column> columns(DraftType type) {
        Draft draft = new Draft(
                "D-0123456789ab",
                Hash.ZERO,
                type,
                new Extractor("test", "1"),
                List.of(),
                List.of(new Evidence(0, 1, "x")),
                Map.of(),
                List.of());
        return Proposal.of(draft).columns();
    }

    @Test
    void everyColumnHasWordsAndSoHasEachOfItsChoices() {
        Phrases arabic = Phrases.in("ar");
        for (DraftType type : DraftType.values()) {
            for (Column column : columns(type)) {
                String key = "review.column." + column.name();
                assertThat(arabic.find(key)).as(key).isPresent();
                assertThat(Phrases.in("en").find(key)).as(key).isPresent();
                assertThat(column.choices())
                        .allSatisfy(choice -> assertThat(
                                        ReviewWords.choice(arabic, column.name(), choice))
                                .as("%s of %s", choice, key)
                                .containsPattern("\\p{IsArabic}"));
            }
        }
    }

    /** The fields are those that the schema of a draft lists. */
    @Test
    void everyFieldHasWords() throws IOException {
        JsonNode names = new JsonMapper()
                .readTree(Files.readString(Path.of("../docs/reference/schemas/draft.schema.json")))
                .at("/$defs/draft/properties/fields/propertyNames/enum");
        List<String> fields = new ArrayList<>();
        names.forEach(name -> fields.add(name.asString()));
        assertThat(fields).contains("speaker", "weaponWords");
        for (String language : List.of("en", "ar")) {
            assertThat(fields)
                    .allSatisfy(
                            field -> assertThat(Phrases.in(language).find("review.field." + field))
                                    .as("%s in %s", field, language)
                                    .isPresent());
        }
    }

    @Test
    void everyFlagHasWords() {
        Stream<String> ofStatements = Stream.of(
                "speaker-ambiguous",
                "speaker-unresolved",
                "speaker-unnamed",
                "pronoun",
                "continued",
                "quote-unclosed",
                "hidden-characters",
                "model",
                "speaker-by-model",
                "also-by-rules");
        List<String> flags = Stream.of(
                        ofStatements,
                        Coded.listCodes(Tally.Flag.class).stream(),
                        Coded.listCodes(Incident.Flag.class).stream(),
                        Stream.of(Realis.PLANNED, Realis.DENIED, Realis.HYPOTHETICAL)
                                .map(Realis::code),
                        Stream.of("inside-statement"))
                .flatMap(all -> all)
                .toList();
        for (String language : List.of("en", "ar")) {
            assertThat(flags)
                    .allSatisfy(flag -> assertThat(Phrases.in(language).find("review.flag." + flag))
                            .as("%s in %s", flag, language)
                            .isPresent());
        }
    }
}
