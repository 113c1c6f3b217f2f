package org.truce.app.serve;

import org.truce.app.feed.RandomSealer;
import org.truce.app.review.ReviewQueue;
import org.truce.app.review.Reviewing;
import org.truce.app.store.EntryStore;

import java.time.Clock;

/**
 * The reviewer's own page, on this machine only and for whoever has its address. It knows what no
 * reader's page shows, so nothing of it is part of {@link Server}.
 */
public final class ReviewServer implements AutoCloseable {
    private final OwnServer server;

    private ReviewServer(OwnServer server) {
        this.server = server;
    }

    /**
     * Starts serving and returns once requests are answered.
     *
     * @param port 0 takes any free one
     */
    public static ReviewServer start(ReviewQueue queue, EntryStore store, int port, Clock clock) {
        ReviewSecrets secrets = ReviewSecrets.fresh();
        Reviewing reviewing = new Reviewing(queue, store, new RandomSealer(), clock);
        return new ReviewServer(OwnServer.start(
                "review page",
                port,
                secrets,
                ReviewProblems.Said.AT_REVIEW,
                (context, pages) -> context.registerBean(
                        ReviewController.class,
                        () -> new ReviewController(queue, reviewing, pages, secrets))));
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
