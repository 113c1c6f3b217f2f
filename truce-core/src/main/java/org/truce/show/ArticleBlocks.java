package org.truce.show;

import org.truce.record.FollowUp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A published text line by line: what each says in our own words, where it stands in the text, and
 * the records that hold it. The text itself is nowhere; its hash tells whoever has it that it is
 * the one.
 */
final class ArticleBlocks {
    private final FollowLines lines;
    private final RecordRows records;

    ArticleBlocks(FollowLines lines, RecordRows records) {
        this.lines = lines;
        this.records = records;
    }

    /** The texts there are, by their name, with their lines in order. */
    private Map<String, List<FollowUp.Passage>> documents() {
        Map<String, List<FollowUp.Passage>> documents = new LinkedHashMap<>();
        lines.evidence.known().list(FollowUp.Passage.class).stream()
                .sorted(Comparator.comparing(FollowUp.Passage::publishedOn)
                        .thenComparing(FollowUp.Passage::document)
                        .thenComparing(FollowUp.Passage::register)
                        .thenComparing(FollowUp.Passage::line))
                .forEach(passage -> documents
                        .computeIfAbsent(passage.document(), d -> new ArrayList<>())
                        .add(passage));
        return documents;
    }

    boolean has(String document) {
        return documents().containsKey(document);
    }

    /** All texts, each leading to its lines. */
    List<FollowPage.Section> list() {
        List<List<List<FollowPage.Line>>> rows = new ArrayList<>();
        documents().forEach((document, passages) -> {
            FollowUp.Passage first = passages.getFirst();
            rows.add(List.of(
                    List.of(FollowPage.Line.to(new FollowPage.ToArticle(document), first.title())),
                    List.of(FollowPage.Line.of(first.publisher())),
                    FollowLines.date(Optional.of(first.publishedOn())),
                    List.of(FollowPage.Line.of(Integer.toString(passages.size())))));
        });
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(FollowPage.Section.of(
                lines.say("promised.articles"),
                List.of(),
                List.of(new FollowPage.Table(
                        "",
                        Stream.of(
                                        "promised.column-title",
                                        "promised.column-publisher",
                                        "promised.column-published",
                                        "promised.column-lines")
                                .map(lines::say)
                                .toList(),
                        rows))));
    }

    /** One text, line by line; throws where there is none of that name. */
    List<FollowPage.Section> of(String document) {
        List<FollowUp.Passage> passages = Optional.ofNullable(documents().get(document))
                .orElseThrow(() -> new IllegalArgumentException("no such text: " + document));
        List<FollowPage.Section> sections = new ArrayList<>();
        sections.add(about(passages.getFirst()));
        passages.forEach(passage -> sections.add(section(passage)));
        return sections;
    }

    private FollowPage.Section about(FollowUp.Passage first) {
        return FollowPage.Section.of(
                lines.say("promised.the-text"),
                List.of(lines.say("promised.how-to-check")),
                List.of(new FollowPage.Cards(List.of(new FollowPage.Card(
                        FollowPage.Line.of(first.title()),
                        List.of(
                                fact("promised.column-publisher", first.publisher()),
                                fact(
                                        "promised.column-published",
                                        first.publishedOn().toString()),
                                fact("show.field.sha256", first.sha256().hex())))))));
    }

    private FollowPage.Fact fact(String label, String text) {
        return new FollowPage.Fact(lines.say(label), List.of(FollowPage.Line.of(text)));
    }

    private FollowPage.Section section(FollowUp.Passage passage) {
        return new FollowPage.Section(
                lines.say("promised.line", Integer.toString(passage.line())),
                Optional.of(FollowUpFields.paraphrase(passage, lines.phrases.language())),
                List.of(lines.say(
                        "promised.code-points",
                        Integer.toString(passage.start()),
                        Integer.toString(passage.end()))),
                passage.records().isEmpty()
                        ? List.of(new FollowPage.Gap(lines.say("promised.no-record")))
                        : List.of(records.table(
                                lines.say("promised.held-in", Integer.toString(passage.line())),
                                passage.register(),
                                passage.records())));
    }
}
