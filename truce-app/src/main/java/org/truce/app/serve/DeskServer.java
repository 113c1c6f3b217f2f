package org.truce.app.serve;

import org.truce.app.desk.Desk;
import org.truce.app.desk.Memory;
import org.truce.app.feed.RandomSealer;
import org.truce.app.store.EntryStore;
import org.truce.assess.AssessSettings;
import org.truce.assess.Evidence;
import org.truce.record.Logged;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The duty officer's desk, on this machine only and for whoever has its address. Whoever sits at it
 * was named when it was started, and can act under no other name. It knows what no reader's page
 * shows, so nothing of it is part of {@link Server}.
 */
public final class DeskServer implements AutoCloseable {
    private final OwnServer server;

    private DeskServer(OwnServer server) {
        this.server = server;
    }

    /**
     * Starts serving and returns once requests are answered.
     *
     * @param register whose notices and log it writes
     * @param by who sits at it
     * @param port 0 takes any free one
     */
    public static DeskServer start(
            EntryStore store, String register, String by, int port, Clock clock) {
        ReviewSecrets secrets = ReviewSecrets.fresh();
        Live live = new Live(store, AssessSettings.USUAL);
        Memory memory = new Memory() {
            @Override
            public List<Logged> listAll() {
                return live.history().listAll();
            }

            @Override
            public Evidence evidence() {
                return live.history().on(Optional.empty());
            }
        };
        Desk desk = new Desk(store, memory, new RandomSealer(), clock);
        return new DeskServer(OwnServer.start(
                "desk", port, secrets, ReviewProblems.Said.AT_DESK, (context, pages) -> {
                    DeskSeat seat = new DeskSeat(desk, memory, register, by, pages, secrets, clock);
                    context.registerBean(DeskController.class, () -> new DeskController(seat));
                    context.registerBean(
                            DeskDraftController.class, () -> new DeskDraftController(seat));
                    context.registerBean(
                            DeskLogController.class, () -> new DeskLogController(seat));
                    context.registerBean(DeskTrouble.class, () -> new DeskTrouble(pages));
                }));
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Where to open it, with the token that lets a browser in. */
    public String address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
