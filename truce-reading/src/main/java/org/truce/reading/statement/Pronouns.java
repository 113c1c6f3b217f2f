package org.truce.reading.statement;

import org.truce.reading.words.Gender;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Whom "he", "she" and "it" stand for: the nearest who agrees. */
final class Pronouns {
    private static final int FARTHEST_SENTENCES = 8;

    private Pronouns() {}

    /** None, one, or several that are equally near. */
    static List<Person> nearest(Cast cast, Gender gender, boolean body, Cast.At at) {
        double bestScore = Double.NEGATIVE_INFINITY;
        List<Person> best = new ArrayList<>();
        for (Person person : cast.near(at.sentence(), FARTHEST_SENTENCES)) {
            OptionalDouble nearness =
                    person.listBefore(at.position(), at.sentence() - FARTHEST_SENTENCES).stream()
                            .mapToDouble(one -> nearness(one, at.sentence()))
                            .max();
            if (person.isBody() != body || !person.gender().agrees(gender) || nearness.isEmpty()) {
                continue;
            }
            double score = nearness.getAsDouble() + (person.gender() == gender ? 0.5 : 0);
            if (score > bestScore) {
                bestScore = score;
                best.clear();
            }
            if (score == bestScore) {
                best.add(person);
            }
        }
        return best;
    }

    /** Each sentence between counts 2; who spoke counts 2.2 more, who stood first 1.1. */
    private static double nearness(Person.Mention mention, int sentence) {
        return -2.0 * (sentence - mention.sentence()) + 1.1 * mention.weight();
    }
}
