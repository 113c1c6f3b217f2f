package org.truce.app.store.postgres;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server from embedded binaries, as durable as one in use. It refuses to run as root;
 * started by root it runs in a user namespace of its own, where it is not.
 */
public final class TestServer implements AutoCloseable {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static Optional<TestServer> shared = Optional.empty();

    private final Path data;
    private EmbeddedPostgres server;

    private TestServer(Path data) throws IOException {
        this.data = data;
        server = start(0);
    }

    /** One for all tests of a run; it stops with the JVM. */
    public static synchronized TestServer shared() {
        if (shared.isEmpty()) {
            try {
                shared = Optional.of(start(Files.createTempDirectory("truce-postgres")));
            } catch (IOException refused) {
                throw new IllegalStateException(refused);
            }
        }
        return shared.get();
    }

    static TestServer start(Path folder) {
        try {
            return new TestServer(folder.resolve("data"));
        } catch (IOException | IllegalStateException refused) {
            return abort("skipped: PostgreSQL does not start here, neither as this account nor in a"
                    + " user namespace (unshare --user): " + refused.getMessage());
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60");
        if (port != 0) {
            builder.setPort(port);
        }
        return builder.start();
    }

    /** Makes an empty database. */
    public String newDatabase() throws SQLException {
        String name = "d" + DATABASES.incrementAndGet();
        run("postgres", "CREATE DATABASE " + name);
        return name;
    }

    public String address(String database) {
        return "postgresql://postgres@localhost:%d/%s".formatted(server.getPort(), database);
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database),
                "postgres",
                "");
    }

    void run(String database, String... statements) throws SQLException {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Makes a user whom the server lets into this database with this password alone. */
    public void allowOnlyWithPassword(String database, String user, String password)
            throws SQLException, IOException {
        Path rules = data.resolve("pg_hba.conf");
        Files.writeString(
                rules,
                "host %s %s all scram-sha-256%n".formatted(database, user)
                        + Files.readString(rules));
        run(
                "postgres",
                "SET password_encryption = 'scram-sha-256'",
                "CREATE USER %s PASSWORD '%s'".formatted(user, password),
                "SELECT pg_reload_conf()");
    }

    /** Every process of the server ends in the middle of what it does. */
    void kill() throws IOException, InterruptedException {
        List<ProcessHandle> all = listProcesses();
        all.forEach(ProcessHandle::destroyForcibly);
        while (all.stream().anyMatch(ProcessHandle::isAlive)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private List<ProcessHandle> listProcesses() throws IOException {
        long main = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        List<ProcessHandle> all = new ArrayList<>();
        ProcessHandle.of(main).ifPresent(postmaster -> {
            all.add(postmaster);
            all.addAll(postmaster.descendants().toList());
        });
        return all;
    }

    /** After a kill, on the same data and port. */
    void restart() throws IOException {
        int port = server.getPort();
        // There is nothing left to stop; but the old handle holds a lock on the data.
        server.close();
        server = start(port);
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (Files.exists(data.resolve("postmaster.pid"))) {
            // It did not stop in the time that it was given.
            listProcesses().forEach(ProcessHandle::destroyForcibly);
        }
    }
}
