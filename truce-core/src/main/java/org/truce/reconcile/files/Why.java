package org.truce.reconcile.files;

import org.truce.base.Phrase;
import org.truce.intake.PlainReport;
import org.truce.reconcile.Odds;
import org.truce.reconcile.Wordings;
import org.truce.reconcile.linkage.Evidence;
import org.truce.reconcile.linkage.Linkage;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why two rows are held to be about one incident: each thing compared, and by how much it
 * multiplies the odds.
 */
final class Why {
    private static final int MOST_WORDS = 4;

    private final Function<String, PlainReport> reports;
    private final Map<String, Function<PlainReport, Optional<String>>> fields;
    private final Wordings wordings;

    /** @param fields in the order of the codings */
    Why(
            Function<String, PlainReport> reports,
            Map<String, Function<PlainReport, Optional<String>>> fields,
            Wordings wordings) {
        this.reports = reports;
        this.fields = fields;
        this.wordings = wordings;
    }

    /** First the two rows, then each thing compared, then the odds. */
    List<Phrase> phrases(Linkage.Link link) {
        List<Phrase> phrases = new ArrayList<>();
        phrases.add(Phrase.of("reconcile.why.rows", link.one(), link.other()));
        link.evidence()
                .ifPresentOrElse(
                        evidence -> compared(link, evidence, phrases),
                        () -> phrases.add(Phrase.of("reconcile.why.repeats")));
        return phrases;
    }

    /** The same of two rows in doubt. */
    List<Phrase> phrases(Linkage.Doubt doubt) {
        return doubt.evidence().isEmpty()
                ? List.of(Phrase.of("reconcile.why.rows", doubt.one(), doubt.other()))
                : phrases(new Linkage.Link(doubt.one(), doubt.other(), doubt.evidence()));
    }

    /** Of a row that is another's text, word for word. */
    static List<Phrase> sameText(String one, String other) {
        return List.of(
                Phrase.of("reconcile.why.rows", one, other), Phrase.of("reconcile.why.same-text"));
    }

    private void compared(Linkage.Link link, Evidence evidence, List<Phrase> phrases) {
        PlainReport one = reports.apply(link.one());
        PlainReport other = reports.apply(link.other());
        phrases.add(Odds.before(evidence));
        if (one.point().isPresent() && other.point().isPresent()) {
            phrases.add(Phrase.of(
                    "reconcile.why.apart",
                    String.format(
                            Locale.ROOT,
                            "%.1f",
                            one.point().get().kmTo(other.point().get())),
                    Odds.factor(evidence.place())));
        } else {
            phrases.add(Phrase.of("reconcile.why.no-point", Odds.factor(evidence.place())));
        }
        long days = days(one, other);
        phrases.add(
                days == 0
                        ? Phrase.of("reconcile.why.same-day", Odds.factor(evidence.days()))
                        : Phrase.of(
                                "reconcile.why.days-apart", days, Odds.factor(evidence.days())));
        int field = 0;
        for (Function<PlainReport, Optional<String>> shown : fields.values()) {
            double codes = evidence.codes()[field++];
            say(shown.apply(one), shown.apply(other), codes, phrases);
        }
        if (evidence.names() != 0) {
            say(one.place(), other.place(), evidence.names(), phrases);
        }
        if (evidence.texts() != 0 && one.text().isPresent() && other.text().isPresent()) {
            phrases.add(words(one.text().get(), other.text().get(), evidence.texts()));
        }
        Odds.company(evidence).ifPresent(phrases::add);
        phrases.add(Odds.together(evidence));
    }

    private static void say(
            Optional<String> one, Optional<String> other, double log, List<Phrase> phrases) {
        if (one.isPresent() && other.isPresent()) {
            phrases.add(
                    one.equals(other)
                            ? Phrase.of("reconcile.why.both-say", one.get(), Odds.factor(log))
                            : Phrase.of(
                                    "reconcile.why.one-says",
                                    one.get(),
                                    other.get(),
                                    Odds.factor(log)));
        }
    }

    private Phrase words(String one, String other, double log) {
        Wordings.Common common = wordings.listShared(one, other, MOST_WORDS);
        if (common.words().isEmpty()) {
            return Phrase.of(
                    common.oneScript() ? "reconcile.why.no-word" : "reconcile.why.no-sound",
                    Odds.factor(log));
        }
        return Phrase.of(
                common.oneScript() ? "reconcile.why.words" : "reconcile.why.sounds",
                common.words().stream()
                        .map(shared -> shared.text(common.oneScript()))
                        .collect(Collectors.joining(", ")),
                Odds.factor(log));
    }

    /** Between the last possible day of the earlier and the first of the later; 0 if they meet. */
    private static long days(PlainReport one, PlainReport other) {
        return Math.max(
                0,
                Math.max(
                        ChronoUnit.DAYS.between(one.to(), other.from()),
                        ChronoUnit.DAYS.between(other.to(), one.from())));
    }
}
