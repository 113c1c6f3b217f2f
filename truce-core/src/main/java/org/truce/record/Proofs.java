package org.truce.record;

import org.truce.base.Hash;
import org.truce.proof.InclusionProof;
import org.truce.proof.SignedNote;

import tools.jackson.core.JacksonException;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * That single entries stand in their registers' signed logs, for whoever has neither store nor
 * bundle: the file beside a report. It holds texts as they were read; {@link ProofsCheck} says what
 * they are worth. Protected values are in it as commitments only.
 *
 * @param proofs the version of this form
 */
public record Proofs(String proofs, List<OfRegister> registers) {
    public static final String VERSION = "truce 1";

    public Proofs {
        registers = List.copyOf(registers);
    }

    /**
     * Of one register.
     *
     * @param origin its log's name
     * @param keys every change of keys up to the checkpoint, with its proofs
     * @param checkpoint the signed note that all proofs lead to
     */
    public record OfRegister(
            String register,
            String origin,
            List<BundleText.Key> keys,
            String checkpoint,
            List<Proven> entries) {
        public OfRegister {
            keys = List.copyOf(keys);
            entries = List.copyOf(entries);
        }

        /** From what a store holds. */
        public static OfRegister of(
                String register,
                String origin,
                List<Bundle.KeyStep> keys,
                SignedNote checkpoint,
                List<Proven> entries) {
            return new OfRegister(
                    register,
                    origin,
                    keys.stream().map(BundleText::key).toList(),
                    checkpoint.text(),
                    entries);
        }
    }

    /**
     * One entry.
     *
     * @param seq its number in the log, from 1
     * @param recordedAt UTC, in whole milliseconds
     * @param body its canonical bytes as text
     * @param proof a C2SP tlog-proof of the leaf that the other members make up
     */
    public record Proven(String id, long seq, String recordedAt, String body, String proof) {
        public static Proven of(String id, LogRow row, InclusionProof proof) {
            return new Proven(
                    id,
                    row.seq(),
                    row.recordedAt().toString(),
                    BundleText.text(row.body()),
                    proof.text());
        }

        /** What the leaf binds. */
        public Hash bodyHash() {
            return Hash.of(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** One line of JSON. */
    public byte[] write() {
        return BundleText.MAPPER.writeValueAsBytes(this);
    }

    /** Back from its text; throws {@link IllegalArgumentException} when it is none. */
    public static Proofs parse(byte[] text) {
        try {
            Proofs proofs = BundleText.MAPPER.readValue(text, Proofs.class);
            if (proofs != null && proofs.proofs().equals(VERSION)) {
                return proofs;
            }
        } catch (JacksonException | NullPointerException unreadable) {
            // Said below: never what stood there.
        }
        throw new IllegalArgumentException(
                "this is no file of proofs as this version of Truce writes it: get it again, or see"
                        + " whether it was copied whole");
    }
}
