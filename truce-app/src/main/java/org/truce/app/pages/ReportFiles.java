package org.truce.app.pages;

import org.truce.app.exchange.Prover;
import org.truce.assess.Evidence;
import org.truce.assess.History;
import org.truce.base.Phrases;
import org.truce.record.Entry;
import org.truce.record.Proofs;
import org.truce.show.AnswerBlock;
import org.truce.show.AreaCourse;
import org.truce.show.CitedEntry;
import org.truce.show.ClaimBlock;
import org.truce.show.Disclosure;
import org.truce.show.EntryView;
import org.truce.show.FollowPage;
import org.truce.show.IncidentBlock;
import org.truce.show.Overview;
import org.truce.show.Overviews;
import org.truce.show.ReportText;
import org.truce.show.Row;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Writes a situation report: one HTML file that needs nothing else, the same as plain text, and the
 * proofs of all entries it rests on.
 */
public final class ReportFiles {
    /** The file of proofs in a report's folder. */
    public static final String PROOFS = "report.proofs";

    private final History history;
    private final Disclosure disclosure;
    private final Phrases phrases;
    private final Function<Predicate<Prover.Citation>, Proofs> prover;

    /**
     * With what is needed to write.
     *
     * @param prover makes the proofs of the entries that are cited
     */
    public ReportFiles(
            History history,
            Disclosure disclosure,
            Phrases phrases,
            Function<Predicate<Prover.Citation>, Proofs> prover) {
        this.history = history;
        this.disclosure = disclosure;
        this.phrases = phrases;
        this.prover = prover;
    }

    /**
     * Writes report.html, report.txt and report.proofs into a folder, which is made when it is not
     * there.
     */
    public List<Path> write(Overviews overviews, Path folder) throws IOException {
        Evidence evidence = overviews.evidence();
        Overview overview = overviews.build().ofOneArea();
        Files.createDirectories(folder);
        Path html = folder.resolve("report.html");
        Path text = folder.resolve("report.txt");
        Path proofs = folder.resolve(PROOFS);
        Cited cited = cited(overview, evidence);
        Optional<FollowPage.Section> overdue = overviews.findOverdue();
        AreaCourse course = overviews.course();
        Set<Prover.Citation> citations = cited(cited, overview, evidence);
        citations.addAll(cited(overdue, course));
        Proofs proven = prover.apply(citations::contains);
        List<CitedEntry> listed = CitedEntry.listAll(proven);
        String title =
                phrases.say("show.report-title", overview.answers().getFirst().name());
        String made = phrases.say(
                "show.report-made",
                overview.form().from(),
                overview.form().to(),
                overview.form().asKnown().isEmpty()
                        ? phrases.say("show.everything-known")
                        : phrases.say("show.known-on", overview.form().asKnown()));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("overview", overview);
        parameters.put("title", title);
        parameters.put("made", made);
        parameters.put("incidents", cited.incidents());
        parameters.put("entries", cited.entries());
        parameters.put("listed", listed);
        parameters.put("overdue", overdue);
        parameters.put("course", course);
        parameters.put("css", css());
        parameters.put("words", phrases);
        parameters.put("links", new Links.Anchors());
        parameters.put("registerOfCounts", AnswerBlock.registersOfCounts(evidence));
        String lines =
                ReportText.of(overview, title, made, cited.incidents(), cited.entries(), phrases)
                        + CitedEntry.section(listed, phrases);
        replace(html, new Pages().render("report.jte", parameters));
        replace(text, lines.getBytes(StandardCharsets.UTF_8));
        replace(proofs, proven.write());
        return List.of(html, text, proofs);
    }

    /** A file is there whole, or as it was before: a full disk leaves no half of a report. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), ".report", ".tmp");
        try {
            Files.write(whole, bytes);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** All that the report names, and what it is measured by. */
    private static Set<Prover.Citation> cited(Cited cited, Overview overview, Evidence evidence) {
        Set<Prover.Citation> all = new HashSet<>();
        for (IncidentBlock incident : cited.incidents()) {
            incident.reports()
                    .forEach(
                            report -> all.add(new Prover.Citation(report.register(), report.id())));
        }
        cited.entries()
                .forEach(entry -> all.add(new Prover.Citation(entry.register(), entry.id())));
        Set<String> claims = new HashSet<>();
        overview.claims().forEach(claim -> claims.add(claim.id()));
        Set<String> statements = new HashSet<>();
        for (Entry.ClaimTest test : evidence.known().list(Entry.ClaimTest.class)) {
            if (claims.contains(test.id())) {
                statements.add(test.statement());
            }
        }
        for (Entry entry : evidence.known().entries()) {
            boolean asked = entry instanceof Entry.ClaimTest && claims.contains(entry.id());
            boolean said = entry instanceof Entry.Statement && statements.contains(entry.id());
            boolean yardstick = entry instanceof Entry.RegisterDeclared
                    || entry instanceof Entry.AreaOutline
                    || entry instanceof Entry.AgreementText;
            if (asked || said || yardstick) {
                all.add(new Prover.Citation(entry.register(), entry.id()));
            }
        }
        return all;
    }

    /** What is named as overdue and on the line of time. */
    private static Set<Prover.Citation> cited(
            Optional<FollowPage.Section> overdue, AreaCourse course) {
        Set<Prover.Citation> named = new HashSet<>();
        Stream.concat(
                        course.list().stream().map(AreaCourse.Event::line),
                        overdue.stream()
                                .flatMap(section -> section.blocks().stream())
                                .filter(FollowPage.Lines.class::isInstance)
                                .map(FollowPage.Lines.class::cast)
                                .flatMap(lines -> lines.lines().stream()))
                .flatMap(line -> line.to().stream())
                .filter(FollowPage.ToEntry.class::isInstance)
                .map(FollowPage.ToEntry.class::cast)
                .forEach(to -> named.add(new Prover.Citation(to.register(), to.id())));
        return named;
    }

    /** Everything that the report names by its id. */
    private record Cited(List<IncidentBlock> incidents, List<EntryView> entries) {}

    private Cited cited(Overview overview, Evidence evidence) {
        Set<String> incidentIds = new LinkedHashSet<>();
        Set<String> entryIds = new LinkedHashSet<>();
        overview.rows().stream().map(Row::id).forEach(incidentIds::add);
        for (AnswerBlock answer : overview.answers()) {
            incidentIds.addAll(answer.breachIds());
            incidentIds.addAll(answer.undeterminedIds());
            incidentIds.addAll(answer.refutedIds());
            entryIds.addAll(answer.countedEntries());
        }
        for (ClaimBlock claim : overview.claims()) {
            for (ClaimBlock.View view : claim.views()) {
                for (ClaimBlock.Side side : List.of(view.then(), view.now())) {
                    (side.incidents() ? incidentIds : entryIds).addAll(side.ids());
                }
            }
        }
        // An answer as known earlier may name an incident by a report that has since found company.
        List<IncidentBlock> incidents = new ArrayList<>();
        for (String id : incidentIds) {
            evidence.findIncident(id)
                    .ifPresent(incident -> incidents.add(
                            IncidentBlock.of(incident, evidence, disclosure, phrases)));
        }
        return new Cited(incidents, entries(entryIds));
    }

    private List<EntryView> entries(Set<String> ids) {
        List<EntryView> entries = new ArrayList<>();
        for (Entry.PeriodCount count :
                history.on(Optional.empty()).known().list(Entry.PeriodCount.class)) {
            if (ids.contains(count.id())) {
                entries.add(EntryView.of(count, disclosure, phrases));
            }
        }
        return entries;
    }

    private static String css() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ReportFiles.class.getResourceAsStream("report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
