package org.truce.app.cli;

import org.truce.app.desk.Delivery;
import org.truce.app.desk.Desk;
import org.truce.app.desk.Said;
import org.truce.app.store.EntryStore;
import org.truce.base.Phrases;
import org.truce.followup.NoticeState;
import org.truce.record.Channel;
import org.truce.record.FollowUp;
import org.truce.record.NoticeAct;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

@Command(
        name = "notice",
        mixinStandardHelpOptions = true,
        description = {
            "Put an incident to a guarantor or party, and put down what came of it: draft,"
                    + " approve, send, acknowledge, ask, reply, act, remind, escalate, close,"
                    + " withdraw; went-out, not-sent; show.",
            "A second person approves; nothing is sent before."
        })
final class NoticeCommand implements Runnable {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The stable JSON shape of what was put down. */
    record Done(
            String register,
            String notice,
            String act,
            String entry,
            String on,
            String status,
            Optional<String> dueOn,
            Optional<String> via,
            Optional<String> level) {}

    NoticeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "name one of draft, approve, send and the others");
    }

    @Command(
            name = "draft",
            mixinStandardHelpOptions = true,
            description = {
                "Draft a notice about incidents.",
                "Without --to it says who can make the sides alleged comply, and on whose word."
            })
    int draft(
            @Mixin NoticeOptions how,
            @Option(
                            names = "--register",
                            paramLabel = "NAME",
                            description = "Whose notice it is; the one that signs here when not"
                                    + " given.")
                    Optional<String> register,
            @Option(
                            names = "--about",
                            required = true,
                            paramLabel = "REGISTER:ID",
                            description = "An incident, by one of its reports; may be given again.")
                    List<String> about,
            @Option(
                            names = "--to",
                            paramLabel = "WHO",
                            description = "A guarantor or party that the record knows.")
                    Optional<String> to,
            @Option(
                            names = "--to-other",
                            paramLabel = "WHO",
                            description = "Another office or state; every reader sees it.")
                    Optional<String> other,
            @Option(
                            names = "--severity",
                            paramLabel = "CODE",
                            description = "minor, serious or grave.")
                    Optional<String> severity,
            @Option(
                            names = "--due",
                            paramLabel = "DAY",
                            description = "By when an answer is due; as the rules say when not"
                                    + " given.")
                    Optional<String> due,
            @Option(
                            names = "--text",
                            paramLabel = "TEXT",
                            description = "What is asked: no source, place, person or address.")
                    Optional<String> text) {
        return put(how, at -> {
            FollowUp.Notice notice = at.desk()
                    .draft(
                            register(at, how, register),
                            how.who(),
                            new Said.Draft(
                                    about,
                                    to.orElse(""),
                                    other.orElse(""),
                                    severity.orElse(""),
                                    due.orElse(""),
                                    text.orElse("")));
            return done(at.desk(), notice);
        });
    }

    private String register(At at, NoticeOptions how, Optional<String> named) {
        String register = named.orElseGet(
                () -> DecideCommand.signsHere(at.entries(), how.store().keys(surroundings)));
        Custodian.checkSigns(at.entries(), how.store().keys(surroundings), register);
        return register;
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Approve a draft; whoever drafted it cannot.")
    int approve(@Mixin NoticeOptions how, @Mixin NoticeName notice) {
        return step(how, notice, NoticeAct.APPROVED, Said.Step.BARE);
    }

    @Command(
            name = "send",
            mixinStandardHelpOptions = true,
            description = "Send an approved notice: to a file, as an e-mail, or in a call.")
    int send(@Mixin NoticeOptions how, @Mixin NoticeName notice, @Mixin DeliveryOptions delivery) {
        if (delivery.find(surroundings.environment()).isEmpty()) {
            throw new UsageException("say how it goes out: --out, --smtp or --hotline");
        }
        return send(how, notice, NoticeAct.SENT, Said.Step.BARE, delivery);
    }

    @Command(
            name = "remind",
            mixinStandardHelpOptions = true,
            description = "Remind the addressee; the reminder goes out where a way is named.")
    int remind(
            @Mixin NoticeOptions how,
            @Mixin NoticeName notice,
            @Mixin CameOptions came,
            @Mixin DeliveryOptions delivery) {
        return send(how, notice, NoticeAct.REMINDED, came.said(), delivery);
    }

    @Command(
            name = "escalate",
            mixinStandardHelpOptions = true,
            description = "Put it to the next level of the ladder, or to the one that is named.")
    int escalate(
            @Mixin NoticeOptions how,
            @Mixin NoticeName notice,
            @Mixin CameOptions came,
            @Mixin DeliveryOptions delivery,
            @Option(
                            names = "--level",
                            paramLabel = "WHO",
                            description = "To whom; the level that is due when not given.")
                    Optional<String> level) {
        return send(how, notice, NoticeAct.ESCALATED, came.said("", level.orElse("")), delivery);
    }

    @Command(
            name = "went-out",
            mixinStandardHelpOptions = true,
            description = "What was being sent went out: whoever has it says so.")
    int wentOut(@Mixin NoticeOptions how, @Mixin NoticeName notice) {
        return put(how, at -> {
            checkSigns(at, how, notice);
            return done(at.desk(), at.desk().wentOut(notice.text(), how.who()));
        });
    }

    @Command(
            name = "not-sent",
            mixinStandardHelpOptions = true,
            description = "What was being sent did not go out; it may be sent again.")
    int notSent(@Mixin NoticeOptions how, @Mixin NoticeName notice, @Mixin CameOptions came) {
        return step(how, notice, NoticeAct.NOT_SENT, came.said());
    }

    @Command(
            name = "acknowledge",
            mixinStandardHelpOptions = true,
            description = "The addressee has it.")
    int acknowledge(@Mixin NoticeOptions how, @Mixin NoticeName notice, @Mixin CameOptions came) {
        return step(how, notice, NoticeAct.ACKNOWLEDGED, came.said());
    }

    @Command(
            name = "ask",
            mixinStandardHelpOptions = true,
            description = "The addressee asks back: --text says what.")
    int ask(@Mixin NoticeOptions how, @Mixin NoticeName notice, @Mixin CameOptions came) {
        return step(how, notice, NoticeAct.ASKED, came.said());
    }

    @Command(
            name = "reply",
            mixinStandardHelpOptions = true,
            description = "The addressee replied.")
    int reply(
            @Mixin NoticeOptions how,
            @Mixin NoticeName notice,
            @Mixin CameOptions came,
            @Option(
                            names = "--kind",
                            paramLabel = "CODE",
                            description = "accepts, denies, explains or cannot-confirm.")
                    Optional<String> kind) {
        return step(how, notice, NoticeAct.REPLIED, came.said(kind.orElse(""), ""));
    }

    @Command(
            name = "act",
            mixinStandardHelpOptions = true,
            description = "The addressee says what it did: --text.")
    int act(@Mixin NoticeOptions how, @Mixin NoticeName notice, @Mixin CameOptions came) {
        return step(how, notice, NoticeAct.ACTION_TAKEN, came.said());
    }

    @Command(
            name = "close",
            mixinStandardHelpOptions = true,
            description = "Close it: --text says what came of it.")
    int close(@Mixin NoticeOptions how, @Mixin NoticeName notice, @Mixin CameOptions came) {
        return step(how, notice, NoticeAct.OUTCOME, came.said());
    }

    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            description = "Withdraw it: --text says why.")
    int withdraw(@Mixin NoticeOptions how, @Mixin NoticeName notice, @Mixin CameOptions came) {
        return step(how, notice, NoticeAct.WITHDRAWN, came.said());
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Print what the addressee gets, before anything is sent.")
    int show(
            @Mixin StoreOption store,
            @Mixin NoticeName notice,
            @Option(
                            names = "--language",
                            paramLabel = "en|ar",
                            description = "English when not given.")
                    Optional<String> language) {
        try (EntryStore entries = store.open(surroundings)) {
            Desk desk = NoticeOptions.desk(entries, surroundings);
            Phrases words = Phrases.in(language.orElse("en"));
            surroundings
                    .out()
                    .print(desk.letter(notice.text(), NoticeAct.SENT, "", words).text());
            return 0;
        }
    }

    /** An open store with its desk. */
    private record At(EntryStore entries, Desk desk) {}

    private int put(NoticeOptions how, Function<At, Done> doing) {
        try (EntryStore entries = how.store().open(surroundings)) {
            Done done = doing.apply(new At(entries, NoticeOptions.desk(entries, surroundings)));
            if (how.json()) {
                surroundings.out().println(Json.text(done));
            }
            surroundings
                    .err()
                    .printf(
                            "%s: %s:%s (%s%s)%n",
                            done.act(),
                            done.register(),
                            done.notice(),
                            done.status(),
                            done.dueOn().map(", due "::concat).orElse(""));
            return 0;
        }
    }

    private int step(NoticeOptions how, NoticeName notice, NoticeAct act, Said.Step said) {
        return put(how, at -> {
            checkSigns(at, how, notice);
            return done(at.desk(), at.desk().step(notice.text(), act, how.who(), said));
        });
    }

    private int send(
            NoticeOptions how,
            NoticeName notice,
            NoticeAct act,
            Said.Step said,
            DeliveryOptions options) {
        Phrases words = Phrases.in(options.language());
        Optional<Delivery> delivery = options.find(surroundings.environment());
        if (delivery.isEmpty()) {
            return step(how, notice, act, said);
        }
        if (!said.via().isEmpty()) {
            throw new UsageException("leave --via out: the way it goes is named");
        }
        return put(how, at -> {
            checkSigns(at, how, notice);
            return done(
                    at.desk(),
                    at.desk().send(notice.text(), act, how.who(), said, delivery.get(), words));
        });
    }

    /** Before anything goes out: what could not be put down must not be sent. */
    private void checkSigns(At at, NoticeOptions how, NoticeName notice) {
        Custodian.checkSigns(
                at.entries(),
                how.store().keys(surroundings),
                at.desk().get(notice.text()).notice().register());
    }

    private static Done done(Desk desk, FollowUp.Notice notice) {
        return done(
                desk.get(Desk.name(notice)),
                "drafted",
                notice.id(),
                notice.drafted(),
                Optional.empty(),
                Optional.empty());
    }

    private static Done done(Desk desk, FollowUp.NoticeStep step) {
        return done(
                desk.get(step.register() + ":" + step.notice()),
                step.act().code(),
                step.id(),
                step.on(),
                step.via(),
                step.level());
    }

    private static Done done(
            NoticeState state,
            String act,
            String entry,
            LocalDate on,
            Optional<Channel> via,
            Optional<String> level) {
        return new Done(
                state.notice().register(),
                state.notice().id(),
                act,
                entry,
                on.toString(),
                state.phase().code(),
                state.dueOn().map(LocalDate::toString),
                via.map(Channel::code),
                level);
    }
}
