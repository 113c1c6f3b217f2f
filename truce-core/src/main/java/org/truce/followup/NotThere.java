package org.truce.followup;

import org.truce.record.Agreement;
import org.truce.record.Entry;
import org.truce.record.EntryRef;
import org.truce.record.FollowUp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What entries about follow-up name that is not in the record. Such an entry is kept, for what it
 * names may come later, and it counts then; until then nothing else shows it.
 */
public final class NotThere {
    private final List<FollowUp> entries = new ArrayList<>();
    private final Map<String, FollowUp.Commitment> commitments = new HashMap<>();
    private final Set<String> obligations = new HashSet<>();
    private final Set<String> agreements = new HashSet<>();

    /** Register and reference of every entry. */
    private final Set<String> refs = new HashSet<>();

    /**
     * @param column where the entry names it, as in files
     * @param named as it is named there
     */
    public record Missing(FollowUp entry, String column, String named) {}

    /** @param standing everything that stands in the record, whatever the day asked about */
    public NotThere(Collection<Entry> standing) {
        for (Entry entry : standing) {
            refs.add(key(entry.register(), EntryRef.to(entry).text()));
            if (entry instanceof FollowUp about) {
                entries.add(about);
            }
            if (entry instanceof FollowUp.Commitment commitment) {
                commitments.put(key(commitment.register(), commitment.id()), commitment);
            }
            if (entry instanceof Entry.AgreementText text) {
                String id = text.agreement().id();
                agreements.add(id);
                text.agreement().provisions().stream()
                        .filter(Agreement.Obligation.class::isInstance)
                        .forEach(one -> obligations.add(id + "/" + one.id()));
            }
        }
    }

    private static String key(String register, String id) {
        return register + "\n" + id;
    }

    /** Of all entries, in their order. */
    public List<Missing> list() {
        return entries.stream().flatMap(entry -> list(entry).stream()).toList();
    }

    /** Whether {@link #list(FollowUp)} can find anything in an entry of its kind. */
    public static boolean mayName(FollowUp entry) {
        return entry instanceof FollowUp.CommitmentStatus
                || entry instanceof FollowUp.NoticeStep
                || (entry instanceof FollowUp.Commitment one && one.under().isPresent())
                || (entry instanceof FollowUp.Guarantee other && other.under().isPresent());
    }

    /** Of one entry, which need not be in the record itself. */
    public List<Missing> list(FollowUp entry) {
        return switch (entry) {
            case FollowUp.CommitmentStatus status -> ofStatus(status);
            case FollowUp.Commitment commitment ->
                named(commitment, "under", commitment.under().stream().toList());
            case FollowUp.Guarantee guarantee ->
                guarantee.under().filter(id -> !isAgreement(id)).stream()
                        .map(id -> new Missing(guarantee, "under", id))
                        .toList();
            case FollowUp.NoticeStep step -> {
                List<Missing> missing =
                        new ArrayList<>(named(step, "notice", List.of("notice:" + step.notice())));
                missing.addAll(named(step, "evidence", step.evidence()));
                yield missing;
            }
            // These name incidents, statements or nothing, which other pages check.
            case FollowUp.Notice notice -> List.of();
            case FollowUp.NoticeRules rules -> List.of();
            case FollowUp.Round round -> List.of();
            case FollowUp.Deployment deployment -> List.of();
            case FollowUp.Contribution contribution -> List.of();
            case FollowUp.LogLine line -> List.of();
            case FollowUp.SideBySide beside -> List.of();
            case FollowUp.Passage passage -> List.of();
        };
    }

    private List<Missing> ofStatus(FollowUp.CommitmentStatus status) {
        List<Missing> missing = new ArrayList<>();
        Optional<FollowUp.Commitment> commitment =
                Optional.ofNullable(commitments.get(key(status.register(), status.commitment())));
        if (commitment.isEmpty() && !obligations.contains(status.commitment())) {
            missing.add(new Missing(status, "commitment", status.commitment()));
        } else if (status.period().filter(day -> !isPeriod(commitment, day)).isPresent()) {
            missing.add(new Missing(
                    status,
                    "period",
                    status.commitment() + " " + status.period().get()));
        }
        missing.addAll(named(status, "evidence", status.evidence()));
        return missing;
    }

    private static boolean isPeriod(Optional<FollowUp.Commitment> commitment, LocalDate day) {
        return commitment.filter(one -> CommitmentBoard.isPeriod(one, day)).isPresent();
    }

    private List<Missing> named(FollowUp entry, String column, List<String> texts) {
        return texts.stream()
                .filter(text -> !refs.contains(key(entry.register(), text))
                        && !(text.startsWith("agreement:")
                                && isAgreement(text.substring("agreement:".length()))))
                .map(text -> new Missing(entry, column, text))
                .toList();
    }

    /** An agreement is everybody's, whose register it may be. */
    private boolean isAgreement(String id) {
        return agreements.contains(id);
    }
}
