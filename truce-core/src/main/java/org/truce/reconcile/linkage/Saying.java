package org.truce.reconcile.linkage;

/**
 * What the words of accounts say for and against their being one event: the names that they give to
 * one place, and their texts. Of one account alone words say nothing.
 */
interface Saying {
    /**
     * By how much likelier the names of places are that {@code members[0..n-1]} give than if each
     * stood for itself, as a natural logarithm; 0 where not two of them give any.
     */
    double names(int[] members, int n);

    /** The same of their texts. */
    double texts(int[] members, int n);

    /**
     * Adds how often each source is expected to have given the name of the event's place.
     *
     * @param share how likely the members are the whole of one event
     * @param said {@code [source][0 when it did, 1 when not]}
     */
    void addNames(int[] members, int n, double share, double[][] said);

    /**
     * Adds how alike texts of one event are expected to be.
     *
     * @param share how likely the members are the whole of one event
     * @param alike {@code [kind][band]}, as {@link Words} has them
     */
    void addTexts(int[] members, int n, double share, double[][] alike);

    /** Where nobody says a word. */
    Saying NOTHING = new Saying() {
        @Override
        public double names(int[] members, int n) {
            return 0;
        }

        @Override
        public double texts(int[] members, int n) {
            return 0;
        }

        @Override
        public void addNames(int[] members, int n, double share, double[][] said) {}

        @Override
        public void addTexts(int[] members, int n, double share, double[][] alike) {}
    };
}
