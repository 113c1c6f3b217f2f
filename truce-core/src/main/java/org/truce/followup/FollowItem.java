package org.truce.followup;

import org.truce.record.Entry;
import org.truce.record.FollowUp;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that was promised, asked, sent, given or said, as it stands on a day.
 *
 * @param entry the entry behind it; the agreement, of an obligation
 * @param id its id in its register; {@code AGREEMENT/PROVISION} of an obligation
 * @param date the local day it is sorted by, where one is known
 * @param status a code of the item's kind
 * @param evidence entries of the same register, as {@code kind:id}; of a notice its incidents, each
 *     as {@code register:id}
 * @param actors ids of all actors that it names, labels where no agreement knows them
 * @param areas ids of the areas that it is known to be about; empty where nothing ties it to one
 * @param overdue whether something is due and has not come
 * @param detail what only its kind has
 */
public record FollowItem(
        FollowKind kind,
        Entry entry,
        String id,
        Optional<LocalDate> date,
        String status,
        List<String> evidence,
        Set<String> actors,
        Set<String> areas,
        boolean overdue,
        Detail detail) {

    public FollowItem {
        evidence = List.copyOf(evidence);
        actors = Set.copyOf(actors);
        areas = Set.copyOf(areas);
    }

    /** One line about it, in the words of whoever entered it. */
    public String title() {
        return switch (detail) {
            case OfNotice notice ->
                notice.state().notice().addressee() + ": "
                        + String.join(", ", notice.state().notice().about());
            case OfCommitment commitment ->
                String.join(", ", commitment.state().actors()) + ": "
                        + commitment.state().what();
            case OfTalks talks -> talks.round().process() + ", " + talks.round().name();
            case OfDeployment one ->
                one.deployment().actor() + ": "
                        + one.deployment().deploymentKind().code()
                        + one.deployment().place().admin1().map(", "::concat).orElse("");
            case OfContribution one ->
                one.contribution().actor() + ": " + one.contribution().what();
            case OfStatement one ->
                one.statement().speaker() + ": " + one.statement().paraphrase();
        };
    }

    /** What only one kind has. */
    public sealed interface Detail {}

    /** A notice. */
    public record OfNotice(NoticeState state) implements Detail {}

    /** A commitment or obligation. */
    public record OfCommitment(CommitmentState state) implements Detail {}

    /**
     * A round of talks.
     *
     * @param commitments ids of the commitments that come from it
     * @param gapDays days from the end of the process's round before to the begin of this one
     */
    public record OfTalks(FollowUp.Round round, List<String> commitments, Optional<Long> gapDays)
            implements Detail {
        public OfTalks {
            commitments = List.copyOf(commitments);
        }
    }

    /** A deployment. */
    public record OfDeployment(FollowUp.Deployment deployment) implements Detail {}

    /**
     * A contribution.
     *
     * @param answeredBy ids of the contributions that answer it
     */
    public record OfContribution(FollowUp.Contribution contribution, List<String> answeredBy)
            implements Detail {
        public OfContribution {
            answeredBy = List.copyOf(answeredBy);
        }
    }

    /**
     * A statement.
     *
     * @param tests those that hold it against the evidence
     * @param beside ids of statements that somebody laid beside it
     */
    public record OfStatement(
            Entry.Statement statement, List<Entry.ClaimTest> tests, List<String> beside)
            implements Detail {
        public OfStatement {
            tests = List.copyOf(tests);
            beside = List.copyOf(beside);
        }
    }
}
