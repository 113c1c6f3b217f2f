package org.truce.proof;

import org.truce.base.Hash;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * That one entry stands in a signed log, as a text of its own (C2SP tlog-proof).
 *
 * @param index the entry's place, from 0
 * @param path from the entry to the root, nearest first
 * @param checkpoint the signature over the log
 */
public record InclusionProof(long index, List<Hash> path, SignedNote checkpoint) {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final int LONGEST_PATH = 64;

    public InclusionProof {
        path = List.copyOf(path);
        if (index < 0 || path.size() > LONGEST_PATH) {
            throw damaged();
        }
    }

    public String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        text.append("index ").append(index).append('\n');
        for (Hash step : path) {
            text.append(Base64.getEncoder().encodeToString(step.bytes())).append('\n');
        }
        return text.append('\n').append(checkpoint.text()).toString();
    }

    /** From its text; throws {@link IllegalArgumentException} for anything else. */
    public static InclusionProof parse(String text) {
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw damaged();
        }
        String[] lines = text.substring(0, blank).split("\n", -1);
        int at = 1;
        if (!lines[0].equals(FIRST_LINE)) {
            throw damaged();
        }
        if (lines.length > at && lines[at].startsWith("extra ")) {
            at++;
        }
        if (lines.length <= at || !lines[at].matches("index (0|[1-9][0-9]{0,15})")) {
            throw damaged();
        }
        long index = Long.parseLong(lines[at].substring("index ".length()));
        List<Hash> path = new ArrayList<>();
        for (int i = at + 1; i < lines.length; i++) {
            path.add(hash(lines[i]));
        }
        return new InclusionProof(index, path, SignedNote.parse(text.substring(blank + 2)));
    }

    private static Hash hash(String base64) {
        try {
            Hash hash = new Hash(Base64.getDecoder().decode(base64));
            if (Base64.getEncoder().encodeToString(hash.bytes()).equals(base64)) {
                return hash;
            }
        } catch (IllegalArgumentException notAHash) {
            throw damaged();
        }
        throw damaged();
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException(
                "this is not a proof: a first line, an index, a path, an empty line, a checkpoint");
    }

    /**
     * Whether the leaf stands in the tree of its checkpoint. Who signed that, see
     * {@link SignedNote#isSignedBy}. Throws {@link IllegalArgumentException} when it is no
     * checkpoint.
     */
    public boolean includes(Hash leaf) {
        Checkpoint tree = Checkpoint.parse(checkpoint.body());
        return ProofCheck.includes(leaf, index, tree.size(), path, tree.root());
    }
}
