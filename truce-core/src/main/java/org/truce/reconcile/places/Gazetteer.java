package org.truce.reconcile.places;

import org.truce.base.LatLon;
import org.truce.base.Phrase;
import org.truce.base.PlacePrecision;
import org.truce.reconcile.places.GazetteerPlace.Kind;
import org.truce.reconcile.places.PlaceWords.Grade;
import org.truce.reconcile.places.PlaceWords.Likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Places and all their names. Immutable, and safe for many threads. A search looks at every name:
 * some milliseconds for ten thousand places, so ask once for each text.
 */
public final class Gazetteer {
    private static final int MOST_CANDIDATES = 10;

    /** A name less close than this is no candidate. */
    private static final double CLOSE_FROM = 0.4;

    /** Nor is one whose score is less than this part of the best's. */
    private static final double PART_OF_BEST = 0.5;

    /** Among many thousand names some sound alike by chance: the same name comes well before. */
    private static final int CLOSENESS_COUNTS = 3;

    private static final double FIRM_FROM = 0.9;
    private static final double SPELLED_OTHERWISE = 0.93;
    private static final double ONLY_A_PART = 0.8;
    private static final String OUTSIDE_KEY = "places.why-outside";
    private static final double OUTSIDE = 0.5;
    private static final double LARGER_ONLY = 0.6;
    private static final double IMPORTANCE_COUNTS = 0.3;
    private static final double FAR_AWAY = 0.4;
    private static final double NEAR_KM = 50;
    private static final double APART_KM = 50;

    private final List<Named> places;

    /** Names are made ready when first they may matter: all at once would take a second or more. */
    private final Map<String, PlaceWords> ready = new ConcurrentHashMap<>();

    private Gazetteer(List<Named> places) {
        this.places = List.copyOf(places);
    }

    /** @param letters of each name, {@link RoughLetters} */
    private record Named(GazetteerPlace place, int[] letters) {
        static Named of(GazetteerPlace place) {
            return new Named(
                    place, place.names().stream().mapToInt(RoughLetters::of).toArray());
        }
    }

    /** @param near a point that the place should be near to */
    private record Wanted(Optional<LatLon> near, List<String> larger) {}

    /**
     * @param placeLines nine columns parted by tabs: id, name, other names parted by commas,
     *     latitude, longitude, GeoNames feature code, country, division, population
     * @param divisionLines three columns: country and division parted by a dot, name, Arabic name
     * @throws IllegalArgumentException for a line that is not so, naming it
     */
    public static Gazetteer of(Collection<String> placeLines, Collection<String> divisionLines) {
        return new Gazetteer(GazetteerLines.read(placeLines, divisionLines).stream()
                .map(Named::of)
                .toList());
    }

    List<GazetteerPlace> listPlaces() {
        return places.stream().map(Named::place).toList();
    }

    /**
     * The places that a text may mean, the best first. "near X", "north of X", "X countryside",
     * "between X and Y" and "X governorate" are understood in both languages; a larger place may
     * stand in brackets or after a comma.
     *
     * @param near places near to it rank higher; none is left out
     * @param admin a division or country, by name or code; places outside rank lower
     */
    public PlaceSearch find(String text, Optional<LatLon> near, Optional<String> admin) {
        PlaceQuery query = PlaceQuery.of(text);
        List<String> larger = new ArrayList<>(query.larger());
        admin.ifPresent(larger::add);
        Wanted wanted = new Wanted(near, larger);
        List<Candidate> found = query.relation() == Relation.BETWEEN
                ? between(query, wanted)
                : related(query, query.names().getFirst(), wanted);
        if (!query.larger().isEmpty() && found.stream().noneMatch(Gazetteer::isInside)) {
            found.addAll(largerOnly(query, near, admin));
        }
        return PlaceSearch.of(query.relation(), best(found));
    }

    private static boolean isInside(Candidate candidate) {
        return candidate.why().stream().noneMatch(why -> why.key().equals(OUTSIDE_KEY));
    }

    private static List<Candidate> best(List<Candidate> found) {
        List<Candidate> sorted = found.stream()
                .sorted(Comparator.comparingDouble(Candidate::score)
                        .reversed()
                        .thenComparing(one -> one.places().getFirst().id()))
                .limit(MOST_CANDIDATES)
                .toList();
        return sorted.stream()
                .filter(one -> one.score() >= PART_OF_BEST * sorted.getFirst().score())
                .toList();
    }

    /** What says countryside may be a name: Rif Dimashq is a governorate. */
    private List<Candidate> related(PlaceQuery query, String name, Wanted wanted) {
        Relation relation = query.relation();
        if (relation == Relation.COUNTRYSIDE) {
            PlaceWords whole = words("rif " + name);
            List<Candidate> divisions = places.stream()
                    .filter(named -> named.place().kind() == Kind.DIVISION)
                    .filter(named -> isSameName(nearest(whole, named)))
                    .map(named -> candidate(named, new Likeness(Grade.SAME, 1), relation, wanted))
                    .toList();
            if (!divisions.isEmpty()) {
                return new ArrayList<>(divisions);
            }
        }
        return named(name, relation, wanted);
    }

    private static boolean isSameName(Likeness likeness) {
        return likeness.grade() == Grade.SAME || likeness.grade() == Grade.VARIANT;
    }

    private List<Candidate> named(String name, Relation relation, Wanted wanted) {
        PlaceWords asked = PlaceWords.of(name);
        List<Candidate> found = new ArrayList<>();
        for (Named named : places) {
            boolean division = named.place().kind() == Kind.DIVISION;
            if (division == (relation == Relation.GOVERNORATE)) {
                Likeness best = nearest(asked, named);
                if (best.closeness() >= CLOSE_FROM && best.grade().compareTo(Grade.PART) <= 0) {
                    found.add(candidate(named, best, relation, wanted));
                }
            }
        }
        return found;
    }

    private Likeness nearest(PlaceWords asked, Named named) {
        Likeness best = new Likeness(Grade.DIFFERENT, 0);
        List<String> names = named.place().names();
        for (int i = 0; i < names.size(); i++) {
            if (RoughLetters.mayBeNear(asked, named.letters()[i])) {
                Likeness likeness = asked.likeness(words(names.get(i)));
                int byGrade = best.grade().compareTo(likeness.grade());
                if (byGrade > 0 || (byGrade == 0 && likeness.closeness() > best.closeness())) {
                    best = likeness;
                }
            }
        }
        return best;
    }

    private PlaceWords words(String name) {
        return ready.computeIfAbsent(name, PlaceWords::of);
    }

    private Candidate candidate(Named named, Likeness likeness, Relation relation, Wanted wanted) {
        GazetteerPlace place = named.place();
        List<Phrase> why = new ArrayList<>();
        double score = Math.pow(likeness.closeness(), CLOSENESS_COUNTS);
        switch (likeness.grade()) {
            case SAME -> why.add(Phrase.of("places.why-same"));
            case VARIANT -> {
                why.add(Phrase.of("places.why-variant"));
                score *= SPELLED_OTHERWISE;
            }
            case PART, DIFFERENT, UNKNOWN -> {
                why.add(Phrase.of("places.why-part"));
                score *= ONLY_A_PART;
            }
        }
        score *= 1 - IMPORTANCE_COUNTS * (1 - place.importance());
        boolean outside = false;
        for (String larger : wanted.larger()) {
            boolean inside = liesIn(place, larger);
            outside |= !inside;
            why.add(Phrase.of(inside ? "places.why-inside" : OUTSIDE_KEY, larger));
            score *= inside ? 1 : OUTSIDE;
        }
        Optional<Double> km = wanted.near().map(place.point()::kmTo);
        if (km.isPresent()) {
            why.add(Phrase.of("places.why-km", String.format(Locale.ROOT, "%.0f", km.get())));
            score *= FAR_AWAY + (1 - FAR_AWAY) * Math.exp(-km.get() / NEAR_KM);
        }
        if (relation != Relation.AT) {
            why.add(Phrase.of("places.relation." + relation.code()));
        }
        PlacePrecision precision =
                place.kind() == Kind.DIVISION ? PlacePrecision.GOVERNORATE : relation.precision();
        boolean known = !wanted.larger().isEmpty()
                || km.filter(distance -> distance <= NEAR_KM).isPresent();
        return new Candidate(
                List.of(place),
                place.point(),
                precision,
                score,
                likeness.closeness(),
                km,
                outside || !isFirm(likeness, known),
                why);
    }

    /** @param known whether something else says that it lies there */
    private static boolean isFirm(Likeness likeness, boolean known) {
        return switch (likeness.grade()) {
            case SAME -> true;
            case VARIANT -> known && likeness.closeness() >= FIRM_FROM;
            case PART, DIFFERENT, UNKNOWN -> false;
        };
    }

    /** In the division or country of that name or code, or near a place of that name: a quarter. */
    private boolean liesIn(GazetteerPlace place, String larger) {
        String code = larger.strip().toUpperCase(Locale.ROOT);
        if (code.equals(place.country())
                || place.parent().filter(parent -> parent.code().equals(code)).isPresent()) {
            return true;
        }
        List<String> names = new ArrayList<>();
        names.add(countryName(place.country(), "en"));
        names.add(countryName(place.country(), "ar"));
        place.parent().ifPresent(parent -> {
            names.add(parent.name());
            parent.arabic().ifPresent(names::add);
        });
        if (place.kind() == Kind.DIVISION) {
            names.addAll(place.names());
        }
        PlaceQuery query = PlaceQuery.of(larger);
        // "Daraa governorate" is Daraa; Rif Dimashq is not Dimashq.
        PlaceWords asked =
                words(query.relation() == Relation.GOVERNORATE ? query.names().getFirst() : larger);
        return names.stream().anyMatch(name -> isSameName(words(name).likeness(asked)));
    }

    /**
     * A country's name by its two letters, in English or Arabic; the letters where there is none.
     */
    public static String countryName(String country, String language) {
        return Locale.of("", country).getDisplayCountry(Locale.forLanguageTag(language));
    }

    private List<Candidate> between(PlaceQuery query, Wanted wanted) {
        List<Candidate> pairs = new ArrayList<>();
        for (Candidate one : best(named(query.names().get(0), Relation.BETWEEN, wanted))) {
            for (Candidate other : best(named(query.names().get(1), Relation.BETWEEN, wanted))) {
                double km = one.point().kmTo(other.point());
                if (km > 0) {
                    pairs.add(pair(one, other, km));
                }
            }
        }
        return pairs;
    }

    /** Who speaks of the stretch between two places means two that are not far apart. */
    private static Candidate pair(Candidate one, Candidate other, double apartKm) {
        List<GazetteerPlace> both = new ArrayList<>(one.places());
        both.addAll(other.places());
        LatLon a = one.point();
        LatLon b = other.point();
        LatLon midway = new LatLon(
                (a.latDegrees() + b.latDegrees()) / 2, (a.lonDegrees() + b.lonDegrees()) / 2);
        List<Phrase> why = new ArrayList<>(one.why());
        why.add(Phrase.of("places.why-apart", String.format(Locale.ROOT, "%.0f", apartKm)));
        return new Candidate(
                both,
                midway,
                precision(apartKm / 2),
                Math.sqrt(one.score() * other.score()) / (1 + apartKm / APART_KM),
                Math.min(one.closeness(), other.closeness()),
                one.km(),
                one.doubtful() || other.doubtful(),
                why);
    }

    private static PlacePrecision precision(double radiusKm) {
        return radiusKm <= PlacePrecision.DISTRICT.radiusKm()
                ? PlacePrecision.DISTRICT
                : radiusKm <= PlacePrecision.GOVERNORATE.radiusKm()
                        ? PlacePrecision.GOVERNORATE
                        : PlacePrecision.COUNTRY;
    }

    /** The place itself is not in the gazetteer, but the text says in which larger one it lies. */
    private List<Candidate> largerOnly(
            PlaceQuery query, Optional<LatLon> near, Optional<String> admin) {
        Wanted wanted = new Wanted(near, admin.stream().toList());
        List<Candidate> found = new ArrayList<>();
        for (String larger : query.larger()) {
            PlaceQuery asked = PlaceQuery.of(larger);
            for (Candidate one : named(asked.names().getFirst(), asked.relation(), wanted)) {
                List<Phrase> why = new ArrayList<>(List.of(Phrase.of("places.why-larger", larger)));
                why.addAll(one.why());
                PlacePrecision precision = one.precision().compareTo(PlacePrecision.DISTRICT) < 0
                        ? PlacePrecision.DISTRICT
                        : one.precision();
                found.add(new Candidate(
                        one.places(),
                        one.point(),
                        precision,
                        one.score() * LARGER_ONLY,
                        one.closeness(),
                        one.km(),
                        true,
                        why));
            }
        }
        return found;
    }
}
