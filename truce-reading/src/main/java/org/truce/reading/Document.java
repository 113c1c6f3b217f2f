package org.truce.reading;

import org.truce.base.Hash;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The text that was read.
 *
 * @param sha256 of its bytes as they came
 * @param language an ISO 639-1 code, "und" where none was given or recognised
 * @param date the day it bears, when it was given
 */
public record Document(Hash sha256, String language, Optional<LocalDate> date) {}
