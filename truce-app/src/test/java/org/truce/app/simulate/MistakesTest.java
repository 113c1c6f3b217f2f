package org.truce.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.AskedByCommand;
import org.truce.app.store.EntryStore;
import org.truce.app.store.EntryStore.Reception;
import org.truce.app.store.KeyRing;
import org.truce.app.store.Tables;
import org.truce.app.store.Unverified;
import org.truce.record.Bundle;
import org.truce.simulate.Broken;
import org.truce.simulate.Plan;
import org.truce.simulate.Witness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nodes that do wrong in one way each: the simulation finds every one of them in a few seeds. */
final class MistakesTest {
    private static final int STEPS = 50;
    private static final int SEEDS = 12;

    @TempDir
    private Path folder;

    /**
     * What did not hold with the first seed that shows the mistake.
     *
     * @param first one that shows it today, which saves the runs before it; where plans have
     *     changed since, one of those that follow does
     */
    private String find(long first, Seams wrong, Questions questions) {
        for (long seed = first; seed < first + SEEDS; seed++) {
            Optional<Broken> broken = Simulation.run(
                            seed, Plan.of(seed, STEPS), folder, wrong, questions)
                    .broken();
            if (broken.isPresent()) {
                System.out.printf("found with seed %d: %s%n", seed, broken.get().invariant());
                return broken.get().invariant();
            }
        }
        throw new AssertionError("nothing was found in %d seeds".formatted(SEEDS));
    }

    private String find(long first, Seams wrong) {
        return find(first, wrong, new AskedByCommand());
    }

    @Test
    void bundlesAreBelievedWithoutASignature() {
        String broken = find(1, new Seams() {
            @Override
            public Reception accept(
                    EntryStore store, Tables tables, KeyRing keys, Clock clock, Bundle bundle) {
                return Unverified.accept(tables, keys, clock, bundle);
            }
        });
        assertThat(broken)
                .isIn(Witness.UNNOTICED, "an honest node's store is whole", Exchange.REFUSED);
    }

    /** What runs in the transaction is believed to be written, and is taken back. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void anAcknowledgedTailIsForgotten() {
        String broken = find(1, new Seams() {
            private int writes;

            @Override
            public Tables tables(Tables tables, Connection connection) {
                return new Delegate(tables) {
                    @Override
                    public <T> T write(Work<T> work) {
                        writes++;
                        if (writes % 20 != 0) {
                            return super.write(work);
                        }
                        List<T> result = new ArrayList<>();
                        try {
                            super.write(transaction -> {
                                result.add(work.run(transaction));
                                throw new TakenBack();
                            });
                        } catch (TakenBack asMeant) {
                            return result.getFirst();
                        }
                        throw new IllegalStateException("unreachable");
                    }
                };
            }
        });
        assertThat(broken).isEqualTo(Witness.LOST);
    }

    @Test
    void itIsAcknowledgedBeforeItIsOnTheDisk() {
        String broken = find(2, new Seams() {
            @Override
            public Tables tables(Tables tables, Connection connection) throws SQLException {
                // Before every write: opening sets it once more.
                return new Delegate(tables) {
                    @Override
                    public <T> T write(Work<T> work) {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("PRAGMA synchronous = OFF");
                        } catch (SQLException refused) {
                            throw new IllegalStateException(refused);
                        }
                        return super.write(work);
                    }
                };
            }
        });
        assertThat(broken).isEqualTo(Witness.LOST);
    }

    @Test
    void thePictureDependsOnTheOrderOfArrival() {
        AskedByCommand asked = new AskedByCommand();
        String broken = find(1, Seams.NONE, (store, pin, clock) -> {
            Questions.Answer answer = asked.ask(store, pin, clock);
            return new Questions.Answer(
                    answer.text().map(text -> text + Arrival.order(store)),
                    answer.pin(),
                    answer.refusal());
        });
        assertThat(broken).isIn(Settling.ONE_PICTURE, "no past answer changes");
    }

    @Test
    void aRevocationIsIgnored() {
        String broken = find(3, new Seams() {
            @Override
            public List<Witness.History> histories(List<Witness.History> histories) {
                List<String> seen = new ArrayList<>();
                return histories.stream()
                        .map(one -> new Witness.History(
                                one.log(),
                                one.register(),
                                one.origin(),
                                seen.contains(one.origin()) || !seen.add(one.origin())
                                        ? 0
                                        : one.tree().size(),
                                one.tree()))
                        .toList();
            }
        });
        assertThat(broken)
                .isIn(Settling.ONE_PICTURE, "after a revocation the owner's history counts");
    }

    /** Here also what a person is told of a failing run. */
    @Test
    void protectedValuesGoToEverybody() {
        Seams wrong = new Seams() {
            @Override
            public boolean handsOver(boolean maySee) {
                return true;
            }
        };
        Failure failure = Runs.of(1, STEPS, SEEDS, wrong, new AskedByCommand(), run -> {})
                .failure()
                .orElseThrow();
        assertThat(failure.invariant()).isEqualTo(Exchange.LEAKED);
        assertThat(failure.needed()).hasSizeBetween(1, 3);
        assertThat(failure.replay())
                .isEqualTo("truce simulate --seed %d --steps %d --runs 1"
                        .formatted(failure.seed(), STEPS));
    }

    @Test
    void timesOfALogFollowAClockThatWasSetBack() {
        String broken = find(5, new Seams() {
            @Override
            public Tables tables(Tables tables, Connection connection) {
                return new Delegate(tables) {
                    @Override
                    public <T> T write(Work<T> work) {
                        return super.write(transaction -> work.run(withoutLast(transaction)));
                    }
                };
            }
        });
        assertThat(broken).isIn("an honest node's store is whole", "an honest bundle is taken in");
    }

    private static Tables.Transaction withoutLast(Tables.Transaction transaction) {
        return (Tables.Transaction) Proxy.newProxyInstance(
                Tables.Transaction.class.getClassLoader(),
                new Class<?>[] {Tables.Transaction.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("findLastRecorded")) {
                        return Optional.empty();
                    }
                    try {
                        return method.invoke(transaction, arguments);
                    } catch (InvocationTargetException inside) {
                        throw inside.getTargetException();
                    }
                });
    }

    /** The numbers that a store gives as entries come in. */
    private static final class Arrival {
        static String order(Path store) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                    Statement statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "SELECT register FROM log ORDER BY no LIMIT 4")) {
                StringBuilder order = new StringBuilder();
                while (row.next()) {
                    order.append(row.getString(1)).append(' ');
                }
                return order.toString();
            } catch (SQLException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
    }

    private static class Delegate implements Tables {
        private final Tables tables;

        Delegate(Tables tables) {
            this.tables = tables;
        }

        @Override
        public <T> T read(Work<T> work) {
            return tables.read(work);
        }

        @Override
        public <T> T write(Work<T> work) {
            return tables.write(work);
        }

        @Override
        public long size() {
            return tables.size();
        }

        @Override
        public Revision revision() {
            return tables.revision();
        }

        @Override
        public boolean purge() {
            return tables.purge();
        }

        @Override
        public void close() {
            tables.close();
        }
    }
}
