package org.truce.reading.gold;

import org.truce.base.Hash;
import org.truce.reading.Reader;
import org.truce.reading.Reading;
import org.truce.reading.incident.Incident;
import org.truce.reading.text.Original;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** The project's own reader, which finds out the language, as the score asks it. */
final class WithReader implements TextReader {
    private final Reader reader = new Reader();

    @Override
    public Answer read(String text, LocalDate date) {
        Hash hash = Hash.of(text.getBytes(StandardCharsets.UTF_8));
        Reading reading =
                reader.read(new Original(hash, text), Optional.of(date), Optional.empty());
        return new Answer(
                reading.statements().stream()
                        .map(s -> new Answer.Said(
                                s.content(), s.form(), s.speaker().name(), s.kind()))
                        .toList(),
                reading.tallies().stream()
                        .map(t -> new Answer.Cell(
                                t.side(), t.place(), t.count(), t.statedTotal(), t.consistent()))
                        .toList(),
                reading.incidents().stream()
                        .map(i -> new Answer.Happened(
                                i.type(),
                                i.place(),
                                i.date(),
                                i.actor(),
                                i.target(),
                                i.weapon(),
                                new Answer.Bounds(i.killedMin(), i.killedMax()),
                                new Answer.Bounds(
                                        i.injured().flatMap(Incident.Losses::least),
                                        i.injured().flatMap(Incident.Losses::most)),
                                i.realis()))
                        .toList());
    }
}
