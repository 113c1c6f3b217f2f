package org.truce.assess.scan;

/** What a model expects in each slot of a span, from the counts and from what was handed in. */
final class Expectation {
    private Expectation() {}

    /** By site and slot; slot 0 has what is expected before the span. */
    static double[] bySlot(CountTable counts, Model model, Span span) {
        return switch (model) {
            case Model.PermutedDays() -> permuted(counts, span);
            case Model.PoissonCounts(ExpectedTable expected) -> scaled(counts, expected, span, 1);
            case Model.SharedTotal(ExpectedTable expected) ->
                scaled(counts, expected, span, counts.total() / expected.total());
            case Model.PartOfAll(CountTable all) -> partOf(counts, all, span);
        };
    }

    /** A site's share of all times the day's incidents (Kulldorff et al. 2005). */
    private static double[] permuted(CountTable counts, Span span) {
        int[] bySite = counts.bySite();
        int[] byDay = counts.byDay();
        double[] expected = new double[bySite.length * span.slots()];
        for (int site = 0; site < bySite.length; site++) {
            for (int day = 0; day < byDay.length; day++) {
                expected[span.slot(site, day)] +=
                        (double) bySite[site] * byDay[day] / counts.total();
            }
        }
        return expected;
    }

    private static double[] partOf(CountTable counts, CountTable all, Span span) {
        if (!counts.sites().equals(all.sites()) || !counts.days().equals(all.days())) {
            throw new IllegalArgumentException("all incidents are of other places or days");
        }
        double share = (double) counts.total() / all.total();
        double[] expected = new double[counts.sites().count() * span.slots()];
        for (int site = 0; site < counts.sites().count(); site++) {
            for (int day = 0; day < counts.days().count(); day++) {
                if (counts.count(site, day) > all.count(site, day)) {
                    throw new IllegalArgumentException("more are counted than there are: %d of %d"
                            .formatted(counts.count(site, day), all.count(site, day)));
                }
                expected[span.slot(site, day)] += share * all.count(site, day);
            }
        }
        return expected;
    }

    private static double[] scaled(
            CountTable counts, ExpectedTable table, Span span, double factor) {
        table.checkShapeOf(counts);
        int sites = counts.sites().count();
        double[] expected = new double[sites * span.slots()];
        for (int site = 0; site < sites; site++) {
            for (int day = 0; day < counts.days().count(); day++) {
                expected[span.slot(site, day)] += table.expected(site, day) * factor;
            }
        }
        return expected;
    }
}
