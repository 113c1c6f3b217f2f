package org.truce.record;

import java.time.LocalDate;
import java.util.Optional;

/**
 * On whose word an entry about follow-up rests.
 *
 * @param source who says so
 * @param url the public page, when there is one
 * @param published the date of publication, when it is known
 * @param note whoever entered it, in their own words
 */
public record Basis(
        Guarded source,
        Optional<Guarded> url,
        Optional<LocalDate> published,
        Optional<Guarded> note) {}
