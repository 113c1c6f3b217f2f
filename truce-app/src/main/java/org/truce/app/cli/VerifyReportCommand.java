package org.truce.app.cli;

import org.truce.app.exchange.BundleFile;
import org.truce.app.pages.Citations;
import org.truce.app.pages.ReportFiles;
import org.truce.proof.VerifierKey;
import org.truce.record.EntryCodec;
import org.truce.record.Proofs;
import org.truce.record.ProofsCheck;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "verify-report",
        mixinStandardHelpOptions = true,
        description = {
            "Check that every entry a report cites stands in its register's signed log; needs no"
                    + " store.",
            "Exit code 0 when all of it holds, 1 when not; what does not hold is named."
        })
final class VerifyReportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "KEY",
            description = "A public key of a register, got from its owner on another way; one for"
                    + " each register cited.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--later",
            paramLabel = "BUNDLE",
            description = "A bundle of a register exported since: shows that its log only grew,"
                    + " and whether the key was revoked; may be repeated.")
    private List<Path> later = new ArrayList<>();

    @Option(names = "--json", description = "Print the result as JSON on standard output.")
    private boolean json;

    @Parameters(
            paramLabel = "FOLDER-OR-FILE",
            description = "A report's folder, or a file of proofs alone.")
    private Path place = Path.of("");

    /** The stable JSON shape. */
    record Result(
            boolean ok, long cited, List<ProofsCheck.Checked> registers, List<String> problems) {}

    VerifyReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<VerifierKey> trusted = keys.stream().map(AcceptCommand::getKey).toList();
        boolean folder = Files.isDirectory(place);
        Path file = folder ? place.resolve(ReportFiles.PROOFS) : place;
        List<String> problems = new ArrayList<>();
        List<ProofsCheck.Checked> registers = List.of();
        long cited = 0;
        try {
            Proofs proofs = Proofs.parse(read(file));
            ProofsCheck check = ProofsCheck.of(
                    proofs,
                    trusted,
                    later.stream().map(BundleFile::read).toList(),
                    new EntryCodec());
            problems.addAll(check.problems());
            registers = check.registers();
            if (folder) {
                Citations citations = citations(proofs);
                problems.addAll(citations.problems());
                cited = citations.count();
            }
        } catch (IllegalArgumentException unreadable) {
            problems.add(String.valueOf(unreadable.getMessage()));
        }
        say(new Result(problems.isEmpty(), cited, registers, problems));
        return problems.isEmpty() ? 0 : 1;
    }

    private Citations citations(Proofs proofs) {
        Citations citations = new Citations(proofs);
        Path html = place.resolve("report.html");
        Path text = place.resolve("report.txt");
        if (!Files.exists(html) && !Files.exists(text)) {
            throw new UsageException(
                    "%s holds neither report.html nor report.txt: name the file %s to check proofs alone"
                            .formatted(place, ReportFiles.PROOFS));
        }
        if (Files.exists(html)) {
            citations.html("report.html", new String(read(html), StandardCharsets.UTF_8));
        }
        if (Files.exists(text)) {
            citations.text("report.txt", new String(read(text), StandardCharsets.UTF_8));
        }
        return citations;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException refused) {
            throw new UsageException(
                    "%s cannot be read: see that it is there; 'truce report' writes it beside the report"
                            .formatted(file));
        }
    }

    private void say(Result result) {
        if (json) {
            surroundings.out().println(Json.text(result));
        }
        for (ProofsCheck.Checked one : result.registers()) {
            surroundings
                    .err()
                    .printf(
                            "register %s: %,d entries stand in its signed log of %,d%n",
                            one.name(), one.proven(), one.size());
            one.laterSize()
                    .ifPresent(size -> surroundings
                            .err()
                            .printf(
                                    "register %s: that log only grew since, to %,d entries%n",
                                    one.name(), size));
            one.revokedBy()
                    .ifPresent(seq -> surroundings
                            .err()
                            .printf(
                                    "register %s: the key that signed here was revoked by entry"
                                            + " %,d; what it signed up to here stays%n",
                                    one.name(), seq));
        }
        if (result.cited() > 0) {
            surroundings
                    .err()
                    .printf(
                            "%,d entries are cited; the report's own words and figures are not"
                                    + " checked here: whoever holds the entries can, with 'truce"
                                    + " report --pin'%n",
                            result.cited());
        }
        result.problems().forEach(problem -> surroundings.err().println("truce: " + problem));
    }
}
