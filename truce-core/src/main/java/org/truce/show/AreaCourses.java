package org.truce.show;

import org.truce.assess.Assessor;
import org.truce.assess.Question;
import org.truce.base.Moment;
import org.truce.followup.FollowItem;
import org.truce.followup.FollowKind;
import org.truce.record.Agreement;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.terms.AreaReading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts together what happened to one area, of every kind. */
final class AreaCourses {
    private static final List<FollowKind> LANES = List.of(
            FollowKind.TALKS,
            FollowKind.NOTICES,
            FollowKind.DEPLOYMENTS,
            FollowKind.CONTRIBUTIONS,
            FollowKind.STATEMENTS);

    private final FollowLines lines;
    private final AreaReading place;
    private final Instant now;

    AreaCourses(FollowLines lines, AreaReading place, Instant now) {
        this.lines = lines;
        this.place = place;
        this.now = now;
    }

    AreaCourse of(Question question, Timeline bars, ExploreData.Days days) {
        List<AreaCourse.Kind> kinds = new ArrayList<>();
        kinds.add(new AreaCourse.Kind(lines.say("promised.lane-agreements"), agreements()));
        FollowAsked asked = new FollowAsked(
                Optional.of(place.area()), Optional.empty(), Optional.empty(), false);
        for (FollowKind kind : LANES) {
            kinds.add(new AreaCourse.Kind(
                    lines.code("promised.kind.", kind),
                    lines.list(kind, asked).stream()
                            .flatMap(item -> happening(item).stream())
                            .toList()));
        }
        return AreaCourse.of(kinds, months(question), bars, days, lines.phrases);
    }

    /** Agreements that have terms for the area; one that several registers hold stands once. */
    private List<AreaCourse.Happening> agreements() {
        List<AreaCourse.Happening> happenings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Entry.AgreementText text : lines.evidence.known().list(Entry.AgreementText.class)) {
            Agreement agreement = text.agreement();
            Optional<LocalDate> from =
                    agreement.inForceFrom().map(Moment::writtenDate).or(agreement::signed);
            boolean here =
                    agreement.areas().stream().anyMatch(terms -> terms.area().equals(place.area()));
            if (here && from.isPresent() && seen.add(agreement.id())) {
                happenings.add(new AreaCourse.Happening(
                        from.get(),
                        from,
                        new AreaCourse.Event(
                                from.get().toString(),
                                lines.say("promised.lane-agreements"),
                                FollowLines.link(text, lines.name(text)))));
            }
        }
        return happenings;
    }

    private Optional<AreaCourse.Happening> happening(FollowItem item) {
        return item.date().map(from -> {
            Optional<LocalDate> to = to(item, from);
            return new AreaCourse.Happening(
                    from,
                    to,
                    new AreaCourse.Event(
                            to.isPresent()
                                    ? lines.span(Optional.of(from), to)
                                    : lines.say("promised.since-no-end", from),
                            lines.code("promised.kind.", item.kind()),
                            line(item)));
        });
    }

    /** Empty where no end is known. */
    private static Optional<LocalDate> to(FollowItem item, LocalDate from) {
        return switch (item.detail()) {
            case FollowItem.OfTalks of -> Optional.of(of.round().to());
            case FollowItem.OfDeployment of -> of.deployment().to();
            case FollowItem.OfContribution of ->
                Optional.of(of.contribution()
                        .to()
                        .filter(day -> !day.isBefore(from))
                        .orElse(from));
            case FollowItem.OfNotice of ->
                Optional.of(of.state().steps().stream()
                        .map(FollowUp.NoticeStep::on)
                        .reduce(from, (one, other) -> other.isAfter(one) ? other : one));
            case FollowItem.OfCommitment of -> Optional.of(from);
            case FollowItem.OfStatement of -> Optional.of(from);
        };
    }

    private FollowPage.Line line(FollowItem item) {
        String text = switch (item.detail()) {
            case FollowItem.OfTalks of -> of.round().name();
            case FollowItem.OfDeployment of ->
                lines.say(
                        "promised.who-what",
                        lines.actor(of.deployment().actor()),
                        lines.code("followup.deployment.", of.deployment().deploymentKind()));
            case FollowItem.OfContribution of ->
                lines.say(
                        "promised.who-what",
                        lines.actor(of.contribution().actor()),
                        of.contribution().what());
            case FollowItem.OfNotice of ->
                lines.say(
                        "promised.notice-to",
                        of.state().notice().id(),
                        lines.actor(of.state().notice().addressee()));
            case FollowItem.OfCommitment of -> lines.what(of.state());
            case FollowItem.OfStatement of ->
                lines.say(
                        "promised.said",
                        of.statement().speaker(),
                        of.statement().paraphrase());
        };
        return FollowLines.link(item.entry(), text);
    }

    /** Each month of the window asked by itself, against the same time before. */
    private List<AreaCourse.Month> months(Question question) {
        LocalDate first = question.from().writtenDate();
        LocalDate last = question.to().writtenDate();
        return Stream.iterate(
                        YearMonth.from(first),
                        month -> !month.atDay(1).isAfter(last),
                        month -> month.plusMonths(1))
                .flatMap(month -> month(question, month, first, last).stream())
                .toList();
    }

    private Optional<AreaCourse.Month> month(
            Question question, YearMonth month, LocalDate first, LocalDate last) {
        LocalDate from = month.atDay(1).isBefore(first) ? first : month.atDay(1);
        LocalDate to = month.atEndOfMonth().isAfter(last) ? last : month.atEndOfMonth();
        Question asked = new Question(
                question.area(),
                question.reading(),
                from.equals(first) ? question.from() : new Moment.Day(from),
                to.equals(last) ? question.to() : new Moment.Day(to),
                question.baseline(),
                now);
        return asked.findProblem(lines.evidence.terms()).isPresent()
                ? Optional.empty()
                : Optional.of(new AreaCourse.Month(
                        from,
                        to,
                        Assessor.assess(lines.evidence, asked).status().code()));
    }
}
