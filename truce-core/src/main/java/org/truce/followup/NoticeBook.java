package org.truce.followup;

import org.truce.record.FollowUp;
import org.truce.record.Known;
import org.truce.record.NoticeAct;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Notices as they stand on a day: how far each has come, and what is due. */
public final class NoticeBook {
    private static final Set<NoticeAct> ENDS = EnumSet.of(NoticeAct.OUTCOME, NoticeAct.WITHDRAWN);

    /** What may come before it was sent; a draft may be withdrawn. */
    private static final Set<NoticeAct> BEFORE_SENDING =
            EnumSet.of(NoticeAct.APPROVED, NoticeAct.SENT, NoticeAct.WITHDRAWN);

    private final List<FollowUp.Notice> notices;
    private final Map<String, List<FollowUp.NoticeStep>> stepsByNotice;
    private final List<FollowUp.NoticeRules> rules;
    private final LocalDate today;

    /** @param today the local day on which it is asked what is due */
    public NoticeBook(Known known, LocalDate today) {
        notices = known.list(FollowUp.Notice.class);
        // A stable sort: what was put down first on a day stays first.
        stepsByNotice = known.listByTime(FollowUp.NoticeStep.class).stream()
                .filter(step -> !step.on().isAfter(today))
                .sorted(Comparator.comparing(FollowUp.NoticeStep::on))
                .collect(Collectors.groupingBy(step -> key(step.register(), step.notice())));
        rules = known.list(FollowUp.NoticeRules.class);
        this.today = today;
    }

    private static String key(String register, String notice) {
        return register + " " + notice;
    }

    /** Drafted by today, the longest overdue first, then by the day of drafting. */
    public List<NoticeState> list() {
        return notices.stream()
                .filter(notice -> !notice.drafted().isAfter(today))
                .map(this::state)
                .sorted(Comparator.comparing((NoticeState state) ->
                                state.overdue() ? state.dueOn().orElseThrow() : LocalDate.MAX)
                        .thenComparing(state -> state.notice().drafted())
                        .thenComparing(state -> state.notice().register())
                        .thenComparing(state -> state.notice().id()))
                .toList();
    }

    /** Empty where the register has no notice of that id. */
    public Optional<NoticeState> find(String register, String id) {
        return notices.stream()
                .filter(notice ->
                        notice.register().equals(register) && notice.id().equals(id))
                .findFirst()
                .map(this::state);
    }

    private NoticeState state(FollowUp.Notice notice) {
        List<FollowUp.NoticeStep> own = withoutEnded(
                stepsByNotice.getOrDefault(key(notice.register(), notice.id()), List.of()));
        Optional<LocalDate> sentOn = first(own, EnumSet.of(NoticeAct.SENT));
        Optional<FollowUp.NoticeRules> rule = findRules(notice.register(), sentOn.orElse(today));
        Optional<LocalDate> dueOn = sentOn.isEmpty()
                ? Optional.empty()
                : notice.due()
                        .or(() -> rule.map(one ->
                                sentOn.get().plusDays(one.answer().days(notice.severity()))));
        NoticeState.Phase phase = phase(notice, own);
        boolean open = phase == NoticeState.Phase.SENT || phase == NoticeState.Phase.ACKNOWLEDGED;
        boolean overdue = open && dueOn.filter(today::isAfter).isPresent();
        return new NoticeState(
                notice,
                own,
                phase,
                own.stream().filter(step -> step.act() == NoticeAct.SENDING).findFirst(),
                sentOn,
                dueOn,
                overdue,
                overdue && isReminderDue(own, dueOn.get(), rule),
                overdue ? levelDue(own, dueOn.get(), rule) : Optional.empty(),
                flags(notice, own, sentOn, dueOn, rule));
    }

    /** A taking to send says nothing more once its end is put down. */
    private static List<FollowUp.NoticeStep> withoutEnded(List<FollowUp.NoticeStep> steps) {
        List<FollowUp.NoticeStep> kept = new ArrayList<>();
        for (FollowUp.NoticeStep step : steps) {
            if (step.act().goesOut() || step.act() == NoticeAct.NOT_SENT) {
                kept.removeIf(one -> one.act() == NoticeAct.SENDING);
            }
            kept.add(step);
        }
        return kept;
    }

    /** The rules of a register that applied on the day, the latest where there are several. */
    public Optional<FollowUp.NoticeRules> findRules(String register, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.register().equals(register) && !rule.from().isAfter(day))
                .max(Comparator.comparing(FollowUp.NoticeRules::from));
    }

    private static Optional<LocalDate> first(List<FollowUp.NoticeStep> steps, Set<NoticeAct> acts) {
        return steps.stream()
                .filter(step -> acts.contains(step.act()))
                .map(FollowUp.NoticeStep::on)
                .findFirst();
    }

    private static NoticeState.Phase phase(
            FollowUp.Notice notice, List<FollowUp.NoticeStep> steps) {
        NoticeState.Phase phase = NoticeState.Phase.DRAFT;
        for (FollowUp.NoticeStep step : steps) {
            NoticeState.Phase next = switch (step.act()) {
                case APPROVED -> isByDrafter(notice, step) ? phase : NoticeState.Phase.APPROVED;
                case SENT -> NoticeState.Phase.SENT;
                case ACKNOWLEDGED, ASKED -> NoticeState.Phase.ACKNOWLEDGED;
                case REPLIED, ACTION_TAKEN -> NoticeState.Phase.ANSWERED;
                case OUTCOME -> NoticeState.Phase.CLOSED;
                case WITHDRAWN -> NoticeState.Phase.WITHDRAWN;
                case SENDING, NOT_SENT, REMINDED, ESCALATED -> phase;
            };
            // What comes late does not set a notice back: an approval put down after the reply.
            phase = next.compareTo(phase) > 0 ? next : phase;
        }
        return phase;
    }

    private static boolean isByDrafter(FollowUp.Notice notice, FollowUp.NoticeStep step) {
        Optional<String> drafter = notice.by().find();
        return drafter.isPresent()
                && step.by()
                        .find()
                        .filter(name -> isSamePerson(name, drafter.get()))
                        .isPresent();
    }

    /** Whether two names are one but for case, blanks and punctuation. */
    public static boolean isSamePerson(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{N}]+", "")
                .toLowerCase(Locale.ROOT);
    }

    private boolean isReminderDue(
            List<FollowUp.NoticeStep> steps, LocalDate due, Optional<FollowUp.NoticeRules> rule) {
        return rule.filter(one -> !today.isBefore(due.plusDays(one.remindDays())))
                        .isPresent()
                && steps.stream()
                        .noneMatch(step ->
                                step.act() == NoticeAct.REMINDED && step.on().isAfter(due));
    }

    /** The highest level whose day has come, unless it was put there or higher. */
    private Optional<String> levelDue(
            List<FollowUp.NoticeStep> steps, LocalDate due, Optional<FollowUp.NoticeRules> rule) {
        if (rule.isEmpty()) {
            return Optional.empty();
        }
        List<FollowUp.NoticeRules.Rung> ladder = rule.get().ladder();
        int reached = -1;
        int wanted = -1;
        for (int i = 0; i < ladder.size(); i++) {
            String level = ladder.get(i).level();
            if (steps.stream()
                    .filter(step -> step.act() == NoticeAct.ESCALATED)
                    .anyMatch(step -> step.level().filter(level::equals).isPresent())) {
                reached = i;
            }
            if (!today.isBefore(due.plusDays(ladder.get(i).afterDays()))) {
                wanted = i;
            }
        }
        return wanted > reached ? Optional.of(ladder.get(wanted).level()) : Optional.empty();
    }

    private static List<NoticeState.Flag> flags(
            FollowUp.Notice notice,
            List<FollowUp.NoticeStep> steps,
            Optional<LocalDate> sentOn,
            Optional<LocalDate> dueOn,
            Optional<FollowUp.NoticeRules> rule) {
        List<NoticeState.Flag> flags = new ArrayList<>();
        boolean approved = false;
        for (FollowUp.NoticeStep step : steps) {
            if (step.act() == NoticeAct.APPROVED) {
                if (isByDrafter(notice, step)) {
                    flags.add(NoticeState.Flag.APPROVED_BY_DRAFTER);
                } else {
                    approved = true;
                }
            } else if (step.act() == NoticeAct.SENT && !approved) {
                flags.add(NoticeState.Flag.SENT_WITHOUT_APPROVAL);
            }
        }
        addOrderFlags(notice, steps, sentOn, flags);
        if (steps.stream()
                .flatMap(step -> step.level().stream())
                .anyMatch(level -> !isOnLadder(level, rule))) {
            flags.add(NoticeState.Flag.LEVEL_OUTSIDE_LADDER);
        }
        boolean waits = steps.stream()
                .noneMatch(step -> step.act().isAnswer() || ENDS.contains(step.act()));
        if (sentOn.isPresent() && dueOn.isEmpty() && waits) {
            flags.add(NoticeState.Flag.NO_DUE_DATE);
        }
        return flags.stream().distinct().toList();
    }

    /** Whatever way the steps came: a file or another node may bring them in any order. */
    private static void addOrderFlags(
            FollowUp.Notice notice,
            List<FollowUp.NoticeStep> steps,
            Optional<LocalDate> sentOn,
            List<NoticeState.Flag> flags) {
        boolean ended = false;
        for (FollowUp.NoticeStep step : steps) {
            if (step.on().isBefore(notice.drafted())) {
                flags.add(NoticeState.Flag.BEFORE_DRAFTED);
            }
            // Days tell no order within one: what came back on the day of sending came after it.
            if (!BEFORE_SENDING.contains(step.act())
                    && sentOn.filter(sent -> !sent.isAfter(step.on())).isEmpty()) {
                flags.add(NoticeState.Flag.BEFORE_SENT);
            }
            if (ended) {
                flags.add(NoticeState.Flag.AFTER_ITS_END);
            }
            ended |= ENDS.contains(step.act());
        }
    }

    private static boolean isOnLadder(String level, Optional<FollowUp.NoticeRules> rule) {
        return rule.stream()
                .flatMap(one -> one.ladder().stream())
                .anyMatch(rung -> rung.level().equals(level));
    }
}
