package org.truce.reconcile.files;

import org.truce.base.Phrase;
import org.truce.intake.PlainReport;
import org.truce.reconcile.Odds;
import org.truce.reconcile.linkage.Evidence;
import org.truce.reconcile.linkage.Linkage;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Why two rows are held to be about one incident: each thing compared, and by how much it
 * multiplies the odds.
 */
final class Why {
    private final Function<String, PlainReport> reports;
    private final Map<String, Function<PlainReport, Optional<String>>> fields;

    /** @param fields in the order of the codings */
    Why(
            Function<String, PlainReport> reports,
            Map<String, Function<PlainReport, Optional<String>>> fields) {
        this.reports = reports;
        this.fields = fields;
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
            Optional<String> ofOne = shown.apply(one);
            Optional<String> ofOther = shown.apply(other);
            if (ofOne.isPresent() && ofOther.isPresent()) {
                phrases.add(
                        ofOne.equals(ofOther)
                                ? Phrase.of(
                                        "reconcile.why.both-say", ofOne.get(), Odds.factor(codes))
                                : Phrase.of(
                                        "reconcile.why.one-says",
                                        ofOne.get(),
                                        ofOther.get(),
                                        Odds.factor(codes)));
            }
        }
        Odds.company(evidence).ifPresent(phrases::add);
        phrases.add(Odds.together(evidence));
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
