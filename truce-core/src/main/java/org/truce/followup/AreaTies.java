package org.truce.followup;

import org.truce.assess.Evidence;
import org.truce.record.Agreement;
import org.truce.record.Place;
import org.truce.terms.AreaReading;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which areas something about follow-up is tied to, by a place, an agreement or its words. */
final class AreaTies {
    /** What an area is, in its name, says nothing of which area it is. */
    private static final Pattern KIND =
            Pattern.compile(" (?:(?:de escalation|deescalation|disengagement|security|buffer|safe)"
                    + " )?(?:area|zone) $");

    private final Evidence evidence;

    /** By area: the words by which a text names it, with blanks around them. */
    private final Map<String, Set<String>> words = new LinkedHashMap<>();

    AreaTies(Evidence evidence) {
        this.evidence = evidence;
        for (AreaReading reading : evidence.terms().listReadings()) {
            Set<String> names = words.computeIfAbsent(reading.area(), area -> new TreeSet<>());
            names.add(spaced(reading.area()));
            names.add(spaced(reading.name().en()));
            // One word that is left would be any place of it: "Northern security zone".
            Optional.of(KIND.matcher(spaced(reading.name().en())).replaceFirst(" "))
                    .filter(name -> name.strip().contains(" "))
                    .ifPresent(names::add);
        }
        for (Agreement agreement : evidence.listAgreements()) {
            for (Agreement.AreaTerms area : agreement.areas()) {
                Set<String> names = words.computeIfAbsent(area.area(), id -> new TreeSet<>());
                area.readings().stream()
                        .map(Agreement.ReadingTerms::whole)
                        .flatMap(Collection::stream)
                        .forEach(governorate -> names.add(spaced(governorate)));
            }
        }
    }

    /** Areas in which the place may lie under some reading. */
    Set<String> ofPlace(Place place) {
        Set<String> areas = new TreeSet<>();
        for (AreaReading reading : evidence.terms().listReadings()) {
            if (evidence.mayLieIn(place, reading.area(), reading.reading())) {
                areas.add(reading.area());
            }
        }
        return areas;
    }

    /** Whether an outline of the area is known. */
    boolean isDrawn(String area) {
        return evidence.terms().listReadings().stream()
                .anyMatch(reading -> reading.area().equals(area));
    }

    /** Areas that an agreement has terms for. */
    Set<String> ofAgreement(String id) {
        Set<String> areas = new TreeSet<>();
        evidence.listAgreements().stream()
                .filter(agreement -> agreement.id().equals(id))
                .flatMap(agreement -> agreement.areas().stream())
                .forEach(area -> areas.add(area.area()));
        return areas;
    }

    /** Areas of which a text has the name, or that of a governorate that lies inside as a whole. */
    Set<String> ofText(Collection<String> texts) {
        Set<String> areas = new TreeSet<>();
        for (String text : texts) {
            String spaced = spaced(text);
            words.forEach((area, names) -> {
                if (names.stream().anyMatch(spaced::contains)) {
                    areas.add(area);
                }
            });
        }
        return areas;
    }

    /** Lower case, letters and digits only, one blank around every word. */
    private static String spaced(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }
}
