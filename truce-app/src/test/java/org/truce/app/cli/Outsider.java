package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.truce.app.cli.Terminal.Ran;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs that know nothing of Truce, where this machine has them. */
public enum Outsider {
    NODE(List.of("node")),
    OPENSSL(List.of("sh")),
    GO(List.of("go", "run"));

    /** Where Debian's golang-golang-x-mod-dev puts it. */
    private static final Path GO_CODE = Path.of("/usr/share/gocode");

    private static final long LONGEST_SECONDS = 180;

    private final List<String> program;

    Outsider(List<String> program) {
        this.program = program;
    }

    /** Whether the program, and for Go the library it is to use, is installed. */
    public boolean isHere() throws InterruptedException {
        try {
            List<String> ask = switch (this) {
                case NODE -> List.of("node", "--version");
                case OPENSSL -> List.of("sh", "-c", "openssl version | grep -q 'OpenSSL 3'");
                case GO -> List.of("go", "version");
            };
            boolean starts = new ProcessBuilder(ask)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
            return starts
                    && (this != GO
                            || Files.exists(
                                    GO_CODE.resolve("src/golang.org/x/mod/sumdb/tlog/tlog.go")));
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** Runs one of the repository's tools; what it prints is in {@code out}. */
    public Ran run(String tool, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.add(Terminal.ROOT.resolve(tool).toString());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GO111MODULE", "off");
        builder.environment().put("GOPATH", GO_CODE.toString());
        builder.environment().put("GOFLAGS", "");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), out, "");
    }
}
