package org.truce.show;

import org.truce.followup.FollowItem;
import org.truce.followup.FollowKind;
import org.truce.record.FollowUp;
import org.truce.record.Stage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was pledged or asked against what was cleared and delivered. Each register and each unit
 * stands for itself. Amounts are added up only where all of them answer one request, in one unit,
 * for days that do not overlap: two figures of one month may be one.
 */
final class ContributionBlocks {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,6})?");

    private final FollowLines lines;

    ContributionBlocks(FollowLines lines) {
        this.lines = lines;
    }

    /** One register's contributions in one unit. */
    private record Group(String register, Optional<String> unit) {}

    /** One part for each register and unit; of what has no amount, one for each register. */
    List<FollowPage.Section> list(List<FollowItem> items) {
        Map<Group, List<FollowItem>> groups = new LinkedHashMap<>();
        items.stream()
                .sorted(Comparator.comparing(item -> contribution(item).unit().isEmpty()))
                .forEach(item -> groups.computeIfAbsent(
                                new Group(
                                        item.entry().register(),
                                        contribution(item).unit()),
                                g -> new ArrayList<>())
                        .add(item));
        List<FollowPage.Section> sections = new ArrayList<>();
        groups.forEach((group, list) -> sections.add(section(group, list, items)));
        return sections;
    }

    static FollowUp.Contribution contribution(FollowItem item) {
        return of(item).contribution();
    }

    private static FollowItem.OfContribution of(FollowItem item) {
        if (item.detail() instanceof FollowItem.OfContribution of) {
            return of;
        }
        throw new IllegalArgumentException("no contribution: " + item.id());
    }

    private FollowPage.Section section(
            Group group, List<FollowItem> items, List<FollowItem> shown) {
        List<FollowItem> wanted =
                items.stream().filter(item -> isWanted(contribution(item))).toList();
        List<FollowItem> others = items.stream()
                .filter(item -> !isWanted(contribution(item))
                        && findAsked(item).filter(shown::contains).isEmpty())
                .toList();
        String heading = lines.say(
                "promised.unit-heading",
                group.unit().orElse(lines.say("promised.no-unit")),
                group.register());
        List<FollowPage.Block> blocks = new ArrayList<>();
        if (!wanted.isEmpty()) {
            blocks.add(new FollowPage.Table(
                    lines.say("promised.asked-against-delivered", heading),
                    Stream.of(
                                    "promised.column-asked",
                                    "promised.column-cleared",
                                    "promised.column-delivered")
                            .map(lines::say)
                            .toList(),
                    wanted.stream().map(this::wantedRow).toList()));
        }
        if (!others.isEmpty()) {
            blocks.add(new FollowPage.Table(
                    lines.say("promised.on-its-own", heading),
                    Stream.of(
                                    "promised.column-who",
                                    "promised.column-what",
                                    "promised.column-where",
                                    "promised.column-amount",
                                    "promised.column-when",
                                    "promised.column-source")
                            .map(lines::say)
                            .toList(),
                    others.stream().map(this::row).toList()));
        }
        return FollowPage.Section.of(heading, List.of(), blocks);
    }

    private static boolean isWanted(FollowUp.Contribution one) {
        return one.stage() == Stage.PLEDGED || one.stage() == Stage.ASKED;
    }

    /** The request or pledge that it answers; shown with it, and not once more. */
    private Optional<FollowItem> findAsked(FollowItem item) {
        return contribution(item)
                .against()
                .flatMap(id -> lines.find(FollowKind.CONTRIBUTIONS, item.entry().register(), id))
                .filter(asked -> isWanted(contribution(asked)));
    }

    private List<List<FollowPage.Line>> wantedRow(FollowItem item) {
        FollowUp.Contribution wanted = contribution(item);
        List<FollowUp.Contribution> answers = of(item).answeredBy().stream()
                .flatMap(id -> lines.find(FollowKind.CONTRIBUTIONS, wanted.register(), id).stream())
                .map(ContributionBlocks::contribution)
                .toList();
        List<FollowPage.Line> asked = new ArrayList<>();
        asked.add(FollowLines.link(wanted, lines.actor(wanted.actor())));
        asked.add(FollowPage.Line.of(wanted.what()));
        asked.add(amount(wanted));
        asked.add(FollowPage.Line.of(lines.span(wanted.from(), wanted.to())));
        return List.of(
                asked,
                answers(answers, Stage.CLEARED, wanted),
                answers(answers, Stage.DELIVERED, wanted));
    }

    private List<FollowPage.Line> answers(
            List<FollowUp.Contribution> all, Stage stage, FollowUp.Contribution wanted) {
        List<FollowUp.Contribution> answers =
                all.stream().filter(one -> one.stage() == stage).toList();
        if (answers.isEmpty()) {
            return List.of(FollowPage.Line.of(lines.say("promised.nothing-entered")));
        }
        List<FollowPage.Line> shown = new ArrayList<>();
        for (FollowUp.Contribution one : answers) {
            shown.add(FollowLines.link(
                    one,
                    amount(one).text()
                            + lines.say("show.list-comma")
                            + lines.span(one.from(), one.to())));
        }
        if (answers.size() > 1) {
            shown.add(FollowPage.Line.of(findSum(answers, wanted.unit())
                    .map(sum -> lines.say(
                            "promised.together",
                            readable(sum.toPlainString()),
                            wanted.unit().orElse("")))
                    .orElseGet(() -> lines.say("promised.not-added"))));
        }
        return shown;
    }

    /** The sum, where all are in the unit and no two may be about the same days. */
    static Optional<BigDecimal> findSum(
            List<FollowUp.Contribution> answers, Optional<String> unit) {
        BigDecimal sum = BigDecimal.ZERO;
        Optional<LocalDate> end = Optional.empty();
        for (FollowUp.Contribution one : answers.stream()
                .sorted(Comparator.comparing(one -> one.from().orElse(LocalDate.MIN)))
                .toList()) {
            boolean apart = one.from().isPresent()
                    && one.to().isPresent()
                    && end.filter(day -> !day.isBefore(one.from().get())).isEmpty();
            Optional<String> amount =
                    one.amount().filter(text -> AMOUNT.matcher(text).matches());
            if (!apart || amount.isEmpty() || !one.unit().equals(unit)) {
                return Optional.empty();
            }
            sum = sum.add(new BigDecimal(amount.get()));
            end = one.to();
        }
        return Optional.of(sum);
    }

    private FollowPage.Line amount(FollowUp.Contribution one) {
        return FollowPage.Line.of(amount(one, lines));
    }

    /** How far it has come and how much it is, as entered. */
    static String amount(FollowUp.Contribution one, FollowLines lines) {
        String stage = lines.code("followup.stage.", one.stage());
        return one.amount()
                .map(amount -> lines.say(
                        "promised.amount", stage, readable(amount), one.unit().orElse("")))
                .orElse(stage);
    }

    /** Digits in threes, which no language reads as a decimal point. */
    static String readable(String amount) {
        int point = amount.indexOf('.');
        String whole = point < 0 ? amount : amount.substring(0, point);
        return whole.replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", "\u202f")
                + amount.substring(whole.length());
    }

    private List<List<FollowPage.Line>> row(FollowItem item) {
        FollowUp.Contribution one = contribution(item);
        List<FollowPage.Line> what = new ArrayList<>();
        what.add(FollowLines.link(one, one.what()));
        what.add(FollowPage.Line.of(lines.code("followup.contribution.", one.contributionKind())));
        one.forWhom()
                .map(lines::actor)
                .map(whom -> FollowPage.Line.of(lines.say("promised.for-whom", whom)))
                .ifPresent(what::add);
        one.against()
                .flatMap(id -> lines.find(FollowKind.COMMITMENTS, one.register(), id))
                .map(commitment -> FollowLines.link(
                        commitment.entry(),
                        lines.say(
                                "promised.against",
                                lines.what(CommitmentBlocks.state(commitment)))))
                .ifPresent(what::add);
        return List.of(
                List.of(FollowPage.Line.of(lines.actor(one.actor()))),
                what,
                FollowLines.lines(one.place()),
                List.of(amount(one)),
                List.of(FollowPage.Line.of(lines.span(one.from(), one.to()))),
                lines.source(one));
    }
}
