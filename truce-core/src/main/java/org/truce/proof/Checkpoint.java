package org.truce.proof;

import org.truce.base.Hash;

import java.util.Base64;

/**
 * How far a log goes and what is in it, in three lines (C2SP tlog-checkpoint).
 *
 * @param origin the log's name
 * @param size how many entries it has
 * @param root the root of the tree over them
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final long LARGEST = 1L << 53;

    public Checkpoint {
        if (!VerifierKey.isName(origin) || size < 0 || size > LARGEST) {
            throw damaged();
        }
    }

    public String body() {
        return "%s\n%d\n%s\n"
                .formatted(origin, size, Base64.getEncoder().encodeToString(root.bytes()));
    }

    public SignedNote sign(SigningKey key) {
        return SignedNote.sign(body(), key);
    }

    /**
     * From a note's text; lines behind the third are for others and passed over. Throws
     * {@link IllegalArgumentException} when it is no checkpoint.
     */
    public static Checkpoint parse(String noteBody) {
        String[] lines = noteBody.split("\n", -1);
        if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,15}")) {
            throw damaged();
        }
        byte[] root;
        try {
            root = Base64.getDecoder().decode(lines[2]);
        } catch (IllegalArgumentException notBase64) {
            throw damaged();
        }
        if (root.length != Hash.BYTES
                || !Base64.getEncoder().encodeToString(root).equals(lines[2])) {
            throw damaged();
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), new Hash(root));
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException(
                "this is not a checkpoint: a log's name, its size and its root, each on a line");
    }
}
