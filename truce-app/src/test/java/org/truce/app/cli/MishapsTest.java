package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;
import org.truce.app.feed.ReportSheet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What people mistype, lose and leave open. */
final class MishapsTest {
    @TempDir
    private Path folder;

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static Ran truce(String... words) {
        Ran ran = Terminal.run(words);
        assertThat(ran.exit()).as(String.join(" ", words) + "\n" + ran.err()).isZero();
        return ran;
    }

    private Path table(int first, int last) throws IOException {
        return Files.writeString(
                folder.resolve("rows.csv"),
                ReportSheet.table(IntStream.rangeClosed(first, last)
                        .mapToObj(i -> ReportSheet.row("report_id", "A" + i))
                        .toList()));
    }

    private void take(String store, String register, int first, int last) throws IOException {
        truce(
                "import",
                "--store",
                at(store),
                "--register",
                register,
                table(first, last).toString());
    }

    private void export(String store, String register, String to, String... more) {
        truce(Stream.concat(
                        Stream.of("export", "--store", at(store), "--register", register, at(to)),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void oneUnreadableBundleDoesNotKeepTheOthersOut() throws IOException {
        take("a.truce", "north", 1, 3);
        export("a.truce", "north", "n.bundle");
        Ran ran = Terminal.run(
                "accept", "--json", "--store", at("b.truce"), at("gone.bundle"), at("n.bundle"));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .contains("gone.bundle: refused, nothing was changed: ", "new entries: 5");
        assertThat(ran.lines()).hasSize(2);
        truce("verify", "--store", at("b.truce"));
    }

    @Test
    void whereNothingVerifiesNoStoreIsMade() throws IOException {
        Files.writeString(folder.resolve("bad.bundle"), "no bundle");
        Ran ran = Terminal.run(
                "accept", "--store", at("b.truce"), at("bad.bundle"), at("gone.bundle"));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(folder.resolve("b.truce")).doesNotExist();
    }

    @Test
    void aNewRegisterIsToldToBeOnTrustOnce() throws IOException {
        take("a.truce", "north", 1, 3);
        export("a.truce", "north", "first.bundle");
        take("a.truce", "north", 4, 6);
        export("a.truce", "north", "second.bundle", "--since", "5");
        take("a.truce", "north", 7, 9);
        export("a.truce", "north", "third.bundle", "--since", "8");
        Ran ran = truce(
                "accept",
                "--store",
                at("b.truce"),
                at("third.bundle"),
                at("second.bundle"),
                at("first.bundle"));
        assertThat(ran.err()).containsOnlyOnce("was taken on trust");
    }

    @Test
    void aBundleOfALaterVersionIsCalledThat() throws IOException {
        Files.writeString(
                folder.resolve("later.bundle"),
                "{\"bundle\":\"truce 99\",\"register\":\"north\",\"new\":1}\n");
        Ran ran = Terminal.run("accept", "--store", at("b.truce"), at("later.bundle"));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .contains("of the version 'truce 99'", "with a newer Truce")
                .doesNotContain("cannot be read");
    }

    @Test
    void whoeverHoldsAnOldKeyIsNotToldToFoundANewRegister() throws IOException {
        take("a.truce", "north", 1, 3);
        copy(folder.resolve("a.truce.keys"), folder.resolve("b.truce.keys"));
        truce(
                "register",
                "rotate",
                "--store",
                at("a.truce"),
                "north",
                "--reason",
                "the laptop was lost");
        export("a.truce", "north", "n.bundle");
        truce("accept", "--store", at("b.truce"), at("n.bundle"));
        Ran ran = Terminal.run(
                "decide", "verify", "--store", at("b.truce"), "--by", "B", "--why", "W", "A1");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("the key of register north that lies here was replaced or revoked");
    }

    /** The register of what nobody could assign would be founded in the batch that is refused. */
    @Test
    void whatIsRefusedLeavesNoKeysOfARegisterThatWasNotFounded() throws IOException {
        take("a.truce", "north", 1, 3);
        export("a.truce", "north", "n.bundle");
        truce("accept", "--store", at("b.truce"), at("n.bundle"));
        Files.writeString(folder.resolve("unknown.csv"), "one,two\n1,2\n");
        Path north = Files.createDirectory(folder.resolve("north"));
        Files.move(table(7, 9), north.resolve("rows.csv"));
        Ran ran = Terminal.run(
                "import", "--store", at("b.truce"), at("unknown.csv"), at("north/rows.csv"));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("which is not on this machine")
                .doesNotContain("passphrase was made", "the recovery key of register");
        assertThat(folder.resolve("b.truce.keys")).doesNotExist();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** What was mistyped is no event of the ceasefire: it does not go into a signed log. */
    @Test
    void aMistypedPathIsAMessageAndNoRow() throws IOException {
        Ran alone = Terminal.run("import", "--json", "--store", at("a.truce"), at("gone.csv"));
        assertThat(alone.exit()).isEqualTo(2);
        assertThat(alone.err()).contains("gone.csv", "there is no such file");
        assertThat(alone.out()).contains("\"defectCount\":1");
        assertThat(folder.resolve("a.truce")).doesNotExist();
        Ran among = Terminal.run(
                "import",
                "--json",
                "--register",
                "north",
                "--store",
                at("a.truce"),
                at("gone.csv"),
                table(1, 3).toString());
        assertThat(among.exit()).isEqualTo(2);
        assertThat(among.out()).contains("\"accepted\":3", "\"defectCount\":1");
        assertThat(truce("register", "list", "--store", at("a.truce")).lines())
                .singleElement()
                .asString()
                .contains("north");
        assertThat(truce("verify", "--store", at("a.truce")).err()).contains("5 entries");
    }

    /** As a script gives it whose variable is not set. */
    @Test
    void anEmptyPathIsNotTheFolderInWhichOneStands() {
        Ran ran = Terminal.run("import", "--store", at("a.truce"), "");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("a path is empty");
        assertThat(folder.resolve("a.truce")).doesNotExist();
    }

    @Test
    void whatIsNewIsReadableByItsOwnerAlone() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        take("a.truce", "north", 1, 3);
        export("a.truce", "north", "n.bundle");
        truce("backup", "--store", at("a.truce"), at("backup.truce"));
        List<Path> made;
        try (Stream<Path> files = Files.walk(folder)) {
            made = files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("rows.csv"))
                    .toList();
        }
        assertThat(made).hasSizeGreaterThan(5);
        for (Path file : made) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as("%s", file)
                    .endsWith("------");
        }
    }

    @Test
    void whereNothingListensFollowSaysSo() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        take("a.truce", "north", 1, 1);
        String key =
                truce("register", "list", "--store", at("a.truce"), "--json").out();
        Ran ran = Terminal.run(
                "follow",
                "--once",
                "--store",
                at("b.truce"),
                "--key",
                Shape.read(key).path("key").asString(),
                "http://127.0.0.1:" + port + "/log/north/0123456789abcdef");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("nothing answers there").doesNotContain("null");
        assertThat(folder.resolve("b.truce")).doesNotExist();
    }

    @Test
    void anAlteredFileIsCalledThatWhenItIsToBeCopied() throws IOException {
        take("a.truce", "north", 1, 1);
        Path file = Files.writeString(folder.resolve("note.txt"), "as it was");
        truce("attach", "--store", at("a.truce"), "--to", "A1", file.toString());
        Path kept;
        try (Stream<Path> files = Files.walk(folder.resolve("a.truce.files"))) {
            kept = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        Files.delete(kept);
        Files.write(kept, "another".getBytes(StandardCharsets.UTF_8));
        String id =
                truce("attachment", "list", "--store", at("a.truce"), "--json").out();
        Ran ran = Terminal.run(
                "attachment",
                "copy",
                "--store",
                at("a.truce"),
                "--out",
                at("copy.txt"),
                Shape.read(id).path("id").asString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("it was altered: its hash is now ", "nothing was written");
        assertThat(folder.resolve("copy.txt")).doesNotExist();
    }
}
