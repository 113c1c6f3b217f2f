package org.truce.assess.counts;

import java.time.LocalDate;

/**
 * A day's events, with the exposure that they are set against.
 *
 * @param exposureDays in average days, known in full; above 1 where more is usual on such a day
 */
record WeighedDay(LocalDate day, int events, double exposureDays) {}
