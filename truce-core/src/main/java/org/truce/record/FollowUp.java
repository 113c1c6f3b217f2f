package org.truce.record;

import org.truce.base.Hash;
import org.truce.base.Moment;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was promised, asked, sent or given, and what came of it. Lists of evidence name entries of
 * the same register as {@link EntryRef} writes them.
 */
public sealed interface FollowUp extends Entry.Dated {

    /** One that rests on what somebody outside says. */
    sealed interface Sourced extends FollowUp {
        Basis basis();

        @Override
        default Optional<LocalDate> published() {
            return basis().published();
        }
    }

    /**
     * Who may make whom comply.
     *
     * @param guarantor a state or body, as the agreements' actors are called
     * @param party whom it may make comply
     * @param under the agreement's id; empty where none is named
     * @param from the first local day, when it is known
     * @param to the last local day, inside; empty while it goes on
     */
    record Guarantee(
            String register,
            String id,
            Entered entered,
            String guarantor,
            Influence influence,
            String party,
            Optional<String> under,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Basis basis)
            implements Sourced {}

    /**
     * Incidents put to a guarantor or a party.
     *
     * @param about the incidents, each as {@code register:id} of one of its reports; 1 to 100
     * @param addressee a guarantor or party
     * @param due the local day by which an answer is due; empty where the rules for notices say
     * @param by who drafted it
     * @param text what is put to the addressee
     */
    record Notice(
            String register,
            String id,
            Entered entered,
            List<String> about,
            String addressee,
            Severity severity,
            LocalDate drafted,
            Optional<LocalDate> due,
            Guarded by,
            Guarded text)
            implements FollowUp {
        private static final int MOST_ABOUT = 100;

        public Notice {
            about = List.copyOf(about);
            if (about.isEmpty() || about.size() > MOST_ABOUT) {
                throw new IllegalArgumentException(
                        "a notice is about 1 to %d incidents".formatted(MOST_ABOUT));
            }
        }

        @Override
        public Optional<LocalDate> published() {
            return Optional.of(drafted);
        }
    }

    /**
     * What was done about a notice, or came back.
     *
     * @param notice the id of the notice in the same register
     * @param on the local day
     * @param by who put it down, or who approved
     * @param via the way it went
     * @param reply what kind of reply; only of {@link NoticeAct#REPLIED}, and always there
     * @param level to whom it went; of {@link NoticeAct#ESCALATED} always, of
     *     {@link NoticeAct#SENDING} where that is an escalation
     * @param text what was said, in whose words it came
     * @param letter what went out, or is going out; steps put down before it was kept have none
     */
    record NoticeStep(
            String register,
            String id,
            Entered entered,
            String notice,
            NoticeAct act,
            LocalDate on,
            Guarded by,
            Optional<Channel> via,
            Optional<NoticeReply> reply,
            Optional<String> level,
            List<String> evidence,
            Optional<Guarded> text,
            Optional<Letter> letter)
            implements FollowUp {
        /**
         * The exact text of what goes out.
         *
         * @param sha256 of the text in UTF-8, open: whoever holds the letter can show that it is
         *     the one
         */
        public record Letter(Guarded text, Hash sha256) {
            public static Letter of(String text, Guarded.Sealer sealer) {
                return new Letter(
                        sealer.seal(text), Hash.of(text.getBytes(StandardCharsets.UTF_8)));
            }
        }

        public NoticeStep {
            evidence = List.copyOf(evidence);
            if (reply.isPresent() != (act == NoticeAct.REPLIED)) {
                throw new IllegalArgumentException(
                        "a reply says whether it accepts, denies, explains or cannot confirm,"
                                + " and no other step does");
            }
            if (act != NoticeAct.SENDING && level.isPresent() != (act == NoticeAct.ESCALATED)) {
                throw new IllegalArgumentException(
                        "an escalation says to whom, and no other step does");
            }
            if (letter.isPresent() && !act.hasLetter()) {
                throw new IllegalArgumentException("no letter goes out with that step");
            }
        }

        @Override
        public Optional<LocalDate> published() {
            return Optional.of(on);
        }
    }

    /**
     * By when answers to notices are due, and who hears of it when they do not come. The latest of
     * a register counts.
     *
     * @param from the local day from which they apply
     * @param answer days from sending to the day on which an answer is due
     * @param remindDays days after that on which a reminder is due
     * @param ladder in rising order of days
     * @param place how exactly an addressee is told where; the governorate where empty
     */
    record NoticeRules(
            String register,
            String id,
            Entered entered,
            LocalDate from,
            AnswerDays answer,
            int remindDays,
            List<Rung> ladder,
            Optional<NoticePlace> place)
            implements FollowUp {
        public NoticeRules {
            ladder = List.copyOf(ladder);
            for (int i = 1; i < ladder.size(); i++) {
                if (ladder.get(i).afterDays() <= ladder.get(i - 1).afterDays()) {
                    throw new IllegalArgumentException("the ladder's days must rise");
                }
            }
        }

        /** Days by severity. */
        public record AnswerDays(int minor, int serious, int grave) {
            public int days(Severity severity) {
                return switch (severity) {
                    case MINOR -> minor;
                    case SERIOUS -> serious;
                    case GRAVE -> grave;
                };
            }
        }

        /**
         * One level of the ladder.
         *
         * @param afterDays days after the answer was due
         */
        public record Rung(int afterDays, String level) {}

        @Override
        public Optional<LocalDate> published() {
            return Optional.of(from);
        }
    }

    /**
     * Somebody said or signed that they will do something.
     *
     * @param what in our own words
     * @param made the local day
     * @param due the last local day on which it is in time
     * @param every how often it falls due, where it recurs
     * @param from the first local day of the time in which it recurs
     * @param to the last local day of that, inside; empty while it goes on
     * @param shownBy how it would show
     * @param under {@code agreement:ID}, {@code round:ID} or {@code statement:ID}
     */
    record Commitment(
            String register,
            String id,
            Entered entered,
            String actor,
            String what,
            Optional<String> forWhom,
            Optional<LocalDate> made,
            Optional<LocalDate> due,
            Optional<Recurrence> every,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<String> shownBy,
            Optional<String> under,
            Basis basis)
            implements Sourced {
        public Commitment {
            if (every.isPresent() && from.isEmpty()) {
                throw new IllegalArgumentException("what recurs has a first day");
            }
            if (every.isPresent() && due.isPresent()) {
                throw new IllegalArgumentException(
                        "what recurs is due by the end of each period, not on one day");
            }
        }
    }

    /**
     * What somebody judged to have become of a commitment. The latest that is known counts.
     *
     * @param commitment its id, or {@code AGREEMENT/PROVISION} of an obligation
     * @param period the first local day of the period, where it recurs
     * @param on the local day of the judgement
     * @param why one line that every reader may see
     * @param by who judged
     */
    record CommitmentStatus(
            String register,
            String id,
            Entered entered,
            String commitment,
            Optional<LocalDate> period,
            Fulfilment fulfilment,
            LocalDate on,
            List<String> evidence,
            String why,
            Guarded by,
            Basis basis)
            implements Sourced {
        public CommitmentStatus {
            evidence = List.copyOf(evidence);
        }

        /** A judgement is known when it was made, where no page says otherwise. */
        @Override
        public Optional<LocalDate> published() {
            return Optional.of(basis.published().filter(day -> day.isAfter(on)).orElse(on));
        }
    }

    /**
     * One meeting of a process of talks.
     *
     * @param process Geneva, Astana
     * @param name what the round is called
     * @param from the first local day
     * @param to the last local day, inside
     * @param outcomes what it decided, one line each
     */
    record Round(
            String register,
            String id,
            Entered entered,
            String process,
            String name,
            LocalDate from,
            LocalDate to,
            Optional<String> place,
            Optional<String> convenedBy,
            Optional<String> agenda,
            List<Delegation> delegations,
            List<String> outcomes,
            Basis basis)
            implements Sourced {
        public Round {
            delegations = List.copyOf(delegations);
            outcomes = List.copyOf(outcomes);
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("a round ends after it began");
            }
        }

        /** @param level the office of whoever led it: "foreign minister", "observer" */
        public record Delegation(String actor, Optional<String> level, Presence presence) {}
    }

    /**
     * People sent.
     *
     * @param numberMin at least so many, of people or of posts
     * @param numberMax at most so many
     * @param from the first local day, when it is known
     * @param to the last local day, inside; empty while it goes on
     * @param mandateUnder the resolution, agreement or invitation
     * @param disputedBy who denies that it may be there
     */
    record Deployment(
            String register,
            String id,
            Entered entered,
            String actor,
            DeploymentKind deploymentKind,
            OptionalInt numberMin,
            OptionalInt numberMax,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            List<String> partners,
            Mandate mandate,
            Optional<String> mandateUnder,
            List<String> disputedBy,
            Place place,
            Basis basis)
            implements Sourced {
        public Deployment {
            partners = List.copyOf(partners);
            disputedBy = List.copyOf(disputedBy);
        }
    }

    /**
     * What somebody gave or bore.
     *
     * @param place a district or wider: all readers see it
     * @param amount a decimal number as written
     * @param from the first local day
     * @param to the last local day, inside
     * @param against the id of the contribution or commitment that it answers
     */
    record Contribution(
            String register,
            String id,
            Entered entered,
            String actor,
            ContributionKind contributionKind,
            Stage stage,
            String what,
            Optional<String> forWhom,
            Optional<String> place,
            Optional<String> amount,
            Optional<String> unit,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<String> against,
            Basis basis)
            implements Sourced {
        public Contribution {
            if (amount.isPresent() && unit.isEmpty()) {
                throw new IllegalArgumentException("an amount has a unit");
            }
        }
    }

    /**
     * A call, a message or what one shift tells the next.
     *
     * @param with who was at the other end
     * @param point what stands for an open point in all lines about it
     * @param holder who has the point from here on
     * @param about entries it is about
     */
    record LogLine(
            String register,
            String id,
            Entered entered,
            Moment at,
            Channel channel,
            Optional<Guarded> with,
            Guarded by,
            Guarded text,
            Optional<String> point,
            Optional<PointState> pointState,
            Optional<Guarded> holder,
            List<String> about)
            implements FollowUp {
        public LogLine {
            about = List.copyOf(about);
            if (point.isPresent() != pointState.isPresent()) {
                throw new IllegalArgumentException(
                        "a line that names a point says what becomes of it");
            }
        }

        @Override
        public Optional<LocalDate> published() {
            return Optional.of(at.writtenDate());
        }
    }

    /**
     * Statements that a person laid side by side because they contradict each other.
     *
     * @param statements ids of statements of the same register; two or more
     * @param about the matter, one line
     * @param on the local day on which they were laid so
     */
    record SideBySide(
            String register,
            String id,
            Entered entered,
            List<String> statements,
            String about,
            String why,
            LocalDate on)
            implements FollowUp {
        public SideBySide {
            statements = List.copyOf(statements);
            if (statements.stream().distinct().count() < Math.max(2, statements.size())) {
                throw new IllegalArgumentException("two different statements or more");
            }
        }

        @Override
        public Optional<LocalDate> published() {
            return Optional.of(on);
        }
    }

    /**
     * One sentence of a published text, and the entries in which what it says is held. The text
     * itself is not kept.
     *
     * @param document what stands for the text in every entry about it
     * @param title the text's own
     * @param publisher who published it
     * @param publishedOn the local day
     * @param sha256 of the text's bytes, so that whoever has it can tell that it is the one
     * @param line from 1
     * @param start in code points of the decoded text, inclusive
     * @param end exclusive
     * @param paraphrase in our own words, by language code (en, ar)
     * @param records entries of the same register, as {@link EntryRef} writes them
     */
    record Passage(
            String register,
            String id,
            Entered entered,
            String document,
            String title,
            String publisher,
            LocalDate publishedOn,
            Hash sha256,
            int line,
            int start,
            int end,
            Map<String, String> paraphrase,
            List<String> records)
            implements FollowUp {
        public Passage {
            paraphrase = Map.copyOf(paraphrase);
            records = List.copyOf(records);
            if (line < 1 || start < 0 || end <= start) {
                throw new IllegalArgumentException("a passage has a line, a start and an end");
            }
        }

        @Override
        public Optional<LocalDate> published() {
            return Optional.of(publishedOn);
        }
    }
}
