package org.truce.app.cli;

import org.truce.app.feed.Progress;
import org.truce.intake.Caution;

import java.time.Duration;
import java.time.Instant;

/** Says on standard error how far an import is, at most once a second. */
final class ConsoleProgress implements Progress {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final int DOUBTS_SHOWN = 20;

    private final Surroundings surroundings;
    private Instant next;
    private int doubts;

    ConsoleProgress(Surroundings surroundings) {
        this.surroundings = surroundings;
        next = surroundings.clock().instant().plus(PAUSE);
    }

    @Override
    public void at(String file, long rows, double share) {
        Instant now = surroundings.clock().instant();
        if (!now.isBefore(next)) {
            surroundings.err().printf("%s: %,d rows, %.0f %% read%n", file, rows, share * 100);
            next = now.plus(PAUSE);
        }
    }

    @Override
    public void doubtful(Caution caution) {
        doubts++;
        if (doubts <= DOUBTS_SHOWN) {
            surroundings
                    .err()
                    .printf(
                            "warning: %s:%d%s: %s%n",
                            caution.file(),
                            caution.line(),
                            caution.column().isEmpty() ? "" : " [" + caution.column() + "]",
                            caution.problem());
        } else if (doubts == DOUBTS_SHOWN + 1) {
            surroundings.err().println("further warnings are counted only");
        }
    }

    @Override
    public void leftAlone(String file, String why) {
        surroundings.err().printf("left alone: %s (%s)%n", file, why);
    }
}
