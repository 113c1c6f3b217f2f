package org.truce.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.truce.base.Hash;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** The tree against the definitions of RFC 6962, written out as they stand there. */
final class MerkleTreeTest {
    private static final int MOST = 70;

    private final List<Hash> leaves = new ArrayList<>();
    private final MerkleTree tree = new MerkleTree();

    MerkleTreeTest() {
        for (int i = 0; i < MOST; i++) {
            leaves.add(Merkle.leaf(new byte[] {(byte) i}));
            tree.add(leaves.getLast());
        }
    }

    /** MTH of section 2.1. */
    private static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.of();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = half(leaves.size());
        return Hash.of(
                new byte[] {1},
                root(leaves.subList(0, k)).bytes(),
                root(leaves.subList(k, leaves.size())).bytes());
    }

    private static int half(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    /** PATH of section 2.1.1. */
    private static List<Hash> path(int m, List<Hash> leaves) {
        List<Hash> path = new ArrayList<>();
        int n = leaves.size();
        if (n > 1) {
            int k = half(n);
            if (m < k) {
                path.addAll(path(m, leaves.subList(0, k)));
                path.add(root(leaves.subList(k, n)));
            } else {
                path.addAll(path(m - k, leaves.subList(k, n)));
                path.add(root(leaves.subList(0, k)));
            }
        }
        return path;
    }

    /** SUBPROOF of section 2.1.2. */
    private static List<Hash> subproof(int m, List<Hash> leaves, boolean whole) {
        int n = leaves.size();
        List<Hash> proof = new ArrayList<>();
        if (m == n) {
            if (!whole) {
                proof.add(root(leaves));
            }
            return proof;
        }
        int k = half(n);
        if (m <= k) {
            proof.addAll(subproof(m, leaves.subList(0, k), whole));
            proof.add(root(leaves.subList(k, n)));
        } else {
            proof.addAll(subproof(m - k, leaves.subList(k, n), false));
            proof.add(root(leaves.subList(0, k)));
        }
        return proof;
    }

    /** The leaves of google/certificate-transparency's MerkleTreeTest, and of all after it. */
    private static final List<String> KNOWN_LEAVES = List.of(
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");

    /** The hashes of those leaves, and of the inner nodes over two and four of them. */
    private static final List<List<String>> KNOWN_NODES = List.of(
            List.of(
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                    "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
                    "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
                    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                    "4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658",
                    "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
                    "46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1"),
            List.of(
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
            List.of(
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));

    private static MerkleTree known() {
        MerkleTree known = new MerkleTree();
        KNOWN_LEAVES.forEach(leaf -> known.add(Merkle.leaf(HexFormat.of().parseHex(leaf))));
        return known;
    }

    private static String node(int level, int index) {
        return KNOWN_NODES.get(level).get(index);
    }

    /** The inclusion and consistency proofs of the same suites. */
    @Test
    void theKnownProofs() {
        MerkleTree known = known();
        for (int i = 0; i < KNOWN_LEAVES.size(); i++) {
            assertThat(known.leaf(i).hex()).isEqualTo(node(0, i));
        }
        assertThat(hex(known.proveInclusion(0, 1))).isEmpty();
        assertThat(hex(known.proveInclusion(0, 8)))
                .containsExactly(node(0, 1), node(1, 1), node(2, 1));
        assertThat(hex(known.proveInclusion(5, 8)))
                .containsExactly(node(0, 4), node(1, 3), node(2, 0));
        assertThat(hex(known.proveInclusion(2, 3))).containsExactly(node(1, 0));
        assertThat(hex(known.proveInclusion(1, 5)))
                .containsExactly(node(0, 0), node(1, 1), node(0, 4));
        assertThat(hex(known.proveConsistency(1, 1))).isEmpty();
        assertThat(hex(known.proveConsistency(1, 8)))
                .containsExactly(node(0, 1), node(1, 1), node(2, 1));
        assertThat(hex(known.proveConsistency(6, 8)))
                .containsExactly(node(1, 2), node(1, 3), node(2, 0));
        assertThat(hex(known.proveConsistency(2, 5))).containsExactly(node(1, 1), node(0, 4));
        assertThat(hex(known.proveConsistency(6, 7)))
                .containsExactly(node(1, 2), node(0, 6), node(2, 0));
    }

    private static List<String> hex(List<Hash> path) {
        return path.stream().map(Hash::hex).toList();
    }

    /** The roots that test suites of certificate transparency use, for their eight leaves. */
    @Test
    void theKnownRoots() {
        List<String> roots = List.of(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        MerkleTree known = known();
        assertThat(known.root(0).hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < roots.size(); i++) {
            assertThat(known.root(i + 1).hex()).isEqualTo(roots.get(i));
        }
    }

    @Test
    void everyRootAndFrontierIsThatOfTheDefinition() {
        Frontier grown = Frontier.EMPTY;
        for (int n = 0; n <= MOST; n++) {
            assertThat(tree.root(n)).isEqualTo(root(leaves.subList(0, n)));
            assertThat(tree.frontier(n)).isEqualTo(grown);
            if (n < MOST) {
                grown = grown.plus(leaves.get(n));
            }
        }
        assertThat(Frontier.EMPTY.plusAll(leaves)).isEqualTo(grown);
        assertThat(tree.frontier(33).plusAll(leaves.subList(33, MOST))).isEqualTo(grown);
    }

    @Test
    void everyInclusionPathIsThatOfTheDefinitionAndProves() {
        for (int n = 1; n <= MOST; n++) {
            List<Hash> first = leaves.subList(0, n);
            Hash root = root(first);
            for (int m = 0; m < n; m++) {
                List<Hash> path = tree.proveInclusion(m, n);
                assertThat(path).isEqualTo(path(m, first));
                assertThat(ProofCheck.includes(leaves.get(m), m, n, path, root)).isTrue();
                assertThat(ProofCheck.includes(leaves.get((m + 1) % MOST), m, n, path, root))
                        .isFalse();
                if (n > 1) {
                    assertThat(ProofCheck.includes(leaves.get(m), (m + 1) % n, n, path, root))
                            .isFalse();
                    assertThat(ProofCheck.includes(
                                    leaves.get(m), m, n, path.subList(1, path.size()), root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyConsistencyPathIsThatOfTheDefinitionAndProves() {
        for (int n = 1; n <= MOST; n++) {
            for (int m = 1; m <= n; m++) {
                List<Hash> path = tree.proveConsistency(m, n);
                assertThat(path).isEqualTo(subproof(m, leaves.subList(0, n), true));
                Hash from = root(leaves.subList(0, m));
                Hash to = root(leaves.subList(0, n));
                assertThat(ProofCheck.extendsTo(m, from, n, to, path)).isTrue();
                assertThat(ProofCheck.extendsTo(m, Hash.ZERO, n, to, path)).isFalse();
                assertThat(ProofCheck.extendsTo(m, from, n, Hash.ZERO, path)).isFalse();
            }
        }
        assertThat(ProofCheck.extendsTo(0, Merkle.EMPTY, 5, tree.root(5), List.of()))
                .isTrue();
        assertThat(ProofCheck.extendsTo(0, tree.root(1), 5, tree.root(5), List.of()))
                .isFalse();
        assertThat(ProofCheck.extendsTo(6, tree.root(6), 5, tree.root(5), List.of()))
                .isFalse();
    }

    /** Any bit of any step, of the leaf and of the root. */
    @Test
    void aFlippedBitAnywhereIsRefused() {
        Random random = new Random(6962);
        for (int round = 0; round < 2_000; round++) {
            int n = 2 + random.nextInt(MOST - 1);
            int m = random.nextInt(n);
            List<Hash> path = new ArrayList<>(tree.proveInclusion(m, n));
            int step = random.nextInt(path.size());
            path.set(step, flip(path.get(step), random.nextInt(256)));
            assertThat(ProofCheck.includes(leaves.get(m), m, n, path, tree.root(n)))
                    .as("seed 6962, round %d", round)
                    .isFalse();
            if (m > 0) {
                List<Hash> growth = new ArrayList<>(tree.proveConsistency(m, n));
                int at = random.nextInt(growth.size());
                growth.set(at, flip(growth.get(at), random.nextInt(256)));
                assertThat(ProofCheck.extendsTo(m, tree.root(m), n, tree.root(n), growth))
                        .as("seed 6962, round %d", round)
                        .isFalse();
            }
        }
    }

    private static Hash flip(Hash hash, int bit) {
        byte[] bytes = hash.bytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return new Hash(bytes);
    }

    /** Around the border of a tile: level 1 has a hash only when 256 leaves are there. */
    @Test
    void tilesHoldTheHashesOfWholeSubtrees() {
        MerkleTree large = new MerkleTree();
        List<Hash> all = new ArrayList<>();
        for (int i = 0; i < 65_536 + 5; i++) {
            all.add(Merkle.leaf(ByteBuffer.allocate(4).putInt(i).array()));
            large.add(all.getLast());
            if (i == 254) {
                assertThatThrownBy(() -> large.tile(1, 0, 1))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThat(new Hash(large.tile(1, 0, 1))).isEqualTo(root(all.subList(0, 256)));
        assertThat(new Hash(large.tile(2, 0, 1))).isEqualTo(root(all.subList(0, 65_536)));
        assertThat(large.tile(0, 256, 5))
                .hasSize(5 * 32)
                .startsWith(all.get(65_536).bytes());
        assertThatThrownBy(() -> large.tile(0, 256, 6))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> large.tile(3, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(large.root(65_541)).isEqualTo(root(all));
    }
}
