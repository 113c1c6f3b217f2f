package org.truce.reading.draft;

import org.truce.base.LatLon;
import org.truce.base.Weapon;
import org.truce.reading.incident.Incident;
import org.truce.reading.incident.Places;
import org.truce.reading.incident.Realis;
import org.truce.reading.incident.WeaponKind;
import org.truce.reading.statement.Statement;
import org.truce.reading.text.Original;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of an incident: type, place, lat, lon, date, actor, target, killedMin, killedMax,
 * injured, or where that is a range injuredMin and injuredMax; weapon and weaponWords where the
 * text names one; and source, where somebody is quoted as telling it.
 */
final class IncidentSheet {
    private final Incident incident;
    private final Sheet sheet;
    private final List<Integer> words;

    private IncidentSheet(Incident incident, Original original) {
        this.incident = incident;
        this.sheet = new Sheet(original);
        this.words = List.of(sheet.rest(incident.span()));
    }

    /** @param within the statement in whose words it is told */
    static Sheet of(Incident incident, Optional<Statement> within, Original original) {
        IncidentSheet made = new IncidentSheet(incident, original);
        made.what();
        made.where();
        made.who();
        within.ifPresent(made::source);
        return made.sheet;
    }

    /** Only what is told as having happened can become a report of it. */
    private void what() {
        List<Integer> cue = List.of(sheet.rest(incident.cue()));
        String type = incident.type().code();
        sheet.put(
                "type",
                incident.realis() == Realis.HAPPENED
                        ? Field.of(Optional.of(type), cue, Band.MIDDLE)
                        : new Field(Optional.empty(), cue, Band.LOW, List.of(type)));
        sheet.put("date", incident.date().map(LocalDate::toString), words, Band.MIDDLE);
    }

    private void where() {
        List<String> others = incident.candidates().size() > 1
                ? incident.candidates().stream()
                        .map(Places.Place::name)
                        .distinct()
                        .toList()
                : List.of();
        Band band = others.isEmpty() ? Band.MIDDLE : Band.LOW;
        sheet.put(
                "place",
                incident.place().isEmpty()
                        ? Field.unknown()
                        : new Field(incident.place(), words, band, others));
        coordinate("lat", incident.point().map(LatLon::latDegrees));
        coordinate("lon", incident.point().map(LatLon::lonDegrees));
    }

    private void coordinate(String name, Optional<Double> degrees) {
        degrees.ifPresent(
                known -> sheet.put(name, Optional.of(known.toString()), words, Band.MIDDLE));
    }

    private void who() {
        sheet.put("actor", incident.actor(), words, Band.MIDDLE);
        sheet.put("target", incident.target(), words, Band.MIDDLE);
        sheet.put("killedMin", incident.killedMin().map(String::valueOf), words, Band.MIDDLE);
        sheet.put("killedMax", incident.killedMax().map(String::valueOf), words, Band.MIDDLE);
        injured();
        weapon();
    }

    /** A report has one number of injured; what is a range stays in the draft and its note. */
    private void injured() {
        Optional<Incident.Losses> range =
                incident.injured().filter(losses -> !losses.least().equals(losses.most()));
        Optional<Integer> one = range.isPresent()
                ? Optional.empty()
                : incident.injured().flatMap(Incident.Losses::least);
        sheet.put("injured", one.map(String::valueOf), words, Band.MIDDLE);
        range.ifPresent(losses -> {
            sheet.put("injuredMin", losses.least().map(String::valueOf), words, Band.MIDDLE);
            sheet.put("injuredMax", losses.most().map(String::valueOf), words, Band.MIDDLE);
        });
    }

    private void weapon() {
        incident.weapon().ifPresent(named -> {
            sheet.put("weapon", WeaponKind.find(named).map(Weapon::code), words, Band.MIDDLE);
            sheet.put("weaponWords", Optional.of(named), words, Band.HIGH);
        });
    }

    /** Inside a statement it stays what the speaker says. */
    private void source(Statement statement) {
        List<Integer> named = sheet.rest(statement.speaker().span().stream().toList());
        sheet.put(
                "source",
                statement.speaker().name().isPresent()
                        ? Field.of(statement.speaker().name(), named, Band.MIDDLE)
                        : new Field(
                                Optional.empty(),
                                named,
                                Band.LOW,
                                statement.speaker().candidates()));
    }

    static List<String> flags(Incident incident, Optional<Statement> within) {
        List<String> flags = new ArrayList<>();
        if (incident.realis() != Realis.HAPPENED) {
            flags.add(incident.realis().code());
        }
        if (within.isPresent()) {
            flags.add("inside-statement");
        }
        incident.flags().stream().sorted().map(Incident.Flag::code).forEach(flags::add);
        return flags;
    }
}
