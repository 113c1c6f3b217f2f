package org.truce.app.serve;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.truce.app.feed.RandomSealer;
import org.truce.app.pages.Pages;
import org.truce.app.review.ReviewQueue;
import org.truce.app.review.Reviewing;
import org.truce.app.store.EntryStore;
import org.truce.app.store.StoreException;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;

/**
 * The reviewer's own page, on this machine only and for whoever has its address. It knows what no
 * reader's page shows, so nothing of it is part of {@link Server}.
 */
public final class ReviewServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final ReviewSecrets secrets;

    private ReviewServer(ConfigurableApplicationContext context, ReviewSecrets secrets) {
        this.context = context;
        this.secrets = secrets;
    }

    /**
     * Starts serving and returns once requests are answered.
     *
     * @param port 0 takes any free one
     */
    public static ReviewServer start(ReviewQueue queue, EntryStore store, int port, Clock clock) {
        ReviewSecrets secrets = ReviewSecrets.fresh();
        Reviewing reviewing = new Reviewing(queue, store, new RandomSealer(), clock);
        try {
            return new ReviewServer(
                    new SpringApplicationBuilder(Server.Framework.class)
                            .web(WebApplicationType.SERVLET)
                            .bannerMode(Banner.Mode.OFF)
                            .logStartupInfo(false)
                            .registerShutdownHook(true)
                            .properties(Map.of(
                                    "server.port",
                                    port,
                                    "server.address",
                                    "127.0.0.1",
                                    "server.error.whitelabel.enabled",
                                    false,
                                    "server.error.include-message",
                                    "never",
                                    "spring.threads.virtual.enabled",
                                    true,
                                    "spring.main.lazy-initialization",
                                    true,
                                    "logging.level.org.apache.catalina",
                                    "warn"))
                            .initializers((GenericApplicationContext context) -> {
                                Pages pages = new Pages();
                                context.registerBean(
                                        ReviewController.class,
                                        () -> new ReviewController(
                                                queue, reviewing, pages, secrets));
                                context.registerBean(
                                        ReviewProblems.class, () -> new ReviewProblems(pages));
                                context.registerBean(
                                        ReviewGuard.class, () -> new ReviewGuard(secrets));
                            })
                            .run(),
                    secrets);
        } catch (RuntimeException refused) {
            throw new StoreException(
                    "the review page did not start on port %d (%s): is the port taken? Name another with --port"
                            .formatted(port, Server.rootMessage(refused)),
                    refused);
        }
    }

    /** The port it listens on. */
    public int port() {
        return Objects.requireNonNull(
                context.getEnvironment().getProperty("local.server.port", Integer.class));
    }

    /** Where to open it, with the token that lets a browser in. */
    public String address() {
        return "http://localhost:%d/?%s=%s".formatted(port(), ReviewGuard.TOKEN, secrets.token());
    }

    @Override
    public void close() {
        context.close();
    }
}
