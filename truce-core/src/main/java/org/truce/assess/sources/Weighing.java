package org.truce.assess.sources;

import java.util.List;

/** What came of weighing claims. */
public sealed interface Weighing {

    /**
     * @param opinions one for each item, in the order of their ids
     * @param origins those with enough items for figures of their own, by name
     * @param alike pairs of these that count as less than two, the surest first
     * @param oneSided whether all origins of all items stand on one side, and that not independent.
     *     Then what came out is that side's view, however sure it looks.
     */
    record Weighed(
            List<Opinion> opinions,
            List<OriginFigures> origins,
            List<Likeness> alike,
            boolean oneSided)
            implements Weighing {
        public Weighed {
            opinions = List.copyOf(opinions);
            origins = List.copyOf(origins);
            alike = List.copyOf(alike);
        }
    }

    /**
     * The claims do not tell how good their sources are, so there is nothing to weigh them by. They
     * stand as they are.
     *
     * @param there how many there are of what {@code lack} names
     * @param needed how many it takes
     */
    record NotEnough(Lack lack, int there, int needed) implements Weighing {}

    /** What there is not enough of. */
    enum Lack {
        /** Values that sources name, beside "undetermined". */
        VALUES,
        /** Origins with an account of several items. */
        ORIGINS,
        /** Items of which two origins or more have an account. */
        SHARED_ITEMS
    }
}
