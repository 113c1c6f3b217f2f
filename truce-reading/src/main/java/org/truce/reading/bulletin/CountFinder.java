package org.truce.reading.bulletin;

import org.truce.reading.tokens.Sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the counts of one sentence after another, each with the side, place and thing that its own
 * words, its clause, the clause before it or a heading give it.
 */
final class CountFinder {
    private final List<Count> counts = new ArrayList<>();
    private Heading heading = Heading.NONE;
    private Optional<String> lastSide = Optional.empty();
    private int line;
    private int block;

    /** The line of the heading, which a blank line may part from what it heads. */
    private int headed;

    List<Count> counts() {
        return counts;
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
        CountReader reader = new CountReader(sentence, this);
        List<Count> found = reader.read();
        counts.addAll(found);
        found.forEach(count -> lastSide = count.owner().side().or(() -> lastSide));
        if (found.isEmpty()) {
            Optional<Heading> made = reader.heading();
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
