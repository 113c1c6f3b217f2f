package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.store.postgres.TestServer;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A database named as the store of a command, and what is said when it cannot be one. */
final class PostgresStoreOptionTest {
    private static final String SECRET = "Zitrone-7";

    private final TestServer server = TestServer.shared();

    @TempDir
    Path folder;

    private static Terminal.Ran run(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter results = new PrintWriter(out, true);
        PrintWriter messages = new PrintWriter(err, true);
        int exit = Main.run(
                new Surroundings(results, messages, Clock.systemUTC(), environment), arguments);
        return new Terminal.Ran(exit, out.toString(), err.toString());
    }

    private static void refused(Terminal.Ran ran, String said) {
        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(said).doesNotContain(SECRET).doesNotContain("Exception");
    }

    @Test
    void answersAreTheSameAsThoseOfAFile() throws SQLException {
        String address = server.address(server.newDatabase());
        Map<String, String> keys = Map.of("TRUCE_KEYS", folder.resolve("keys").toString());
        String sample = Terminal.SAMPLE.toString();
        String file = folder.resolve("own.truce").toString();
        Terminal.Ran imported = run(keys, "import", "--store", address, sample, "--json");
        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(Terminal.run("import", "--store", file, sample).exit()).isZero();
        assertThat(folder.resolve("keys")).isDirectoryContaining("glob:**.key");
        String[] question = {"incidents", "--json", "--area", "south-west", "--store"};
        Terminal.Ran answer = run(Map.of(), with(question, address));
        assertThat(answer.out())
                .isNotEmpty()
                .isEqualTo(Terminal.run(with(question, file)).out());
        Terminal.Ran verified = run(Map.of(), "verify", "--json", "--store", address);
        assertThat(verified.exit()).as(verified.err()).isZero();
        refused(
                run(
                        Map.of(),
                        "withdraw",
                        "--store",
                        address,
                        "--register",
                        "southwest-syria",
                        "--reason",
                        "a test",
                        "R0001"),
                "set TRUCE_KEYS");
    }

    private static String[] with(String[] words, String last) {
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = last;
        return all;
    }

    @Test
    void aPasswordInTheAddressIsRefusedAndNotRepeated() {
        for (String address : new String[] {
            "postgresql://me:" + SECRET + "@localhost/db",
            "postgresql://localhost/db?password=" + SECRET,
            "postgresql://localhost/db?sslpassword=" + SECRET,
            "postgres://me:" + SECRET + "@localhost/db?sslmode=require"
        }) {
            refused(run(Map.of(), "verify", "--store", address), "set PGPASSWORD");
        }
        refused(
                run(Map.of(), "verify", "--store", "postgresql://me:" + SECRET + "@ho st/db"),
                "is not understood");
        refused(
                run(Map.of(), "verify", "--store", "postgresql://localhost/db?colour=red"),
                "nothing else");
    }

    @Test
    void whatIsWrongIsSaidWithWhatToDo() throws SQLException {
        Map<String, String> secret = Map.of("PGPASSWORD", SECRET);
        String address = server.address(server.newDatabase());
        refused(
                run(secret, "verify", "--store", "postgresql://localhost:1/db"),
                "host and port are right");
        refused(run(secret, "verify", "--store", "postgresql://no.invalid/db"), "host and port");
        refused(
                run(secret, "verify", "--store", server.address("none")),
                "make it with 'createdb'");
        refused(run(secret, "verify", "--store", address), "make it with 'truce import --store");
    }

    /** It says yes to TLS, as a server does, and is not asked more: the file is not there. */
    @Test
    void whoTrustsNoCertificateIsToldWhichFileIsWanted() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ExecutorService server = Executors.newSingleThreadExecutor()) {
            Future<Integer> more = server.submit(() -> {
                try (Socket asked = listening.accept()) {
                    asked.getInputStream().readNBytes(8);
                    asked.getOutputStream().write('S');
                    return asked.getInputStream().read();
                }
            });
            refused(
                    run(
                            Map.of("PGPASSWORD", SECRET),
                            "verify",
                            "--store",
                            "postgresql://localhost:%d/db?sslmode=verify-full&sslrootcert=%s"
                                    .formatted(
                                            listening.getLocalPort(), folder.resolve("none.crt"))),
                    "the file that sslrootcert names");
            assertThat(more.get()).isEqualTo(-1);
        }
    }

    /** A user with a password of its own, and no rights yet. */
    @Test
    void aUserWithoutPasswordOrRightsIsToldSo() throws SQLException, IOException {
        String database = server.newDatabase();
        String own = server.address(database);
        server.allowOnlyWithPassword(database, "writer", SECRET);
        String address = own.replace("postgres@", "writer@");
        String sample = Terminal.SAMPLE.resolve("agreements").toString();
        Map<String, String> keys = Map.of("TRUCE_KEYS", folder.resolve("keys").toString());
        refused(run(keys, "import", "--store", address, sample), "PGPASSFILE");
        refused(
                run(Map.of("PGPASSWORD", SECRET + "x"), "verify", "--store", address),
                "PGPASSWORD");
        Path file = Files.writeString(
                folder.resolve("pass"),
                "# ours\nlocalhost:*:%s:writer:%s\n".formatted(database, SECRET));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Map<String, String> named = Map.of(
                "PGPASSFILE",
                file.toString(),
                "TRUCE_KEYS",
                folder.resolve("keys").toString());
        refused(run(named, "import", "--store", address, sample), "chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        refused(run(named, "import", "--store", address, sample), "rights");
        assertThat(run(keys, "import", "--store", own, sample).exit()).isZero();
        refused(run(named, "verify", "--store", address), "rights");
    }
}
