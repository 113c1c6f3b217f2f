package org.truce.intake;

import org.snakeyaml.engine.v2.nodes.Node;
import org.truce.base.Hash;
import org.truce.record.Agreement.Words;
import org.truce.record.EntryRef;
import org.truce.record.FollowUp;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A published text sentence by sentence, in our words, with the entries that hold what it says;
 * docs/reference/formats.md shows the form.
 */
final class ArticleYaml {
    private static final List<String> KEYS =
            List.of("truce-article", "id", "title", "publisher", "published", "sha256", "lines");
    private static final String SHA256 = "[0-9a-f]{64}";

    private final YamlProblems problems;
    private final Delivery delivery;

    private ArticleYaml(YamlProblems problems, Delivery delivery) {
        this.problems = problems;
        this.delivery = delivery;
    }

    static void read(InputStream utf8, Delivery delivery) {
        YamlDocument.read(
                utf8,
                delivery,
                (root, problems) -> new ArticleYaml(problems, delivery).passages(root));
    }

    private List<FollowUp.Passage> passages(Node root) {
        YamlMap map = YamlMap.open(root, KEYS, List.of(), problems);
        map.requireVersion("truce-article");
        Optional<LocalDate> published = map.findDate("published");
        String sha256 = map.text("sha256");
        if (!sha256.matches(SHA256)) {
            problems.add(
                    root,
                    "sha256",
                    "'%s' is not a SHA-256 value".formatted(sha256),
                    "write the 64 digits that sha256sum prints for the text's file");
        }
        List<FollowUp.Passage> passages = new ArrayList<>();
        int number = 0;
        int after = 0;
        for (Node item : map.list("lines", 1)) {
            number++;
            Optional<Line> line = line(item, after);
            if (line.isPresent() && published.isPresent() && problems.none()) {
                after = line.get().end();
                passages.add(passage(map, published.get(), new Hash(sha256), number, line.get()));
            }
        }
        return passages;
    }

    private record Line(
            Node at, int start, int end, Map<String, String> paraphrase, List<String> records) {}

    /**
     * Empty where something is wrong, which is noted.
     *
     * @param after where the sentence before ends
     */
    private Optional<Line> line(Node item, int after) {
        YamlMap line = YamlMap.open(
                item, List.of("start", "end", "paraphrase", "records"), List.of(), problems);
        OptionalInt start = line.findPlace("start");
        OptionalInt end = line.findPlace("end");
        Words paraphrase = line.words("paraphrase");
        List<String> records = line.texts("records", 1);
        for (String record : records) {
            if (EntryRef.find(record).isEmpty()) {
                problems.add(
                        item,
                        "records",
                        "'%s' does not name an entry".formatted(record),
                        "write kind:id, for example statement:S-5a03a9e6c1");
            }
        }
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        if (start.getAsInt() < after || end.getAsInt() <= start.getAsInt()) {
            problems.add(
                    item,
                    "start",
                    "%d to %d does not follow %d"
                            .formatted(start.getAsInt(), end.getAsInt(), after),
                    "put the sentences in order, each from its first code point to behind its"
                            + " last");
            return Optional.empty();
        }
        Map<String, String> words = new LinkedHashMap<>();
        words.put("en", paraphrase.en());
        paraphrase.ar().ifPresent(ar -> words.put("ar", ar));
        return Optional.of(new Line(item, start.getAsInt(), end.getAsInt(), words, records));
    }

    private FollowUp.Passage passage(
            YamlMap map, LocalDate published, Hash sha256, int number, Line line) {
        return new FollowUp.Passage(
                delivery.register(),
                "%s-%d".formatted(map.id("id"), number),
                delivery.entered(YamlProblems.line(line.at())),
                map.id("id"),
                map.text("title"),
                map.text("publisher"),
                published,
                sha256,
                number,
                line.start(),
                line.end(),
                line.paraphrase(),
                line.records());
    }
}
