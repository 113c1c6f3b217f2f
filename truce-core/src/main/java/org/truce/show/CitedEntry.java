package org.truce.show;

import org.truce.base.Phrases;
import org.truce.record.Proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry that a report rests on, as the report's last part lists it, so that a reader can find
 * its proof and whoever has only the paper can still compare.
 *
 * @param number its place in its register's log, from 1
 * @param sha256 of its canonical bytes, hexadecimal
 */
public record CitedEntry(String register, long number, String id, String sha256) {
    private static final Pattern LINE =
            Pattern.compile("(.+) \\| ([1-9][0-9]{0,15}) \\| (.+) \\| ([0-9a-f]{64})");

    /** Every entry of the proofs, in their order. */
    public static List<CitedEntry> listAll(Proofs proofs) {
        List<CitedEntry> cited = new ArrayList<>();
        for (Proofs.OfRegister register : proofs.registers()) {
            for (Proofs.Proven entry : register.entries()) {
                cited.add(new CitedEntry(
                        register.register(),
                        entry.seq(),
                        entry.id(),
                        entry.bodyHash().hex()));
            }
        }
        return cited;
    }

    /** The last part of a report in plain text. */
    public static String section(List<CitedEntry> cited, Phrases phrases) {
        String heading = phrases.say("show.check-heading");
        StringBuilder out = new StringBuilder("\n").append(heading).append('\n');
        out.append("-".repeat(heading.length())).append('\n');
        out.append(phrases.say("show.check-how")).append('\n');
        out.append(phrases.say("show.check-columns")).append('\n');
        cited.forEach(one -> out.append(one.line()).append('\n'));
        return out.toString();
    }

    /** As a report lists it. */
    public String line() {
        return register + " | " + number + " | " + id + " | " + sha256;
    }

    /** What one line of a report in plain text lists; empty for every other line. */
    public static Optional<CitedEntry> find(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new CitedEntry(
                        matcher.group(1),
                        Long.parseLong(matcher.group(2)),
                        matcher.group(3),
                        matcher.group(4)))
                : Optional.empty();
    }
}
