package org.truce.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Opens a page in the person's own browser where there is a desktop; else says where it is. */
final class Browser {
    private Browser() {}

    static void open(String address, Surroundings surroundings) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean desktop = system.contains("mac")
                || System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null;
        if (!desktop) {
            surroundings.err().println("open " + address + " in a browser");
            return;
        }
        String opener = system.contains("mac") ? "open" : "xdg-open";
        try {
            new ProcessBuilder(List.of(opener, address))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noOpener) {
            surroundings.err().println("open " + address + " in a browser");
        }
    }
}
