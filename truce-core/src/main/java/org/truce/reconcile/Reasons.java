package org.truce.reconcile;

import org.truce.base.Coded;
import org.truce.base.Period;
import org.truce.base.Phrase;
import org.truce.record.Entry;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why two reports stand in one incident, in words and numbers. A reason names no place, no actor
 * and no source, since a reader of the incident may not be entitled to them.
 */
final class Reasons {
    private Reasons() {}

    /** At least one reason: what joined the two, then all that they agree on. */
    static List<Phrase> list(Clusters.Joint joint, ZoneId zone) {
        Traits one = joint.one();
        Traits other = joint.other();
        List<Phrase> reasons = new ArrayList<>();
        switch (joint.by()) {
            case Clusters.By.Decision decision ->
                decision.decisions().forEach(by -> reasons.add(linked(by)));
            case Clusters.By.Mark mark ->
                reasons.add(Phrase.of("reconcile.marked-same", one.key().id()));
            case Clusters.By.Match(Comparison.Link link) -> {
                if (link == Comparison.Link.IF_NO_RIVAL) {
                    reasons.add(Phrase.of("reconcile.no-rival"));
                }
            }
        }
        one.lasted()
                .intersection(other.lasted())
                .ifPresent(common -> reasons.add(days(common, zone)));
        places(one, other).ifPresent(reasons::add);
        types(one, other).ifPresent(reasons::add);
        if (!Collections.disjoint(one.actors(), other.actors())) {
            reasons.add(Phrase.of("reconcile.same-actor"));
        } else if (one.actors().isEmpty() != other.actors().isEmpty()) {
            reasons.add(Phrase.of("reconcile.one-actor-unknown"));
        }
        numbers("killed", one.killed(), other.killed()).ifPresent(reasons::add);
        numbers("injured", one.injured(), other.injured()).ifPresent(reasons::add);
        numbers("count", one.count(), other.count()).ifPresent(reasons::add);
        return reasons;
    }

    private static Phrase linked(Entry.Decision by) {
        return Phrase.of("reconcile.decided-same", by.register(), by.on(), by.why());
    }

    private static Phrase days(Period common, ZoneId zone) {
        LocalDate first = common.from().atZone(zone).toLocalDate();
        LocalDate last = common.to().minusNanos(1).atZone(zone).toLocalDate();
        return first.equals(last)
                ? Phrase.of("reconcile.day", first)
                : Phrase.of("reconcile.days", first, last);
    }

    private static Optional<Phrase> places(Traits one, Traits other) {
        if (one.where().isPresent() && other.where().isPresent()) {
            double km = one.where().get().kmTo(other.where().get());
            double reachKm = Math.max(one.radiusKm(), other.radiusKm());
            return km <= reachKm
                    ? Optional.of(Phrase.of(
                            "reconcile.km-apart", figure("%.1f", km), figure("%.0f", reachKm)))
                    : Optional.empty();
        }
        return one.governorate().isPresent() && one.governorate().equals(other.governorate())
                ? Optional.of(Phrase.of("reconcile.same-governorate"))
                : Optional.empty();
    }

    private static Optional<Phrase> types(Traits one, Traits other) {
        Phrase type = type(one);
        if (one.report().type() == other.report().type()) {
            return Optional.of(Phrase.of("reconcile.same-type", type));
        }
        return one.report().type().group() == other.report().type().group()
                ? Optional.of(Phrase.of(
                        "reconcile.same-group", word("group", group(one)), type, type(other)))
                : Optional.of(Phrase.of("reconcile.types-differ", type, type(other)));
    }

    private static Optional<Phrase> numbers(
            String what, Optional<Range> one, Optional<Range> other) {
        return one.isPresent() && other.isPresent() && !one.get().contradicts(other.get())
                ? Optional.of(Phrase.of(
                        "reconcile." + what, one.get().text(), other.get().text()))
                : Optional.empty();
    }

    private static Phrase type(Traits report) {
        return word("type", report.report().type());
    }

    private static Coded group(Traits report) {
        return report.report().type().group();
    }

    private static Phrase word(String kind, Coded code) {
        return Phrase.of("reconcile." + kind + "." + code.code());
    }

    private static String figure(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
