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
        int exit = commandLine(
                        new Surroundings(out, err, System.in, Clock.systemUTC(), System.getenv()))
                .execute(arguments);
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

    /** The whole command line over given streams and clock. */
    static CommandLine commandLine(Surroundings surroundings) {
        CommandLine line = new CommandLine(new Main());
        line.addSubcommand(new ImportCommand(surroundings));
        line.addSubcommand(new IncidentsCommand(surroundings));
        line.addSubcommand(new DoubtsCommand(surroundings));
        line.addSubcommand(new CompareCommand(surroundings));
        line.addSubcommand(new ReconcileCommand(surroundings));
        line.addSubcommand(new AssessCommand(surroundings));
        line.addSubcommand(new ReadingsCommand(surroundings));
        line.addSubcommand(new ReportCommand(surroundings));
        line.addSubcommand(new ServeCommand(surroundings));
        line.addSubcommand(new VerifyCommand(surroundings));
        line.addSubcommand(new CorrectCommand(surroundings));
        line.addSubcommand(new WithdrawCommand(surroundings));
        line.addSubcommand(new DecideCommand(surroundings));
        line.addSubcommand(new DecisionsCommand(surroundings));
        line.addSubcommand(new ReviewCommand(surroundings));
        line.addSubcommand(new NoticeCommand(surroundings));
        line.addSubcommand(new DeskCommand(surroundings));
        line.addSubcommand(new HandoverCommand(surroundings));
        for (FollowKind kind : FollowKind.values()) {
            line.addSubcommand(kind.code(), FollowUpCommand.of(kind, surroundings));
        }
        line.addSubcommand(new CheckStatementCommand(surroundings));
        line.addSubcommand(new AttachCommand(surroundings));
        line.addSubcommand(new AttachmentCommand(surroundings));
        line.addSubcommand(new DestroyCommand(surroundings));
        line.addSubcommand(new RegisterCommand(surroundings));
        line.addSubcommand(new ExportCommand(surroundings));
        line.addSubcommand(new AcceptCommand(surroundings));
        line.addSubcommand(new FollowCommand(surroundings));
        line.addSubcommand(new VerifyBundleCommand(surroundings));
        line.addSubcommand(new VerifyReportCommand(surroundings));
        line.addSubcommand(new ProveCommand(surroundings));
        line.addSubcommand(new CheckpointCommand(surroundings));
        line.addSubcommand(new BackupCommand(surroundings));
        line.addSubcommand(new PlacesCommand(surroundings));
        line.addSubcommand(new ReadCommand(surroundings));
        line.addSubcommand(new SimulateCommand(surroundings));
        line.addSubcommand(new DemoCommand(surroundings));
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
