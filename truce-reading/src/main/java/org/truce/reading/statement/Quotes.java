package org.truce.reading.statement;

import org.truce.reading.text.Prepared;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Span;
import org.truce.reading.text.Token;

import java.util.List;
import java.util.Set;

/** What a quotation looks like from inside: a clause, or only a word or a name. */
final class Quotes {
    private static final Set<String> CLAUSAL = Set.of(
            "is", "are", "was", "were", "be", "am", "has", "have", "had", "will", "would", "must",
            "can", "cannot", "could", "should", "may", "might", "do", "does", "did", "'s", "'re",
            "'ve", "'ll", "'m", "n't", "shall", "wo", "let", "no", "yes", "not");

    private Quotes() {}

    /** Whether a quotation of a line holds a clause or an exclamation, and is no mere phrase. */
    static boolean isClause(Line line, int i) {
        return line.findQuote(i)
                .map(quote -> isClause(line.prepared(), line.sentence(), quote.content()))
                .orElse(false);
    }

    /** Whether the last character of a span is one of those given. */
    static boolean endsWith(Prepared prepared, Span content, String characters) {
        return !content.isEmpty()
                && characters.indexOf(prepared.original().plain().charAt(content.end() - 1)) >= 0;
    }

    static boolean isClause(Prepared prepared, Sentence sentence, Span content) {
        List<Token> tokens = sentence.tokens();
        List<String> parts = prepared.parts(sentence);
        int words = 0;
        boolean verb = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (content.contains(token.span())) {
                words += token.isWord() ? 1 : 0;
                boolean finite = parts.get(i).startsWith("AUX")
                        || (parts.get(i).equals("VERB") && !token.key().endsWith("ing"));
                verb |= finite || CLAUSAL.contains(token.key());
            }
        }
        boolean marked = endsWith(prepared, content, ",.!?…");
        return (verb && words >= 3) || (marked && words >= 1);
    }
}
