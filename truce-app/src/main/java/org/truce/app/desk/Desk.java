package org.truce.app.desk;

import org.truce.app.store.EntryStore;
import org.truce.assess.Evidence;
import org.truce.base.Moment;
import org.truce.base.Phrases;
import org.truce.followup.KeptWords;
import org.truce.followup.NoticeBook;
import org.truce.followup.NoticeLetter;
import org.truce.followup.NoticeState;
import org.truce.followup.PointBook;
import org.truce.record.Channel;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Guarded;
import org.truce.record.Known;
import org.truce.record.NoticeAct;
import org.truce.record.NoticeReply;
import org.truce.record.PointState;
import org.truce.record.Severity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Puts down what a duty officer does: drafts and steps of notices, and lines of the log. Every
 * method throws {@link Refusal} where something does not do, and has recorded nothing then.
 */
public final class Desk {
    private static final Entered DESK = Entered.by("the desk");

    private final EntryStore store;
    private final Memory memory;
    private final Guarded.Sealer sealer;
    private final Clock clock;

    public Desk(EntryStore store, Memory memory, Guarded.Sealer sealer, Clock clock) {
        this.store = store;
        this.memory = memory;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** The local day. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private ZoneId zone() {
        return Evidence.zoneOf(memory.listAll());
    }

    private Known known() {
        return Evidence.known(memory.listAll(), Optional.empty());
    }

    /** Notices as they stand today. */
    public NoticeBook book() {
        return new NoticeBook(known(), today());
    }

    /** The log as it stands. */
    public PointBook points() {
        return new PointBook(known(), zone());
    }

    /** A notice by {@code register:id}, or by its id alone where one register has it. */
    public NoticeState get(String name) {
        List<NoticeState> named = book().list().stream()
                .filter(state ->
                        state.notice().id().equals(name) || name(state.notice()).equals(name))
                .toList();
        if (named.size() == 1) {
            return named.getFirst();
        }
        throw new Refusal(
                "notice",
                named.isEmpty()
                        ? "there is no notice " + name
                        : "several registers have a notice " + name,
                named.isEmpty()
                        ? "'truce notices' lists those there are."
                        : "Name it as REGISTER:ID.");
    }

    /** As it is called wherever a register is not understood. */
    public static String name(FollowUp.Notice notice) {
        return notice.register() + ":" + notice.id();
    }

    /** Puts down a draft in a register. */
    public FollowUp.Notice draft(String register, Said.Who who, Said.Draft said) {
        String by = Parts.line("by", who.by());
        LocalDate on = Parts.day("on", who.on(), today());
        Severity severity = Parts.code("severity", said.severity(), Severity.class);
        Optional<LocalDate> due = Parts.findDay("due", said.due());
        if (due.filter(on::isAfter).isPresent()) {
            throw new Refusal(
                    "due", "it would be due before it is drafted", "Give a later day, or none.");
        }
        Letters letters = new Letters(memory.evidence());
        letters.getAll(said.about());
        String addressee = letters.addressee(said);
        String text = Parts.text("text", said.text());
        KeptWords kept = letters.kept(letters.placeTold(book(), register, on), List.of(by));
        Letters.checkName("addressee", addressee, kept);
        Letters.check(text, kept);
        long before = memory.listAll().stream()
                .map(one -> one.entry())
                .filter(one -> one instanceof FollowUp.Notice && one.register().equals(register))
                .count();
        FollowUp.Notice notice = new FollowUp.Notice(
                register,
                Parts.id(
                        "N-",
                        Long.toString(before),
                        register,
                        String.join(" ", said.about()),
                        addressee,
                        severity.code(),
                        on.toString(),
                        due.map(LocalDate::toString).orElse("")),
                DESK,
                said.about().stream().distinct().toList(),
                addressee,
                severity,
                on,
                due,
                sealer.seal(by),
                sealer.seal(text));
        append(List.of(notice));
        return notice;
    }

    /** Puts down a step after which nothing goes out. */
    public FollowUp.NoticeStep step(String name, NoticeAct act, Said.Who who, Said.Step said) {
        NoticeState state = get(name);
        FollowUp.NoticeStep step = make(state, act, who, said, channel(said));
        if (act == NoticeAct.APPROVED) {
            // Whoever approves answers for what goes out: it is looked at as it would be sent.
            new Letters(memory.evidence()).text(book(), state, step.on(), people(state, step));
        }
        append(List.of(step));
        return step;
    }

    private static Optional<Channel> channel(Said.Step said) {
        return Parts.findCode("via", said.via(), Channel.class);
    }

    /**
     * Sends a notice, a reminder or an escalation, and puts that down once it went out. What
     * somebody fetches to hand it on is only taken: {@link #wentOut} says when they did.
     *
     * @param words the addressee's language
     */
    public FollowUp.NoticeStep send(
            String name,
            NoticeAct act,
            Said.Who who,
            Said.Step said,
            Delivery delivery,
            Phrases words) {
        NoticeState state = get(name);
        FollowUp.NoticeStep bare = make(state, act, who, said, Optional.of(delivery.channel()));
        NoticeLetter letter = new Letters(memory.evidence())
                .letter(book(), state, bare, people(state, bare), words)
                .marked(sealer.nextSalt(), words);
        FollowUp.NoticeStep step = with(
                bare,
                act,
                bare.id(),
                Optional.of(FollowUp.NoticeStep.Letter.of(letter.text(), sealer)));
        FollowUp.NoticeStep taken = with(step, NoticeAct.SENDING, step.id(), step.letter());
        return switch (delivery) {
            case Delivery.ByCall(String with) -> {
                append(List.of(step, call(state, step, Parts.line("hotline", with), letter)));
                yield step;
            }
            case Delivery.ToFile(Path file) -> {
                Delivery.write(file, letter.text());
                appendOr(List.of(step), () -> remove(file));
                yield step;
            }
            case Delivery.ByHand hand -> {
                append(List.of(taken));
                yield taken;
            }
            case Delivery.ByMail(Smtp smtp, Mailbox box) -> {
                Smtp.End end =
                        smtp.send(box, letter, clock.instant(), () -> append(List.of(taken)));
                yield mailed(state.notice(), step, box, end);
            }
        };
    }

    /** Puts down what became of a mail that this desk took to send it. */
    private FollowUp.NoticeStep mailed(
            FollowUp.Notice notice, FollowUp.NoticeStep step, Mailbox box, Smtp.End end) {
        String next = nextId(notice);
        switch (end) {
            case Smtp.End.Taken taken -> {
                FollowUp.NoticeStep sent = with(step, step.act(), next, step.letter());
                try {
                    append(List.of(sent));
                } catch (RuntimeException notPutDown) {
                    throw new Refusal(
                            "",
                            "it went out, and could not be put down (%s)"
                                    .formatted(notPutDown.getMessage()),
                            "Send nothing again: put it down with 'truce notice went-out %s'."
                                    .formatted(notice.id()));
                }
                return sent;
            }
            case Smtp.End.Refused(String why) -> {
                append(List.of(with(step, NoticeAct.NOT_SENT, next, Optional.empty())));
                throw new Refusal(
                        "smtp",
                        Smtp.didNotTake(box, why),
                        "Nothing was sent, and that is put down: send it another way.");
            }
            case Smtp.End.NotKnown(String why) ->
                throw new Refusal(
                        "smtp",
                        "it is not known whether it went out: the mail server %s:%d had all of it"
                                        .formatted(box.host(), box.port())
                                + " and did not say that it took it (%s)".formatted(why),
                        Steps.askFirst(notice));
        }
    }

    /** A letter of which nothing is recorded must not lie about as if it had been sent. */
    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new Refusal(
                    "out",
                    "it was not put down as sent, and %s could not be taken away".formatted(file),
                    "Take it away by hand.");
        }
    }

    private void appendOr(List<Entry> entries, Runnable otherwise) {
        boolean done = false;
        try {
            append(entries);
            done = true;
        } finally {
            if (!done) {
                otherwise.run();
            }
        }
    }

    /** Puts down that what is being sent went out: by whoever handed it on, or asked. */
    public FollowUp.NoticeStep wentOut(String name, Said.Who who) {
        NoticeState state = get(name);
        FollowUp.NoticeStep taken = Steps.getSending(state);
        Guarded by = sealer.seal(Parts.line("by", who.by()));
        // A mail goes when it is taken to be sent; a file when it is handed on.
        LocalDate usual = taken.via().equals(Optional.of(Channel.E_MAIL)) ? taken.on() : today();
        LocalDate on = who.on().isBlank() ? usual : Parts.day("on", who.on(), today());
        Steps.checkEnd(state, on);
        FollowUp.NoticeStep sent = new FollowUp.NoticeStep(
                taken.register(),
                nextId(state.notice()),
                DESK,
                taken.notice(),
                Steps.endOf(state),
                on,
                by,
                taken.via(),
                Optional.empty(),
                taken.level(),
                taken.evidence(),
                taken.text(),
                taken.letter());
        append(List.of(sent));
        return sent;
    }

    private static FollowUp.NoticeStep with(
            FollowUp.NoticeStep step,
            NoticeAct act,
            String id,
            Optional<FollowUp.NoticeStep.Letter> letter) {
        return new FollowUp.NoticeStep(
                step.register(),
                id,
                step.entered(),
                step.notice(),
                act,
                step.on(),
                step.by(),
                step.via(),
                step.reply(),
                act == NoticeAct.NOT_SENT ? Optional.empty() : step.level(),
                step.evidence(),
                step.text(),
                letter);
    }

    /** What goes out, or went, as known now; its steps say how. */
    public NoticeLetter letter(String name, NoticeAct act, String level, Phrases words) {
        NoticeState state = get(name);
        return new Letters(memory.evidence()).letter(book(), state, act, level, today(), words);
    }

    private static List<String> people(NoticeState state, FollowUp.NoticeStep step) {
        return List.of(state.notice().by(), step.by()).stream()
                .flatMap(by -> by.find().stream())
                .toList();
    }

    private FollowUp.NoticeStep make(
            NoticeState state, NoticeAct act, Said.Who who, Said.Step said, Optional<Channel> via) {
        FollowUp.Notice notice = state.notice();
        String by = Parts.line("by", who.by());
        LocalDate on = Parts.day("on", who.on(), today());
        Steps.check(state, act, by, on);
        Optional<NoticeReply> reply = Steps.reply(act, said.reply());
        Optional<String> level = Steps.level(state, act, said.level(), ladder(state));
        Optional<String> text = Steps.text(act, said.text());
        return new FollowUp.NoticeStep(
                notice.register(),
                nextId(notice),
                DESK,
                notice.id(),
                act,
                on,
                sealer.seal(by),
                via,
                reply,
                level,
                Parts.refs(said.evidence()),
                text.map(sealer::seal),
                Optional.empty());
    }

    /** By its number alone: of two that come at one moment only one can be recorded. */
    private String nextId(FollowUp.Notice notice) {
        long before = memory.listAll().stream()
                .map(one -> one.entry())
                .filter(one -> one instanceof FollowUp.NoticeStep step
                        && step.register().equals(notice.register())
                        && step.notice().equals(notice.id()))
                .count();
        return Parts.id("NS-", notice.register(), notice.id(), Long.toString(before));
    }

    private List<FollowUp.NoticeRules.Rung> ladder(NoticeState state) {
        return book().findRules(state.notice().register(), state.sentOn().orElse(today()))
                .map(FollowUp.NoticeRules::ladder)
                .orElse(List.of());
    }

    private FollowUp.LogLine call(
            NoticeState state, FollowUp.NoticeStep step, String with, NoticeLetter letter) {
        return line(
                step.register(),
                step.by(),
                now(),
                Channel.HOTLINE,
                Optional.of(with),
                letter.subject(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("notice:" + state.notice().id()));
    }

    private Moment now() {
        return new Moment.OffsetClock(
                OffsetDateTime.ofInstant(clock.instant(), zone()).truncatedTo(ChronoUnit.MINUTES));
    }

    /** Puts down a line of the log in a register. */
    public FollowUp.LogLine log(String register, String by, Said.Line said) {
        Guarded writer = sealer.seal(Parts.line("by", by));
        Moment at = said.at().isBlank() ? now() : Parts.moment("at", said.at());
        if (at.startIn(zone()).isAfter(clock.instant())) {
            throw new Refusal("at", said.at() + " is still to come", "Give when it was said.");
        }
        Optional<String> point = Parts.findLine("point", said.point());
        Optional<PointState> state = Parts.findCode("state", said.state(), PointState.class);
        Steps.checkPoint(points().listOpen(), register, point, state);
        if (point.isPresent()) {
            Letters letters = new Letters(memory.evidence());
            Letters.checkName(
                    "point",
                    point.get(),
                    letters.kept(letters.placeTold(book(), register, today()), List.of(by)));
        }
        boolean held = state.filter(now -> now != PointState.CLOSED).isPresent();
        FollowUp.LogLine line = line(
                register,
                writer,
                at,
                Parts.code("channel", said.channel(), Channel.class),
                Parts.findLine("with", said.with()),
                Parts.text("text", said.text()),
                point,
                state,
                held
                        ? Parts.findLine("holder", said.holder()).or(() -> Optional.of(by))
                        : Optional.empty(),
                List.of());
        append(List.of(line));
        return line;
    }

    /** Hands the desk to the next shift. */
    public FollowUp.LogLine handOver(String register, String by, String to, String text) {
        FollowUp.LogLine line = line(
                register,
                sealer.seal(Parts.line("by", by)),
                now(),
                Channel.IN_PERSON,
                Optional.of(Parts.line("to", to)),
                Parts.text("text", text),
                Optional.of(PointBook.HANDOVER),
                Optional.of(PointState.TAKEN),
                Optional.of(to.strip()),
                List.of());
        append(List.of(line));
        return line;
    }

    private FollowUp.LogLine line(
            String register,
            Guarded by,
            Moment at,
            Channel channel,
            Optional<String> with,
            String text,
            Optional<String> point,
            Optional<PointState> state,
            Optional<String> holder,
            List<String> about) {
        long before = memory.listAll().stream()
                .filter(one -> one.entry() instanceof FollowUp.LogLine)
                .count();
        return new FollowUp.LogLine(
                register,
                Parts.id(
                        "L-",
                        Long.toString(before),
                        register,
                        at.text(),
                        channel.code(),
                        point.orElse(""),
                        state.map(PointState::code).orElse("")),
                DESK,
                at,
                channel,
                with.map(sealer::seal),
                by,
                sealer.seal(text),
                point,
                state,
                holder.map(sealer::seal),
                about);
    }

    private void append(List<Entry> entries) {
        List<EntryStore.Outcome> outcomes = store.append(entries);
        if (outcomes.stream().anyMatch(one -> one != EntryStore.Outcome.RECORDED)) {
            throw new Refusal(
                    "",
                    "something else was put down at the same moment",
                    "Look at it again; it was not put down twice.");
        }
    }
}
