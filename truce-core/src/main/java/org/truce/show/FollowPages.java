package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.assess.History;
import org.truce.base.Phrases;
import org.truce.followup.FollowItem;
import org.truce.followup.FollowKind;
import org.truce.followup.FollowList;
import org.truce.followup.NotThere;
import org.truce.record.Known;
import org.truce.terms.AreaReading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The pages about what was promised and what came of it, as one reader sees them. One list with
 * kinds serves them all; what they say is computed for the day that is asked about.
 */
public final class FollowPages {
    private final History history;
    private final FollowAsked asked;
    private final Instant now;
    private final FollowLines lines;

    /** @param now decides what is due where no day is asked about, by the calendar of the areas */
    public FollowPages(
            History history,
            FollowAsked asked,
            Instant now,
            Disclosure disclosure,
            Phrases phrases) {
        this.history = history;
        this.asked = asked;
        this.now = now;
        Evidence evidence = history.on(asked.asKnown());
        LocalDate today =
                asked.asKnown().orElseGet(() -> LocalDate.ofInstant(now, evidence.zone()));
        lines = new FollowLines(evidence, today, disclosure, phrases);
    }

    /** Whether the area that is asked about is one that is known. */
    public boolean knowsArea() {
        return asked.area().isEmpty()
                || lines.evidence.terms().listReadings().stream()
                        .anyMatch(reading -> reading.area().equals(asked.area().get()));
    }

    /**
     * Whether the actor that is asked about is one that an agreement or an entry names, be it on a
     * later day than the one asked about.
     */
    public boolean knowsActor() {
        return asked.actor().isEmpty()
                || !lines.actorsAsked(asked.actor().get()).isEmpty()
                || !new FollowList(history.on(Optional.empty()), lines.today)
                        .actorsAsked(asked.actor().get())
                        .isEmpty();
    }

    /** What is overdue, what there is of each kind, and what stands beside them. */
    public FollowPage hub() {
        List<FollowPage.Section> sections = new ArrayList<>();
        sections.add(findOverdue()
                .orElseGet(() -> FollowPage.Section.of(
                        lines.say("promised.overdue-heading"),
                        List.of(lines.say("promised.nothing-overdue")),
                        List.of())));
        List<List<List<FollowPage.Line>>> rows = new ArrayList<>();
        for (FollowKind kind : FollowKind.values()) {
            rows.add(List.of(
                    List.of(FollowPage.Line.to(
                            new FollowPage.ToPage(page(kind)), lines.code("promised.kind.", kind))),
                    List.of(FollowPage.Line.of(
                            Integer.toString(lines.list(kind, asked).size()))),
                    List.of(FollowPage.Line.of(lines.code("promised.about.", kind)))));
        }
        sections.add(FollowPage.Section.of(
                lines.say("promised.kinds"),
                List.of(),
                List.of(new FollowPage.Table(
                        "",
                        List.of(
                                lines.say("promised.column-kind"),
                                lines.say("promised.column-how-many"),
                                lines.say("promised.column-holds")),
                        rows))));
        return page(FollowPage.Name.FOLLOW_UP, sections);
    }

    /** What is overdue; empty where nothing is. */
    Optional<FollowPage.Section> findOverdue() {
        return new OverdueBlocks(lines).find(asked);
    }

    /** All of one kind. */
    public FollowPage of(FollowKind kind) {
        List<FollowItem> items = lines.list(kind, asked);
        List<FollowPage.Section> sections = switch (kind) {
            case NOTICES -> whole(kind, new NoticeBlocks(lines).list(items));
            case COMMITMENTS -> commitments(items);
            case TALKS -> new TalksBlocks(lines).list(items);
            case DEPLOYMENTS -> whole(kind, new DeploymentBlocks(lines).list(items));
            case CONTRIBUTIONS -> new ContributionBlocks(lines).list(items);
            case STATEMENTS -> new StatementBlocks(lines, history, now).list(items);
        };
        return page(page(kind), sections);
    }

    private List<FollowPage.Section> commitments(List<FollowItem> items) {
        CommitmentBlocks blocks = new CommitmentBlocks(lines);
        List<FollowPage.Section> sections =
                new ArrayList<>(blocks.list(items, asked.byInstrument()));
        // What it is about is not there, so nothing ties it to an area or an actor.
        if (asked.area().isEmpty() && asked.actor().isEmpty()) {
            Known all = history.on(Optional.empty()).known();
            blocks.findNotThere(new NotThere(all.entries()).list()).ifPresent(sections::add);
        }
        return sections;
    }

    private List<FollowPage.Section> whole(FollowKind kind, List<FollowPage.Block> blocks) {
        return blocks.isEmpty()
                ? List.of()
                : List.of(FollowPage.Section.of(
                        lines.code("promised.kind.", kind), List.of(), blocks));
    }

    /** Who guarantees whom, and who is said to look to whom. */
    public FollowPage guarantors() {
        Set<String> actors = asked.actor().map(lines::actorsAsked).orElse(Set.of());
        return page(FollowPage.Name.GUARANTORS, new GuarantorBlocks(lines).list(actors));
    }

    /** What is known of groups that the terms do not cover. */
    public FollowPage excludedGroups() {
        return page(FollowPage.Name.EXCLUDED_GROUPS, new ExcludedBlocks(lines, asked, now).list());
    }

    /** All published texts that are held line by line. */
    public FollowPage articles() {
        return page(FollowPage.Name.ARTICLE, article().list());
    }

    /** One text, line by line; empty where there is none of that name. */
    public Optional<FollowPage> findArticle(String document) {
        ArticleBlocks article = article();
        return article.has(document)
                ? Optional.of(page(FollowPage.Name.ARTICLE, article.of(document)))
                : Optional.empty();
    }

    private ArticleBlocks article() {
        return new ArticleBlocks(
                lines, new RecordRows(lines, new StatementBlocks(lines, history, now)));
    }

    /** The page that lists a kind. */
    static FollowPage.Name page(FollowKind kind) {
        return switch (kind) {
            case NOTICES -> FollowPage.Name.NOTICES;
            case COMMITMENTS -> FollowPage.Name.COMMITMENTS;
            case TALKS -> FollowPage.Name.TALKS;
            case DEPLOYMENTS -> FollowPage.Name.DEPLOYMENTS;
            case CONTRIBUTIONS -> FollowPage.Name.CONTRIBUTIONS;
            case STATEMENTS -> FollowPage.Name.STATEMENTS;
        };
    }

    private FollowPage page(FollowPage.Name name, List<FollowPage.Section> sections) {
        List<String> intro = new ArrayList<>();
        intro.add(lines.code("promised.intro.", name));
        asked.asKnown().map(day -> lines.say("promised.as-known", day)).ifPresent(intro::add);
        if (sections.isEmpty()) {
            intro.add(lines.say("promised.nothing"));
        }
        return new FollowPage(
                lines.code("promised.title.", name), intro, Optional.of(form()), sections);
    }

    private FollowPage.Form form() {
        return new FollowPage.Form(
                areas(),
                actors(),
                asked.asKnown().map(LocalDate::toString).orElse(""),
                asked.area().isPresent() || asked.actor().isPresent());
    }

    private List<FollowPage.Choice> areas() {
        List<FollowPage.Choice> choices = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (AreaReading reading : lines.evidence.terms().listReadings()) {
            if (seen.add(reading.area())) {
                choices.add(new FollowPage.Choice(
                        reading.area(),
                        Rows.words(reading.name(), lines.phrases),
                        asked.area().filter(reading.area()::equals).isPresent()));
            }
        }
        return choices;
    }

    /** Everybody whom something of follow-up names, by name; the one asked about in any case. */
    private List<FollowPage.Choice> actors() {
        Set<String> ids = new TreeSet<>();
        for (FollowKind kind : FollowKind.values()) {
            lines.list(kind).forEach(item -> ids.addAll(item.actors()));
        }
        asked.actor().ifPresent(ids::add);
        return ids.stream()
                .map(id -> new FollowPage.Choice(
                        id,
                        Rows.actorName(id, lines.evidence, lines.phrases),
                        asked.actor().filter(id::equals).isPresent()))
                .sorted(Comparator.comparing(FollowPage.Choice::name))
                .toList();
    }
}
