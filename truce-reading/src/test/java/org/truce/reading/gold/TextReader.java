package org.truce.reading.gold;

import java.time.LocalDate;

/** What is scored: a reader of texts, whatever its rules. */
@FunctionalInterface
interface TextReader {
    Answer read(String text, LocalDate date);
}
