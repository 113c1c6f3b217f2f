package org.truce.reading.statement;

import org.truce.reading.text.Quotation;
import org.truce.reading.text.Span;

import java.util.ArrayList;
import java.util.List;

/** Outermost quotations, where one that goes on in the next paragraph is one with what follows. */
public final class Joined {
    private Joined() {}

    public static List<Quotation> of(List<Quotation> quotations) {
        List<Quotation> joined = new ArrayList<>();
        for (Quotation quotation : quotations) {
            if (quotation.depth() > 0) {
                continue;
            }
            if (quotation.continued() && !joined.isEmpty()) {
                Quotation first = joined.removeLast();
                joined.add(new Quotation(
                        new Span(first.span().start(), quotation.span().end()),
                        new Span(first.content().start(), quotation.content().end()),
                        0,
                        quotation.closed(),
                        false));
            } else {
                joined.add(quotation);
            }
        }
        return List.copyOf(joined);
    }
}
