package org.truce.show;

import org.truce.base.LatLon;
import org.truce.base.Occurred;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Guarded;
import org.truce.record.Place;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader may see. Who holds the store file sees all that is in it; a page's reader sees
 * sources and notes only of registers whose sources are public, and places only coarsely and late:
 * Truce is no targeting aid. {@link Seen} holds whole incidents to it.
 */
public sealed interface Disclosure {
    /** How wide a cell of coarse places is, in degrees: about 5 km. */
    double CELL_DEGREES = 0.05;

    /** How long a page says only in which governorate something happened. */
    Duration PLACE_DELAY = Duration.ofHours(72);

    /** A protected text of a register, when this reader may have it and it is at hand. */
    Optional<String> text(String register, Guarded value);

    /**
     * As {@link #text}, for what tells the place, or may: its name, a note, the page, what was hit.
     *
     * @param occurred when what it tells of happened
     */
    Optional<String> placeText(String register, Guarded value, Occurred occurred);

    /**
     * What a register keeps for itself beside a decision: who decided, and their note. No page
     * names a private person, whoever's sources are public.
     */
    Optional<String> inner(Guarded value);

    /** A row that nobody has taken apart: an exact place may stand in it. */
    Optional<String> unread(Guarded row);

    /** Whether it may be told when and how it was watched: not where it still helps to evade it. */
    boolean tellsCoverage(Occurred occurred);

    /** Whether it may be told of a notice before it was sent: whom it will go to, and why. */
    boolean tellsUnsent();

    /** Whether it may be told where somebody is or was deployed, however coarsely. */
    boolean tellsDeployment(FollowUp.Deployment deployment);

    /**
     * Where somebody was deployed, in words: to a reader only when it is over, or was public before
     * it came into a register entered afterwards.
     */
    Optional<String> deploymentPlace(FollowUp.Deployment deployment);

    /** The point of a deployment, as exact as this reader may know it, when its place is told. */
    Optional<LatLon> deploymentPoint(FollowUp.Deployment deployment);

    /** The point of a place, as exact as this reader may know it. */
    Optional<LatLon> point(Place place, Occurred occurred);

    /**
     * The middle of the cell in which a point lies: at most half a cell away in either direction.
     */
    static LatLon cellOf(LatLon point) {
        return new LatLon(middle(point.latDegrees(), 90), middle(point.lonDegrees(), 180));
    }

    private static double middle(double degrees, int limitDegrees) {
        double cellsADegree = 1 / CELL_DEGREES;
        // What is a border in decimal degrees may miss it by its last binary digit.
        double cell = Math.floor(degrees * cellsADegree + 1e-9);
        // The pole and the 180th meridian end the last cell and begin none.
        return (Math.min(cell, limitDegrees * cellsADegree - 1) + 0.5) / cellsADegree;
    }

    /** For whoever holds the store. */
    record Holder() implements Disclosure {
        @Override
        public Optional<String> text(String register, Guarded value) {
            return value.find();
        }

        @Override
        public Optional<String> placeText(String register, Guarded value, Occurred occurred) {
            return value.find();
        }

        @Override
        public Optional<String> inner(Guarded value) {
            return value.find();
        }

        @Override
        public Optional<String> unread(Guarded row) {
            return row.find();
        }

        @Override
        public boolean tellsCoverage(Occurred occurred) {
            return true;
        }

        @Override
        public boolean tellsUnsent() {
            return true;
        }

        @Override
        public boolean tellsDeployment(FollowUp.Deployment deployment) {
            return true;
        }

        @Override
        public Optional<String> deploymentPlace(FollowUp.Deployment deployment) {
            return deployment.place().name().find();
        }

        @Override
        public Optional<LatLon> deploymentPoint(FollowUp.Deployment deployment) {
            return deployment.place().findPoint();
        }

        @Override
        public Optional<LatLon> point(Place place, Occurred occurred) {
            return place.findPoint();
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
        /** Where a day ends last: by it the delay has passed wherever the area is. */
        private static final ZoneId LAST_ON_EARTH = ZoneOffset.ofHours(-12);

        public Reader {
            registers = Map.copyOf(registers);
        }

        private boolean namesSources(String register) {
            Entry.RegisterDeclared declared = registers.get(register);
            return declared != null && declared.sourcesPublished();
        }

        @Override
        public Optional<String> text(String register, Guarded value) {
            return namesSources(register) ? value.find() : Optional.empty();
        }

        @Override
        public Optional<String> placeText(String register, Guarded value, Occurred occurred) {
            return mayPlace(occurred) ? text(register, value) : Optional.empty();
        }

        @Override
        public Optional<String> inner(Guarded value) {
            return Optional.empty();
        }

        @Override
        public Optional<String> unread(Guarded row) {
            return Optional.empty();
        }

        @Override
        public boolean tellsCoverage(Occurred occurred) {
            return mayPlace(occurred);
        }

        @Override
        public boolean tellsUnsent() {
            return false;
        }

        @Override
        public Optional<String> deploymentPlace(FollowUp.Deployment deployment) {
            return tellsDeployment(deployment)
                    ? text(deployment.register(), deployment.place().name())
                    : Optional.empty();
        }

        @Override
        public Optional<LatLon> deploymentPoint(FollowUp.Deployment deployment) {
            return tellsDeployment(deployment) && namesSources(deployment.register())
                    ? deployment.place().findPoint().map(Disclosure::cellOf)
                    : Optional.empty();
        }

        @Override
        public boolean tellsDeployment(FollowUp.Deployment deployment) {
            Entry.RegisterDeclared declared = registers.get(deployment.register());
            boolean wasPublic = declared != null && declared.enteredAfterwards();
            return (wasPublic ? deployment.basis().published() : deployment.to())
                    .filter(day -> day.plusDays(1)
                            .atStartOfDay(LAST_ON_EARTH)
                            .toInstant()
                            .plus(PLACE_DELAY)
                            .isBefore(now))
                    .isPresent();
        }

        @Override
        public Optional<LatLon> point(Place place, Occurred occurred) {
            return mayPlace(occurred)
                    ? place.findPoint().map(Disclosure::cellOf)
                    : Optional.empty();
        }

        /** Counted from the latest instant at which it may have been going on. */
        private boolean mayPlace(Occurred occurred) {
            return occurred.mayHaveLasted(LAST_ON_EARTH).to().plus(PLACE_DELAY).isBefore(now);
        }
    }
}
