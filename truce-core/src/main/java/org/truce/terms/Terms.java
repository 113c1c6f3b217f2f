package org.truce.terms;

import org.truce.base.Truth;
import org.truce.reconcile.Incident;
import org.truce.record.ActorBook;
import org.truce.record.Agreement;
import org.truce.record.Entry;
import org.truce.record.Place;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The agreements as a test of incidents: every prohibition against every outline of its areas and
 * every course of its lines. Its tests (act, weapon where it names one, parties, exemption, place,
 * time) are joined by a three-valued "and": one that fails means no breach, all that hold mean a
 * breach, anything else stays undetermined.
 *
 * <p>Thread-safe. No answer depends on what was asked before or on the order of what was handed in.
 */
public final class Terms {
    /** The local time of an area that no agreement names: every area known so far is in Syria. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Damascus");

    private final List<Agreement> agreements;
    private final List<Clause> clauses;
    private final Precedence precedence;
    private final List<Clause.DrawnLine> lines;
    private final List<AreaReading> readings;
    private final List<Located> located;

    /** Which time is asked about. */
    public enum Clock {
        /** The terms apply while they are in force. */
        AS_AGREED,
        /** What would be a breach had the terms been in force: for the time before. */
        AS_IF_IN_FORCE
    }

    private record Located(Entry.AreaOutline outline, PlaceTest place) {}

    /**
     * @param outlines all outlines at hand; one whose geometry is no polygon, or of a line no
     *     LineString, throws {@link IllegalArgumentException}
     * @param actors the book made from the same agreements
     */
    public Terms(List<Agreement> agreements, List<Entry.AreaOutline> outlines, ActorBook actors) {
        this.agreements =
                agreements.stream().sorted(Comparator.comparing(Agreement::id)).toList();
        List<Entry.AreaOutline> ordered = outlines.stream()
                .sorted(Comparator.comparing(Entry.AreaOutline::area)
                        .thenComparing(outline -> outline.reading().orElse(""))
                        .thenComparing(Entry.AreaOutline::register)
                        .thenComparing(Entry.AreaOutline::id))
                .toList();
        List<Clause.Drawn> drawn = ordered.stream()
                .filter(outline -> !outline.isLine())
                .map(outline -> new Clause.Drawn(outline, new Outline(outline.geometry())))
                .toList();
        lines = ordered.stream()
                .filter(Entry.AreaOutline::isLine)
                .map(line -> new Clause.DrawnLine(line, new Course(line.geometry())))
                .toList();
        List<Clause> all = new ArrayList<>();
        for (Agreement agreement : this.agreements) {
            for (Agreement.Provision provision : agreement.provisions()) {
                if (provision instanceof Agreement.Prohibition prohibition) {
                    all.add(new Clause(agreement, prohibition, actors, drawn, lines));
                }
            }
        }
        clauses = List.copyOf(all);
        precedence = new Precedence(this.agreements);
        located = drawn.stream().map(this::located).toList();
        readings = drawn.stream().map(outline -> areaReading(outline.entry())).toList();
    }

    /**
     * For {@link #within}, the governorates stand as the first agreement that names them has it.
     */
    private Located located(Clause.Drawn drawn) {
        Optional<Agreement.ReadingTerms> terms = agreements.stream()
                .flatMap(agreement -> Clause.findReading(agreement, drawn.entry()).stream())
                .findFirst();
        return new Located(drawn.entry(), new PlaceTest(drawn.shape(), drawn.entry(), terms));
    }

    private AreaReading areaReading(Entry.AreaOutline outline) {
        return new AreaReading(
                outline.area(),
                outline.reading(),
                new Agreement.Words(outline.name(), outline.nameAr()),
                outline.reading().map(reading -> readingName(outline, reading)),
                zoneOf(outline.area()),
                clauses.stream()
                        .flatMap(clause -> clause.findInForce(outline).stream())
                        .distinct()
                        .toList(),
                outline);
    }

    private Agreement.Words readingName(Entry.AreaOutline outline, String reading) {
        return agreements.stream()
                .flatMap(agreement -> Stream.concat(
                        Clause.findReading(agreement, outline).stream()
                                .flatMap(terms -> terms.name().stream()),
                        lineNames(agreement, outline)))
                .findFirst()
                .orElse(new Agreement.Words(reading, Optional.empty()));
    }

    private static Stream<Agreement.Words> lineNames(
            Agreement agreement, Entry.AreaOutline course) {
        return agreement.lines().stream()
                .filter(terms -> course.isLine() && terms.line().equals(course.area()))
                .flatMap(terms -> terms.readings().stream())
                .filter(terms -> terms.reading().equals(course.reading()))
                .flatMap(terms -> terms.name().stream());
    }

    /**
     * One finding for each prohibition and each outline of its areas: by agreement id, then as the
     * agreement has them, then by area and reading.
     */
    public List<Finding> findings(Incident incident, Clock clock) {
        PlaceTest.Asked asked = PlaceTest.Asked.of(incident.place());
        return precedence.noted(clauses.stream()
                .flatMap(clause -> clause.findings(incident, asked, clock).stream())
                .toList());
    }

    /**
     * What each prohibition in the count's area says of the things counted: whether they are of a
     * kind it forbids, between sides it binds, and not exempt. Place and time are the count's own:
     * the caller takes counts of the area and of the periods it wants. A breach here means that
     * every single thing counted would be one.
     */
    public List<Finding> findings(Entry.PeriodCount count) {
        return clauses.stream()
                .flatMap(clause -> clause.finding(count).stream())
                .toList();
    }

    /**
     * Whether a place lies in an area under a reading; unknown when there is no such outline. Where
     * an area has several outlines under one reading, one that holds the place is enough.
     */
    public Truth within(Place place, String area, Optional<String> reading) {
        PlaceTest.Asked asked = PlaceTest.Asked.of(place);
        return located.stream()
                .filter(each -> each.outline().area().equals(area))
                .filter(each -> each.outline().reading().equals(reading))
                .map(each -> each.place().of(asked).holds())
                .reduce(Truth::or)
                .orElse(Truth.UNKNOWN);
    }

    /** Every outline once, by area and reading. */
    public List<AreaReading> listReadings() {
        return readings;
    }

    /** Every course of a line once, by line and reading; its geometry is a LineString. */
    public List<AreaReading> listLines() {
        return lines.stream().map(line -> areaReading(line.entry())).toList();
    }

    /**
     * What the findings come to for one area under one reading: a breach if any provision is
     * broken, else undetermined if any is open, else no breach; empty when none covers the area.
     */
    public Optional<Verdict> verdict(
            List<Finding> findings, String area, Optional<String> reading) {
        List<Verdict> verdicts = findings.stream()
                .filter(finding -> finding.area().equals(area))
                .filter(finding -> finding.reading().equals(reading))
                .map(Finding::verdict)
                .toList();
        return Stream.of(Verdict.BREACH, Verdict.UNDETERMINED, Verdict.NO_BREACH)
                .filter(verdicts::contains)
                .findFirst();
    }

    /**
     * The local time of an area or a line: that of the first agreement, by id, that names it;
     * Asia/Damascus for one that none names.
     */
    public ZoneId zoneOf(String area) {
        return agreements.stream()
                .filter(agreement -> agreement.areas().stream()
                                .anyMatch(terms -> terms.area().equals(area))
                        || agreement.lines().stream()
                                .anyMatch(terms -> terms.line().equals(area)))
                .map(Agreement::zone)
                .findFirst()
                .orElse(DEFAULT_ZONE);
    }
}
