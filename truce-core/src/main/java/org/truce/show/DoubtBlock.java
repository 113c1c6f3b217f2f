package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.assess.FigureText;
import org.truce.base.Phrases;
import org.truce.reconcile.Reconciler;
import org.truce.reconcile.ReportKey;
import org.truce.record.Entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Two reports of which it is in doubt whether they are about one incident, as a page shows them.
 *
 * @param names the reports, as a decision names them
 * @param reports what each says, as far as this reader may know it
 * @param probability in words
 * @param stands in words, whether they now stand in one incident
 * @param incidents in which they stand, by id
 * @param why what speaks for and against it, as far as this reader may know
 */
public record DoubtBlock(
        List<String> names,
        List<EntryView> reports,
        String probability,
        String stands,
        List<String> incidents,
        String why) {

    /** The first {@code most}, those with most at stake first. */
    public static List<DoubtBlock> list(
            Evidence evidence, int most, Disclosure disclosure, Phrases phrases) {
        Map<ReportKey, Entry.Report> reports = new HashMap<>();
        evidence.known()
                .list(Entry.Report.class)
                .forEach(report -> reports.put(ReportKey.of(report), report));
        return evidence.listDoubts().stream()
                .limit(most)
                .map(doubt -> of(doubt, reports, evidence, new LinkWords(disclosure, phrases)))
                .toList();
    }

    private static DoubtBlock of(
            Reconciler.Doubt doubt,
            Map<ReportKey, Entry.Report> reports,
            Evidence evidence,
            LinkWords words) {
        Phrases phrases = words.phrases();
        Entry.Report one = Objects.requireNonNull(reports.get(doubt.link().one()));
        Entry.Report other = Objects.requireNonNull(reports.get(doubt.link().other()));
        List<String> incidents = DoubtView.listIncidents(doubt, evidence);
        return new DoubtBlock(
                List.of(doubt.link().one().text(), doubt.link().other().text()),
                Stream.of(one, other)
                        .map(report -> EntryView.of(report, words.disclosure(), phrases))
                        .toList(),
                phrases.say("show.doubt-probability", FigureText.percent(doubt.probability())),
                phrases.say(incidents.size() == 1 ? "show.doubt-together" : "show.doubt-apart"),
                incidents,
                phrases.say("show.doubt-why", words.say(one, other, doubt.link().because())));
    }
}
