package org.truce.reading.gold;

import org.truce.reading.gold.Answer.Happened;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Incidents found in a set of paragraphs against those expected, field by field. An incident found
 * is the expected one of its paragraph with which it agrees in most fields, in one at least.
 */
final class IncidentScore {
    /** What of an incident is compared. */
    enum Field {
        TYPE,
        PLACE,
        DATE,
        ACTOR,
        TARGET,
        WEAPON,
        KILLED,
        INJURED,
        REALIS;

        Optional<String> of(Happened incident) {
            return switch (this) {
                case TYPE -> Optional.of(incident.type().code());
                case PLACE -> incident.place();
                case DATE -> incident.date().map(Object::toString);
                case ACTOR -> incident.actor();
                case TARGET -> incident.target();
                case WEAPON -> incident.weapon();
                case KILLED -> bounds(incident.killed());
                case INJURED -> bounds(incident.injured());
                case REALIS -> Optional.of(incident.realis().code());
            };
        }

        /** Places as places; who and with what may be said in more or fewer words. */
        boolean agree(Happened found, Happened expected) {
            Optional<String> one = of(found);
            Optional<String> other = of(expected);
            if (one.isEmpty() || other.isEmpty()) {
                return false;
            }
            return switch (this) {
                case PLACE -> Names.samePlace(one.get(), other.get());
                case ACTOR, TARGET, WEAPON -> Names.within(one.get(), other.get());
                case TYPE, DATE, KILLED, INJURED, REALIS -> one.equals(other);
            };
        }

        private static Optional<String> bounds(Answer.Bounds bounds) {
            return bounds.isEmpty()
                    ? Optional.empty()
                    : Optional.of(bounds.least().map(Object::toString).orElse("?")
                            + " to "
                            + bounds.most().map(Object::toString).orElse("?"));
        }
    }

    private final Map<Field, Rate> rates = new EnumMap<>(Field.class);
    private final List<String> misses = new ArrayList<>();

    void add(Gold.Paragraph paragraph, Answer answer) {
        List<Happened> left = new ArrayList<>(answer.incidents());
        for (Happened expected : paragraph.incidents()) {
            Optional<Happened> found = findNearest(left, expected);
            found.ifPresent(left::remove);
            for (Field field : Field.values()) {
                compare(paragraph.name(), field, found, Optional.of(expected));
            }
        }
        for (Happened found : left) {
            for (Field field : Field.values()) {
                compare(paragraph.name(), field, Optional.of(found), Optional.empty());
            }
        }
    }

    private static Optional<Happened> findNearest(List<Happened> found, Happened expected) {
        Optional<Happened> nearest = Optional.empty();
        long most = 0;
        for (Happened incident : found) {
            long agreeing = Arrays.stream(Field.values())
                    .filter(field -> field.agree(incident, expected))
                    .count();
            if (agreeing > most) {
                most = agreeing;
                nearest = Optional.of(incident);
            }
        }
        return nearest;
    }

    private void compare(
            String name, Field field, Optional<Happened> found, Optional<Happened> expected) {
        Optional<String> one = found.flatMap(field::of);
        Optional<String> other = expected.flatMap(field::of);
        boolean agree = found.isPresent()
                && expected.isPresent()
                && field.agree(found.get(), expected.get());
        rates.merge(
                field,
                new Rate(agree ? 1 : 0, one.isPresent() ? 1 : 0, other.isPresent() ? 1 : 0),
                Rate::plus);
        if (!agree && (one.isPresent() || other.isPresent())) {
            misses.add("%s, %s: %s instead of %s"
                    .formatted(name, field, one.orElse("-"), other.orElse("-")));
        }
    }

    Rate rate(Field field) {
        return rates.getOrDefault(field, new Rate(0, 0, 0));
    }

    /** Over all fields. */
    Rate overall() {
        return rates.values().stream().reduce(new Rate(0, 0, 0), Rate::plus);
    }

    List<String> listMisses() {
        return List.copyOf(misses);
    }
}
