package org.truce.reconcile.places;

import org.truce.base.Coded;
import org.truce.base.LatLon;
import org.truce.reconcile.places.PlaceWords.Likeness;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A place of a gazetteer.
 *
 * @param id the gazetteer's own, for a settlement a GeoNames id; for a division COUNTRY.CODE
 * @param name as the gazetteer writes it in Latin letters
 * @param names all names by which it is found, {@code name} the first
 * @param point of a settlement; of a division the mean of its settlements, only a stand-in
 * @param population 0 where nobody says
 * @param parent the first-order division it lies in; empty for a division, and where none is said
 */
public record GazetteerPlace(
        String id,
        String name,
        List<String> names,
        LatLon point,
        Kind kind,
        long population,
        String country,
        Optional<Division> parent) {

    public GazetteerPlace {
        names = List.copyOf(names);
    }

    /** What a place is to those who govern it, highest first. */
    public enum Kind implements Coded {
        CAPITAL("capital", 1),
        SEAT("seat", 0.8),
        DISTRICT_SEAT("district-seat", 0.6),
        SUBDISTRICT_SEAT("subdistrict-seat", 0.5),
        SETTLEMENT("settlement", 0.3),
        /** A governorate, province or the like; not a settlement. */
        DIVISION("division", 0.6);

        private final String code;
        private final double rank;

        Kind(String code, double rank) {
            this.code = code;
            this.rank = rank;
        }

        /** Of a GeoNames feature code. */
        static Kind of(String feature) {
            return switch (feature) {
                case "PPLC" -> CAPITAL;
                case "PPLA" -> SEAT;
                case "PPLA2" -> DISTRICT_SEAT;
                case "PPLA3" -> SUBDISTRICT_SEAT;
                default -> SETTLEMENT;
            };
        }

        @Override
        public String code() {
            return code;
        }

        /** 0 to 1; our own choice. */
        double rank() {
            return rank;
        }
    }

    /**
     * A governorate or the like.
     *
     * @param code of the country and, after a dot, of the division
     * @param arabic its Arabic name, where we have one
     * @param bySeat whether {@code name} is its seat's, because we have none of its own
     */
    public record Division(String code, String name, Optional<String> arabic, boolean bySeat) {}

    /**
     * Its name in Arabic letters, where there is one. GeoNames does not say of which language a
     * name is: of several the one that sounds most like the name in Latin letters is taken, rather
     * than a Persian or an older one, and of those the one with more of the letters that hasty
     * writers leave out.
     */
    public Optional<String> arabic() {
        List<String> written = names.stream().filter(GazetteerPlace::isArabic).toList();
        if (written.size() < 2) {
            return written.stream().findFirst();
        }
        PlaceWords words = PlaceWords.of(name);
        return written.stream()
                .max(Comparator.comparingDouble((String other) -> likeness(words, other))
                        .thenComparing(GazetteerPlace::carefulLetters)
                        .thenComparing(Comparator.reverseOrder()));
    }

    private static boolean isArabic(String name) {
        return name.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
    }

    private static double likeness(PlaceWords words, String other) {
        Likeness likeness = words.likeness(PlaceWords.of(other));
        int spaces = (int) other.chars().filter(c -> c == ' ').count();
        return likeness.closeness() - likeness.grade().ordinal() - 0.01 * spaces;
    }

    private static long carefulLetters(String name) {
        return name.chars().filter(c -> "أإآؤئةىءطظضصقثذ".indexOf(c) >= 0).count();
    }

    /** 0 to 1: how likely somebody means it who says no more than its name; our own choice. */
    double importance() {
        double byPopulation = population > 0 ? Math.log10((double) population) / 7 : 0;
        return Math.min(1, Math.max(kind.rank(), byPopulation));
    }
}
