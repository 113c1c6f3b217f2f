package org.truce.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.truce.proof.SigningKey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Bundles of hand-made logs: what verifies, and what must not. */
final class BundleTest {
    private final EntryCodec codec = new EntryCodec();
    private final HandLog log = new HandLog().add(6);

    private void assertRefused(Bundle bundle, String why) {
        assertThatThrownBy(() -> BundleCheck.check(bundle, codec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void everyStretchOfALogVerifiesByItself() {
        log.rotate(HandLog.key(3)).add(3).revoke(HandLog.key(4), HandLog.key(5)).add(2);
        for (int since = 0; since <= log.rows.size(); since++) {
            for (int size = Math.max(since, 1); size <= log.rows.size(); size++) {
                KeyHistory keys = BundleCheck.check(log.bundle(since, size), codec);
                assertThat(keys.origin()).isEqualTo(log.keys.origin());
            }
        }
    }

    @Test
    void aBundleComesBackFromItsText() {
        Bundle bundle = log.bundle(3);
        Bundle back = BundleText.parse(BundleText.write(bundle));
        assertThat(BundleText.write(back)).isEqualTo(BundleText.write(bundle));
        assertThat(back.rows()).hasSize(4);
        assertThat(back.rows().getFirst().values())
                .isEqualTo(bundle.rows().getFirst().values());
        BundleCheck.check(back, codec);
    }

    /** Any byte of any entry's line: the entry is named, or the line still says the same. */
    @Test
    void anAlteredByteOfAnEntryNamesTheEntry() {
        byte[] text = BundleText.write(log.bundle(2));
        String[] lines = new String(text, StandardCharsets.UTF_8).split("\n", -1);
        Random random = new Random(6962);
        int at = lines[0].getBytes(StandardCharsets.UTF_8).length + 1;
        int named = 0;
        for (int i = 1; i <= 5; i++) {
            int end = at + lines[i].getBytes(StandardCharsets.UTF_8).length;
            for (; at < end; at++) {
                byte[] altered = text.clone();
                altered[at] ^= (byte) (1 << random.nextInt(7));
                String what = "seed 6962: byte %d".formatted(at);
                try {
                    Bundle bundle = BundleText.parse(altered);
                    BundleCheck.check(bundle, codec);
                    assertThat(BundleText.write(bundle)).as(what).isEqualTo(text);
                } catch (IllegalArgumentException refused) {
                    // A protected value is named by "beside entry N", all else by "entry N".
                    assertThat(refused).as(what).hasMessageContaining("entry " + (i + 2));
                    named++;
                }
            }
            at++;
        }
        assertThat(named).isGreaterThan(1_000);
    }

    /** Bundles of the versions before lie on sticks, and wait in stores. */
    @Test
    void bundlesOfTheVersionsBeforeAreReadAlike() {
        byte[] text = BundleText.write(log.bundle(2));
        String now = new String(text, StandardCharsets.UTF_8);
        String third = now.replace("\"truce 4\"", "\"truce 3\"");
        String second = third.replace("\"truce 3\"", "\"truce 2\"")
                .replaceAll("\"leaf\":\"[0-9a-f]{64}\",|,\"leaf\":\"[0-9a-f]{64}\"", "");
        assertThat(second).doesNotContain("leaf");
        for (String before : List.of(third, second)) {
            assertThat(before).isNotEqualTo(now);
            Bundle bundle = BundleText.parse(before.getBytes(StandardCharsets.UTF_8));
            BundleCheck.check(bundle, codec);
            assertThat(BundleText.write(bundle)).isEqualTo(text);
        }
    }

    @Test
    void aBundleOfALaterVersionIsNotTakenForADamagedOne() {
        String later = new String(BundleText.write(log.bundle(2)), StandardCharsets.UTF_8)
                .replace("\"truce 4\"", "\"truce 5\"");
        assertThatThrownBy(() -> BundleText.parse(later.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version");
    }

    /** Any byte of a bundle's text: it cannot be read, does not verify, or says the same. */
    @Test
    void noAlteredByteIsTakenForWhatWasSigned() {
        log.rotate(HandLog.key(3)).add(1);
        byte[] text = BundleText.write(log.bundle(2));
        Random random = new Random(8785);
        for (int at = 0; at < text.length; at++) {
            byte[] altered = text.clone();
            altered[at] ^= (byte) (1 << random.nextInt(8));
            try {
                Bundle bundle = BundleText.parse(altered);
                BundleCheck.check(bundle, codec);
                // Only a different spelling of the same JSON may get through.
                assertThat(new String(BundleText.write(bundle), StandardCharsets.UTF_8))
                        .as("seed 8785: byte %d", at)
                        .isEqualTo(new String(text, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).doesNotContain("n3", OneOfEach.SALT);
            }
        }
    }

    @Test
    void aBundleThatIsCutOffIsRefusedWithWhatToDo() {
        byte[] text = BundleText.write(log.bundle(0));
        for (int length = 0; length < text.length; length += 97) {
            byte[] left = Arrays.copyOf(text, length);
            assertThatThrownBy(() -> BundleText.parse(left))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Ask for it again");
        }
    }

    @Test
    void linesTakenOutOfABundleAreNamed() {
        List<String> lines =
                new ArrayList<>(new String(BundleText.write(log.bundle(1)), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
        lines.remove(2);
        assertThatThrownBy(() -> BundleText.parse(bytes(lines)))
                .hasMessageContaining("entry 3 missing before line 3.");
        lines.remove(2);
        assertThatThrownBy(() -> BundleText.parse(bytes(lines)))
                .hasMessageContaining("entries 3 to 4 missing before line 3.");
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void rowsLeftOutDoubledOrExchangedAreRefused() {
        Bundle whole = log.bundle(1);
        List<Bundle.Row> rows = new ArrayList<>(whole.rows());
        rows.remove(2);
        assertRefused(with(whole, rows), "stands where");
        rows = new ArrayList<>(whole.rows());
        rows.add(2, rows.get(1));
        assertRefused(with(whole, rows), "stands where");
        rows = new ArrayList<>(whole.rows());
        Collections.swap(rows, 1, 2);
        assertRefused(with(whole, rows), "stands where");
        assertRefused(
                with(whole, whole.rows().subList(0, 5)), "not those that the register signed");
    }

    private static Bundle with(Bundle bundle, List<Bundle.Row> rows) {
        return new Bundle(
                bundle.register(),
                bundle.origin(),
                bundle.before(),
                rows,
                bundle.keys(),
                bundle.checkpoint());
    }

    private static Bundle signed(Bundle bundle, HandLog log, SigningKey key) {
        return new Bundle(
                bundle.register(),
                bundle.origin(),
                bundle.before(),
                bundle.rows(),
                bundle.keys(),
                log.checkpoint(key));
    }

    @Test
    void onlyTheKeyInForceSigns() {
        assertRefused(
                signed(log.bundle(0), log, HandLog.key(9)), "not signed by the register's key");
        assertRefused(signed(log.bundle(0), log, log.recovery), "not signed by the register's key");
        SigningKey old = log.key;
        log.rotate(HandLog.key(3)).add(1);
        assertRefused(signed(log.bundle(0), log, old), "not signed by the register's key");
        SigningKey lost = log.key;
        log.revoke(HandLog.key(4), HandLog.key(5)).add(1);
        assertRefused(signed(log.bundle(0), log, lost), "not signed by the register's key");
        BundleCheck.check(signed(log.bundle(0), log, log.key), codec);
    }

    /** Whoever has neither the key nor the recovery key cannot bring in a key of their own. */
    @Test
    void aChangeOfKeysByAStrangerIsRefused() {
        SigningKey stranger = HandLog.key(9);
        log.rotate(stranger);
        log.notes.put(log.tree.size(), log.checkpoint(stranger));
        assertRefused(log.bundle(0), "not signed by a key that may change keys");
    }

    @Test
    void aChangeOfKeysInTheRowsCannotBeKeptSilent() {
        SigningKey old = log.key;
        log.rotate(HandLog.key(3)).add(1);
        Bundle bundle = signed(log.bundle(0), log, old);
        Bundle silent = new Bundle(
                bundle.register(),
                bundle.origin(),
                bundle.before(),
                bundle.rows(),
                bundle.keys().subList(0, 1),
                bundle.checkpoint());
        assertRefused(silent, "leaves a change of keys out");
    }

    @Test
    void aForeignProtectedValueIsRefusedAndAMissingOneIsWithheld() {
        Bundle whole = log.bundle(0);
        List<Bundle.Row> rows = new ArrayList<>(whole.rows());
        rows.set(3, new Bundle.Row(rows.get(3).row(), List.of(HandLog.note("another"))));
        assertRefused(with(whole, rows), "not the one that was signed");
        rows.set(3, new Bundle.Row(rows.get(3).row(), List.of()));
        BundleCheck.check(with(whole, rows), codec);
    }

    @Test
    void whatABundleMeansBesideWhatIsKnown() {
        HandLog part = new HandLog().add(3);
        assertThat(Follow.of(log.bundle(0), List.of())).isInstanceOf(Follow.Founds.class);
        assertThat(Follow.of(log.bundle(2), List.of())).isInstanceOf(Follow.Waits.class);
        Follow.Branch known = part.branch(1);
        assertThat(Follow.of(log.bundle(2), List.of(known)))
                .isEqualTo(new Follow.Extends(known, 4));
        assertThat(Follow.of(log.bundle(4), List.of(known)))
                .isEqualTo(new Follow.Extends(known, 4));
        assertThat(Follow.of(log.bundle(5), List.of(known))).isInstanceOf(Follow.Waits.class);
        assertThat(Follow.of(log.bundle(1, 3), List.of(known)))
                .isEqualTo(new Follow.AlreadyThere(known));
        assertThat(Follow.of(part.bundle(0), List.of(log.branch(1))))
                .isInstanceOf(Follow.AlreadyThere.class);
    }

    private static Entry other(String id) {
        return new Entry.Withdrawal(
                HandLog.REGISTER, id, OneOfEach.at(9), "report", "R1", "another history");
    }

    @Test
    void twoHistoriesAreSeenAndOnlyWhatTheyShareCounts() {
        HandLog fork = new HandLog().add(3).add(other("W-1")).add(1);
        Follow.Branch known = log.branch(1);
        assertThat(Follow.of(fork.bundle(0), List.of(known)))
                .isEqualTo(new Follow.Splits(known, 4));
        assertThat(Follow.of(fork.bundle(5), List.of(known)))
                .isInstanceOf(Follow.OfAnotherHistory.class);
        assertThat(Follow.listCounts(List.of(known, fork.branch(2)))).containsExactly(4L, 0L);
        assertThat(Follow.listCounts(List.of(fork.branch(1), log.branch(2))))
                .as("whichever came first")
                .containsExactly(4L, 0L);
        assertThat(Follow.listCounts(List.of(known))).containsExactly(7L);
    }

    /** Whoever stole the laptop has its key and not the recovery key. */
    @Test
    void theHistoryInWhichTheRecoveryKeyTookTheKeyAwayCounts() {
        HandLog thief = new HandLog().add(3).add(other("W-1")).add(4);
        HandLog owner =
                new HandLog().add(3).revoke(HandLog.key(4), HandLog.key(5)).add(1);
        assertThat(Follow.listCounts(List.of(thief.branch(1), owner.branch(2))))
                .containsExactly(0L, 6L);
        assertThat(Follow.listCounts(List.of(owner.branch(1), thief.branch(2))))
                .containsExactly(6L, 0L);
        HandLog third = new HandLog().add(2).add(other("W-2"));
        assertThat(Follow.listCounts(List.of(thief.branch(1), third.branch(2), owner.branch(3))))
                .containsExactly(0L, 0L, 6L);
        HandLog bothHave = new HandLog().add(3).revoke(HandLog.key(6), HandLog.key(7));
        assertThat(Follow.listCounts(List.of(owner.branch(1), bothHave.branch(2))))
                .as("two histories with the recovery key: nobody can tell")
                .containsExactly(4L, 0L);
    }
}
