package org.truce.terms;

import org.truce.base.Coded;
import org.truce.base.Phrase;
import org.truce.base.Truth;

import java.util.List;
import java.util.Optional;

/**
 * Whether an incident breaks one prohibition under one reading of its area.
 *
 * @param area the area whose outline was used, or the line whose course
 * @param reading the reading of that area or line; empty when nobody differs on it
 * @param tests every test that was made, in the order act, weapon where the prohibition names one,
 *     parties, exemption, place, time
 * @param cautions what a reader must know although it did not decide the verdict
 */
public record Finding(
        String incidentId,
        String agreement,
        String provision,
        String area,
        Optional<String> reading,
        Verdict verdict,
        List<Test> tests,
        List<Phrase> cautions) {

    public Finding {
        tests = List.copyOf(tests);
        cautions = List.copyOf(cautions);
    }

    /** What is tested; the prohibition is broken when all of them hold. */
    public enum Aspect implements Coded {
        ACT("act"),
        WEAPON("weapon"),
        PARTIES("parties"),
        NOT_EXEMPT("not-exempt"),
        PLACE("place"),
        TIME("time");

        private final String code;

        Aspect(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** One test, its answer and the reason in words. */
    public record Test(Aspect aspect, Truth holds, Phrase because) {}

    /** What would have to be known to decide; nothing where it is decided. */
    public List<Phrase> listNeeded() {
        return verdict == Verdict.UNDETERMINED
                ? because().stream().map(Needed::by).distinct().toList()
                : List.of();
    }

    /** The reasons that decided: the failed tests, else the open ones, else all. */
    public List<Phrase> because() {
        Truth weakest = tests.stream().map(Test::holds).reduce(Truth.YES, Truth::and);
        return tests.stream()
                .filter(test -> test.holds() == weakest)
                .map(Test::because)
                .toList();
    }
}
