package org.truce.app.desk;

import org.truce.followup.NoticeBook;
import org.truce.followup.NoticeState;
import org.truce.followup.PointBook;
import org.truce.record.FollowUp;
import org.truce.record.NoticeAct;
import org.truce.record.NoticeReply;
import org.truce.record.PointState;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which step may follow on which, and what each must say. */
public final class Steps {
    private static final Set<NoticeAct> TELL_SOMETHING = EnumSet.of(
            NoticeAct.ASKED, NoticeAct.ACTION_TAKEN, NoticeAct.OUTCOME, NoticeAct.WITHDRAWN);

    private Steps() {}

    /** What may be done about a notice as it stands, by a person of that name. */
    public static List<NoticeAct> listOpen(NoticeState state, String by) {
        if (!state.isOpen()) {
            return List.of();
        }
        if (state.sending().isPresent()) {
            return whileSending(state);
        }
        return switch (state.phase()) {
            case DRAFT ->
                isDrafter(state, by) || state.notice().by().find().isEmpty()
                        ? List.of(NoticeAct.WITHDRAWN)
                        : List.of(NoticeAct.APPROVED, NoticeAct.WITHDRAWN);
            case APPROVED -> List.of(NoticeAct.SENT, NoticeAct.WITHDRAWN);
            case ANSWERED ->
                List.of(
                        NoticeAct.ACKNOWLEDGED,
                        NoticeAct.ASKED,
                        NoticeAct.REPLIED,
                        NoticeAct.ACTION_TAKEN,
                        NoticeAct.ESCALATED,
                        NoticeAct.OUTCOME,
                        NoticeAct.WITHDRAWN);
            case SENT, ACKNOWLEDGED ->
                List.of(
                        NoticeAct.ACKNOWLEDGED,
                        NoticeAct.ASKED,
                        NoticeAct.REPLIED,
                        NoticeAct.ACTION_TAKEN,
                        NoticeAct.REMINDED,
                        NoticeAct.ESCALATED,
                        NoticeAct.OUTCOME,
                        NoticeAct.WITHDRAWN);
            case CLOSED, WITHDRAWN -> List.of();
        };
    }

    /** First of all whether it went out; then what may come back of what was sent before. */
    private static List<NoticeAct> whileSending(NoticeState state) {
        List<NoticeAct> open = new ArrayList<>(List.of(endOf(state), NoticeAct.NOT_SENT));
        if (state.sentOn().isPresent()) {
            open.addAll(List.of(
                    NoticeAct.ACKNOWLEDGED,
                    NoticeAct.ASKED,
                    NoticeAct.REPLIED,
                    NoticeAct.ACTION_TAKEN,
                    NoticeAct.OUTCOME,
                    NoticeAct.WITHDRAWN));
        }
        return open;
    }

    /** What was done where that which is being sent went out. */
    static NoticeAct endOf(NoticeState state) {
        if (state.sentOn().isEmpty()) {
            return NoticeAct.SENT;
        }
        return state.sending().flatMap(FollowUp.NoticeStep::level).isPresent()
                ? NoticeAct.ESCALATED
                : NoticeAct.REMINDED;
    }

    private static boolean isDrafter(NoticeState state, String by) {
        return state.notice()
                .by()
                .find()
                .filter(drafter -> NoticeBook.isSamePerson(drafter, by))
                .isPresent();
    }

    /** For whoever wants what went out, where only its hash is at hand. */
    public static Refusal notHere(NoticeState state) {
        return new Refusal(
                "act",
                "the letter of notice %s is not here".formatted(state.notice().id()),
                "Ask for it where it was sent.");
    }

    /** For whoever wants what went out, where nothing did. */
    public static Refusal notSent(NoticeState state) {
        return new Refusal(
                "act",
                "nothing of notice %s was sent by that step"
                        .formatted(state.notice().id()),
                "Send it first.");
    }

    /** Refuses whatever leaves, and an end, while it is not known whether the notice went out. */
    private static void requireNotTaken(NoticeState state) {
        if (state.sending().isEmpty()) {
            return;
        }
        FollowUp.NoticeStep taken = state.sending().get();
        throw new Refusal(
                "act",
                "%s took notice %s on %s to send it, and it is not known whether it went out"
                        .formatted(
                                taken.by().find().orElse("somebody"),
                                state.notice().id(),
                                taken.on()),
                askFirst(state.notice()));
    }

    static String askFirst(FollowUp.Notice notice) {
        return ("Ask the addressee before anything is sent again; then put down whether it went"
                        + " out: at the desk, or with 'truce notice went-out %1$s' or"
                        + " 'truce notice not-sent %1$s'.")
                .formatted(notice.id());
    }

    static FollowUp.NoticeStep getSending(NoticeState state) {
        return state.sending()
                .orElseThrow(() -> new Refusal(
                        "act",
                        "nothing of notice %s is being sent"
                                .formatted(state.notice().id()),
                        "Look at what was done about it."));
    }

    /** Of the end of what is being sent only that its days follow one another. */
    static void checkEnd(NoticeState state, LocalDate on) {
        requireFollows(on, getSending(state).on());
    }

    static void check(NoticeState state, NoticeAct act, String by, LocalDate on) {
        String id = state.notice().id();
        if (!state.isOpen()) {
            throw new Refusal(
                    "act",
                    "notice %s is %s".formatted(id, state.phase().code()),
                    "Nothing more is put down about it: draft a new one.");
        }
        LocalDate earliest = state.notice().drafted();
        switch (act) {
            case APPROVED -> checkApproval(state, by);
            case SENT -> {
                checkSending(state);
                requireNotTaken(state);
                earliest = last(state, NoticeAct.NOT_SENT)
                        .or(() -> last(state, NoticeAct.APPROVED))
                        .orElse(earliest);
            }
            case REMINDED, ESCALATED -> {
                earliest = getSentOn(state);
                requireNotTaken(state);
                if (act == NoticeAct.REMINDED) {
                    requireNotAnswered(state, on);
                }
            }
            case ACKNOWLEDGED, ASKED, REPLIED, ACTION_TAKEN, OUTCOME -> earliest = getSentOn(state);
            case NOT_SENT -> earliest = getSending(state).on();
            case SENDING ->
                throw new Refusal(
                        "act", "that is put down by sending", "Send it, remind or escalate.");
            case WITHDRAWN -> {
                if (state.sentOn().isEmpty()) {
                    requireNotTaken(state);
                }
            }
        }
        requireFollows(on, earliest);
    }

    private static void requireFollows(LocalDate on, LocalDate earliest) {
        if (on.isBefore(earliest)) {
            throw new Refusal(
                    "on",
                    "%s is before what was done on %s".formatted(on, earliest),
                    "Give the day it was done.");
        }
    }

    private static LocalDate getSentOn(NoticeState state) {
        return state.sentOn()
                .orElseThrow(() -> new Refusal(
                        "act",
                        "notice %s was not sent".formatted(state.notice().id()),
                        state.phase() == NoticeState.Phase.DRAFT
                                ? "Have a second person approve it, then send it."
                                : "Send it first."));
    }

    /** A reminder is for an answer that has not come. */
    private static void requireNotAnswered(NoticeState state, LocalDate on) {
        state.listSteps(NoticeAct::isAnswer, on).stream().findFirst().ifPresent(answer -> {
            throw new Refusal(
                    "act",
                    "notice %s was answered on %s: %s"
                            .formatted(
                                    state.notice().id(),
                                    answer.on(),
                                    answer.reply()
                                            .map(NoticeReply::code)
                                            .orElse(answer.act().code())),
                    "Nothing is left to remind of: close it, escalate it, or draft another.");
        });
    }

    private static void checkApproval(NoticeState state, String by) {
        String id = state.notice().id();
        if (state.phase() != NoticeState.Phase.DRAFT) {
            throw new Refusal(
                    "act", "notice %s is approved".formatted(id), "It need not be done twice.");
        }
        if (state.notice().by().find().isEmpty()) {
            throw new Refusal(
                    "by",
                    "who drafted notice %s is not known here".formatted(id),
                    "Approve it where it was drafted.");
        }
        if (isDrafter(state, by)) {
            throw new Refusal(
                    "by",
                    "whoever drafted notice %s cannot approve it".formatted(id),
                    "Have a second person approve it, under their own name.");
        }
    }

    private static void checkSending(NoticeState state) {
        String id = state.notice().id();
        if (state.phase() == NoticeState.Phase.DRAFT) {
            throw new Refusal(
                    "act",
                    "notice %s is not approved".formatted(id),
                    "Have a second person approve it: truce notice approve %s.".formatted(id));
        }
        if (state.sentOn().isPresent()) {
            throw new Refusal(
                    "act",
                    "notice %s was sent on %s".formatted(id, state.sentOn().get()),
                    "To send word again, remind or escalate.");
        }
    }

    private static Optional<LocalDate> last(NoticeState state, NoticeAct act) {
        return state.steps().stream()
                .filter(step -> step.act() == act)
                .map(FollowUp.NoticeStep::on)
                .reduce((one, later) -> later);
    }

    static Optional<NoticeReply> reply(NoticeAct act, String reply) {
        if (act == NoticeAct.REPLIED) {
            return Optional.of(Parts.code("kind", reply, NoticeReply.class));
        }
        if (!reply.isBlank()) {
            throw new Refusal("kind", "only a reply is of a kind", "Leave it out.");
        }
        return Optional.empty();
    }

    /** The level due where none is named; one of the ladder where there is a ladder. */
    static Optional<String> level(
            NoticeState state,
            NoticeAct act,
            String named,
            List<FollowUp.NoticeRules.Rung> ladder) {
        Optional<String> level = Parts.findLine("level", named);
        if (act != NoticeAct.ESCALATED) {
            return Optional.empty();
        }
        String levels = ladder.stream()
                .map(FollowUp.NoticeRules.Rung::level)
                .collect(Collectors.joining(", "));
        if (level.isEmpty() && state.levelDue().isEmpty()) {
            throw new Refusal(
                    "level",
                    "no level is due yet",
                    ladder.isEmpty()
                            ? "Name to whom it goes."
                            : "Name to whom it goes all the same: %s.".formatted(levels));
        }
        Optional<FollowUp.NoticeStep> before = state.steps().stream()
                .filter(step ->
                        step.act() == NoticeAct.ESCALATED && step.level().equals(level))
                .findFirst();
        if (before.isPresent()) {
            throw new Refusal(
                    "level",
                    "notice %s was put to %s on %s"
                            .formatted(
                                    state.notice().id(),
                                    level.orElseThrow(),
                                    before.get().on()),
                    "Remind, or name the next level.");
        }
        if (level.isPresent()
                && !ladder.isEmpty()
                && ladder.stream().noneMatch(rung -> rung.level().equals(level.get()))) {
            throw new Refusal(
                    "level",
                    "the ladder has no '%s'".formatted(level.get()),
                    "Choose among %s.".formatted(levels));
        }
        return level.or(state::levelDue);
    }

    static Optional<String> text(NoticeAct act, String text) {
        return TELL_SOMETHING.contains(act)
                ? Optional.of(Parts.text("text", text))
                : Parts.findText("text", text);
    }

    static void checkPoint(
            List<PointBook.Open> open,
            String register,
            Optional<String> point,
            Optional<PointState> state) {
        if (point.isPresent() != state.isPresent()) {
            throw new Refusal(
                    point.isPresent() ? "state" : "point",
                    "a line that names a point says what becomes of it",
                    "Say both, or neither.");
        }
        if (point.isEmpty()) {
            return;
        }
        String name = point.get();
        if (name.equals(PointBook.HANDOVER)) {
            throw new Refusal(
                    "point", "'%s' is kept for the shift".formatted(name), "Use another name.");
        }
        boolean isOpen = open.stream()
                .anyMatch(one -> one.opened().register().equals(register)
                        && one.opened().point().filter(name::equals).isPresent());
        if (isOpen == (state.orElseThrow() == PointState.OPENED)) {
            throw new Refusal(
                    "state",
                    isOpen
                            ? "'%s' is open".formatted(name)
                            : "there is no open point '%s'".formatted(name),
                    isOpen ? "Take it or close it." : "Open it, or look at its name again.");
        }
    }
}
