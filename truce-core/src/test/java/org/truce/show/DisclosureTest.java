package org.truce.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.assess.Evidence;
import org.truce.assess.HandRecord;
import org.truce.assess.HandReport;
import org.truce.base.LatLon;
import org.truce.base.Moment;
import org.truce.base.Occurred;
import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.base.Watch;
import org.truce.reconcile.Incident;
import org.truce.reconcile.Odds;
import org.truce.record.Entry;
import org.truce.record.Observes;

import java.time.Instant;
import java.util.Random;

/** Who sees what of places, sources and reasons. */
final class DisclosureTest {
    private static final Instant LATE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SOON = Instant.parse("2017-08-02T00:00:00Z");
    private static final double HALF_CELL = 0.025;

    private static Disclosure.Reader reader(HandRecord record, Instant now) {
        return new Disclosure.Reader(record.evidence().known().registers(), now);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aCellsMiddleIsAtMostHalfACellAwayAndTheSameForAllInIt(long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            LatLon point =
                    new LatLon(180 * random.nextDouble() - 90, 360 * random.nextDouble() - 180);
            LatLon middle = Disclosure.cellOf(point);
            assertThat(middle.latDegrees()).isCloseTo(point.latDegrees(), offset(HALF_CELL + 1e-9));
            assertThat(middle.lonDegrees()).isCloseTo(point.lonDegrees(), offset(HALF_CELL + 1e-9));
            LatLon inSameCell = new LatLon(
                    middle.latDegrees() + (random.nextDouble() - 0.5) * 0.0499,
                    middle.lonDegrees() + (random.nextDouble() - 0.5) * 0.0499);
            assertThat(Disclosure.cellOf(inSameCell)).isEqualTo(middle);
            assertThat(Disclosure.cellOf(middle)).isEqualTo(middle);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // A border belongs to the cell that it begins; poles and the 180th meridian end the last.
        "32.6, 36.1, 32.625, 36.125",
        "32.65, 36.15, 32.675, 36.175",
        "0, 0, 0.025, 0.025",
        "-0.05, -0.05, -0.025, -0.025",
        "-0.01, -32.65, -0.025, -32.625",
        "90, 180, 89.975, 179.975",
        "-90, -180, -89.975, -179.975",
    })
    void bordersBelongToOneCell(double lat, double lon, double middleLat, double middleLon) {
        LatLon middle = Disclosure.cellOf(new LatLon(lat, lon));
        assertThat(middle.latDegrees()).isCloseTo(middleLat, offset(1e-9));
        assertThat(middle.lonDegrees()).isCloseTo(middleLon, offset(1e-9));
    }

    /** SOON is a day after the outage. */
    @Test
    void whereNobodyCouldLookIsToldLate() {
        HandRecord record = SecretRecord.of(true);
        Entry outage = new HandReport("quiet", "V1", "2017-08-01T08:00")
                .until("2017-08-01T16:00")
                .coverage("post-7", Watch.IMPEDED);
        assertThat(EntryView.of(outage, reader(record, SOON), Phrases.in("en")).toString())
                .contains("three days")
                .doesNotContain("post-7", "16:00", "camera", "out of order", "Squareland");
        assertThat(EntryView.of(outage, reader(record, LATE), Phrases.in("en")).toString())
                .contains("post-7", "16:00", "camera", "out of order");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aReaderOfARegisterWithProtectedSourcesLearnsNoneOfIt(String language) {
        HandRecord record = SecretRecord.of(false);
        assertThat(record.evidence().listIncidents()).hasSize(1);
        String shown = SecretRecord.shown(record, reader(record, LATE), language);
        for (String secret : SecretRecord.SECRETS) {
            assertThat(shown).doesNotContain(secret);
        }
        // No distance either: neither from the line nor between the two places; nor what the
        // latter weighs, nor the sum that would give it away.
        Phrases words = Phrases.in(language);
        assertThat(shown).doesNotContainPattern("0\\.[0-9] (km|كم)");
        assertThat(shown)
                .contains(words.say("show.places-compared")
                        + words.say("show.list-semicolon").strip())
                .doesNotContain(words.say("show.places-compared") + ":")
                .contains(words.say(Phrase.of("reconcile.same-actor")) + ": ×")
                .doesNotContain(words.say("reconcile.same-name"))
                .doesNotContain(words.say("reconcile.names-differ"))
                .doesNotContain(words.say(Phrase.of(Odds.COMPANY, "1")).split("1")[0])
                .doesNotContain(words.say(Phrase.of(Odds.TOGETHER_FOR, "1")).split("1")[0]);
        assertThat(shown).contains(Phrases.in(language).say("show.reason-withheld.place"));
        assertThat(shown).contains("Squareland").contains("32.525");
    }

    /** Without other notes nobody could say how alike two of them are. */
    @Test
    void howAlikeNotesAreIsSaidToWhoMayReadThem() {
        String said = Phrases.in("en").say("reconcile.words");
        HandRecord hidden = withOtherNotes(SecretRecord.of(false));
        HandRecord named = withOtherNotes(SecretRecord.of(true));

        assertThat(SecretRecord.shown(hidden, new Disclosure.Holder(), "en")).contains(said);
        assertThat(SecretRecord.shown(named, reader(named, LATE), "en")).contains(said);
        assertThat(SecretRecord.shown(hidden, reader(hidden, LATE), "en")).doesNotContain(said);
        assertThat(SecretRecord.shown(named, reader(named, SOON), "en")).doesNotContain(said);
    }

    private static HandRecord withOtherNotes(HandRecord record) {
        HandRecord more = record;
        for (int month = 1; month <= 6; month++) {
            more = more.with(new HandReport("quiet", "E" + month, "2017-0" + month + "-01")
                    .source(month % 2 == 0 ? "Brave Observer" : "Second Observer")
                    .note("on the road to the bakery")
                    .at("Elsewhere", "32.9,36.9", PlacePrecision.EXACT)
                    .by("reds", "a road")
                    .report());
        }
        return more;
    }

    @Test
    void whoHoldsTheStoreSeesAllOfIt() {
        HandRecord record = SecretRecord.of(false);
        String shown = SecretRecord.shown(record, new Disclosure.Holder(), "en");
        assertThat(shown)
                .contains("Hidden Valley")
                .contains("Brave Observer")
                .contains("behind the mill")
                .contains("https://secret.example/page/R1")
                .contains("the old school of the blues")
                .contains("32.5012")
                .contains("points 0.1 km apart")
                .contains("give the place")
                .contains("more than one of the kind may have happened")
                .containsPattern("0\\.4 km from its line");
    }

    @Test
    void ofAPublicRegisterTheReaderSeesTextsButNoExactPoint() {
        HandRecord record = SecretRecord.of(true);
        String shown = SecretRecord.shown(record, reader(record, LATE), "en");
        assertThat(shown).contains("Hidden Valley").contains("Brave Observer");
        assertThat(shown).doesNotContain("32.5012").doesNotContain("36.0043");
        assertThat(shown).doesNotContain("is not a number");
    }

    /*
     * A day in Damascus in August ends at 21:00 UTC. Reckoned where days end last it ends at 12:00
     * UTC on the next day, and 72 hours later the place may be said.
     */
    @ParameterizedTest
    @CsvSource({
        "2017-08-05T12:00:00Z, false",
        "2017-08-05T12:00:01Z, true",
        "2017-08-04T00:00:00Z, false",
        "2017-08-01T09:00:00Z, false",
    })
    void placesAreSaidThreeDaysAfterTheLatestPossibleEnd(String now, boolean said) {
        HandRecord record = SecretRecord.of(true);
        String shown = SecretRecord.shown(record, reader(record, Instant.parse(now)), "en");
        assertThat(shown.contains("Hidden Valley")).isEqualTo(said);
        assertThat(shown.contains("behind the mill")).isEqualTo(said);
        assertThat(shown.contains("https://secret.example")).isEqualTo(said);
        assertThat(shown.contains("the old school")).isEqualTo(said);
        assertThat(shown.contains("32.525")).isEqualTo(said);
        assertThat(shown).contains("Squareland").contains("Brave Observer");
        if (!said) {
            assertThat(shown).doesNotContainPattern("0\\.[0-9] km");
        }
    }

    @Test
    void whatIsKnownToTheWeekWaitsForTheWeeksEnd() {
        HandRecord record = HandRecord.square().with(HandRecord.uneven("pages"));
        Entry.Report report = new HandReport("pages", "R1", "2017-08-01").report();
        Occurred week = new Occurred(
                Moment.get("2017-08-01"), Moment.get("2017-08-07"), TimePrecision.WEEK);
        Disclosure reader = reader(record, Instant.parse("2017-08-08T00:00:00Z"));
        assertThat(reader.point(report.account().place(), report.account().occurred()))
                .isPresent();
        assertThat(reader.point(report.account().place(), week)).isEmpty();
    }

    @Test
    void theMoreExactPlaceOfAProtectedRegisterStaysProtectedInAJointIncident() {
        HandRecord record = HandRecord.square()
                .with(HandRecord.register("a-public", new Observes.Unevenly(), false, true))
                .with(HandRecord.register("b-quiet", new Observes.Unevenly(), false, false))
                .with(new HandReport("a-public", "R1", "2017-08-01")
                        .source("North Gazette")
                        .at("Midtown", "32.50,36.25", PlacePrecision.TOWN)
                        .killed(2, 1)
                        .report())
                .with(new HandReport("b-quiet", "R2", "2017-08-01")
                        .source("Brave Observer")
                        .at("Midtown hospital", "32.5012,36.2543", PlacePrecision.EXACT)
                        .killed(2, 1)
                        .report());
        Evidence evidence = record.evidence();
        assertThat(evidence.listIncidents()).hasSize(1);
        Incident incident = evidence.listIncidents().getFirst();
        assertThat(incident.place().precision()).isEqualTo(PlacePrecision.EXACT);
        String shown = SecretRecord.shown(record, reader(record, LATE), "en");
        assertThat(shown)
                .doesNotContain("hospital", "Brave Observer", "32.5012")
                .doesNotContainPattern("0\\.[0-9] km");
        // The public report is shown as it stands; origins are not, for one of them would tell.
        assertThat(shown).contains("Midtown").contains("North Gazette");
        IncidentBlock block =
                IncidentBlock.of(incident, evidence, reader(record, LATE), Phrases.in("en"));
        assertThat(block.place()).isEqualTo("Squareland");
        assertThat(block.origins().stream().map(IncidentBlock.OriginRow::name))
                .containsExactly("withheld source 1", "withheld source 2");
    }

    @Test
    void reasonsThatRestOnNothingProtectedAreSaidToEveryone() {
        HandRecord record = HandRecord.square()
                .with(HandRecord.register("quiet", new Observes.Unevenly(), false, false))
                .with(new HandReport("quiet", "R1", "2017-06-01").by("wolves").report());
        Evidence evidence = record.evidence();
        IncidentView view = IncidentView.of(
                evidence.listIncidents().getFirst(),
                evidence,
                reader(record, LATE),
                Phrases.in("en"));
        assertThat(view.findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.verdict()).isEqualTo("no-breach");
            assertThat(finding.because())
                    .contains("the wolves: not bound by the provision.")
                    .contains("before the provision came into force")
                    .doesNotContain("withheld");
        });
    }
}
