package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What somebody does whose laptop is lost, with the recovery key that was beside the store. */
final class Recovery {
    private Recovery() {}

    /** @param store a store with one register's keys beside it */
    static void revoke(String store, String register, String reason) throws IOException {
        Path recovery;
        try (Stream<Path> keys = Files.list(Path.of(store + ".keys"))) {
            recovery = keys.filter(file -> file.toString().endsWith(".recovery.key"))
                    .findFirst()
                    .orElseThrow();
        }
        Terminal.Ran ran = Terminal.run(
                "register",
                "revoke",
                "--store",
                store,
                register,
                "--recovery",
                recovery.toString(),
                "--reason",
                reason);
        assertThat(ran.exit()).as(ran.err()).isZero();
    }
}
