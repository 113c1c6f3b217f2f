package org.truce.record;

import org.truce.base.Hash;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A protected value: its commitment and nothing beside it, which could be the value in clear; a
 * value of the first version stands as a plain text.
 */
record GuardedForm() implements Form {
    private static final byte[] MARK = "{\"guarded\":".getBytes(StandardCharsets.UTF_8);

    @Override
    public void write(Object value, Writing to) {
        Guarded guarded = (Guarded) value;
        to.met().add(guarded);
        Optional<Hash> commitment = guarded.findCommitment();
        if (to.shown() == Shown.AS_COMMITMENT && commitment.isEmpty()) {
            to.out().text(guarded.find().orElseThrow());
            return;
        }
        to.out().raw(MARK);
        switch (to.shown()) {
            case AS_COMMITMENT -> to.out().hash(commitment.orElseThrow());
            case BLANK -> to.out().text("");
            case IN_CLEAR -> to.out().text(guarded.find().orElse(""));
        }
        to.out().sign('}');
    }

    @Override
    public Object read(Reading from) {
        if (from.in().atText()) {
            return new Guarded.Clear(from.in().text());
        }
        if (!from.in().accept(MARK)) {
            throw new IllegalArgumentException("a protected value is its commitment alone");
        }
        Hash commitment = from.in().hash();
        from.in().expect('}');
        Optional<Guarded> known = from.values().apply(commitment);
        return known.isPresent() ? known.get() : new Guarded.Withheld(commitment);
    }
}
