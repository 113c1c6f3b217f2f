package org.truce.reconcile;

import org.truce.base.Coded;
import org.truce.base.EventType;
import org.truce.base.Period;
import org.truce.base.Phrase;
import org.truce.reconcile.linkage.Evidence;
import org.truce.record.Entry;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Why two reports stand in one incident, in words and numbers. A reason names no place, no actor
 * and no source, since a reader of the incident may not be entitled to them.
 */
public final class Reasons {
    private static final String KM_APART = "reconcile.km-apart";
    private static final String SAME_GOVERNORATE = "reconcile.same-governorate";
    private static final String NO_POINT = "reconcile.no-point";

    /** Keys of what is said of two places. */
    public static final Set<String> OF_PLACES = Set.of(KM_APART, SAME_GOVERNORATE, NO_POINT);

    private static final String SAME_NAME = "reconcile.same-name";
    private static final String NAMES_DIFFER = "reconcile.names-differ";
    private static final String WORDS = "reconcile.words";

    /** Keys of what is said of the words of two reports. */
    public static final Set<String> OF_WORDS = Set.of(SAME_NAME, NAMES_DIFFER, WORDS);

    private Reasons() {}

    /** At least one reason: what joined the two, then each thing that was compared. */
    static List<Phrase> list(Clusters.Joint joint, ZoneId zone) {
        return switch (joint.by()) {
            case Clusters.By.Decision decision ->
                decision.decisions().stream().map(Reasons::linked).toList();
            case Clusters.By.Mark mark ->
                List.of(Phrase.of("reconcile.marked-same", joint.one().key().id()));
            case Clusters.By.Repeat repeat -> List.of(Phrase.of("reconcile.why.repeats"));
            case Clusters.By.Weighed weighed -> weighed(joint, weighed, zone);
        };
    }

    private static Phrase linked(Entry.Decision by) {
        return Phrase.of("reconcile.decided-same", by.register(), by.on(), by.why());
    }

    private static List<Phrase> weighed(
            Clusters.Joint joint, Clusters.By.Weighed weighed, ZoneId zone) {
        Traits one = joint.one();
        Traits other = joint.other();
        Evidence evidence = weighed.evidence();
        List<Phrase> reasons = new ArrayList<>();
        reasons.add(Odds.before(evidence));
        reasons.add(Odds.times(days(one, other, zone), evidence.days()));
        reasons.add(Odds.times(places(one, other), evidence.place()));
        for (int i = 0; i < weighed.fields().size(); i++) {
            double log = evidence.codes()[i];
            said(weighed.fields().get(i), one, other)
                    .ifPresent(said -> reasons.add(Odds.times(said, log)));
        }
        if (evidence.names() != 0) {
            reasons.add(Odds.times(
                    Phrase.of(evidence.names() > 0 ? SAME_NAME : NAMES_DIFFER), evidence.names()));
        }
        if (evidence.texts() != 0) {
            reasons.add(Odds.times(Phrase.of(WORDS), evidence.texts()));
        }
        Odds.company(evidence).ifPresent(reasons::add);
        reasons.add(Odds.together(evidence));
        return reasons;
    }

    private static Phrase days(Traits one, Traits other, ZoneId zone) {
        return one.lasted()
                .intersection(other.lasted())
                .map(common -> days(common, zone))
                .orElseGet(() -> Phrase.of(
                        "reconcile.days-apart",
                        Math.max(
                                ChronoUnit.DAYS.between(one.lastDay(), other.firstDay()),
                                ChronoUnit.DAYS.between(other.lastDay(), one.firstDay()))));
    }

    private static Phrase days(Period common, ZoneId zone) {
        LocalDate first = common.from().atZone(zone).toLocalDate();
        LocalDate last = common.to().minusNanos(1).atZone(zone).toLocalDate();
        return first.equals(last)
                ? Phrase.of("reconcile.day", first)
                : Phrase.of("reconcile.days", first, last);
    }

    private static Phrase places(Traits one, Traits other) {
        boolean coarse =
                one.placePrecision().coarserThanTown() || other.placePrecision().coarserThanTown();
        if (coarse
                && one.governorate().isPresent()
                && one.governorate().equals(other.governorate())) {
            return Phrase.of(SAME_GOVERNORATE);
        }
        if (one.point().isEmpty() || other.point().isEmpty()) {
            return Phrase.of(NO_POINT);
        }
        double km = one.point().get().kmTo(other.point().get());
        return Phrase.of(KM_APART, String.format(Locale.ROOT, "%.1f", km));
    }

    /** What both say of it; empty where one of them says nothing. */
    private static Optional<Phrase> said(RegisterAccounts.Field field, Traits one, Traits other) {
        return switch (field) {
            case TYPE -> one.act().flatMap(type -> other.act().map(more -> types(type, more)));
            case ACTOR -> actors(one.actors(), other.actors());
            case KILLED -> numbers("killed", one.killed(), other.killed());
            case INJURED -> numbers("injured", one.injured(), other.injured());
            case COUNT -> numbers("count", one.count(), other.count());
            case HOUR ->
                one.hour().isPresent() && other.hour().isPresent()
                        ? Optional.of(Phrase.of(
                                "reconcile.hours",
                                one.hour().getAsInt(),
                                other.hour().getAsInt()))
                        : Optional.empty();
            case PLACE_NAME -> Optional.empty();
        };
    }

    private static Phrase types(EventType one, EventType other) {
        Phrase type = word("type", one);
        if (one == other) {
            return Phrase.of("reconcile.same-type", type);
        }
        return one.group() == other.group()
                ? Phrase.of(
                        "reconcile.same-group",
                        word("group", one.group()),
                        type,
                        word("type", other))
                : Phrase.of("reconcile.types-differ", type, word("type", other));
    }

    private static Optional<Phrase> actors(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Phrase.of(
                one.equals(other)
                        ? "reconcile.same-actor"
                        : Collections.disjoint(one, other)
                                ? "reconcile.actors-differ"
                                : "reconcile.actor-shared"));
    }

    private static Optional<Phrase> numbers(
            String what, Optional<Range> one, Optional<Range> other) {
        return one.flatMap(range ->
                other.map(more -> Phrase.of("reconcile." + what, range.text(), more.text())));
    }

    private static Phrase word(String kind, Coded code) {
        return Phrase.of("reconcile." + kind + "." + code.code());
    }
}
