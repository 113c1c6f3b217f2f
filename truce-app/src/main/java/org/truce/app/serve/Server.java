package org.truce.app.serve;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.truce.app.pages.Pages;
import org.truce.app.store.EntryStore;
import org.truce.app.store.StoreException;
import org.truce.assess.AssessSettings;
import org.truce.show.Asked;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;

/** A running server, bound to this machine only. */
public final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Server(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * What the framework sets up by itself; our own parts are registered by hand in {@link #start}.
     */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Framework {}

    /**
     * Starts serving and returns once requests are answered.
     *
     * @param port 0 takes any free one
     * @param opening what the first page asks when its address asks nothing
     * @param settings by which areas are assessed
     */
    public static Server start(
            EntryStore store, int port, Asked opening, AssessSettings settings, Clock clock) {
        try {
            return new Server(new SpringApplicationBuilder(Framework.class)
                    .web(WebApplicationType.SERVLET)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .registerShutdownHook(true)
                    .properties(Map.of(
                            "server.port", port,
                            "server.address", "127.0.0.1",
                            "server.error.whitelabel.enabled", false,
                            "server.error.include-message", "never",
                            "server.compression.enabled", true,
                            "spring.threads.virtual.enabled", true,
                            "spring.main.lazy-initialization", true,
                            "logging.level.org.apache.catalina", "warn",
                            "spring.web.resources.cache.cachecontrol.no-cache", true))
                    .initializers((GenericApplicationContext context) -> {
                        Pages pages = new Pages();
                        Live live = new Live(store, settings);
                        context.registerBean(
                                PageController.class,
                                () -> new PageController(live, pages, opening, clock));
                        context.registerBean(
                                ReadingsController.class,
                                () -> new ReadingsController(live, pages, clock));
                        context.registerBean(
                                FollowController.class,
                                () -> new FollowController(live, pages, clock));
                        context.registerBean(
                                LinkageController.class,
                                () -> new LinkageController(live, pages, clock));
                        context.registerBean(LogController.class, () -> new LogController(store));
                        context.registerBean(
                                ProblemController.class, () -> new ProblemController(pages));
                        context.registerBean(StoreTrouble.class, () -> new StoreTrouble(pages));
                        context.registerBean(Guard.class, Guard::new);
                    })
                    .run());
        } catch (RuntimeException refused) {
            throw new StoreException(
                    "the server did not start on port %d (%s): is the port taken? Name another with --port"
                            .formatted(port, rootMessage(refused)),
                    refused);
        }
    }

    static String rootMessage(Throwable refused) {
        Throwable cause = refused;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Objects.toString(cause.getMessage(), cause.getClass().getSimpleName());
    }

    /** The port it listens on. */
    public int port() {
        return Objects.requireNonNull(
                context.getEnvironment().getProperty("local.server.port", Integer.class));
    }

    @Override
    public void close() {
        context.close();
    }
}
