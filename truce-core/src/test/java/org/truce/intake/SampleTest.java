package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import org.junit.jupiter.api.Test;
import org.truce.base.Coded;
import org.truce.base.EventType;
import org.truce.base.Hash;
import org.truce.base.Moment;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.record.Account;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Guarded;
import org.truce.record.Observes;
import org.truce.record.StatementKind;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The whole sample; the numbers were counted from its files with another program. */
final class SampleTest {
    private static Account account(Entry entry) {
        return switch (entry) {
            case Entry.Report report -> report.account();
            case Entry.SummaryReport summary -> summary.account();
            case Entry.CalmReport calm -> calm.account();
            default -> throw new AssertionError(entry);
        };
    }

    @Test
    void all667ReportsGoIn() {
        Taken taken = Taken.sample(Format.REPORTS, "reports.csv");
        assertThat(taken.defects()).isEmpty();
        assertThat(taken.cautions()).isEmpty();
        assertThat(taken.entries()).hasSize(667);
        List<Entry.Report> reports = taken.all(Entry.Report.class);
        assertThat(reports).hasSize(588);
        assertThat(taken.all(Entry.SummaryReport.class)).hasSize(45);
        assertThat(taken.all(Entry.CalmReport.class)).hasSize(34);
        Map<EventType, Long> types =
                reports.stream().collect(groupingBy(Entry.Report::type, counting()));
        assertThat(types)
                .containsEntry(EventType.ARTILLERY_SHELLING, 168L)
                .containsEntry(EventType.AIRSTRIKE, 99L)
                .containsEntry(EventType.OTHER, 29L)
                .containsEntry(EventType.PRISONER, 1L)
                .hasSize(17);
        assertThat(reports.stream().filter(r -> r.sameAs().isPresent())).hasSize(50);
        assertThat(reports.stream()
                        .mapToInt(r -> r.casualties().killedMax().orElse(0))
                        .sum())
                .isEqualTo(667);
        assertThat(reports.stream()
                        .mapToInt(r -> r.casualties().injured().orElse(0))
                        .sum())
                .isEqualTo(625);
        List<Account> accounts =
                taken.entries().stream().map(SampleTest::account).toList();
        assertThat(accounts.stream().filter(a -> a.published().isPresent())).hasSize(663);
        assertThat(accounts.stream().filter(a -> a.place().findPoint().isPresent()))
                .hasSize(666);
        assertThat(accounts.stream().map(a -> a.place().precision()))
                .filteredOn(PlacePrecision.TOWN::equals)
                .hasSize(511);
        assertThat(accounts.stream().map(a -> a.occurred().precision()))
                .filteredOn(TimePrecision.WEEK::equals)
                .hasSize(89);
        assertThat(accounts.stream().map(a -> a.occurred().from()))
                .filteredOn(Moment.OffsetClock.class::isInstance)
                .hasSize(30);
    }

    @Test
    void all172TalliesGoIn() {
        Taken taken = Taken.sample(Format.TALLIES, "tallies.csv");
        assertThat(taken.defects()).isEmpty();
        List<Entry.Tally> tallies = taken.all(Entry.Tally.class);
        assertThat(tallies).hasSize(172);
        assertThat(tallies.stream().mapToInt(Entry.Tally::count).sum()).isEqualTo(505);
        assertThat(tallies.stream().filter(t -> t.published().isEmpty())).hasSize(30);
        assertThat(tallies.stream().filter(t -> t.province().isEmpty())).hasSize(11);
        // SHA-256 over the first row as a JSON list, computed with another program.
        assertThat(tallies.getFirst().id()).isEqualTo("T-18cc7004df");
        assertThat(taken.ids()).doesNotHaveDuplicates();
    }

    @Test
    void all39TotalsGoIn() {
        Taken taken = Taken.sample(Format.TOTALS, "aggregates.csv");
        assertThat(taken.defects()).isEmpty();
        List<Entry.PublishedTotal> totals = taken.all(Entry.PublishedTotal.class);
        assertThat(totals).hasSize(39);
        assertThat(totals.getFirst().id()).isEqualTo("P-3d9ea0e38b");
        assertThat(totals.getFirst().from()).isEqualTo(LocalDate.of(2017, 7, 9));
        assertThat(totals.getFirst().value()).isEqualTo("2");
        assertThat(taken.ids()).doesNotHaveDuplicates();
    }

    @Test
    void all450CountsGoIn() {
        Taken taken = Taken.sample(Format.COUNTS, "lethal-events-by-month.csv");
        assertThat(taken.defects()).isEmpty();
        List<Entry.PeriodCount> counts = taken.all(Entry.PeriodCount.class);
        assertThat(counts).hasSize(450);
        assertThat(counts.getFirst().id()).isEqualTo("C-e65ba9defc");
        assertThat(counts.getFirst().countedRegister()).isEqualTo("UCDP GED");
        assertThat(counts.stream()
                        .filter(c -> c.area().equals("south-west")
                                && Objects.equals(c.reading().orElse(""), "announced")
                                && c.parties().equals("government-insurgents")
                                && c.to().isBefore(LocalDate.of(2017, 7, 9)))
                        .mapToInt(Entry.PeriodCount::count)
                        .sum())
                .isEqualTo(497);
        assertThat(counts.stream().filter(c -> c.reading().isEmpty())).hasSize(270);
        assertThat(counts.stream().mapToInt(c -> c.deathsBest().orElse(0)).sum())
                .isEqualTo(19_037);
    }

    @Test
    void all63StatementsGoIn() {
        Taken taken = Taken.sample(Format.STATEMENTS, "statements.csv");
        assertThat(taken.defects()).isEmpty();
        List<Entry.Statement> statements = taken.all(Entry.Statement.class);
        assertThat(statements).hasSize(63);
        assertThat(statements.getFirst().id()).isEqualTo("S-22fc060a37");
        assertThat(statements.stream().filter(s -> s.statementKind() == StatementKind.CLAIM))
                .hasSize(22);
    }

    @Test
    void everyRowOfTheFollowUpGoesIn() {
        Map<String, Integer> rows = Map.of(
                "guarantees", 16,
                "commitments", 27,
                "commitment-status", 87,
                "talks", 24,
                "deployments", 38,
                "contributions", 33);
        rows.forEach((code, count) -> {
            Format format = Coded.find(Format.class, code).orElseThrow();
            Taken taken = Taken.sample(format, code + ".csv");
            assertThat(taken.defects()).as(code).isEmpty();
            assertThat(taken.entries()).as(code).hasSize(count);
        });
    }

    @Test
    void allFiveOutlinesGoIn() {
        Taken taken = Taken.sample(Format.AREAS, "areas.geojson");
        assertThat(taken.defects()).isEmpty();
        assertThat(taken.ids())
                .containsExactly(
                        "south-west:announced",
                        "south-west:without-suwayda",
                        "idlib",
                        "north-homs",
                        "east-ghouta");
        Entry.AreaOutline first = taken.all(Entry.AreaOutline.class).getFirst();
        assertThat(first.entered().line()).isEqualTo(4);
        assertThat(first.precisionMetres()).isEqualTo(1_000);
        assertThat(first.inForceFrom()).contains(Moment.get("2017-07-09T12:00:00+03:00"));
        assertThat(first.nameAr()).isPresent();
        assertThat(first.geometry())
                .startsWith("{\"type\":\"Polygon\",\"coordinates\":[[[35.61,32.9],[35.64,32.87],");
        Entry.AreaOutline idlib = taken.all(Entry.AreaOutline.class).get(2);
        assertThat(idlib.reading()).isEmpty();
        assertThat(idlib.inForceTo()).isEmpty();
    }

    @Test
    void theRegisterSaysWhatItIs() {
        Entry.RegisterDeclared register = Taken.sample(Format.REGISTER, "register.yaml")
                .all(Entry.RegisterDeclared.class)
                .getFirst();
        assertThat(register.observes()).isEqualTo(new Observes.Unevenly());
        assertThat(register.enteredAfterwards()).isTrue();
        assertThat(register.sourcesPublished()).isTrue();
        assertThat(register.limits().get("en")).hasSize(10);
        assertThat(register.limits().get("ar")).hasSize(10);
        assertThat(register.attribution().orElseThrow()).startsWith("Facts from public pages");
    }

    @Test
    void everyEntryOfTheSampleSurvivesItsCanonicalBytes() {
        EntryCodec codec = new EntryCodec();
        Map<String, Format> files = Map.ofEntries(
                Map.entry("reports.csv", Format.REPORTS),
                Map.entry("areas.geojson", Format.AREAS),
                Map.entry("agreements/2017-07-07-understanding.yaml", Format.AGREEMENT),
                Map.entry("register.yaml", Format.REGISTER),
                Map.entry("tallies.csv", Format.TALLIES),
                Map.entry("statements.csv", Format.STATEMENTS),
                Map.entry("guarantees.csv", Format.GUARANTEES),
                Map.entry("commitments.csv", Format.COMMITMENTS),
                Map.entry("commitment-status.csv", Format.COMMITMENT_STATUS),
                Map.entry("talks.csv", Format.TALKS),
                Map.entry("deployments.csv", Format.DEPLOYMENTS),
                Map.entry("contributions.csv", Format.CONTRIBUTIONS),
                Map.entry("article.yaml", Format.ARTICLE));
        files.forEach((file, format) -> {
            Taken taken = Taken.sample(format, file);
            assertThat(taken.defects()).as(file).isEmpty();
            for (Entry entry : taken.entries()) {
                EntryCodec.Sealed sealed = codec.seal(entry);
                Map<Hash, Guarded.Open> values = sealed.values().stream()
                        .collect(Collectors.toMap(
                                Guarded.Open::commitment, value -> value, (a, b) -> a));
                assertThat(codec.open(sealed.body(), values)).isEqualTo(entry);
            }
        });
    }

    @Test
    void aRowsIdDoesNotDependOnWhereItStands() {
        String text = new String(
                Taken.bytes(Taken.SAMPLE.resolve("tallies.csv")),
                java.nio.charset.StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        List<String> moved = new java.util.ArrayList<>(lines.subList(1, lines.size()));
        java.util.Collections.reverse(moved);
        Taken again =
                Taken.from(Format.TALLIES, lines.getFirst() + "\n\n" + String.join("\n", moved));
        assertThat(again.ids())
                .containsExactlyInAnyOrderElementsOf(
                        Taken.sample(Format.TALLIES, "tallies.csv").ids());
    }
}
