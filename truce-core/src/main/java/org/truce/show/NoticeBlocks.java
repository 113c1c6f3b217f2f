package org.truce.show;

import org.truce.followup.FollowItem;
import org.truce.followup.NoticeState;
import org.truce.record.FollowUp;
import org.truce.record.NoticeAct;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Notices as any reader may see them: what they are about, whom they went to and what came back.
 * Who drafted one, and what it says, no page tells.
 */
final class NoticeBlocks {
    private final FollowLines lines;

    NoticeBlocks(FollowLines lines) {
        this.lines = lines;
    }

    /** One table; nothing where there are no notices. */
    List<FollowPage.Block> list(List<FollowItem> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        return List.of(new FollowPage.Table(
                "",
                Stream.of(
                                "promised.column-notice",
                                "promised.column-about",
                                "promised.column-addressee",
                                "promised.column-status",
                                "promised.column-due",
                                "promised.column-came-back")
                        .map(lines::say)
                        .toList(),
                items.stream().map(this::row).toList()));
    }

    static NoticeState state(FollowItem item) {
        if (item.detail() instanceof FollowItem.OfNotice of) {
            return of.state();
        }
        throw new IllegalArgumentException("no notice: " + item.id());
    }

    private List<List<FollowPage.Line>> row(FollowItem item) {
        NoticeState state = state(item);
        FollowUp.Notice notice = state.notice();
        List<FollowPage.Line> status = new ArrayList<>();
        status.add(FollowPage.Line.badge(
                state.phase().code(), lines.code("promised.phase.", state.phase())));
        if (state.overdue()) {
            status.add(FollowPage.Line.badge("overdue", lines.say("promised.overdue")));
        }
        state.flags().stream()
                // The column beside says that no day is set.
                .filter(flag -> flag != NoticeState.Flag.NO_DUE_DATE)
                .map(flag -> FollowPage.Line.of(lines.code("promised.notice-flag.", flag)))
                .forEach(status::add);
        return List.of(
                List.of(
                        FollowLines.link(notice, notice.id()),
                        FollowPage.Line.of(lines.say("promised.drafted", notice.drafted())),
                        FollowPage.Line.of(lines.code("followup.severity.", notice.severity()))),
                notice.about().stream().map(lines::incident).toList(),
                List.of(FollowPage.Line.of(lines.actor(notice.addressee()))),
                status,
                due(state),
                state.steps().stream()
                        .filter(step -> step.act() != NoticeAct.APPROVED)
                        .map(this::step)
                        .toList());
    }

    private List<FollowPage.Line> due(NoticeState state) {
        List<FollowPage.Line> due = new ArrayList<>();
        state.sentOn()
                .map(day -> FollowPage.Line.of(lines.say("promised.sent", day)))
                .ifPresent(due::add);
        due.add(FollowPage.Line.of(state.dueOn()
                .map(day -> lines.say("promised.due-by", day))
                .orElseGet(() -> lines.say(
                        state.sentOn().isPresent()
                                ? "promised.no-day-set"
                                : "promised.not-sent"))));
        return due;
    }

    /** What was done and when; not in whose words, nor by whom. */
    private FollowPage.Line step(FollowUp.NoticeStep step) {
        String act = lines.code("followup.act.", step.act());
        String more = step.reply()
                .map(reply -> lines.code("followup.reply.", reply))
                .or(step::level)
                .map(text -> lines.say("promised.step-more", act, text))
                .orElse(act);
        return FollowLines.link(step, lines.say("promised.on", step.on(), more));
    }
}
