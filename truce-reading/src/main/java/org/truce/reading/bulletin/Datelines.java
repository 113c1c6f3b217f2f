package org.truce.reading.bulletin;

import org.truce.reading.figures.Amounts;
import org.truce.reading.figures.Months;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;
import org.truce.reading.tokens.Token.Kind;

import java.util.Locale;

/** "BAKU, May 4 (AGENCY) - ": where and when a dispatch was written, which counts nothing. */
final class Datelines {
    private static final int LONGEST = 16;

    private Datelines() {}

    /** Of how many tokens it is with its dash; 0 where a sentence begins with none. */
    static int length(Sentence sentence) {
        if (!sentence.newLine() || !sentence.get(0).isCapital()) {
            return 0;
        }
        boolean dated = isUpper(sentence.get(0));
        int to = 0;
        while (to < Math.min(LONGEST, sentence.size()) && !isDash(sentence, to)) {
            Token token = sentence.get(to);
            boolean small = token.kind() == Kind.WORD && !token.isCapital();
            boolean month = Months.isMonth(token.norm()) || Months.isShort(token.norm());
            boolean day = to > 0 && sentence.get(to - 1).kind() == Kind.FIGURE;
            if ((small && !month && !day)
                    || token.isSign(":")
                    || token.isSign("\t")
                    || token.isSign("|")) {
                return 0;
            }
            dated |= month;
            to++;
        }
        boolean goesOn = to + 1 < sentence.size()
                && isDash(sentence, to)
                && sentence.get(to + 1).kind() == Kind.WORD
                && !Amounts.isNumberWord(sentence, to + 1);
        return dated && goesOn ? to + 1 : 0;
    }

    private static boolean isDash(Sentence sentence, int at) {
        return sentence.get(at).isSign("-") && !sentence.get(at).glued();
    }

    private static boolean isUpper(Token token) {
        return token.text().length() > 2
                && token.text().equals(token.text().toUpperCase(Locale.ROOT));
    }
}
