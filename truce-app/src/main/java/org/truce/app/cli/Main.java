package org.truce.app.cli;

import org.truce.app.desk.Refusal;
import org.truce.app.store.StoreException;
import org.truce.followup.FollowKind;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Where everything is wired: the one place that knows the clock and the streams. */
@Command(
        name = "truce",
        mixinStandardHelpOptions = true,
        version = "truce 0.1.0",
        description = "The joint register of a ceasefire.",
        subcommands = {HelpCommand.class})
public final class Main {
    private static final int CANNOT = 2;

    private Main() {}

    public static void main(String[] arguments) {
        StandardOutput written = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter out =
                new PrintWriter(new BufferedOutputStream(written), false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exit = run(
                new Surroundings(out, err, System.in, Clock.systemUTC(), System.getenv()),
                arguments);
        out.flush();
        if (written.lost().isPresent()) {
            written.lost().filter(why -> !why.isBlank()).ifPresent(err::println);
            exit = exit == 0 ? CANNOT : exit;
        }
        // The server goes on in its own threads; everything else ends here.
        if (exit != ServeCommand.STAYS) {
            System.exit(exit);
        }
    }

    /** Every command by its name, in the order in which they are listed. */
    private static Map<String, Function<Surroundings, Object>> commands() {
        Map<String, Function<Surroundings, Object>> commands = new LinkedHashMap<>();
        commands.put("import", ImportCommand::new);
        commands.put("incidents", IncidentsCommand::new);
        commands.put("doubts", DoubtsCommand::new);
        commands.put("compare", CompareCommand::new);
        commands.put("reconcile", ReconcileCommand::new);
        commands.put("assess", AssessCommand::new);
        commands.put("readings", ReadingsCommand::new);
        commands.put("report", ReportCommand::new);
        commands.put("serve", ServeCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("correct", CorrectCommand::new);
        commands.put("withdraw", WithdrawCommand::new);
        commands.put("decide", DecideCommand::new);
        commands.put("decisions", DecisionsCommand::new);
        commands.put("review", ReviewCommand::new);
        commands.put("notice", NoticeCommand::new);
        commands.put("desk", DeskCommand::new);
        commands.put("handover", HandoverCommand::new);
        for (FollowKind kind : FollowKind.values()) {
            commands.put(kind.code(), surroundings -> FollowUpCommand.of(kind, surroundings));
        }
        commands.put("check-statement", CheckStatementCommand::new);
        commands.put("attach", AttachCommand::new);
        commands.put("attachment", AttachmentCommand::new);
        commands.put("destroy", DestroyCommand::new);
        commands.put("register", RegisterCommand::new);
        commands.put("export", ExportCommand::new);
        commands.put("accept", AcceptCommand::new);
        commands.put("follow", FollowCommand::new);
        commands.put("verify-bundle", VerifyBundleCommand::new);
        commands.put("verify-report", VerifyReportCommand::new);
        commands.put("prove", ProveCommand::new);
        commands.put("checkpoint", CheckpointCommand::new);
        commands.put("backup", BackupCommand::new);
        commands.put("places", PlacesCommand::new);
        commands.put("read", ReadCommand::new);
        commands.put("simulate", SimulateCommand::new);
        commands.put("demo", DemoCommand::new);
        return commands;
    }

    /**
     * Runs a command over given streams and clock.
     *
     * @return its exit code
     */
    static int run(Surroundings surroundings, String... arguments) {
        Map<String, Function<Surroundings, Object>> commands = commands();
        // To describe all commands takes longer than most of them run: the one that is named will
        // do.
        if (arguments.length > 0 && commands.containsKey(arguments[0])) {
            commands.keySet().retainAll(Set.of(arguments[0]));
        }
        return commandLine(commands, surroundings).execute(arguments);
    }

    /** The whole command line over given streams and clock. */
    static CommandLine commandLine(Surroundings surroundings) {
        return commandLine(commands(), surroundings);
    }

    private static CommandLine commandLine(
            Map<String, Function<Surroundings, Object>> commands, Surroundings surroundings) {
        CommandLine line = new CommandLine(new Main());
        commands.forEach((name, command) -> line.addSubcommand(name, command.apply(surroundings)));
        line.setOut(surroundings.out());
        line.setErr(surroundings.err());
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            if (problem instanceof StoreException
                    || problem instanceof UsageException
                    || problem instanceof Refusal) {
                surroundings.err().println("truce: " + problem.getMessage());
                return CANNOT;
            }
            throw problem;
        });
        return line;
    }
}
