package org.truce.show;

import org.truce.base.LatLon;
import org.truce.record.Entry;
import org.truce.record.Guarded;
import org.truce.record.Place;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader may see. Who holds the store file sees all that is in it; a page's reader sees
 * sources and notes only of registers whose sources are public, and places only coarsely and late:
 * Truce is no targeting aid.
 */
public sealed interface Disclosure {
    /** How wide a cell of coarse places is, in degrees: about 5 km. */
    double CELL_DEGREES = 0.05;

    /** How long a page says only in which governorate something happened. */
    Duration PLACE_DELAY = Duration.ofHours(72);

    /** A protected text of a register, when this reader may have it and it is at hand. */
    Optional<String> text(String register, Guarded value);

    /** The point of a place, as exact as this reader may know it. */
    Optional<LatLon> point(Place place, Instant occurred);

    /** The name of a place, as exact as this reader may know it. */
    Optional<String> placeName(String register, Place place, Instant occurred);

    /** For whoever holds the store. */
    record Holder() implements Disclosure {
        @Override
        public Optional<String> text(String register, Guarded value) {
            return value.find();
        }

        @Override
        public Optional<LatLon> point(Place place, Instant occurred) {
            return place.findPoint();
        }

        @Override
        public Optional<String> placeName(String register, Place place, Instant occurred) {
            return place.name().find();
        }
    }

    /**
     * For a page's reader.
     *
     * @param registers what each register says of itself
     * @param now what the delay of places counts from
     */
    record Reader(Map<String, Entry.RegisterDeclared> registers, Instant now)
            implements Disclosure {
        public Reader {
            registers = Map.copyOf(registers);
        }

        @Override
        public Optional<String> text(String register, Guarded value) {
            Entry.RegisterDeclared declared = registers.get(register);
            return declared != null && declared.sourcesPublished()
                    ? value.find()
                    : Optional.empty();
        }

        @Override
        public Optional<LatLon> point(Place place, Instant occurred) {
            return mayPlace(occurred) ? place.findPoint().map(Reader::cellOf) : Optional.empty();
        }

        @Override
        public Optional<String> placeName(String register, Place place, Instant occurred) {
            return mayPlace(occurred) ? text(register, place.name()) : Optional.empty();
        }

        private boolean mayPlace(Instant occurred) {
            return occurred.plus(PLACE_DELAY).isBefore(now);
        }

        /** The middle of the cell in which a point lies. */
        static LatLon cellOf(LatLon point) {
            return new LatLon(middle(point.latDegrees()), middle(point.lonDegrees()));
        }

        private static double middle(double degrees) {
            double cells = 1 / CELL_DEGREES;
            return (Math.floor(degrees * cells + 1e-9) + 0.5) / cells;
        }
    }
}
