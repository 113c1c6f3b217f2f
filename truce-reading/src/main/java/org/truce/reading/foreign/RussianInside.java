package org.truce.reading.foreign;

import org.truce.reading.statement.Form;
import org.truce.reading.text.Quotation;
import org.truce.reading.text.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An attribution inside the marks of a quotation, between dashes, as Russian papers print it: «…, —
 * said the minister. — …».
 */
final class RussianInside {
    private final Phrase inner;
    private final Russian russian;
    private final Quotation quotation;

    RussianInside(Phrase around, Quotation quotation, Russian russian) {
        this.inner = Phrases.inside(around.prepared(), quotation.content(), russian.spelling())
                .with(around.names());
        this.russian = russian;
        this.quotation = quotation;
    }

    /** Its parts, each a statement; none where there is no attribution inside. */
    List<Found> read() {
        for (int i = 2; i < inner.size() - 1; i++) {
            boolean dash = inner.isDash(i) && inner.get(i - 1).isOneOf(",.!?…");
            for (int verb = i + 1; dash && verb < Math.min(i + 4, inner.size()); verb++) {
                Optional<Saying> saying = russian.sayings()
                        .find(inner.key(verb))
                        .filter(one -> one.shape() == Saying.Shape.FINITE);
                if (saying.isPresent()) {
                    return parts(i, verb, saying);
                }
            }
        }
        return List.of();
    }

    private List<Found> parts(int dash, int verb, Optional<Saying> saying) {
        int resume = verb + 1;
        while (resume < inner.size()
                && !(inner.isDash(resume) && inner.get(resume - 1).isOneOf(".,"))) {
            resume++;
        }
        RussianSubjects subjects =
                new RussianSubjects(inner, russian, Math.min(resume, inner.size()));
        Optional<Naming> subject = subjects.behind(verb + 1)
                .or(() -> RussianNames.read(inner, russian, dash + 1, verb));
        List<Found> found = new ArrayList<>();
        Stretch cue = new Stretch(verb, verb + 1);
        int first = inner.get(dash - 1).isOneOf(",") ? dash - 1 : dash;
        Span before = new Span(
                quotation.content().start(), inner.get(first - 1).span().end());
        found.add(new Found(inner, before, Form.DIRECT, saying, Optional.of(cue), subject, "U11"));
        if (resume + 1 < inner.size()) {
            Span after = new Span(
                    inner.get(resume + 1).span().start(), quotation.content().end());
            found.add(
                    new Found(inner, after, Form.DIRECT, saying, Optional.of(cue), subject, "U11"));
        }
        return found;
    }
}
