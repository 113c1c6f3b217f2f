package org.truce.terms;

import org.truce.base.Phrase;

import java.util.Map;
import java.util.Optional;

/** What would have to be known to decide a test that is open, by the reason why it is. */
final class Needed {
    private static final Map<String, String> BY_REASON = Map.ofEntries(
            Map.entry("act-not-said", "act"),
            Map.entry("act-civilians-open", "civilians"),
            Map.entry("weapon-not-said", "weapon"),
            Map.entry("weapon-differs", "weapon"),
            Map.entry("parties-unknown", "actor"),
            Map.entry("parties-side-unknown", "actor"),
            Map.entry("parties-unclear", "bound"),
            Map.entry("parties-not-named", "who-is"),
            Map.entry("parties-several", "which-acted"),
            Map.entry("parties-both-acted", "which-acted"),
            Map.entry("parties-who-acted", "who-began"),
            Map.entry("parties-target-withheld", "target"),
            Map.entry("parties-target-not-said", "target"),
            Map.entry("parties-label-not-declared", "label"),
            Map.entry("exempt-together", "which-involved"),
            Map.entry("exempt-not-named", "excluded"),
            Map.entry("exempt-unknown", "any-excluded"),
            Map.entry("exempt-target-withheld", "any-excluded"),
            Map.entry("case-not-said", "case"),
            Map.entry("case-differs", "case"),
            Map.entry("sources-differ", "which-source"),
            Map.entry("place-near-inside", "place-and-line"),
            Map.entry("place-near-outside", "place-and-line"),
            Map.entry("place-country", "place"),
            Map.entry("place-not-said", "place"),
            Map.entry("place-disk", "place"),
            Map.entry("place-governorate-partly", "place"),
            Map.entry("place-governorate-point-inside", "place"),
            Map.entry("place-governorate-point-outside", "place"),
            Map.entry("line-not-said", "place"),
            Map.entry("line-limit", "place-and-line"),
            Map.entry("line-side-open", "place-and-line"),
            Map.entry("line-side-of-others", "side"),
            Map.entry("time-across-start", "time"),
            Map.entry("time-across-end", "time"),
            Map.entry("time-hours-open", "time"),
            Map.entry("time-start-unknown", "start"),
            Map.entry("time-renewal-not-known", "renewal"));

    private Needed() {}

    /**
     * For a reason that is withheld from the reader, that it is. Throws for one of no open test.
     */
    static Phrase by(Phrase because) {
        String key = because.key();
        if (key.startsWith("show.")) {
            return Phrase.of("terms.needed-withheld");
        }
        String needed = Optional.ofNullable(BY_REASON.get(key.substring("terms.".length())))
                .orElseThrow(() -> new IllegalStateException("no open test says " + key));
        return new Phrase("terms.needed-" + needed, because.arguments());
    }
}
