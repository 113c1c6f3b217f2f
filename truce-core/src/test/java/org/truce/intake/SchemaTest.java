package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.truce.base.ActGroup;
import org.truce.base.Coded;
import org.truce.base.ExemptCase;
import org.truce.base.Weapon;
import org.truce.record.Agreement.Certainty;
import org.truce.record.ClaimMeasure;
import org.truce.record.Entered;
import org.truce.record.Entry;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The published schemas and the reader agree, on the samples and on what is broken. */
final class SchemaTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String REGISTER = """
        truce-register: 1
        title: A register
        observes: unevenly
        entered-afterwards: true
        sources-published: false
        attribution: Somebody
        limits: {en: [uneven], ar: [غير متساو]}
        """;

    private static final String RICH = FurtherTermsYamlTest.RICH;

    private static final String CLAIMS = """
        truce-claims: 1
        claims:
          - id: a-claim
            statement: S-1
            quote: held well
            measure: held
            area: north
            from: 2018-01-01
            to: 2018-01-31
            baseline-from: 2017-01-01
            baseline-to: 2017-12-31
        """;

    private static JsonNode schemaTree(String name) {
        return MAPPER.readTree(
                Taken.bytes(Taken.ROOT.resolve("docs/reference/schemas").resolve(name)));
    }

    static boolean fits(Format format, String yaml) {
        String name = format.code() + ".schema.json";
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaTree(name));
        Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema.validate(MAPPER.<JsonNode>valueToTree(tree)).isEmpty();
    }

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Taken.ROOT.resolve("samples"))) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    // What is expected of a worked agreement is no file to take in.
                    .filter(file -> !file.endsWith("expected.yaml"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleFitsItsSchemaAndIsRead(Path file) {
        String text = new String(Taken.bytes(file), StandardCharsets.UTF_8);
        Format format = Intake.recognise(Taken.bytes(file)).orElseThrow();
        assertThat(fits(format, text)).isTrue();
        Taken taken = Taken.from(format, text);
        assertThat(taken.defects()).isEmpty();
        // Three tests and six pairs of statements side by side; the article's sentences.
        int wanted = format == Format.CLAIMS ? 9 : format == Format.ARTICLE ? 20 : 1;
        assertThat(taken.entries()).hasSize(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "signed:|singed:",
                "due:|deu:",
                "ar: هدنة|arr: هدنة",
                "zone: Asia/Damascus|# none",
                "id: a-truce|id: A Truce",
                "id: a-truce|id: 7",
                "title: {en: A truce, ar: هدنة}|title: A truce",
                "title: {en: A truce, ar: هدنة}|title: {ar: هدنة}",
                "en: A truce|en: ''",
                "truce-agreement: 1|truce-agreement: 2",
                "truce-agreement: 1|truce-agreement: '1'",
                "2017-07-09T12:00|noon",
                "signed: 2017-07-07|signed: 7 July 2017",
                "signed: 2017-07-07|signed: 1066-10-14",
                "parties: [north, south]|parties: north",
                "parties: [north, south]|parties: []",
                "parties: [north, south]|parties: [true]",
                "acts: [shelling, ground-fire]|acts: [shells]",
                "acts: [shelling, ground-fire]|acts: []",
                "[[north], [south]]|[[north]]",
                "[[north], [south]]|[[north], [south], [east]]",
                "[[north], [south]]|[[north], []]",
                "[[north], [south]]|[north, south]",
                "certainty: reported|certainty: rumoured",
                "certainty: reported|# none",
                "kind: obligation|kind: wish",
                "kind: obligation|# none",
                "sources: [article 3]|sources: []",
                "sources: [article 3]|# none",
                "between: [north, south]}|between: [north]}",
                "{text: both sides,|{",
                "by: [north, south]|by: {north: 1}",
                "by: [north, south]|by: []",
                "from: [truce]|# none",
                "groups: [raiders]|groups: [Raiders!]",
                "name: {en: North}|name: North",
                "whole: [Daraa]|whole: Daraa",
                "reading: wide|reading: Wide One",
                "shown-by: deliveries|shown-by: [deliveries]"
            })
    void schemaAndReaderRefuseTheSameAgreements(String good, String bad) {
        String changed = AgreementYamlTest.SMALL.replace(good, bad);
        assertThat(changed).isNotEqualTo(AgreementYamlTest.SMALL);
        assertThat(fits(Format.AGREEMENT, changed)).isFalse();
        Taken taken = Taken.from(Format.AGREEMENT, changed);
        assertThat(taken.entries()).isEmpty();
        assertThat(taken.defects()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "by: [north]|# none",
                "by: [north]|by: []",
                "by: [north]|between: [[north], [south]]",
                "against: [south]|between: [[north], [south]]",
                "lines: [{line: ridge, within-km: 15, side-of: north}]|# none",
                "lines: [{line: ridge, within-km: 15, side-of: north}]|lines: [{line: ridge}]",
                "lines: [{line: ridge, within-km: 15, side-of: north}]|lines: [ridge]",
                "within-km: 15|within-km: '15'",
                "within-km: 15|within-km: 0",
                "within-km: 15|within-km: -1",
                "within-km: 15|within-m: 15",
                "kind: mortar|kind: morter",
                "calibre-at-least-mm: 120|calibre-at-least-mm: 120 mm",
                "calibre-at-least-mm: 120|calibre-at-least-mm: 1, calibre-over-mm: 1",
                "[{kind: mortar, calibre-at-least-mm: 120}]|[{}]",
                "hours: {from: 08:00, to: 14:30}|hours: {from: 08:00}",
                "from: 08:00|from: 8:00",
                "from: 08:00|from: 24:00",
                "case: notified|case: announced",
                "if-not-said: not-exempt|groups: [north]",
                "case: notified|# none",
                "if-not-said: not-exempt|if-not-said: exempt",
                "exchange: [{by: north, count: 40}, {by: south}]|exchange: [{by: north}]",
                "count: 40|count: 0",
                "count: 40|count: 1.5",
                "at: 2020-07-01|# none",
                "until: 2021-01-01|until: later",
                "task: {en: To watch.}|tasks: {en: To watch.}",
                "meaning: {en: All of them.}|meaning: All of them.",
                "prevails-over: [an-older-truce]|prevails-over: []",
                "prevails-over: [an-older-truce]|prevails-over: [An older truce]",
            })
    void schemaAndReaderRefuseTheSameFurtherTerms(String good, String bad) {
        String changed = RICH.replace(good, bad);
        if (bad.startsWith("#")) {
            changed = RICH.replaceFirst("(?m)(^ *)" + Pattern.quote(good), "$1");
        }
        assertThat(changed).isNotEqualTo(RICH);
        assertThat(fits(Format.AGREEMENT, changed)).isFalse();
        Taken taken = Taken.from(Format.AGREEMENT, changed);
        assertThat(taken.entries()).isEmpty();
        assertThat(taken.defects()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "within-km: 15|within-km: 0.5",
                "within-km: 15, side-of: north|side-of: north",
                "against: [south]|# all",
                "calibre-at-least-mm: 120|calibre-over-mm: 12.7",
                "kind: mortar, |",
                "if-not-said: not-exempt|# undetermined",
                "{by: north, count: 40}|{by: north}",
                "at: 2020-07-01|at: 2020-07-01T12:00+02:00",
            })
    void schemaAndReaderTakeTheSameFurtherTerms(String good, String other) {
        String changed = RICH.replace(good, other == null ? "" : other);
        assertThat(changed).isNotEqualTo(RICH);
        assertThat(fits(Format.AGREEMENT, changed)).isTrue();
        assertThat(Taken.from(Format.AGREEMENT, changed).defects()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in-force-from: 2017-07-09T12:00|in-force-from: 2017-07-09",
                "in-force-from: 2017-07-09T12:00|in-force-from: 2017-07-09T12:00+03:00",
                "in-force-from: 2017-07-09T12:00|in-force-from: 2017-07-09T09:00:00Z",
                "guarantors: [east]|guarantors: []",
                "labels:|labels: [] #",
                "reading: wide, |",
                "sources: []|sources: [a page]"
            })
    void schemaAndReaderTakeTheSameAgreements(String good, String other) {
        String changed = AgreementYamlTest.SMALL.replace(good, other == null ? "" : other);
        if (good.equals("labels:")) {
            changed = changed.replaceAll("(?m)^  - \\{text: both sides.*\\n", "");
        }
        assertThat(changed).isNotEqualTo(AgreementYamlTest.SMALL);
        assertThat(fits(Format.AGREEMENT, changed)).isTrue();
        assertThat(Taken.from(Format.AGREEMENT, changed).defects()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title:|titel:",
                "title: A register|title: 7",
                "truce-register: 1|truce-register: 3",
                "observes: unevenly|observes: often",
                "observes: unevenly|observes: steadily",
                "attribution: Somebody|unit: event",
                "entered-afterwards: true|entered-afterwards: yes",
                "sources-published: false|# none",
                "en: [uneven]|fr: [inégal]",
                "en: [uneven]|en: uneven",
                "limits: {en|limits: [en"
            })
    void schemaAndReaderRefuseTheSameRegisters(String good, String bad) {
        String changed = REGISTER.replace(good, bad);
        if (bad.contains("[en")) {
            changed = REGISTER.replaceAll("(?m)^limits:.*$", "limits: [a]");
        }
        assertThat(changed).isNotEqualTo(REGISTER);
        assertThat(fits(Format.REGISTER, changed)).isFalse();
        assertThat(Taken.from(Format.REGISTER, changed).entries()).isEmpty();
        assertThat(Taken.from(Format.REGISTER, changed).defects()).isNotEmpty();
    }

    @Test
    void aSteadyRegisterSaysWhatItCounts() {
        String steady = REGISTER.replace("unevenly", "steadily\nunit: lethal event");
        for (String text : List.of(REGISTER, steady)) {
            assertThat(fits(Format.REGISTER, text)).isTrue();
            assertThat(Taken.from(Format.REGISTER, text).defects()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "truce-claims: 1|truce-claims: 2",
                "truce-claims: 1|truce-claims: one",
                "id: a-claim|id: A claim",
                "id: a-claim|# none",
                "quote: held well|quotation: held well",
                "quote: held well|quote: ''",
                "quote: held well|quote: 7",
                "statement: S-1|# none",
                "measure: held|measure: felt",
                "measure: held|measure: [held]",
                "area: north|area: The North",
                "from: 2018-01-01|from: 1 January 2018",
                "from: 2018-01-01|from: 2018-01-01T12:00",
                "baseline-to: 2017-12-31|# none",
                "baseline-to: 2017-12-31|baseline-till: 2017-12-31"
            })
    void schemaAndReaderRefuseTheSameClaims(String good, String bad) {
        String changed = CLAIMS.replaceFirst("(?m)(?<=[ -])" + good + "$", bad);
        if (good.startsWith("truce")) {
            changed = CLAIMS.replace(good, bad);
        }
        assertThat(changed).isNotEqualTo(CLAIMS);
        assertThat(fits(Format.CLAIMS, changed)).isFalse();
        Taken taken = Taken.from(Format.CLAIMS, changed);
        assertThat(taken.entries()).isEmpty();
        assertThat(taken.defects()).isNotEmpty();
    }

    @Test
    void aClaimIsReadAsItStands() {
        assertThat(fits(Format.CLAIMS, CLAIMS)).isTrue();
        Taken taken = Taken.from(Format.CLAIMS, CLAIMS);
        assertThat(taken.defects()).isEmpty();
        Entered entered = taken.entries().getFirst().entered();
        assertThat(entered.line()).isEqualTo(3);
        assertThat(taken.entries())
                .containsExactly(new Entry.ClaimTest(
                        "test",
                        "a-claim",
                        entered,
                        "S-1",
                        "held well",
                        ClaimMeasure.HELD,
                        "north",
                        LocalDate.of(2018, 1, 1),
                        LocalDate.of(2018, 1, 31),
                        LocalDate.of(2017, 1, 1),
                        LocalDate.of(2017, 12, 31)));
    }

    @ParameterizedTest
    @CsvSource({
        "2018-01-31, 2017-12-30, to",
        "2017-01-01, 2018-01-01, baseline-from",
        "2017-12-31, 2018-01-01, baseline-to",
    })
    void datesOfAClaimStandInOrder(String good, String bad, String key) {
        Taken taken = Taken.from(Format.CLAIMS, CLAIMS.replace(good, bad));
        assertThat(taken.entries()).as(key).isEmpty();
        assertThat(taken.defects()).isNotEmpty().allMatch(d -> d.todo().contains("in order"));
    }

    @Test
    void aClaimMayBeComparedWithASingleDay() {
        String day = CLAIMS.replace("2017-01-01", "2017-12-31").replace("2018-01-31", "2018-01-01");
        assertThat(Taken.from(Format.CLAIMS, day).defects()).isEmpty();
    }

    @Test
    void twoClaimsDoNotShareAnId() {
        String twice = CLAIMS + CLAIMS.substring(CLAIMS.indexOf("  - id"));
        Taken taken = Taken.from(Format.CLAIMS, twice);
        assertThat(taken.entries()).isEmpty();
        assertThat(taken.onlyDefect().problem()).isEqualTo("the id 'a-claim' stands here twice");
    }

    @Test
    void theSchemaKnowsTheSameWords() {
        assertThat(schemaTree("claims.schema.json")
                        .at("/$defs/claim/properties/measure/enum")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .containsExactlyElementsOf(Coded.listCodes(ClaimMeasure.class));
        JsonNode defs = schemaTree("agreement.schema.json").path("$defs");
        JsonNode prohibition = defs.path("prohibition").path("properties");
        assertThat(prohibition.at("/acts/items/enum").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(Coded.listCodes(ActGroup.class));
        assertThat(defs.at("/weaponClass/properties/kind/enum")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .containsExactlyElementsOf(Coded.listCodes(Weapon.class));
        assertThat(defs.at("/exemption/properties/case/enum")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .containsExactlyElementsOf(Coded.listCodes(ExemptCase.class));
        assertThat(prohibition.at("/certainty/enum").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(Coded.listCodes(Certainty.class));
    }
}
