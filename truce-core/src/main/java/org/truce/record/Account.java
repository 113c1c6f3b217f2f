package org.truce.record;

import org.truce.base.Occurred;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who says so, since when, of when and where: what every report shares.
 *
 * @param source the organisation or observer as the file names it, with its "(via …)"
 * @param citedOrigin where the source itself had it from, when the file says so
 * @param url the public page, when there is one
 * @param published the date of publication, when it is known
 * @param note the coder's or observer's own words
 */
public record Account(
        Guarded source,
        Optional<Guarded> citedOrigin,
        Optional<Guarded> url,
        Optional<LocalDate> published,
        Occurred occurred,
        Place place,
        Optional<Guarded> note) {}
