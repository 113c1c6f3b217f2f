package org.truce.reconcile;

import org.truce.base.EventType;
import org.truce.base.LatLon;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;

/**
 * Whether two reports can be about one event, and how much speaks for it. The rules:
 *
 * <ul>
 *   <li><b>Time.</b> The times at which it may have been going on overlap, and the beginnings may
 *       lie less than a day apart.
 *   <li><b>Place.</b> Both know the town: the points lie within the coarser report's radius, or,
 *       when the names have nothing in common, within 1 km. One knows only a district or more: same
 *       governorate, names that have something in common (a report that knows only the governorate
 *       meets all in it), and stand-in points not further apart than the coarser radius. A country
 *       is no place.
 *   <li><b>Type.</b> The same; or the same group of acts, for acts of force. "Somebody was killed"
 *       and "civilians were attacked" name no weapon: they meet an act of force when both state
 *       killed and the figures overlap. {@code other} meets {@code other} alone.
 *   <li><b>Actor.</b> One named by both, or one report names none.
 *   <li><b>Numbers.</b> Killed, injured and shots counted do not contradict each other
 *       ({@link Range#contradicts}).
 * </ul>
 *
 * A pair that passes is possible; two groups may stand together only when all their pairs are. What
 * links two reports is more ({@link Match#link}).
 */
final class Comparison {
    /** A local day can have 23 hours; a whole day between two beginnings keeps them apart. */
    private static final Duration SHORTEST_DAY = Duration.ofHours(23);

    /**
     * From three on, the same number of people is seldom chance; shots are round guesses. Our
     * choice.
     */
    private static final int TELLING_FROM = 3;

    private static final double PARTS_OF_A_KM = 100;

    private Comparison() {}

    /** How near two types are, nearest first. */
    enum TypeMatch {
        SAME,
        SAME_GROUP,
        WEAPON_NOT_NAMED
    }

    /** What is enough to link a possible pair. */
    enum Link {
        /** Both know day and town, and the names are the same or one is withheld. */
        AGREEMENT,
        /** Less is known, but numbers agree. */
        NUMBER,
        /** Only if neither source has a second report that would fit as well. */
        IF_NO_RIVAL
    }

    /**
     * A possible pair, the smaller key first.
     *
     * @param km distance of the points, rounded to 10 m so that every machine sorts alike; none for
     *     stand-ins
     * @param actorShared whether both name an actor and it is the same
     * @param strength what the greedy order goes by, larger first; no unit, no probability
     */
    record Match(
            Traits one,
            Traits other,
            Optional<Double> km,
            PlaceName.Likeness names,
            TypeMatch type,
            boolean actorShared,
            double strength) {

        /**
         * In a week, in a governorate and between a city and its quarters much happens at once.
         * Where the day and the town are known and only the names differ in part, one number of
         * killed or injured that agrees is enough. Else type and a named actor must be the same,
         * and three or more killed, injured or, on a known day, shots agree; or day and name are
         * the same and there is no rival. Empty when that is not so.
         */
        Optional<Link> link() {
            boolean days = one.knowsDay() && other.knowsDay();
            if (km.isPresent() && days && one.report().type() != EventType.OTHER) {
                boolean sameName =
                        names == PlaceName.Likeness.SAME || names == PlaceName.Likeness.NOT_KNOWN;
                return sameName
                        ? Optional.of(Link.AGREEMENT)
                        : Optional.of(Link.NUMBER).filter(unless -> peopleAgree(1));
            }
            if (type != TypeMatch.SAME || !actorShared) {
                return Optional.empty();
            }
            if (peopleAgree(TELLING_FROM)
                    || (days && agrees(one.count(), other.count(), TELLING_FROM))) {
                return Optional.of(Link.NUMBER);
            }
            return days && names == PlaceName.Likeness.SAME
                    ? Optional.of(Link.IF_NO_RIVAL)
                    : Optional.empty();
        }

        private boolean peopleAgree(int from) {
            return agrees(one.killed(), other.killed(), from)
                    || agrees(one.injured(), other.injured(), from);
        }
    }

    /** Empty when the two cannot be about one event, or come from one source. */
    static Optional<Match> find(Traits a, Traits b) {
        if (a.source().equals(b.source()) || !timesMeet(a, b)) {
            return Optional.empty();
        }
        Optional<TypeMatch> type = types(a, b);
        if (type.isEmpty() || !actorsMeet(a, b) || contradict(a, b)) {
            return Optional.empty();
        }
        return a.key().compareTo(b.key()) < 0 ? places(a, b, type.get()) : places(b, a, type.get());
    }

    private static boolean timesMeet(Traits a, Traits b) {
        if (!a.lasted().overlaps(b.lasted())) {
            return false;
        }
        Instant later = a.begun().from().isAfter(b.begun().from())
                ? a.begun().from()
                : b.begun().from();
        Instant earlierEnds = a.begun().to().isBefore(b.begun().to())
                ? a.begun().to()
                : b.begun().to();
        return Duration.between(earlierEnds, later).compareTo(SHORTEST_DAY) < 0;
    }

    private static Optional<TypeMatch> types(Traits a, Traits b) {
        EventType one = a.report().type();
        EventType other = b.report().type();
        if (one == other) {
            return Optional.of(TypeMatch.SAME);
        }
        if (!force(one) || !force(other)) {
            return Optional.empty();
        }
        if (one.group() == other.group()) {
            return Optional.of(TypeMatch.SAME_GROUP);
        }
        boolean sameDead = a.killed().isPresent()
                && b.killed().isPresent()
                && Math.min(a.killed().get().high(), b.killed().get().high()) > 0
                && a.killed().get().overlaps(b.killed().get());
        return sameDead && (namesNoWeapon(one) || namesNoWeapon(other))
                ? Optional.of(TypeMatch.WEAPON_NOT_NAMED)
                : Optional.empty();
    }

    /** Inside the other groups the types are opposites (aid delivered, access denied) or unlike. */
    private static boolean force(EventType type) {
        return switch (type.group()) {
            case AIR_ATTACK, SHELLING, GROUND_FIRE, EXPLOSIVE_DEVICE, TARGETED_KILLING -> true;
            case VIOLENCE_AGAINST_CIVILIANS, FORCE_UNSPECIFIED -> true;
            case OVERFLIGHT, MOVEMENT, ACCESS, DETENTION, UNSPECIFIED -> false;
        };
    }

    private static boolean namesNoWeapon(EventType type) {
        return type == EventType.LETHAL_EVENT || type == EventType.VIOLENCE_AGAINST_CIVILIANS;
    }

    private static boolean actorsMeet(Traits a, Traits b) {
        return a.actors().isEmpty() || b.actors().isEmpty() || actorShared(a, b);
    }

    private static boolean actorShared(Traits a, Traits b) {
        return !Collections.disjoint(a.actors(), b.actors());
    }

    private static boolean contradict(Traits a, Traits b) {
        return contradict(a.killed(), b.killed())
                || contradict(a.injured(), b.injured())
                || contradict(a.count(), b.count());
    }

    private static boolean contradict(Optional<Range> one, Optional<Range> other) {
        return one.isPresent() && other.isPresent() && one.get().contradicts(other.get());
    }

    private static Optional<Match> places(Traits one, Traits other, TypeMatch type) {
        PlaceName.Likeness names = one.placeName()
                .flatMap(name -> other.placeName().map(name::likeness))
                .orElse(PlaceName.Likeness.NOT_KNOWN);
        if (!one.knowsTown() || !other.knowsTown()) {
            return standInsMeet(one, other, names)
                    ? Optional.of(match(one, other, Optional.empty(), names, type))
                    : Optional.empty();
        }
        if (one.where().isEmpty() || other.where().isEmpty()) {
            return Optional.empty();
        }
        double km = one.where().get().kmTo(other.where().get());
        double reachKm = names == PlaceName.Likeness.DIFFERENT
                ? PlacePrecision.EXACT.radiusKm()
                : Math.max(one.radiusKm(), other.radiusKm());
        return km <= reachKm
                ? Optional.of(match(one, other, Optional.of(km), names, type))
                : Optional.empty();
    }

    private static boolean standInsMeet(Traits one, Traits other, PlaceName.Likeness names) {
        if (one.governorate().isEmpty()
                || !one.governorate().equals(other.governorate())
                || one.placePrecision() == PlacePrecision.COUNTRY
                || other.placePrecision() == PlacePrecision.COUNTRY) {
            return false;
        }
        Optional<LatLon> from = one.where().or(one::standIn);
        Optional<LatLon> to = other.where().or(other::standIn);
        boolean apart = from.isPresent()
                && to.isPresent()
                && from.get().kmTo(to.get()) > Math.max(one.radiusKm(), other.radiusKm());
        boolean something = names == PlaceName.Likeness.SAME || names == PlaceName.Likeness.PART;
        return !apart && (something || saysGovernorateOnly(one) || saysGovernorateOnly(other));
    }

    private static boolean saysGovernorateOnly(Traits report) {
        return report.placePrecision() == PlacePrecision.GOVERNORATE;
    }

    private static Match match(
            Traits one,
            Traits other,
            Optional<Double> exactKm,
            PlaceName.Likeness names,
            TypeMatch type) {
        Optional<Double> km =
                exactKm.map(value -> Math.round(value * PARTS_OF_A_KM) / PARTS_OF_A_KM);
        boolean actorShared = actorShared(one, other);
        double strength = timeStrength(one, other)
                + km.map(value -> 2 - value / PlacePrecision.TOWN.radiusKm()).orElse(0.0)
                + (names == PlaceName.Likeness.SAME ? 1 : 0)
                + typeStrength(type)
                + (actorShared ? 2 : 0)
                + numberStrength(one, other);
        return new Match(one, other, km, names, type, actorShared, strength);
    }

    private static double timeStrength(Traits one, Traits other) {
        double known = exactness(one) + exactness(other);
        return one.begun().overlaps(other.begun()) ? known + 1 : known;
    }

    private static double exactness(Traits report) {
        TimePrecision precision = report.report().account().occurred().precision();
        return switch (precision) {
            case HOUR -> 2;
            case DAY -> 1;
            case WEEK, MONTH, LONGER -> 0;
        };
    }

    private static double typeStrength(TypeMatch type) {
        return switch (type) {
            case SAME -> 2;
            case SAME_GROUP -> 1;
            case WEAPON_NOT_NAMED -> 0.5;
        };
    }

    private static double numberStrength(Traits one, Traits other) {
        return (agrees(one.killed(), other.killed(), 1) ? 2 : 0)
                + (agrees(one.injured(), other.injured(), 1) ? 1 : 0)
                + (agrees(one.count(), other.count(), 1) ? 1 : 0);
    }

    static boolean agrees(Optional<Range> one, Optional<Range> other, int from) {
        return one.isPresent()
                && other.isPresent()
                && one.get().overlaps(other.get())
                && Math.min(one.get().low(), other.get().low()) >= from;
    }
}
