package org.truce.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.truce.app.cli.AskedByCommand;
import org.truce.app.store.EntryStore;
import org.truce.app.store.EntryStore.Reception;
import org.truce.app.store.KeyRing;
import org.truce.app.store.Tables;
import org.truce.app.store.Unverified;
import org.truce.record.Bundle;
import org.truce.simulate.Witness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nodes that do wrong in one way each: the simulation finds every one of them in a few seeds. */
final class MistakesTest {
    private static final int STEPS = 60;
    private static final int SEEDS = 12;

    private static Failure find(Seams wrong, Questions questions) {
        Optional<Failure> failure =
                Runs.of(1, STEPS, SEEDS, wrong, questions, run -> {}).failure();
        assertThat(failure).as("nothing was found in %d seeds", SEEDS).isPresent();
        assertThat(failure.get().needed())
                .as("fewer steps than the whole plan show it")
                .hasSizeLessThan(STEPS);
        assertThat(failure.get().replay())
                .contains("--seed " + failure.get().seed() + " --steps " + STEPS);
        return failure.get();
    }

    private static Failure find(Seams wrong) {
        return find(wrong, new AskedByCommand());
    }

    @Test
    void bundlesAreBelievedWithoutASignature() {
        Failure failure = find(new Seams() {
            @Override
            public Reception accept(
                    EntryStore store, Tables tables, KeyRing keys, Clock clock, Bundle bundle) {
                return Unverified.accept(tables, keys, clock, bundle);
            }
        });
        assertThat(failure.invariant())
                .isIn(Witness.UNNOTICED, "an honest node's store is whole", Exchange.REFUSED);
    }

    /** What runs in the transaction is believed to be written, and is taken back. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void anAcknowledgedTailIsForgotten() {
        Failure failure = find(new Seams() {
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
        assertThat(failure.invariant()).isEqualTo(Witness.LOST);
    }

    @Test
    void itIsAcknowledgedBeforeItIsOnTheDisk() {
        Failure failure = find(new Seams() {
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
        assertThat(failure.invariant()).isEqualTo(Witness.LOST);
    }

    @Test
    void thePictureDependsOnTheOrderOfArrival() {
        AskedByCommand asked = new AskedByCommand();
        Failure failure = find(Seams.NONE, (store, pin, clock) -> {
            Questions.Answer answer = asked.ask(store, pin, clock);
            return new Questions.Answer(
                    answer.text().map(text -> text + Arrival.order(store)),
                    answer.pin(),
                    answer.refusal());
        });
        assertThat(failure.invariant()).isIn(Settling.ONE_PICTURE, "no past answer changes");
    }

    @Test
    void aRevocationIsIgnored() {
        Failure failure = find(new Seams() {
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
        assertThat(failure.invariant())
                .isIn(Settling.ONE_PICTURE, "after a revocation the owner's history counts");
    }

    @Test
    void protectedValuesGoToEverybody() {
        Failure failure = find(new Seams() {
            @Override
            public boolean handsOver(boolean maySee) {
                return true;
            }
        });
        assertThat(failure.invariant()).isEqualTo(Exchange.LEAKED);
    }

    @Test
    void timesOfALogFollowAClockThatWasSetBack() {
        Failure failure = find(new Seams() {
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
        assertThat(failure.invariant())
                .isIn("an honest node's store is whole", "an honest bundle is taken in");
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
            try (Connection connection =
                            java.sql.DriverManager.getConnection("jdbc:sqlite:" + store);
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
        public void close() {
            tables.close();
        }
    }
}
