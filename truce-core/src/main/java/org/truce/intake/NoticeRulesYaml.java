package org.truce.intake;

import org.snakeyaml.engine.v2.nodes.Node;
import org.truce.record.FollowUp;
import org.truce.record.NoticePlace;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** By when answers to notices are due; docs/reference/formats.md shows the form. */
final class NoticeRulesYaml {
    private static final List<String> KEYS =
            List.of("truce-notice-rules", "from", "answer-days", "remind-days", "ladder");
    private static final List<String> SEVERITIES = List.of("minor", "serious", "grave");

    private final YamlProblems problems;
    private final Delivery delivery;

    private NoticeRulesYaml(YamlProblems problems, Delivery delivery) {
        this.problems = problems;
        this.delivery = delivery;
    }

    static void read(InputStream utf8, Delivery delivery) {
        YamlDocument.read(
                utf8,
                delivery,
                (root, problems) -> new NoticeRulesYaml(problems, delivery)
                        .rules(root).stream().toList());
    }

    private Optional<FollowUp.NoticeRules> rules(Node root) {
        YamlMap map = YamlMap.open(root, KEYS, List.of("place"), problems);
        map.requireVersion("truce-notice-rules");
        Optional<LocalDate> from = map.findDate("from");
        OptionalInt remind = map.findCount("remind-days");
        YamlMap answer = map.open("answer-days", SEVERITIES, List.of());
        OptionalInt minor = answer.findCount("minor");
        OptionalInt serious = answer.findCount("serious");
        OptionalInt grave = answer.findCount("grave");
        List<FollowUp.NoticeRules.Rung> ladder = ladder(map);
        Optional<NoticePlace> place = map.findCode("place", NoticePlace.class);
        if (from.isEmpty() || !problems.none()) {
            return Optional.empty();
        }
        return Optional.of(new FollowUp.NoticeRules(
                delivery.register(),
                "rules-" + from.get(),
                delivery.entered(YamlProblems.line(root)),
                from.get(),
                new FollowUp.NoticeRules.AnswerDays(
                        minor.getAsInt(), serious.getAsInt(), grave.getAsInt()),
                remind.getAsInt(),
                ladder,
                place));
    }

    private List<FollowUp.NoticeRules.Rung> ladder(YamlMap map) {
        List<FollowUp.NoticeRules.Rung> ladder = new ArrayList<>();
        int before = 0;
        for (Node item : map.list("ladder", 1)) {
            YamlMap rung = YamlMap.open(item, List.of("after-days", "to"), List.of(), problems);
            int days = rung.findCount("after-days").orElse(before + 1);
            if (days <= before) {
                problems.add(
                        item,
                        "after-days",
                        "%d is not after %d".formatted(days, before),
                        "put the ladder in order: each level some days after the one before");
                continue;
            }
            before = days;
            ladder.add(new FollowUp.NoticeRules.Rung(days, rung.text("to")));
        }
        return ladder;
    }
}
