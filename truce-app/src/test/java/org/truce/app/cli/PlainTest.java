package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;

final class PlainTest {
    @Test
    void whatOthersWroteCannotSteerTheTerminal() {
        StringWriter seen = new StringWriter();
        PrintWriter out = Plain.writer(new PrintWriter(seen), true);
        out.println("a\u001b[31m red\tمعبر\u0007");
        out.print('\u0000');
        out.flush();
        assertThat(seen.toString())
                .isEqualTo("a\ufffd[31m red\tمعبر\ufffd" + System.lineSeparator() + "\ufffd");
    }

    @Test
    void aColumnCannotPassForALineOrAColumnOfOurs() {
        assertThat(Plain.column("x\n2026-01-01\thanded over\u202e"))
                .isEqualTo("x\ufffd2026-01-01\ufffdhanded over\ufffd");
    }
}
