package org.truce.simulate.accounts;

import java.util.List;

/**
 * How one source reports.
 *
 * @param detection probability that it reports an event within its reach, 0 to 1
 * @param sigmaKm standard deviation of its points in each direction
 * @param offsets probability that it gives a day so many days after the event's, from
 *     {@link WorldPlan#REACH_DAYS} days before to as many after; sums to 1
 * @param rings for each vocabulary, probability that the code it gives lies in each ring around
 *     what happened; each sums to 1
 * @param missing for each vocabulary, the share of its reports that say nothing
 * @param reach the share of the country, from the west, that it sees
 * @param district the share of its reports that know the district alone and give its middle
 * @param districtTold whether such a report says so
 * @param placeless the share of its reports without a point
 * @param months the share of its reports that give the month alone
 * @param silent the share of the time, in stretches, in which it reports nothing
 * @param twice the share of its reports that it makes a second time, in other words
 */
public record SourcePlan(
        double detection,
        double sigmaKm,
        List<Double> offsets,
        List<List<Double>> rings,
        List<Double> missing,
        double reach,
        double district,
        boolean districtTold,
        double placeless,
        double months,
        double silent,
        double twice) {
    /** On the day in seven of ten, else a day early or late. */
    public static final List<Double> PROMPT = List.of(0.0, 0.15, 0.7, 0.15, 0.0);

    public SourcePlan {
        offsets = List.copyOf(offsets);
        rings = List.copyOf(rings);
        missing = List.copyOf(missing);
        if (offsets.size() != 2 * WorldPlan.REACH_DAYS + 1 || rings.size() != missing.size()) {
            throw new IllegalArgumentException("offsets, rings or missing of a wrong length");
        }
    }

    /** One that sees all the country, is never silent and leaves nothing out. */
    public static SourcePlan plain(double detection, double sigmaKm, List<List<Double>> rings) {
        return new SourcePlan(
                detection,
                sigmaKm,
                PROMPT,
                rings,
                rings.stream().map(ring -> 0.0).toList(),
                1,
                0,
                false,
                0,
                0,
                0,
                0);
    }

    public SourcePlan delayed(List<Double> newOffsets) {
        return new SourcePlan(
                detection,
                sigmaKm,
                newOffsets,
                rings,
                missing,
                reach,
                district,
                districtTold,
                placeless,
                months,
                silent,
                twice);
    }

    public SourcePlan leavingOut(List<Double> newMissing) {
        return new SourcePlan(
                detection,
                sigmaKm,
                offsets,
                rings,
                newMissing,
                reach,
                district,
                districtTold,
                placeless,
                months,
                silent,
                twice);
    }

    public SourcePlan reaching(double newReach) {
        return new SourcePlan(
                detection,
                sigmaKm,
                offsets,
                rings,
                missing,
                newReach,
                district,
                districtTold,
                placeless,
                months,
                silent,
                twice);
    }

    public SourcePlan coarse(double newDistrict, boolean told, double newPlaceless) {
        return new SourcePlan(
                detection,
                sigmaKm,
                offsets,
                rings,
                missing,
                reach,
                newDistrict,
                told,
                newPlaceless,
                months,
                silent,
                twice);
    }

    public SourcePlan irregular(double newMonths, double newSilent, double newTwice) {
        return new SourcePlan(
                detection,
                sigmaKm,
                offsets,
                rings,
                missing,
                reach,
                district,
                districtTold,
                placeless,
                newMonths,
                newSilent,
                newTwice);
    }
}
