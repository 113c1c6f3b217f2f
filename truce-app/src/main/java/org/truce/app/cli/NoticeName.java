package org.truce.app.cli;

import picocli.CommandLine.Parameters;

/** The notice that something is done about. */
final class NoticeName {
    @Parameters(index = "0", paramLabel = "NOTICE", description = "Its id, or REGISTER:ID.")
    private String notice = "";

    String text() {
        return notice;
    }
}
