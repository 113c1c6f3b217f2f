package org.truce.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.base.Hash;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Keys, notes, checkpoints, proofs and tile paths as text. */
final class NotesTest {
    private static final SigningKey KEY = SigningKey.of(
            "truce.register/a/0011223344556677",
            HexFormat.of()
                    .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

    /** RFC 8032, section 7.1, tests 1 to 3: secret key, public key, message, signature. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb88215"
                + "90a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e4"
                + "3e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    })
    void signaturesAreThoseOfTheStandard(
            String secret, String publicKey, String message, String signature) {
        HexFormat hex = HexFormat.of();
        SigningKey key = SigningKey.of("n", hex.parseHex(secret));
        assertThat(hex.formatHex(key.verifier().publicKey())).isEqualTo(publicKey);
        byte[] said = hex.parseHex(message);
        assertThat(hex.formatHex(key.sign(said))).isEqualTo(signature);
        assertThat(key.verifier().verifies(said, hex.parseHex(signature))).isTrue();
        assertThat(key.toString()).doesNotContain(secret).doesNotContain(publicKey);
    }

    /** The example of Go's package golang.org/x/mod/sumdb/note: a note that others signed. */
    @Test
    void aNoteThatAnotherProgramSigned() {
        VerifierKey key = VerifierKey.parse(
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        SignedNote note =
                SignedNote.parse("If you think cryptography is the answer to your problem,\n"
                        + "then you don't know what your problem is.\n\n"
                        + "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuG"
                        + "UgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");
        assertThat(note.isSignedBy(key)).isTrue();
        assertThat(key.id()).isEqualTo("c74f20a3");
        SignedNote altered =
                new SignedNote(note.body().replace("answer", "Answer"), note.signatures());
        assertThat(altered.isSignedBy(key)).isFalse();
    }

    @Test
    void aCheckpointIsWrittenAsOthersReadIt() {
        Checkpoint checkpoint = new Checkpoint("example.com/log", 20_852_163, Merkle.EMPTY);
        assertThat(checkpoint.body())
                .isEqualTo("example.com/log\n20852163\n"
                        + "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
        assertThat(Checkpoint.parse(checkpoint.body() + "for others\n")).isEqualTo(checkpoint);
        SignedNote note = checkpoint.sign(KEY);
        assertThat(SignedNote.parse(note.text())).isEqualTo(note);
        assertThat(note.findSigner(List.of(KEY.verifier()))).contains(KEY.verifier());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n",
                "a\n1\n",
                "a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "a\n99999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
                "a\n1\n47DEQpj8\n",
                "a b\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Every altered character of a signed note is seen, by parsing or by the signature. */
    @Test
    void anAlteredCharacterAnywhereIsSeen() {
        String text = new Checkpoint(KEY.verifier().name(), 675, Merkle.EMPTY)
                .sign(KEY)
                .text();
        Random random = new Random(675);
        for (int at = 0; at < text.length(); at++) {
            char other = (char) (' ' + 1 + random.nextInt(90));
            if (text.charAt(at) == other) {
                continue;
            }
            String altered = text.substring(0, at) + other + text.substring(at + 1);
            assertThat(isWhole(altered))
                    .as("seed 675: character %d to %s", at, other)
                    .isFalse();
        }
        assertThat(isWhole(text)).isTrue();
    }

    private static boolean isWhole(String text) {
        try {
            return SignedNote.parse(text).isSignedBy(KEY.verifier());
        } catch (IllegalArgumentException damaged) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a+b",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AhpcOgcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq"
            })
    void whatIsNoKeyIsRefusedWithWhatOneLooksLike(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("looks like");
    }

    @Test
    void aProofStandsAlone() {
        MerkleTree tree = new MerkleTree();
        List<byte[]> entries = List.of(bytes("one"), bytes("two"), bytes("three"));
        entries.forEach(entry -> tree.add(Merkle.leaf(entry)));
        SignedNote note = new Checkpoint(KEY.verifier().name(), 3, tree.root(3)).sign(KEY);
        InclusionProof proof = new InclusionProof(1, tree.proveInclusion(1, 3), note);
        InclusionProof read = InclusionProof.parse(proof.text());
        assertThat(read).isEqualTo(proof);
        assertThat(proof.text()).startsWith("c2sp.org/tlog-proof@v1\nindex 1\n");
        assertThat(read.includes(Merkle.leaf(entries.get(1)))).isTrue();
        assertThat(read.includes(Merkle.leaf(entries.get(2)))).isFalse();
        assertThat(new InclusionProof(2, read.path(), note).includes(Merkle.leaf(entries.get(1))))
                .isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void tilesLieWhereTheSpecificationPutsThem() {
        assertThat(new Tile.Hashes(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile.Hashes(1, 0, 5).path()).isEqualTo("tile/1/000.p/5");
        assertThat(new Tile.Entries(273, 112).path()).isEqualTo("tile/entries/273.p/112");
        assertThat(Tile.find("tile/0/x001/x234/067")).contains(new Tile.Hashes(0, 1_234_067, 256));
        assertThat(Tile.find("tile/entries/273.p/112")).contains(new Tile.Entries(273, 112));
        for (String wrong : List.of(
                "tile/0/x000/001",
                "tile/0/1",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/005",
                "tile/64/000",
                "tile/00/000",
                "tile/0/001/x234",
                "../tile/0/000",
                "")) {
            assertThat(Tile.find(wrong)).as(wrong).isEmpty();
        }
        assertThat(Tile.listAll(257))
                .containsExactly(
                        new Tile.Entries(0, 256),
                        new Tile.Entries(1, 1),
                        new Tile.Hashes(0, 0, 256),
                        new Tile.Hashes(0, 1, 1),
                        new Tile.Hashes(1, 0, 1));
        assertThat(Tile.entryBundle(List.of(bytes("ab"), new byte[0])))
                .containsExactly(0, 2, 'a', 'b', 0, 0);
        assertThatThrownBy(() -> Tile.entryBundle(List.of(new byte[65_536])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFrontierHasOneRootForEachBitOfItsSize() {
        assertThatThrownBy(() -> new Frontier(3, List.of(Hash.ZERO)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Frontier.EMPTY.root()).isEqualTo(Merkle.EMPTY);
    }
}
