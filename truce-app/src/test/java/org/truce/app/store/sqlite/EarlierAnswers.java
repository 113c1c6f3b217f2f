package org.truce.app.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an earlier program answered, held against what is answered now. */
final class EarlierAnswers {
    private EarlierAnswers() {}

    /**
     * Which reports are one incident is judged better than it was. No report is lost by that, and
     * an incident of the same reports is told in the same words.
     */
    static void toldAlike(String before, String now) {
        // Members that came with decisions by people; and how likely an incident is one, and why.
        String decisions = ",\"decisions\":\\[],\"refuted\":\\[],\"apart\":\\[]";
        String linkage = ",\"members\":\\[[^]]*],\"probability\":[0-9.]+,\"why\":\\[[^]]*]";
        String since = before.contains("\"apart\"") ? "" : decisions;
        Map<String, String> then = byReports(before.replaceAll(linkage, ""));
        Map<String, String> later = byReports(now.replaceAll(since + linkage, ""));
        assertThat(reports(later)).isEqualTo(reports(then));
        List<String> same = then.keySet().stream().filter(later::containsKey).toList();
        assertThat(same).hasSizeGreaterThan(then.size() / 2);
        assertThat(same).allSatisfy(key -> assertThat(later.get(key)).isEqualTo(then.get(key)));
    }

    private static Map<String, String> byReports(String lines) {
        return lines.lines()
                .collect(Collectors.toMap(
                        line -> line.replaceAll(
                                ".*\"id\":\"(\\w+):.*\"reports\":\\[([^]]*)].*", "$1 $2"),
                        line -> line));
    }

    private static List<String> reports(Map<String, String> incidents) {
        return incidents.keySet().stream()
                .flatMap(key -> Stream.of(key.substring(key.indexOf(' ') + 1).split(",")))
                .sorted()
                .toList();
    }
}
