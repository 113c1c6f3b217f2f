package org.truce.terms;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.truce.base.ActGroup;
import org.truce.base.Coded;
import org.truce.base.Moment;
import org.truce.record.Agreement;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Guarded;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The sample's agreements and outlines, read just far enough for the tests of this package. */
final class SampleAgreements {
    private static final Path SAMPLE = root().resolve("samples/southwest-syria");

    private SampleAgreements() {}

    /** The repository's root, from a module's folder or from the root itself. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("samples"))
                ? here
                : Objects.requireNonNull(here.getParent());
    }

    static Agreement read(String name) throws IOException {
        Path file = SAMPLE.resolve("agreements").resolve(name + ".yaml");
        return agreement(map(
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file))));
    }

    static List<Entry.AreaOutline> outlines() throws IOException {
        JsonNode features = JsonMapper.builder()
                .build()
                .readTree(Files.readString(SAMPLE.resolve("areas.geojson")))
                .path("features");
        List<Entry.AreaOutline> outlines = new ArrayList<>();
        for (JsonNode feature : features) {
            JsonNode told = feature.path("properties");
            outlines.add(new Entry.AreaOutline(
                    "sample",
                    "area-" + outlines.size(),
                    new Entered(new Guarded.Clear("areas.geojson"), 1),
                    told.path("area").asString(),
                    told.path("name").asString(),
                    told.path("name_ar").asStringOpt(),
                    told.path("reading").asStringOpt(),
                    told.path("in_force_from").asStringOpt().map(Moment::get),
                    told.path("in_force_to").asStringOpt().map(Moment::get),
                    told.path("precision_km").asInt() * 1000,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    feature.path("geometry").toString(),
                    Optional.empty()));
        }
        return outlines;
    }

    private static Agreement agreement(Map<?, ?> yaml) {
        return new Agreement(
                text(yaml, "id"),
                words(map(yaml, "title")),
                ZoneId.of(text(yaml, "zone")),
                find(yaml, "signed").map(LocalDate::parse),
                find(yaml, "in-force-from").map(Moment::get),
                find(yaml, "in-force-to").map(Moment::get),
                texts(yaml, "parties"),
                texts(yaml, "guarantors"),
                texts(yaml, "excluded-groups"),
                maps(yaml, "areas").stream().map(SampleAgreements::area).toList(),
                maps(yaml, "actors").stream().map(SampleAgreements::actor).toList(),
                maps(yaml, "labels").stream().map(SampleAgreements::label).toList(),
                maps(yaml, "provisions").stream()
                        .map(SampleAgreements::provision)
                        .toList());
    }

    private static Agreement.AreaTerms area(Map<?, ?> yaml) {
        return new Agreement.AreaTerms(
                text(yaml, "area"),
                maps(yaml, "readings").stream()
                        .map(reading -> new Agreement.ReadingTerms(
                                find(reading, "reading"),
                                Optional.empty(),
                                texts(reading, "whole"),
                                texts(reading, "partly")))
                        .toList());
    }

    private static Agreement.Actor actor(Map<?, ?> yaml) {
        return new Agreement.Actor(
                text(yaml, "id"),
                words(map(yaml, "name")),
                texts(yaml, "aliases"),
                Optional.ofNullable(yaml.get("mixed")).map(mixed -> words(map(mixed))));
    }

    private static Agreement.Label label(Map<?, ?> yaml) {
        List<String> sides = texts(yaml, "between");
        return new Agreement.Label(text(yaml, "text"), sides.getFirst(), sides.getLast());
    }

    private static Agreement.Provision provision(Map<?, ?> yaml) {
        String id = text(yaml, "id");
        Agreement.Words text = words(map(yaml, "text"));
        Agreement.Citation citation = new Agreement.Citation(
                texts(yaml, "sources"),
                Coded.find(Agreement.Certainty.class, text(yaml, "certainty")).orElseThrow());
        return switch (text(yaml, "kind")) {
            case "prohibition" ->
                new Agreement.Prohibition(
                        id,
                        text,
                        citation,
                        texts(yaml, "acts").stream()
                                .map(code -> Coded.find(ActGroup.class, code).orElseThrow())
                                .toList(),
                        list(yaml, "between").stream()
                                .map(side -> strings((List<?>) side))
                                .toList(),
                        texts(yaml, "binding-unclear"),
                        texts(yaml, "areas"));
            case "obligation" ->
                new Agreement.Obligation(
                        id,
                        text,
                        citation,
                        texts(yaml, "by"),
                        find(yaml, "due").map(LocalDate::parse),
                        find(yaml, "shown-by"),
                        List.of());
            case "exemption" ->
                new Agreement.Exemption(
                        id,
                        text,
                        citation,
                        texts(yaml, "from"),
                        texts(yaml, "groups"),
                        Optional.empty());
            default -> throw new IllegalArgumentException("no kind of provision: " + id);
        };
    }

    private static Agreement.Words words(Map<?, ?> yaml) {
        return new Agreement.Words(text(yaml, "en"), find(yaml, "ar"));
    }

    private static Map<?, ?> map(Object yaml) {
        return (Map<?, ?>) yaml;
    }

    private static Map<?, ?> map(Map<?, ?> yaml, String key) {
        return map(Objects.requireNonNull(yaml.get(key), key));
    }

    private static List<?> list(Map<?, ?> yaml, String key) {
        return yaml.get(key) instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<?, ?> yaml, String key) {
        return find(yaml, key).orElseThrow(() -> new IllegalArgumentException("no " + key));
    }

    private static Optional<String> find(Map<?, ?> yaml, String key) {
        return Optional.ofNullable(yaml.get(key)).map(Object::toString);
    }

    private static List<String> texts(Map<?, ?> yaml, String key) {
        return strings(list(yaml, key));
    }

    private static List<String> strings(List<?> list) {
        return list.stream().map(Object::toString).toList();
    }

    private static List<Map<?, ?>> maps(Map<?, ?> yaml, String key) {
        return list(yaml, key).stream().<Map<?, ?>>map(SampleAgreements::map).toList();
    }
}
