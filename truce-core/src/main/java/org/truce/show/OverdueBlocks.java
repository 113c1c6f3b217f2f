package org.truce.show;

import org.truce.followup.CommitmentState;
import org.truce.followup.FollowItem;
import org.truce.followup.FollowKind;
import org.truce.followup.NoticeState;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was due and has not come: answers to notices, and judgements of commitments. */
final class OverdueBlocks {
    private final FollowLines lines;

    OverdueBlocks(FollowLines lines) {
        this.lines = lines;
    }

    /** Empty where nothing that is asked about is overdue. */
    Optional<FollowPage.Section> find(FollowAsked asked) {
        List<FollowPage.Lines> parts = new ArrayList<>();
        List<FollowPage.Line> notices = lines.list(FollowKind.NOTICES, asked).stream()
                .filter(FollowItem::overdue)
                .map(item -> notice(NoticeBlocks.state(item)))
                .toList();
        if (!notices.isEmpty()) {
            parts.add(new FollowPage.Lines(lines.say("promised.overdue-notices"), notices));
        }
        List<FollowPage.Line> commitments = lines.list(FollowKind.COMMITMENTS, asked).stream()
                .filter(FollowItem::overdue)
                .map(item -> commitment(CommitmentBlocks.state(item)))
                .toList();
        if (!commitments.isEmpty()) {
            parts.add(new FollowPage.Lines(lines.say("promised.overdue-commitments"), commitments));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(FollowPage.Section.of(
                        lines.say("promised.overdue-heading"),
                        List.of(lines.say("promised.not-judged-note")),
                        parts));
    }

    private FollowPage.Line notice(NoticeState state) {
        return FollowLines.link(
                state.notice(),
                lines.say(
                        "promised.overdue-notice",
                        state.notice().id(),
                        lines.actor(state.notice().addressee()),
                        state.dueOn().orElseThrow()));
    }

    private FollowPage.Line commitment(CommitmentState state) {
        String who = state.actors().stream()
                .map(lines::actor)
                .collect(Collectors.joining(lines.say("show.list-comma")));
        Optional<LocalDate> passed = state.due().or(() -> firstNotJudged(state));
        return FollowLines.link(
                state.entry(),
                passed.map(day -> lines.say(
                                "promised.overdue-commitment", who, lines.what(state), day))
                        .orElseGet(() -> lines.say("promised.who-what", who, lines.what(state))));
    }

    /** The end of the first period that is over and still waits. */
    private Optional<LocalDate> firstNotJudged(CommitmentState state) {
        return state.findFirstOverdue().map(CommitmentState.PeriodState::to);
    }
}
