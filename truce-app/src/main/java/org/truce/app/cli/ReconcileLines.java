package org.truce.app.cli;

import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.reconcile.files.FileLinkage;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** What {@code truce reconcile} prints: a line an incident, a doubt, or a change. */
final class ReconcileLines {
    /** Lines that are made in one go, and how many goes may wait to be printed. */
    private static final int PIECE = 2_000;

    private static final int MOST_WAITING = 16;

    private final PrintWriter to;
    private final boolean json;
    private final Phrases phrases = Phrases.in("en");

    /** @param json one object a line instead of columns */
    ReconcileLines(PrintWriter to, boolean json) {
        this.to = to;
        this.json = json;
    }

    /** The stable JSON shape of a line. */
    record Line(
            String incident,
            double probability,
            List<FileLinkage.Member> members,
            int origins,
            List<String> why) {}

    /** The stable JSON shape of what one more row changed. */
    record Change(FileLinkage.Member added, List<Line> incidents, List<String> gone) {}

    /** The stable JSON shape of a doubt. */
    record Doubt(
            FileLinkage.Member one,
            FileLinkage.Member other,
            double probability,
            double stake,
            List<String> why) {}

    private record Piece(String text, int ofSeveralRows) {}

    /**
     * Prints all, in their order.
     *
     * @param executor on which the lines are made: of a million rows that takes as long as a third
     *     of the matching
     * @return how many are of several rows
     */
    int print(List<FileLinkage.FileIncident> incidents, Executor executor) {
        Queue<CompletableFuture<Piece>> waiting = new ArrayDeque<>();
        int ofSeveralRows = 0;
        for (int from = 0; from < incidents.size(); from += PIECE) {
            List<FileLinkage.FileIncident> some =
                    incidents.subList(from, Math.min(from + PIECE, incidents.size()));
            waiting.add(CompletableFuture.supplyAsync(() -> piece(some), executor));
            if (waiting.size() > MOST_WAITING) {
                ofSeveralRows += print(waiting.remove().join());
            }
        }
        for (CompletableFuture<Piece> piece : waiting) {
            ofSeveralRows += print(piece.join());
        }
        return ofSeveralRows;
    }

    private int print(Piece piece) {
        to.print(piece.text());
        return piece.ofSeveralRows();
    }

    private Piece piece(List<FileLinkage.FileIncident> incidents) {
        StringBuilder text = new StringBuilder();
        int ofSeveralRows = 0;
        for (FileLinkage.FileIncident incident : incidents) {
            text.append(text(incident)).append(System.lineSeparator());
            ofSeveralRows += incident.members().size() > 1 ? 1 : 0;
        }
        return new Piece(text.toString(), ofSeveralRows);
    }

    void print(FileLinkage.Added change) {
        String row = column(change.row());
        if (json) {
            to.println(Json.text(new Change(
                    change.row(),
                    change.incidents().stream().map(this::line).toList(),
                    change.gone())));
            return;
        }
        change.incidents().forEach(incident -> to.println(row + "\t" + text(incident)));
        change.gone().forEach(id -> to.println(String.join("\t", row, Plain.column(id), "gone")));
    }

    private String text(FileLinkage.FileIncident incident) {
        return json
                ? Json.text(line(incident))
                : String.join(
                        "\t",
                        Plain.column(incident.incident()),
                        Double.toString(rounded(incident.probability())),
                        incident.members().stream()
                                .map(ReconcileLines::column)
                                .collect(Collectors.joining(" ")));
    }

    private Line line(FileLinkage.FileIncident incident) {
        return new Line(
                incident.incident(),
                rounded(incident.probability()),
                incident.members(),
                incident.origins(),
                incident.why().stream().map(this::words).toList());
    }

    private String words(List<Phrase> link) {
        return link.stream().map(phrases::say).collect(Collectors.joining("; "));
    }

    void print(FileLinkage.FileDoubt doubt) {
        Doubt line = new Doubt(
                doubt.one(),
                doubt.other(),
                rounded(doubt.probability()),
                rounded(doubt.stake()),
                doubt.why().stream().map(phrases::say).toList());
        to.println(
                json
                        ? Json.text(line)
                        : String.join(
                                "\t",
                                column(doubt.one()),
                                column(doubt.other()),
                                Double.toString(line.probability()),
                                Double.toString(line.stake())));
    }

    private static String column(FileLinkage.Member row) {
        return Plain.column(row.file() + ":" + row.id());
    }

    /** Further digits are not worth reading. */
    private static double rounded(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }
}
