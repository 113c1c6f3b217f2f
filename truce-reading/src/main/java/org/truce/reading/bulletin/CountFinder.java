package org.truce.reading.bulletin;

import org.truce.reading.tokens.Sentence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the counts of one sentence after another, each with the side, place and thing that its own
 * words, its clause, the clause before it or a heading give it.
 */
final class CountFinder {
    private final Figures figures;
    private final Judge judge;
    private final Judged judged = new Judged();
    private final List<Count> counts = new ArrayList<>();
    private final List<Count> doubtful = new ArrayList<>();
    private final List<Count> others = new ArrayList<>();
    private Heading heading = Heading.NONE;
    private Optional<String> lastSide = Optional.empty();
    private int line;
    private int block;

    /** The line of the heading, which a blank line may part from what it heads. */
    private int headed;

    CountFinder(Figures figures, Judge judge) {
        this.figures = figures;
        this.judge = judge;
    }

    /** All numbers of the text. */
    Figures figures() {
        return figures;
    }

    /** Who says which of them are counts. */
    Judge judge() {
        return judge;
    }

    /** What was found of those before. */
    Judged judged() {
        return judged;
    }

    List<Count> counts() {
        return counts;
    }

    /** Those of another register, in brackets behind the first. */
    List<Count> others() {
        return others;
    }

    /** All counts in their order, with the doubtful ones by which the figures add up. */
    List<Count> weighed() {
        List<Count> all = new ArrayList<>(counts);
        all.addAll(doubtful);
        all.sort(Comparator.comparing(Count::span));
        return Fits.confirmed(all);
    }

    /** What the lines that come next stand under. */
    Heading heading() {
        return heading;
    }

    /** For a pronoun. */
    Optional<String> lastSide() {
        return lastSide;
    }

    int line() {
        return line;
    }

    int block() {
        return block;
    }

    /** The last count, where it stands in the sentence before or in the same list. */
    Optional<Count> near() {
        return counts.isEmpty() || counts.getLast().at().block() != block
                ? Optional.empty()
                : Optional.of(counts.getLast());
    }

    void read(Sentence sentence) {
        next(sentence);
        judged.begin();
        CountReader reader = new CountReader(sentence, this);
        List<Count> found = reader.read();
        judged.end(reader.lastThing());
        counts.addAll(found);
        doubtful.addAll(reader.doubtful());
        others.addAll(reader.others());
        found.forEach(count -> lastSide = count.owner().side().or(() -> lastSide));
        lastSide = reader.headings().isRecorders() ? Optional.empty() : lastSide;
        if (found.isEmpty()) {
            lastSide = reader.headings().subject().or(() -> lastSide);
            Optional<Heading> made = reader.headings().heading();
            heading = made.orElse(heading);
            headed = made.isPresent() ? line : headed;
        }
    }

    /** Rows of a table are read elsewhere; what stands behind it is another matter. */
    void skip(Sentence row) {
        next(row);
        block++;
    }

    private void next(Sentence sentence) {
        line++;
        if (sentence.afterBlank()) {
            block++;
            heading = headed == line - 1 ? heading : Heading.NONE;
        }
    }
}
