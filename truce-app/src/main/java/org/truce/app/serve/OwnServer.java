package org.truce.app.serve;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.truce.app.pages.Pages;
import org.truce.app.store.StoreException;

import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Pages on this machine only, for whoever has the address with its secret. */
final class OwnServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final ReviewSecrets secrets;

    private OwnServer(ConfigurableApplicationContext context, ReviewSecrets secrets) {
        this.context = context;
        this.secrets = secrets;
    }

    /**
     * Starts serving and returns once requests are answered.
     *
     * @param name what it is, for the message when it does not start
     * @param port 0 takes any free one
     * @param problems what it says when something cannot be shown
     * @param parts puts the controllers in
     */
    static OwnServer start(
            String name,
            int port,
            ReviewSecrets secrets,
            ReviewProblems.Said problems,
            BiConsumer<GenericApplicationContext, Pages> parts) {
        Pages pages = new Pages();
        try {
            return new OwnServer(
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
                                parts.accept(context, pages);
                                context.registerBean(
                                        ReviewProblems.class,
                                        () -> new ReviewProblems(pages, problems));
                                context.registerBean(
                                        ReviewGuard.class, () -> new ReviewGuard(secrets));
                            })
                            .run(),
                    secrets);
        } catch (RuntimeException refused) {
            throw new StoreException(
                    "the %s did not start on port %d (%s): is the port taken? Name another with --port"
                            .formatted(name, port, Server.rootMessage(refused)),
                    refused);
        }
    }

    /** The port it listens on. */
    int port() {
        return Objects.requireNonNull(
                context.getEnvironment().getProperty("local.server.port", Integer.class));
    }

    /** Where to open it, with the token that lets a browser in. */
    String address() {
        return "http://localhost:%d/?%s=%s".formatted(port(), ReviewGuard.TOKEN, secrets.token());
    }

    @Override
    public void close() {
        context.close();
    }
}
