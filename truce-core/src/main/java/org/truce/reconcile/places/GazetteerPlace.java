package org.truce.reconcile.places;

import org.truce.base.Coded;
import org.truce.base.LatLon;

import java.util.List;
import java.util.Optional;

/**
 * A place of a gazetteer.
 *
 * @param id the gazetteer's own, for a settlement a GeoNames id; for a division COUNTRY.CODE
 * @param name as the gazetteer writes it in Latin letters
 * @param arabic in Arabic letters, where the gazetteer has one
 * @param names all names by which it is found, {@code name} and {@code arabic} among them
 * @param point of a settlement; of a division the mean of its settlements, only a stand-in
 * @param population 0 where nobody says
 * @param parent the first-order division it lies in; empty for a division, and where none is said
 */
public record GazetteerPlace(
        String id,
        String name,
        Optional<String> arabic,
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
     * @param bySeat whether {@code name} is its seat's, because we have none of its own
     */
    public record Division(String code, String name, Optional<String> arabic, boolean bySeat) {}

    /** 0 to 1: how likely somebody means it who says no more than its name; our own choice. */
    double importance() {
        double byPopulation = population > 0 ? Math.log10((double) population) / 7 : 0;
        return Math.min(1, Math.max(kind.rank(), byPopulation));
    }
}
