package org.truce.reading.model;

import org.truce.base.Coded;

import java.util.Optional;

/**
 * A proposal, or a whole reply, that was not taken.
 *
 * @param proposal its place in the reply, from 1; empty when the whole reply was refused
 */
public record Refusal(Optional<Integer> proposal, Reason reason) {
    public Refusal {
        if (proposal.isPresent() == reason.whole) {
            throw new IllegalArgumentException("a whole reply, or one proposal: " + reason);
        }
    }

    static Refusal ofWhole(Reason reason) {
        return new Refusal(Optional.empty(), reason);
    }

    static Refusal of(int proposal, Reason reason) {
        return new Refusal(Optional.of(proposal), reason);
    }

    /** Why; each is told of in docs/reference/model.md. */
    public enum Reason implements Coded {
        REPLY_TOO_LONG("reply-too-long", true),
        NOT_JSON("not-json", true),
        NOT_ASKED_FOR("not-asked-for", true),
        TOO_MANY("too-many", true),
        OTHER_FIELDS("other-fields", false),
        NO_TEXT("no-text", false),
        FIELD_TOO_LONG("field-too-long", false),
        MARKUP("markup", false),
        INSTRUCTION("instruction", false),
        UNKNOWN_KIND("unknown-kind", false),
        UNKNOWN_FORM("unknown-form", false),
        UNKNOWN_ID("unknown-id", false),
        CONTENT_NOT_FOUND("content-not-found", false),
        CONTENT_TOO_COMMON("content-too-common", false),
        PART_OF_QUOTATION("part-of-quotation", false),
        MORE_THAN_A_SENTENCE("more-than-a-sentence", false),
        NO_CLAUSE("no-clause", false),
        OTHER_FORM("other-form", false),
        NO_CUE("no-cue", false),
        NOT_BESIDE("not-beside", false),
        NAME_NOT_FOUND("name-not-found", false),
        OTHER_NAME("other-name", false),
        OVERLAPS("overlaps", false),
        REPEATED("repeated", false);

        private final String code;
        private final boolean whole;

        Reason(String code, boolean whole) {
            this.code = code;
            this.whole = whole;
        }

        @Override
        public String code() {
            return code;
        }

        /** Whether it is said of a whole reply. */
        public boolean isWhole() {
            return whole;
        }
    }
}
