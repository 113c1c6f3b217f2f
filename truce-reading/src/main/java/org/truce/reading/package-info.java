/**
 * From a text to what it says: who said what, what a bulletin counted, what is reported to have
 * happened. Comes in: an {@link org.truce.reading.text.Original}, a date, a language. Goes out: a
 * {@link org.truce.reading.Reading}, every part of which names the characters that it rests on. It
 * opens no file, asks no clock and no network, interprets nothing that the text holds, and puts
 * nothing into the record.
 */
@NullMarked
package org.truce.reading;

import org.jspecify.annotations.NullMarked;
