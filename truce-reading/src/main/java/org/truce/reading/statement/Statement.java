package org.truce.reading.statement;

import org.truce.reading.text.Span;
import org.truce.record.StatementKind;

import java.util.List;
import java.util.Optional;

/**
 * One unbroken quotation or one reported clause, and whose words it is.
 *
 * @param content without quotation marks and cue
 * @param cue the words that say that somebody speaks, such as "said"; empty where a quotation goes
 *     on without any
 * @param flags what a reviewer should look at, such as "speaker-ambiguous"
 * @param rules the ids of the rules that made it: how it was found, who speaks, its kind
 */
public record Statement(
        Span content,
        Form form,
        Speaker speaker,
        Optional<Span> cue,
        StatementKind kind,
        List<Mention> mentions,
        List<String> flags,
        List<String> rules) {
    public Statement {
        if (content.isEmpty()) {
            throw new IllegalArgumentException("a statement has words: " + content);
        }
        mentions = List.copyOf(mentions);
        flags = List.copyOf(flags);
        rules = List.copyOf(rules);
    }
}
