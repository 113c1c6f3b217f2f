package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.assess.FigureText;
import org.truce.base.Phrases;
import org.truce.reconcile.ReportKey;
import org.truce.record.Entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two reports of which it is in doubt whether they are about one incident, as a page shows them.
 *
 * @param names the reports, as a decision names them
 * @param reports what each says, as far as this reader may know it
 * @param probability in words
 * @param stands in words, whether they now stand in one incident
 * @param incidents in which they stand, by id
 */
public record DoubtBlock(
        List<String> names,
        List<EntryView> reports,
        String probability,
        String stands,
        List<String> incidents) {

    /** The first {@code most}, those with most at stake first. */
    public static List<DoubtBlock> list(
            Evidence evidence, int most, Disclosure disclosure, Phrases phrases) {
        Map<String, Entry.Report> reports = new HashMap<>();
        evidence.known()
                .list(Entry.Report.class)
                .forEach(report -> reports.put(ReportKey.of(report).text(), report));
        return evidence.listDoubts().stream()
                .limit(most)
                .map(doubt -> DoubtView.of(doubt, evidence))
                .map(doubt -> new DoubtBlock(
                        List.of(doubt.one(), doubt.other()),
                        List.of(doubt.one(), doubt.other()).stream()
                                .flatMap(name -> Optional.ofNullable(reports.get(name)).stream())
                                .map(report -> EntryView.of(report, disclosure, phrases))
                                .toList(),
                        phrases.say(
                                "show.doubt-probability", FigureText.percent(doubt.probability())),
                        phrases.say(
                                doubt.incidents().size() == 1
                                        ? "show.doubt-together"
                                        : "show.doubt-apart"),
                        doubt.incidents()))
                .toList();
    }
}
