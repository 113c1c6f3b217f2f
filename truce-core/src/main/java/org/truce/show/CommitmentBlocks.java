package org.truce.show;

import org.truce.base.Coded;
import org.truce.followup.CommitmentState;
import org.truce.followup.FollowItem;
import org.truce.followup.NotThere;
import org.truce.record.FollowUp;
import org.truce.record.Fulfilment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The board of commitments: by whoever is to keep them, or by where they come from. */
final class CommitmentBlocks {
    /** As many as a page can carry; the commands tell of all. */
    private static final int MOST_NOT_THERE = 100;

    private final FollowLines lines;

    CommitmentBlocks(FollowLines lines) {
        this.lines = lines;
    }

    /** One part for each actor or instrument, by name; what has neither comes last. */
    List<FollowPage.Section> list(List<FollowItem> items, boolean byInstrument) {
        Map<String, List<FollowItem>> groups = new TreeMap<>();
        List<FollowItem> without = new ArrayList<>();
        for (FollowItem item : items) {
            CommitmentState state = state(item);
            List<String> names = byInstrument
                    ? lines.under(item.entry().register(), state.under()).stream()
                            .map(FollowPage.Line::text)
                            .toList()
                    : lines.groups(state.actors());
            names.forEach(
                    name -> groups.computeIfAbsent(name, n -> new ArrayList<>()).add(item));
            if (names.isEmpty()) {
                without.add(item);
            }
        }
        List<FollowPage.Section> sections = new ArrayList<>();
        groups.forEach((name, group) -> sections.add(section(name, group, byInstrument)));
        if (!without.isEmpty()) {
            sections.add(section(lines.say("promised.no-instrument"), without, byInstrument));
        }
        return sections;
    }

    /**
     * Entries on the day asked about that name what is not in the record: no board shows them.
     *
     * @param missing of the whole record, for what was not known yet on that day is no lack of it
     */
    Optional<FollowPage.Section> findNotThere(List<NotThere.Missing> missing) {
        Set<FollowUp> known = new HashSet<>(lines.evidence.known().list(FollowUp.class));
        // What was done about a notice is for those on duty, who hear of it when it comes in.
        List<NotThere.Missing> here = missing.stream()
                .filter(one -> known.contains(one.entry()))
                .filter(one -> !(one.entry() instanceof FollowUp.NoticeStep))
                .toList();
        if (here.isEmpty()) {
            return Optional.empty();
        }
        List<String> notes = new ArrayList<>(List.of(lines.say("promised.not-there-note")));
        if (here.size() > MOST_NOT_THERE) {
            notes.add(lines.say("promised.left-out", here.size() - MOST_NOT_THERE));
        }
        return Optional.of(FollowPage.Section.of(
                lines.say("promised.not-there"),
                notes,
                List.of(new FollowPage.Table(
                        "",
                        Stream.of(
                                        "promised.column-record",
                                        "promised.column-not-there",
                                        "promised.column-status",
                                        "promised.column-why")
                                .map(lines::say)
                                .toList(),
                        here.stream().limit(MOST_NOT_THERE).map(this::row).toList()))));
    }

    private List<List<FollowPage.Line>> row(NotThere.Missing missing) {
        List<FollowPage.Line> status = new ArrayList<>();
        List<FollowPage.Line> why = new ArrayList<>();
        if (missing.entry() instanceof FollowUp.CommitmentStatus judged) {
            status.add(FollowPage.Line.badge(
                    judged.fulfilment().code(),
                    lines.code("followup.fulfilment.", judged.fulfilment())));
            why.add(FollowPage.Line.of(judged.why()));
        }
        return List.of(
                List.of(FollowLines.link(missing.entry(), lines.name(missing.entry()))),
                List.of(FollowPage.Line.of(missing.named())),
                status,
                why);
    }

    static CommitmentState state(FollowItem item) {
        if (item.detail() instanceof FollowItem.OfCommitment of) {
            return of.state();
        }
        throw new IllegalArgumentException("no commitment: " + item.id());
    }

    private FollowPage.Section section(String name, List<FollowItem> group, boolean byInstrument) {
        return FollowPage.Section.of(
                name,
                List.of(),
                List.of(new FollowPage.Table(
                        "",
                        Stream.of(
                                        "promised.column-what",
                                        byInstrument
                                                ? "promised.column-who"
                                                : "promised.column-under",
                                        "promised.column-due",
                                        "promised.column-status",
                                        "promised.column-why",
                                        "promised.column-evidence")
                                .map(lines::say)
                                .toList(),
                        group.stream().map(item -> row(item, byInstrument)).toList())));
    }

    private List<List<FollowPage.Line>> row(FollowItem item, boolean byInstrument) {
        CommitmentState state = state(item);
        String register = item.entry().register();
        List<FollowPage.Line> what = new ArrayList<>();
        what.add(FollowLines.link(item.entry(), lines.what(state)));
        state.forWhom()
                .map(lines::actor)
                .map(whom -> FollowPage.Line.of(lines.say("promised.for-whom", whom)))
                .ifPresent(what::add);
        state.shownBy()
                .map(shown -> FollowPage.Line.of(lines.say("promised.shown-by", shown)))
                .ifPresent(what::add);
        return List.of(
                what,
                byInstrument
                        ? lines.actors(state.actors())
                        : lines.under(register, state.under()).stream().toList(),
                due(state),
                status(state),
                why(state),
                lines.behind(item));
    }

    private List<FollowPage.Line> due(CommitmentState state) {
        List<FollowPage.Line> due = new ArrayList<>();
        state.made()
                .map(day -> FollowPage.Line.of(lines.say("promised.made", day)))
                .ifPresent(due::add);
        due.add(FollowPage.Line.of(state.due()
                .map(day -> lines.say("promised.due-by", day))
                .or(() -> state.every().map(every -> lines.code("followup.recurrence.", every)))
                .orElseGet(() -> lines.say("promised.no-day-set"))));
        return due;
    }

    private List<FollowPage.Line> status(CommitmentState state) {
        List<FollowPage.Line> status = new ArrayList<>();
        FollowPage.Badge badge = lines.standing(state);
        status.add(FollowPage.Line.badge(badge.code(), badge.word()));
        findSince(state)
                .map(day -> FollowPage.Line.of(lines.say("promised.since", day)))
                .ifPresent(status::add);
        status.addAll(lines.cautions(state));
        if (state.overdue() && state.status().isPresent()) {
            status.add(FollowPage.Line.badge(
                    "overdue",
                    lines.say(
                            state.periods().isEmpty()
                                    ? "promised.overdue"
                                    : "promised.a-day-passed")));
        }
        return status;
    }

    /**
     * What was judged of it as a whole, or of each period to look at, the latest first; of many
     * periods how many stand how.
     */
    private List<FollowPage.Line> why(CommitmentState state) {
        List<FollowPage.Line> why = new ArrayList<>();
        state.judged().map(judged -> FollowLines.link(judged, judged.why())).ifPresent(why::add);
        List<CommitmentState.PeriodState> shown = state.listShownPeriods();
        if (shown.size() < state.periods().size()) {
            why.add(FollowPage.Line.of(
                    lines.say("promised.periods", state.periods().size(), counts(state))));
        }
        for (CommitmentState.PeriodState period : shown.reversed()) {
            String days = lines.span(Optional.of(period.from()), Optional.of(period.to()));
            why.add(new FollowPage.Line(
                    period.judged()
                            .map(judged -> lines.say("promised.period", days, judged.why()))
                            .orElse(days),
                    period.judged().map(FollowLines::to),
                    Optional.of(lines.standing(period))));
        }
        if (why.isEmpty() && state.overdue()) {
            why.add(FollowPage.Line.of(lines.say("promised.not-judged-note")));
        }
        return why;
    }

    private String counts(CommitmentState state) {
        return state.countPeriods().entrySet().stream()
                .map(entry -> lines.say(
                        "promised.period-count",
                        Coded.find(Fulfilment.class, entry.getKey())
                                .map(one -> lines.code("followup.fulfilment.", one))
                                .orElseGet(() -> lines.say("promised.not-judged")),
                        entry.getValue()))
                .collect(Collectors.joining(lines.say("show.list-comma")));
    }

    /** The first day of the judgements in a row that say what the latest says. */
    private Optional<LocalDate> findSince(CommitmentState state) {
        if (state.judged().isEmpty() || state.status().isEmpty()) {
            return Optional.empty();
        }
        FollowUp.CommitmentStatus latest = state.judged().get();
        LocalDate since = latest.on();
        List<FollowUp.CommitmentStatus> earlier =
                lines.evidence.known().listByTime(FollowUp.CommitmentStatus.class).stream()
                        .filter(status -> status.commitment().equals(latest.commitment())
                                && status.register().equals(latest.register())
                                && status.period().isEmpty()
                                && !status.on().isAfter(latest.on()))
                        .sorted(Comparator.comparing(FollowUp.CommitmentStatus::on))
                        .toList();
        for (FollowUp.CommitmentStatus status : earlier.reversed()) {
            if (status.fulfilment() != latest.fulfilment()) {
                break;
            }
            since = status.on();
        }
        return Optional.of(since);
    }
}
