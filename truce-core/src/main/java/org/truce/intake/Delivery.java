package org.truce.intake;

import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Guarded;

import java.util.Optional;

/** One file on its way in: whose register it is for, what it is called and who receives it. */
record Delivery(String register, String file, Guarded.Sealer sealer, Receiver to) {
    private static final int SHOWN_CHARACTERS = 20_000;

    void take(Entry entry) {
        to.take(entry);
    }

    void refuse(long line, String column, String problem, String todo, String original) {
        to.refuse(new Defect(file, line, column, problem, todo, shortened(original)));
    }

    void refuse(long line, BadValue bad, String original) {
        to.refuse(new Defect(
                file,
                line,
                bad.column(),
                bad.problem(),
                bad.todo(),
                shortened(original),
                bad.wording()));
    }

    void refuseEmpty() {
        refuse(
                1,
                "",
                "the file is empty",
                "check that the right file was chosen and that it was copied in full",
                "");
    }

    void warn(long line, String column, String problem) {
        to.warn(new Caution(file, line, column, problem));
    }

    /** Each with a salt of its own, so that each can be destroyed without the others. */
    Entered entered(long line) {
        return new Entered(sealer.seal(file), line);
    }

    Guarded seal(String value) {
        return sealer.seal(value);
    }

    Optional<Guarded> seal(Optional<String> value) {
        return value.map(sealer::seal);
    }

    private static String shortened(String original) {
        return original.length() <= SHOWN_CHARACTERS
                ? original
                : original.substring(0, SHOWN_CHARACTERS) + " …";
    }
}
