package org.truce.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.truce.base.Hash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Which values were at hand, said so that later ones can be left out again. */
final class HeldTest {
    private static final EntryCodec CODEC = new EntryCodec();

    private static List<Logged> whole(int entries) {
        List<Logged> log = new ArrayList<>();
        for (int i = 1; i <= entries; i++) {
            Entry.Report report = OneOfEach.report("%032x".formatted(i));
            log.add(logged(
                    i,
                    new Entry.Report(
                            report.register(),
                            report.id(),
                            Entered.by("hand"),
                            report.account(),
                            report.type(),
                            report.count(),
                            report.participants(),
                            report.casualties(),
                            report.sameAs(),
                            Optional.empty())));
        }
        return log;
    }

    private static Logged logged(long seq, Entry entry) {
        return new Logged(seq, Instant.EPOCH.plusSeconds(seq), entry);
    }

    private static List<Hash> commitments(List<Logged> log) {
        return log.stream()
                .flatMap(one -> CODEC.listCommitments(one.entry()).stream())
                .toList();
    }

    /** The same entries as somebody sees them who has only these values. */
    private static List<Logged> having(List<Logged> log, Set<Hash> values, Set<Hash> destroyed) {
        return log.stream()
                .map(one -> {
                    EntryCodec.Sealed sealed = CODEC.seal(one.entry());
                    List<Guarded.Open> kept = sealed.values().stream()
                            .filter(value -> values.contains(value.commitment()))
                            .toList();
                    return logged(one.seq(), CODEC.open(sealed.body(), "", kept, destroyed));
                })
                .toList();
    }

    private static Set<Hash> some(List<Hash> all, double share, Random random) {
        Set<Hash> chosen = new HashSet<>();
        all.forEach(hash -> {
            if (random.nextDouble() < share) {
                chosen.add(hash);
            }
        });
        return chosen;
    }

    @Test
    void countsByTurnsWhatWasAtHandAndWhatWasNot() {
        List<Logged> log = whole(3);
        List<Hash> all = commitments(log);
        int each = all.size() / 3;
        assertThat(Held.of(log).held().text()).isEqualTo(Integer.toString(3 * each));
        assertThat(Held.of(having(log, Set.of(), Set.of())).held().text())
                .isEqualTo("0-" + 3 * each);
        Set<Hash> first = new HashSet<>(all.subList(0, each));
        assertThat(Held.of(having(log, first, Set.of())).held().text())
                .isEqualTo(each + "-" + 2 * each);
        assertThat(Held.of(List.of()).held().text()).isEqualTo("0");
    }

    @Test
    void whatCameSinceIsLeftOutAgain() {
        Random random = new Random(29);
        List<Logged> log = whole(40);
        List<Hash> all = commitments(log);
        for (int round = 0; round < 60; round++) {
            Set<Hash> then = some(all, random.nextDouble(), random);
            Set<Hash> now = new HashSet<>(then);
            now.addAll(some(all, random.nextDouble(), random));
            List<Logged> asked = having(log, then, Set.of());
            Held.Restored restored = Held.of(asked).held().restore(having(log, now, Set.of()));
            assertThat(restored.lost()).as("seed 29, round %d", round).isEmpty();
            assertThat(restored.entries()).as("seed 29, round %d", round).contains(asked);
        }
    }

    @Test
    void whatIsGoneIsNamedByItsEntry() {
        List<Logged> log = whole(3);
        List<Hash> all = commitments(log);
        Set<Hash> left = new HashSet<>(all);
        left.removeAll(CODEC.listCommitments(log.get(1).entry()).subList(0, 2));
        Held.Restored restored = Held.of(log).held().restore(having(log, left, Set.of()));
        assertThat(restored.lost())
                .containsExactly(new Held.Lost(log.get(1).entry().id(), 2));
    }

    /** Withheld then, destroyed since by a decision that the answer did not know. */
    @Test
    void aLaterDecisionIsNotYetKnown() {
        List<Logged> log = whole(2);
        Hash gone = commitments(log).getFirst();
        List<Logged> then = having(log, Set.of(), Set.of());
        List<Logged> now = having(log, Set.of(), Set.of(gone));
        assertThat(now).isNotEqualTo(then);
        assertThat(Held.of(then).held().restore(now).entries()).contains(then);
        assertThat(Held.of(now).entries()).isEqualTo(then);
        List<Logged> decided = new ArrayList<>(now);
        decided.add(logged(
                3,
                new Entry.Destruction(
                        OneOfEach.REGISTER,
                        "X-1",
                        Entered.by("hand"),
                        "report",
                        log.getFirst().entry().id(),
                        List.of(gone),
                        "why",
                        Optional.empty())));
        assertThat(Held.of(decided).entries()).isEqualTo(decided);
    }

    @Test
    void ofTooManyTurnsAHashIsKept() {
        List<Logged> log = whole(600);
        Set<Hash> then = some(commitments(log), 0.5, new Random(31));
        List<Logged> asked = having(log, then, Set.of());
        Held held = Held.of(asked).held();
        assertThat(held.text()).matches(then.size() + "x[0-9a-f]{16}");
        assertThat(held.restore(asked).entries()).contains(asked);
        assertThat(held.restore(log).entries()).isEmpty();
    }

    @Test
    void ofOtherEntriesItIsRefused() {
        Held held = Held.of(whole(3)).held();
        for (int entries : List.of(2, 4)) {
            assertThatThrownBy(() -> held.restore(whole(entries)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String wrong : List.of("", "-1", "1-0", "01", "1x12", "x", "1--2", "1-2-")) {
            assertThatThrownBy(() -> new Held(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
