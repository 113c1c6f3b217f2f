package org.truce.reading.foreign;

import org.truce.reading.statement.Form;
import org.truce.reading.text.Span;

import java.util.Optional;

/**
 * What is said, and the cue that says so.
 *
 * @param phrase of which cue and subject are items
 * @param saying the verb; empty where there is none, as after "according to"
 * @param cue the words that say that somebody speaks; empty where a quotation goes on
 * @param subject who is named as the speaker; empty where the text leaves it out
 * @param rule the id of the rule that found it
 */
record Found(
        Phrase phrase,
        Span content,
        Form form,
        Optional<Saying> saying,
        Optional<Stretch> cue,
        Optional<Naming> subject,
        String rule) {
    private static final String THAT_WITH_PRONOUN = "ب?ان(ه|ها|هم|هما|نا|ني)";

    /** Whether the word before what is said is an Arabic "that" with a pronoun joined to it. */
    boolean leadsWithPronoun() {
        int at = 0;
        while (at < phrase.size() && phrase.get(at).span().start() < content.start()) {
            at++;
        }
        return phrase.key(at - 1).matches(THAT_WITH_PRONOUN);
    }
}
