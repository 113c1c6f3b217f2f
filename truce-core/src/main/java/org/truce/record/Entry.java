package org.truce.record;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.truce.base.EventType;
import org.truce.base.Hash;
import org.truce.base.Means;
import org.truce.base.Moment;
import org.truce.base.Watch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A fact that somebody put down. An entry is never changed and never deleted. Its id is unique
 * among the entries of its kind in its register: the source file's own id where it has one, else
 * one made from its content, so that the same row entered twice has the same id.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.RegisterDeclared.class, name = "register"),
    @JsonSubTypes.Type(value = Entry.Report.class, name = "report"),
    @JsonSubTypes.Type(value = Entry.SummaryReport.class, name = "summary-report"),
    @JsonSubTypes.Type(value = Entry.CalmReport.class, name = "calm-report"),
    @JsonSubTypes.Type(value = Entry.Coverage.class, name = "coverage"),
    @JsonSubTypes.Type(value = Entry.Tally.class, name = "tally"),
    @JsonSubTypes.Type(value = Entry.PublishedTotal.class, name = "published-total"),
    @JsonSubTypes.Type(value = Entry.PeriodCount.class, name = "period-count"),
    @JsonSubTypes.Type(value = Entry.Statement.class, name = "statement"),
    @JsonSubTypes.Type(value = Entry.ClaimTest.class, name = "claim-test"),
    @JsonSubTypes.Type(value = Entry.AreaOutline.class, name = "area-outline"),
    @JsonSubTypes.Type(value = Entry.AgreementText.class, name = "agreement"),
    @JsonSubTypes.Type(value = Entry.RejectedRow.class, name = "rejected-row"),
    @JsonSubTypes.Type(value = Entry.RegisterKey.class, name = "register-key"),
    @JsonSubTypes.Type(value = Entry.Correction.class, name = "correction"),
    @JsonSubTypes.Type(value = Entry.Withdrawal.class, name = "withdrawal"),
    @JsonSubTypes.Type(value = Entry.Decision.class, name = "decision"),
    @JsonSubTypes.Type(value = Entry.Attachment.class, name = "attachment"),
    @JsonSubTypes.Type(value = Entry.Custody.class, name = "custody"),
    @JsonSubTypes.Type(value = Entry.Destruction.class, name = "destruction"),
    @JsonSubTypes.Type(value = FollowUp.Guarantee.class, name = "guarantee"),
    @JsonSubTypes.Type(value = FollowUp.Notice.class, name = "notice"),
    @JsonSubTypes.Type(value = FollowUp.NoticeStep.class, name = "notice-step"),
    @JsonSubTypes.Type(value = FollowUp.NoticeRules.class, name = "notice-rules"),
    @JsonSubTypes.Type(value = FollowUp.Commitment.class, name = "commitment"),
    @JsonSubTypes.Type(value = FollowUp.CommitmentStatus.class, name = "commitment-status"),
    @JsonSubTypes.Type(value = FollowUp.Round.class, name = "round"),
    @JsonSubTypes.Type(value = FollowUp.Deployment.class, name = "deployment"),
    @JsonSubTypes.Type(value = FollowUp.Contribution.class, name = "contribution"),
    @JsonSubTypes.Type(value = FollowUp.LogLine.class, name = "log-line"),
    @JsonSubTypes.Type(value = FollowUp.SideBySide.class, name = "side-by-side"),
    @JsonSubTypes.Type(value = FollowUp.Passage.class, name = "passage")
})
public sealed interface Entry {
    String register();

    String id();

    Entered entered();

    /** An entry whose day of becoming known is its publication when it was entered afterwards. */
    sealed interface Dated extends Entry
            permits Told, Tally, PublishedTotal, PeriodCount, Statement, FollowUp {
        Optional<LocalDate> published();
    }

    /** What one source says of one time and place. */
    sealed interface Told extends Dated {
        Account account();

        @Override
        default Optional<LocalDate> published() {
            return account().published();
        }
    }

    /** An entry about the record itself or about other entries, not about the ceasefire. */
    sealed interface OfRecord extends Entry {}

    /**
     * A register says what it is.
     *
     * @param observes what it watches, and how evenly
     * @param enteredAfterwards whether it was coded later from published pages
     * @param sourcesPublished whether its sources are public, and may be named to every reader
     * @param limits what a reader must know before using it, by language code (en, ar)
     * @param attribution the source and licence to print wherever the register is shown
     */
    record RegisterDeclared(
            String register,
            String id,
            Entered entered,
            String title,
            Observes observes,
            boolean enteredAfterwards,
            boolean sourcesPublished,
            Map<String, List<String>> limits,
            Optional<String> attribution)
            implements Entry {
        public RegisterDeclared {
            limits = limits.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, said -> List.copyOf(said.getValue())));
        }
    }

    /** One source's account of one thing. */
    record Report(
            String register,
            String id,
            Entered entered,
            Account account,
            EventType type,
            OptionalInt count,
            Participants participants,
            Casualties casualties,
            Optional<String> sameAs,
            Optional<Manner> manner)
            implements Told {}

    /**
     * A row that sums up several things (a monthly line, a total of breaches); overlaps reports.
     */
    record SummaryReport(
            String register,
            String id,
            Entered entered,
            Account account,
            EventType type,
            OptionalInt count,
            Participants participants,
            Casualties casualties)
            implements Told {}

    /** A source says that it watched and saw nothing. */
    record CalmReport(String register, String id, Entered entered, Account account)
            implements Told {}

    /**
     * Where and when somebody was able to observe, or was kept from it.
     *
     * @param site what stands for the post, camera or route in every such row of the register; open
     *     to every reader, unlike its place
     * @param by who kept them from it, as the source has it
     * @param patrol only of {@link Means#PATROL}
     */
    record Coverage(
            String register,
            String id,
            Entered entered,
            Account account,
            String site,
            Means means,
            Watch watch,
            Optional<String> by,
            Optional<Patrol> patrol)
            implements Told {}

    /** One side's count for a province and a day, with its unit; not a list of incidents. */
    record Tally(
            String register,
            String id,
            Entered entered,
            Optional<LocalDate> published,
            Guarded url,
            String side,
            Optional<String> province,
            int count,
            OptionalInt statedTotal,
            Optional<Guarded> note)
            implements Dated {}

    /** A published total over an area and a stretch of time, in the source's own measure. */
    record PublishedTotal(
            String register,
            String id,
            Entered entered,
            Guarded source,
            Guarded url,
            String area,
            LocalDate from,
            LocalDate to,
            String measure,
            String value,
            Optional<Guarded> note)
            implements Dated {
        /** Totals come without a date of publication. */
        @Override
        public Optional<LocalDate> published() {
            return Optional.empty();
        }
    }

    /**
     * How many things of one kind a steadily watching register counts in an area and a period.
     *
     * @param countedRegister whose count it is
     * @param from the first local day counted
     * @param to the last local day counted, inside
     * @param parties between whom, as the file has it
     */
    record PeriodCount(
            String register,
            String id,
            Entered entered,
            String countedRegister,
            String area,
            Optional<String> reading,
            LocalDate from,
            LocalDate to,
            String parties,
            String unit,
            int count,
            OptionalInt deathsBest,
            OptionalInt civilianDeathsBest)
            implements Dated {
        /** Counts by period come without a date of publication. */
        @Override
        public Optional<LocalDate> published() {
            return Optional.empty();
        }
    }

    /** What an official said in public, in our own words. */
    record Statement(
            String register,
            String id,
            Entered entered,
            String speaker,
            String role,
            LocalDate date,
            Optional<String> place,
            StatementKind statementKind,
            String paraphrase,
            String about,
            String url)
            implements Dated {
        @Override
        public Optional<LocalDate> published() {
            return Optional.of(date);
        }
    }

    /**
     * How somebody proposes to hold a statement against the evidence. The choice of test is theirs
     * and stays beside the result.
     *
     * @param statement the id of the statement in the same register
     * @param quote the speaker's own words, as short as will do
     * @param from the first local day that the claim speaks of
     * @param to the last local day that it speaks of
     * @param baselineFrom the first local day to compare with
     * @param baselineTo the last local day to compare with
     */
    record ClaimTest(
            String register,
            String id,
            Entered entered,
            String statement,
            String quote,
            ClaimMeasure measure,
            String area,
            LocalDate from,
            LocalDate to,
            LocalDate baselineFrom,
            LocalDate baselineTo)
            implements Entry {}

    /**
     * One outline of an area, or one course of a line, under one reading, with the time in which it
     * is in force.
     *
     * @param area the id of the area or the line
     * @param geometry a GeoJSON geometry, longitude before latitude: Polygon or MultiPolygon of an
     *     area, LineString of a line
     * @param precisionMetres how far the drawn line may be from the agreed one
     * @param sides whose the sides of a line are; empty for an area
     */
    record AreaOutline(
            String register,
            String id,
            Entered entered,
            String area,
            String name,
            Optional<String> nameAr,
            Optional<String> reading,
            Optional<Moment> inForceFrom,
            Optional<Moment> inForceTo,
            int precisionMetres,
            Optional<String> drawn,
            Optional<String> note,
            Optional<String> endNote,
            Optional<String> source,
            String geometry,
            Optional<LineSides> sides)
            implements Entry {
        public boolean isLine() {
            return sides.isPresent();
        }
    }

    /** An agreement as data. */
    record AgreementText(String register, String id, Entered entered, Agreement agreement)
            implements Entry {}

    /**
     * A row that could not be taken in, kept with its place.
     *
     * @param refusal what was wrong, what to do, and the row as it stood: all of it protected, for
     *     nobody has looked yet at what is in it
     */
    record RejectedRow(String register, String id, Entered entered, String column, Guarded refusal)
            implements Entry {}

    /**
     * The key with which a register signs from here on. The first entry of every log names its
     * first key; each later one takes the place of the key before it, and is signed by that key or
     * by the recovery key.
     *
     * @param key the public key as a verifier key of the signed-note format; empty when the
     *     register is closed and nothing more may be signed
     * @param recovery the public key that may change keys when this one is lost
     * @param replaced the id (8 hexadecimal digits) of the key that signs no longer; empty in the
     *     first entry
     * @param revoked whether the replaced key may be in other hands
     */
    record RegisterKey(
            String register,
            String id,
            Entered entered,
            Optional<String> key,
            Optional<String> recovery,
            Optional<String> replaced,
            boolean revoked,
            String reason)
            implements OfRecord {}

    /**
     * An earlier entry of the same register said something else than it should: from here on it
     * says this. Both stay.
     *
     * @param reason why, in words that every reader may see
     * @param replacement the whole entry as it should be, with the kind and id of the one corrected
     */
    record Correction(String register, String id, Entered entered, String reason, Entry replacement)
            implements OfRecord {
        public Correction {
            if (!replacement.register().equals(register)) {
                throw new IllegalArgumentException(
                        "a register corrects its own entries, not those of another");
            }
        }
    }

    /**
     * An earlier entry of the same register does not count from here on; a later correction brings
     * it back.
     *
     * @param targetKind the kind of the entry withdrawn
     * @param target its id
     */
    record Withdrawal(
            String register,
            String id,
            Entered entered,
            String targetKind,
            String target,
            String reason)
            implements OfRecord {}

    /**
     * What a person decided about reports: a fact about that person, not about the war.
     *
     * @param about what it is about, each as {@code register:id}: reports, or for
     *     {@link DecisionAct#REVERSE} one decision; at most 100, each once
     * @param actor whom {@link DecisionAct#ATTRIBUTE} names; empty there for undetermined
     * @param by the person, or their role
     * @param on the day on which it was decided
     * @param why in words that every reader may see: one line of 1 to 1,000 characters
     * @param note what else is to be kept about it
     */
    record Decision(
            String register,
            String id,
            Entered entered,
            DecisionAct act,
            List<String> about,
            Optional<String> actor,
            Guarded by,
            LocalDate on,
            String why,
            Optional<Guarded> note)
            implements OfRecord {
        /** A decision binds every pair of what it is about. */
        private static final int MOST_ABOUT = 100;

        private static final Pattern ONE_LINE =
                Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]{1,1000}");

        public Decision {
            about = List.copyOf(about);
            if (about.size() > MOST_ABOUT) {
                throw new IllegalArgumentException(
                        "a decision names at most %d reports".formatted(MOST_ABOUT));
            }
            if (why.isBlank() || !ONE_LINE.matcher(why).matches()) {
                throw new IllegalArgumentException(
                        "the reason of a decision is one line of 1 to 1,000 characters");
            }
            boolean several = act == DecisionAct.LINK || act == DecisionAct.SPLIT;
            long different = about.stream().distinct().count();
            if (several ? different < 2 : about.size() != 1) {
                throw new IllegalArgumentException(
                        several
                                ? "to link or split, name two different reports or more"
                                : "a decision of this kind is about one thing: name it");
            }
            if (different < about.size()) {
                throw new IllegalArgumentException("a decision names each report once");
            }
            if (actor.isPresent() && act != DecisionAct.ATTRIBUTE) {
                throw new IllegalArgumentException("only an attribution names an actor");
            }
        }
    }

    /**
     * A photo, video, document or sound that belongs to an entry; the file itself lies beside the
     * store.
     *
     * @param about the entry it belongs to, as {@code register:id}
     * @param name the file's own name
     * @param origin from whom or where it came
     */
    record Attachment(
            String register,
            String id,
            Entered entered,
            String about,
            Hash sha256,
            long sizeBytes,
            String mediaType,
            Guarded name,
            Optional<Guarded> origin)
            implements OfRecord {}

    /**
     * One step in the chain of custody of an attachment.
     *
     * @param attachment the id of the attachment in the same register; {@code register:id} of one
     *     in another register
     * @param copy the hash of the copy made, where one was
     */
    record Custody(
            String register,
            String id,
            Entered entered,
            String attachment,
            CustodyAct act,
            Guarded by,
            LocalDate on,
            Optional<Hash> copy,
            Optional<Guarded> note)
            implements OfRecord {}

    /**
     * The decision by which protected values of an entry are destroyed wherever it is followed.
     * Their commitments stay.
     *
     * @param commitments of the values; of an attachment also its file's SHA-256, where the file
     *     itself is destroyed
     * @param reason why, in words that every reader may see
     * @param by who decided it
     */
    record Destruction(
            String register,
            String id,
            Entered entered,
            String targetKind,
            String target,
            List<Hash> commitments,
            String reason,
            Optional<Guarded> by)
            implements OfRecord {
        public Destruction {
            commitments = List.copyOf(commitments);
        }
    }
}
