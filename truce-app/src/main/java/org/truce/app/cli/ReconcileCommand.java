package org.truce.app.cli;

import org.truce.intake.Caution;
import org.truce.intake.Defect;
import org.truce.intake.PlainReport;
import org.truce.intake.PlainReports;
import org.truce.intake.TaxonomyCsv;
import org.truce.reconcile.files.FileLinkage;
import org.truce.reconcile.files.ReportFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = {
            "Which rows of several files are about one incident; needs no store.",
            "How far sources are off in place, day and kind is learned from the rows themselves.",
            "One line an incident: its id, the probability that it is one, its rows.",
            "Exit code 2 when nothing could be read of one of the files."
        })
final class ReconcileCommand implements Callable<Integer> {
    private static final int DEFECTS_SHOWN = 20;

    private final Surroundings surroundings;

    @Option(
            names = "--reports",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "CSV files of reports. Each is one source, unless its rows name theirs.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--add",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "CSV files whose rows are put to the others one after another, by what was"
                            + " learned from those. One line an incident that a row changed. A file"
                            + " named as one of --reports, in another folder, is of its source.")
    private List<Path> added = new ArrayList<>();

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "NAME=COLUMN",
            description = "What the files call their columns: id=obs,lat=latitude,... Names are id,"
                    + " source, occurred, occurredTo, datePrecision, lat, lon, place,"
                    + " placePrecision, type, actor, target, count, killedMin,"
                    + " killedMax, text, url. id and occurred must be there.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--taxonomy",
            paramLabel = "FIELD=FILE",
            description =
                    "How near the categories of type or actor are to each other: a CSV file with"
                            + " the columns source, category and one for each level, from fine to"
                            + " broad. The source is the name of a file of reports without its"
                            + " ending.")
    private Map<String, Path> taxonomies = new LinkedHashMap<>();

    @Option(
            names = "--space-km",
            paramLabel = "KM",
            description =
                    "About how far apart two reports of one incident lie; 5 when not given. Where"
                            + " learning starts, not a limit.")
    private double spaceKm = 5;

    @Option(
            names = "--time-days",
            paramLabel = "DAYS",
            description = "At most how many days a source is off, 0 to 60; 2 when not given.")
    private int timeDays = 2;

    @Option(
            names = "--doubts",
            paramLabel = "N",
            description =
                    "Print the N pairs of rows on which a decision would change most, instead of"
                            + " incidents.")
    private int doubts;

    @Option(
            names = "--write-parameters",
            paramLabel = "FILE",
            description = "Write what was learned about the sources there, as JSON.")
    private Optional<Path> written = Optional.empty();

    @Option(
            names = "--parameters",
            paramLabel = "FILE",
            description = "Take what that file says of the sources and fields, as"
                    + " --write-parameters writes it, instead of learning it; --time-days is then"
                    + " the file's.")
    private Optional<Path> given = Optional.empty();

    /** Parameters of thousands of sources are less. */
    private static final long MOST_LEARNED_BYTES = 1 << 26;

    private final Set<String> names = new HashSet<>();
    private final Set<Path> paths = new HashSet<>();
    private final Map<String, Set<String>> ids = new HashMap<>();

    @Option(names = "--json", description = "Print one JSON object a line instead of columns.")
    private boolean json;

    ReconcileCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        checkUsage();
        Defects defects = new Defects();
        List<ReportFile> read = readReports(files, Set.of(), defects);
        List<ReportFile> later = readReports(added, Set.copyOf(names), defects);
        Map<String, Map<TaxonomyCsv.Category, List<String>>> levels = readTaxonomies(defects);
        defects.sum();
        levels.forEach((field, categories) -> checkSources(field, categories, read));
        // No row comes any more, and of a million rows they take a tenth of all room.
        ids.clear();
        long rows = read.stream().mapToLong(file -> file.reports().size()).sum();
        if (rows == 0) {
            throw new UsageException("no row could be read: see the messages above");
        }
        surroundings.err().printf("%,d rows of %,d files read%n", rows, read.size());
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            if (added.isEmpty()) {
                print(link(read, levels, workers), workers);
            } else {
                add(read, later, levels, workers);
            }
        } catch (IllegalArgumentException doesNotFit) {
            if (given.isEmpty()) {
                throw doesNotFit;
            }
            throw new UsageException(
                    "%s cannot be used: %s. Let it be learned from rows of all of them, with --write-parameters"
                            .formatted(
                                    given.map(Path::toString).orElse(""), doesNotFit.getMessage()));
        }
        return defects.filesLost() ? 2 : 0;
    }

    private FileLinkage.Result link(
            List<ReportFile> read,
            Map<String, Map<TaxonomyCsv.Category, List<String>>> levels,
            ExecutorService workers)
            throws IOException {
        FileLinkage.Result result =
                FileLinkage.link(read, levels, spaceKm, timeDays, learned(), doubts, workers);
        if (written.isPresent()) {
            write(written.get(), Json.text(result.learned()) + "\n");
        }
        return result;
    }

    private void add(
            List<ReportFile> read,
            List<ReportFile> later,
            Map<String, Map<TaxonomyCsv.Category, List<String>>> levels,
            ExecutorService workers)
            throws IOException {
        ReconcileLines lines = new ReconcileLines(surroundings.out(), json);
        long[] counts = new long[2];
        FileLinkage.add(read, later, levels, spaceKm, timeDays, learned(), workers, change -> {
            counts[0]++;
            counts[1] += change.incidents().size();
            lines.print(change);
        });
        surroundings
                .err()
                .printf("%,d rows added; %,d times an incident changed%n", counts[0], counts[1]);
    }

    private void checkUsage() {
        if (!added.isEmpty() && (doubts > 0 || written.isPresent())) {
            throw new UsageException(
                    "--add says what each row changes; --doubts and --write-parameters go without"
                            + " it");
        }
        if (!(spaceKm > 0) || timeDays < 0 || timeDays > 60 || doubts < 0) {
            throw new UsageException(
                    "--space-km is above 0, --time-days from 0 to 60, --doubts 0 or more");
        }
        if (written.isPresent() && Files.exists(written.get()) && !isLearned(written.get())) {
            throw new UsageException(
                    ("--write-parameters: %s is there and holds no parameters, so it"
                                    + " is not written over: name another file")
                            .formatted(written.get()));
        }
        for (String field : taxonomies.keySet()) {
            if (!field.equals("type") && !field.equals("actor")) {
                throw new UsageException(
                        "--taxonomy takes type=FILE or actor=FILE, not %s=".formatted(field));
            }
        }
    }

    /** Whether nothing is lost when it is written over: parameters, or nothing yet. */
    private static boolean isLearned(Path file) {
        try {
            return Files.size(file) == 0
                    || (Files.size(file) < MOST_LEARNED_BYTES
                            && Json.read(file, FileLinkage.Learned.class) != null);
        } catch (IOException | UsageException other) {
            return false;
        }
    }

    /** A taxonomy that is of none of the files changes nothing, which nobody would see. */
    private void checkSources(
            String field,
            Map<TaxonomyCsv.Category, List<String>> categories,
            List<ReportFile> read) {
        Set<String> sources = new TreeSet<>();
        categories.keySet().forEach(category -> sources.add(category.source()));
        if (!sources.isEmpty()
                && read.stream().noneMatch(file -> sources.contains(file.source()))) {
            surroundings
                    .err()
                    .printf(
                            "truce: the taxonomy of %s is of %s and not of these files, so it"
                                    + " changes nothing: its column 'source' must hold the files'"
                                    + " names without their endings%n",
                            field, String.join(", ", sources));
        }
    }

    private Map<PlainReports.Column, String> columns() {
        Map<PlainReports.Column, String> given = new EnumMap<>(PlainReports.Column.class);
        columns.forEach((name, column) -> given.put(
                Stream.of(PlainReports.Column.values())
                        .filter(known -> known.plainName().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new UsageException("--columns: there is no '%s'; names are %s"
                                        .formatted(
                                                name,
                                                Stream.of(PlainReports.Column.values())
                                                        .map(PlainReports.Column::plainName)
                                                        .collect(Collectors.joining(", "))))),
                column));
        return given;
    }

    /** @param of names of files that those of the same name go on with */
    private List<ReportFile> readReports(List<Path> files, Set<String> of, Defects defects)
            throws IOException {
        Map<PlainReports.Column, String> given = columns();
        List<ReportFile> read = new ArrayList<>();
        for (Path file : files) {
            checkFile(file);
            if (!paths.add(file.toRealPath())) {
                throw new UsageException("%s is given twice: leave one away".formatted(file));
            }
            String plain = fileName(file);
            String name = names.add(plain) ? plain : file.toString();
            String source = of.contains(plain) ? plain : name;
            List<PlainReport> reports = new ArrayList<>();
            try (InputStream in = open(file)) {
                PlainReports.read(
                        name,
                        in,
                        given,
                        ids.computeIfAbsent(source, unseen -> new HashSet<>()),
                        defects.beside(reports));
            }
            defects.checkAny(name, !reports.isEmpty());
            read.add(new ReportFile(name, source, stem(plain), reports));
        }
        return read;
    }

    private Map<String, Map<TaxonomyCsv.Category, List<String>>> readTaxonomies(Defects defects)
            throws IOException {
        Map<String, Map<TaxonomyCsv.Category, List<String>>> levels = new HashMap<>();
        for (Map.Entry<String, Path> taxonomy : taxonomies.entrySet()) {
            try (InputStream in = open(taxonomy.getValue())) {
                String name = fileName(taxonomy.getValue());
                Map<TaxonomyCsv.Category, List<String>> paths =
                        TaxonomyCsv.read(name, in, defects.beside(new ArrayList<>()));
                defects.checkAny(name, !paths.isEmpty());
                levels.put(taxonomy.getKey(), paths);
            }
        }
        return levels;
    }

    private Optional<FileLinkage.Learned> learned() throws IOException {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        checkFile(given.get());
        return Optional.of(Json.read(given.get(), FileLinkage.Learned.class));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException cannot) {
            throw new UsageException(
                    "%s cannot be written: name a file in a folder that is there and yours"
                            .formatted(file));
        }
    }

    private static InputStream open(Path file) throws IOException {
        checkFile(file);
        return Files.newInputStream(file);
    }

    private static void checkFile(Path file) {
        if (!Files.exists(file)) {
            throw new UsageException("there is no file %s: check the path".formatted(file));
        }
        if (Files.isDirectory(file)) {
            throw new UsageException("%s is a folder: name the files in it".formatted(file));
        }
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private void print(FileLinkage.Result result, ExecutorService workers) {
        ReconcileLines lines = new ReconcileLines(surroundings.out(), json);
        if (doubts > 0) {
            result.doubts().forEach(lines::print);
            return;
        }
        int ofSeveralRows = lines.print(result.incidents(), workers);
        surroundings
                .err()
                .printf(
                        "%,d incidents, %,d of them of several rows; %,d pairs in doubt%n",
                        result.incidents().size(), ofSeveralRows, result.inDoubt());
    }

    /** Shows the first defects, and counts all. */
    private final class Defects {
        private long count;
        private boolean lost;

        /** Whether of some file nothing could be read; what the others gave is printed. */
        boolean filesLost() {
            return lost;
        }

        /** Notes a file of which nothing came. */
        void checkAny(String file, boolean any) {
            if (!any) {
                lost = true;
                surroundings.err().printf("%s gave nothing: see its messages above%n", file);
            }
        }

        PlainReports.Receiver beside(List<PlainReport> reports) {
            return new PlainReports.Receiver() {
                @Override
                public void take(PlainReport report) {
                    reports.add(report);
                }

                @Override
                public void refuse(Defect defect) {
                    Defects.this.refuse(defect);
                }

                @Override
                public void warn(Caution caution) {
                    surroundings
                            .err()
                            .printf(
                                    "warning: %s:%d: %s%n",
                                    caution.file(), caution.line(), caution.problem());
                }
            };
        }

        private void refuse(Defect defect) {
            count++;
            if (count <= DEFECTS_SHOWN) {
                surroundings
                        .err()
                        .printf(
                                "%s:%d%s: %s: %s%n",
                                defect.file(),
                                defect.line(),
                                defect.column().isEmpty() ? "" : " [" + defect.column() + "]",
                                defect.problem(),
                                defect.todo());
            }
        }

        void sum() {
            if (count > 0) {
                surroundings.err().printf("not taken in: %,d rows or files%n", count);
            }
        }
    }
}
