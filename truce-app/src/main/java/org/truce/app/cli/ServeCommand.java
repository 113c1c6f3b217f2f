package org.truce.app.cli;

import org.truce.app.serve.Server;
import org.truce.app.store.EntryStore;
import org.truce.assess.AssessSettings;
import org.truce.show.Asked;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serve the pages on this machine, at http://localhost:8080 unless told otherwise.",
            "Nobody on another machine can reach them; pages show places coarsely and late."
        })
final class ServeCommand implements Callable<Integer> {
    /** The exit code by which Main knows that the server goes on. */
    static final int STAYS = -1;

    static final int PORT = 8080;

    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Option(names = "--port", paramLabel = "N", description = "0 takes any free port.")
    private int port = PORT;

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        AssessSettings own = settings.read();
        serve(store.open(surroundings), port, Asked.NOTHING, own, surroundings);
        return STAYS;
    }

    /** Starts the server and says where it is. */
    static void serve(
            EntryStore store,
            int port,
            Asked opening,
            AssessSettings settings,
            Surroundings surroundings) {
        if (port < 0 || port > 65_535) {
            throw new UsageException("a port is a number from 0 to 65535, not " + port);
        }
        StoreOption.checkWhole(store, Optional.empty());
        Server server = Server.start(store, port, opening, settings, surroundings.clock());
        surroundings
                .err()
                .println("serving http://localhost:" + server.port() + " (stop with Ctrl-C)");
    }
}
