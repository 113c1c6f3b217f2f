package org.truce.app.cli;

import org.truce.app.simulate.Questions;
import org.truce.simulate.People;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks through the commands themselves, so that what is compared is what a person sees. */
public final class AskedByCommand implements Questions {
    private static final String PIN = "pin: ";

    private record Ran(int exit, String out, String err) {}

    @Override
    public Answer ask(Path store, Optional<String> pin, Clock clock) {
        List<String> incidents =
                new ArrayList<>(List.of("incidents", "--store", store.toString(), "--json"));
        pin.ifPresent(text -> incidents.addAll(List.of("--pin", text)));
        Ran listed = run(clock, incidents);
        Optional<String> printed = pin(listed.err());
        if (listed.exit() != 0 || printed.isEmpty()) {
            return new Answer(Optional.empty(), "", listed.err());
        }
        Ran assessed = run(
                clock,
                List.of(
                        "assess",
                        "--store",
                        store.toString(),
                        "--json",
                        "--area",
                        People.AREA,
                        "--from",
                        "2017-07-09",
                        "--to",
                        "2017-07-29",
                        "--pin",
                        printed.get()));
        // Before the truce is known there is nothing to assess, and a message says so.
        String answer = assessed.exit() == 0 ? assessed.out() : "no assessment";
        return new Answer(Optional.of(listed.out() + answer), printed.get(), "");
    }

    private static Ran run(Clock clock, List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter results = new PrintWriter(out);
        PrintWriter messages = new PrintWriter(err);
        int exit = Main.run(
                new Surroundings(results, messages, clock, Map.of()),
                arguments.toArray(String[]::new));
        results.flush();
        messages.flush();
        return new Ran(exit, out.toString(), err.toString());
    }

    private static Optional<String> pin(String err) {
        return err.lines()
                .filter(line -> line.startsWith(PIN))
                .map(line -> line.substring(PIN.length()))
                .findFirst();
    }
}
