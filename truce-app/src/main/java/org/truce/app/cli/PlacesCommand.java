package org.truce.app.cli;

import org.truce.app.places.BundledGazetteer;
import org.truce.base.LatLon;
import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.reconcile.places.Candidate;
import org.truce.reconcile.places.Gazetteer;
import org.truce.reconcile.places.GazetteerPlace;
import org.truce.reconcile.places.GazetteerPlace.Division;
import org.truce.reconcile.places.PlaceSearch;
import org.truce.reconcile.places.PlaceWords;
import org.truce.reconcile.places.Relation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

@Command(
        name = "places",
        mixinStandardHelpOptions = true,
        description = {
            "Find the places that a text may mean, by their Arabic or Latin names; needs no store.",
            "Names come from GeoNames, which has few villages. Where several fit alike, none is"
                    + " chosen."
        })
final class PlacesCommand implements Callable<Integer> {
    private static final int LONGEST_QUERY = 200;

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "QUERY",
            description = "A name in any spelling, or such as \"near X\", \"north of X\", \"X"
                    + " countryside\", \"X governorate\", \"between X and Y\", \"X (Y)\".")
    private String query = "";

    @Option(
            names = "--near",
            paramLabel = "LAT,LON",
            description = "Rank places near this point higher, in decimal degrees.")
    private Optional<String> near = Optional.empty();

    @Option(
            names = "--in",
            paramLabel = "ADMIN",
            description = "Rank places in this governorate or country higher, by its name or code.")
    private Optional<String> admin = Optional.empty();

    @Option(names = "--json", description = "Print the result as JSON on standard output.")
    private boolean json;

    /** The stable JSON shape. */
    record Result(
            String query, Relation relation, PlaceSearch.Outcome outcome, List<Found> candidates) {}

    /** One candidate; {@code km} is from the point given. */
    record Found(
            double score,
            double closeness,
            Optional<Double> km,
            boolean doubtful,
            LatLon point,
            String precision,
            List<Place> places,
            List<String> why) {}

    /** A place of the gazetteer. */
    record Place(
            String id,
            String name,
            Optional<String> arabic,
            String kind,
            long population,
            LatLon point,
            Optional<Division> division,
            String country,
            String countryName,
            String countryArabic) {}

    PlacesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (PlaceWords.of(query).isEmpty()
                && PlaceWords.of(query.replace("(", " ")).isEmpty()) {
            throw new UsageException(
                    "QUERY has no name in it. Give one, such as: truce places Daraa");
        }
        if (query.length() > LONGEST_QUERY) {
            throw new UsageException("QUERY is longer than %d characters. Give the name alone."
                    .formatted(LONGEST_QUERY));
        }
        Optional<LatLon> point = near.map(PlacesCommand::getPoint);
        Gazetteer gazetteer = BundledGazetteer.find()
                .orElseThrow(() -> new UsageException("this build has no gazetteer: it was made"
                        + " without the web app. Build it with Node.js: ./mvnw package"));
        PlaceSearch found = gazetteer.find(query, point, admin.filter(name -> !name.isBlank()));
        Phrases english = Phrases.in("en");
        if (json) {
            surroundings.out().println(Json.text(result(found, english)));
        } else {
            found.candidates().forEach(one -> surroundings.out().println(line(one, english)));
        }
        switch (found.outcome()) {
            case ONE -> {}
            case AMBIGUOUS -> say(english, "places.ambiguous", found.countRivals());
            case DOUBTFUL -> say(english, "places.doubtful");
            case NONE -> say(english, "places.none");
        }
        return 0;
    }

    private void say(Phrases words, String key, Object... arguments) {
        surroundings.err().println(words.say(key, arguments));
    }

    private static LatLon getPoint(String text) {
        try {
            return LatLon.get(text);
        } catch (IllegalArgumentException notPoint) {
            throw new UsageException(
                    "--near '%s' is not a latitude from -90 to 90 and a longitude".formatted(text)
                            + " from -180 to 180, in decimal degrees. Write them so: --near"
                            + " 32.62,36.10");
        }
    }

    private Result result(PlaceSearch found, Phrases words) {
        return new Result(
                query,
                found.relation(),
                found.outcome(),
                found.candidates().stream()
                        .map(one -> new Found(
                                rounded(one.score()),
                                rounded(one.closeness()),
                                one.km().map(km -> Math.round(km * 10) / 10.0),
                                one.doubtful(),
                                rounded(one.point()),
                                one.precision().code(),
                                one.places().stream().map(PlacesCommand::place).toList(),
                                one.why().stream().map(words::say).toList()))
                        .toList());
    }

    private static Place place(GazetteerPlace place) {
        return new Place(
                place.id(),
                place.name(),
                place.arabic(),
                place.kind().code(),
                place.population(),
                rounded(place.point()),
                place.parent(),
                place.country(),
                Gazetteer.countryName(place.country(), "en"),
                Gazetteer.countryName(place.country(), "ar"));
    }

    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }

    /** To some ten metres. */
    private static LatLon rounded(LatLon point) {
        return new LatLon(
                Math.round(point.latDegrees() * 10_000) / 10_000.0,
                Math.round(point.lonDegrees() * 10_000) / 10_000.0);
    }

    private static String line(Candidate one, Phrases words) {
        return String.join(
                "\t",
                String.format(Locale.ROOT, "%.2f", one.score()),
                all(one, GazetteerPlace::name),
                all(one, place -> place.arabic().orElse("-")),
                all(one, place -> place.kind().code()),
                all(one, place -> words.say(parents(place))),
                rounded(one.point()).text(),
                one.precision().code(),
                all(one, GazetteerPlace::id),
                one.why().stream().map(words::say).collect(Collectors.joining(" ")));
    }

    private static String all(Candidate one, Function<GazetteerPlace, String> part) {
        return Plain.column(
                one.places().stream().map(part).distinct().collect(Collectors.joining(" / ")));
    }

    private static Phrase parents(GazetteerPlace place) {
        String country = Gazetteer.countryName(place.country(), "en");
        return place.parent()
                .map(division -> Phrase.of(
                        division.bySeat() ? "places.parent-by-seat" : "places.parent",
                        division.name(),
                        country))
                .orElseGet(() -> Phrase.of("places.country", country));
    }
}
