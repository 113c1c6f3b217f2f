package org.truce.app.feed;

import org.truce.app.store.EntryStore;
import org.truce.base.Coded;
import org.truce.intake.Defect;
import org.truce.intake.Format;
import org.truce.intake.Intake;
import org.truce.record.Guarded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes files and folders into a store, whatever is wrong with some of them. */
public final class Importer {
    /** The register of what lies in no folder that has a name. */
    private static final String UNNAMED = "register";

    private static final int HEAD_BYTES = 64 * 1024;

    private final EntryStore store;
    private final Guarded.Sealer sealer;
    private final Progress progress;
    private final Clock clock;

    /** @param clock tells what has not happened yet */
    public Importer(EntryStore store, Guarded.Sealer sealer, Progress progress, Clock clock) {
        this.clock = clock;
        this.store = store;
        this.sealer = sealer;
        this.progress = progress;
    }

    /** One file to read: what it holds, and into which register it goes. */
    private record Job(Path file, Format format, String register) {}

    /**
     * Reads all of {@code paths}; of a folder, all that is in it. Registers and agreements go
     * first, so that rows meet a register that has declared itself.
     *
     * @param format what every file holds; recognised from its content when empty
     * @param register the register to enter into; the folder's name when empty, or the data set's
     *     own
     */
    public ImportResult run(List<Path> paths, Optional<Format> format, Optional<String> register) {
        return take(paths, format, register, Optional.empty());
    }

    /**
     * As {@link #run}, but each row stands in the place of the entry of its kind and id that is
     * there; what says the same already is counted, what has no earlier entry is refused.
     */
    public ImportResult correct(
            List<Path> paths, Optional<Format> format, String register, String reason) {
        return take(
                paths, format, Optional.of(register), Optional.of(new Corrections(store, reason)));
    }

    private ImportResult take(
            List<Path> paths,
            Optional<Format> format,
            Optional<String> register,
            Optional<Corrections> corrections) {
        Taking taking = new Taking(store, sealer, progress, corrections, tomorrow());
        List<Job> jobs = new ArrayList<>();
        for (Path path : paths) {
            collect(path, format, register, jobs, taking);
        }
        jobs.sort(Comparator.comparing(Job::format).thenComparing(Job::file));
        for (Job job : jobs) {
            read(job, taking);
        }
        return taking.finish();
    }

    /** Somewhere it is later than here. */
    private LocalDate tomorrow() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    }

    /** Of paths none of which is there; no store is needed for it. */
    public static ImportResult nothingThere(List<Path> paths) {
        List<Defect> defects = paths.stream().map(Importer::notThere).toList();
        return new ImportResult(0, 0, 0, defects.size(), defects);
    }

    private static Defect notThere(Path path) {
        return new Defect(
                path.getFileName().toString(),
                1,
                "",
                "there is no such file",
                "check the path",
                "");
    }

    private static void refuseUnknown(Path path, Optional<String> register, Taking taking) {
        String formats = String.join(", ", Coded.listCodes(Format.class));
        if (!Files.isRegularFile(path)) {
            refuseFile(
                    taking,
                    path,
                    register,
                    "a pipe can be read only once, so that its format cannot be told",
                    "name its format with --format (" + formats + ")");
        } else if (path.toFile().length() == 0) {
            refuseFile(taking, path, register, "the file is empty", "check that it was saved");
        } else {
            refuseFile(
                    taking,
                    path,
                    register,
                    "it is not clear what this file holds",
                    "name its format with --format (" + formats + ")");
        }
    }

    private void collect(
            Path path,
            Optional<Format> format,
            Optional<String> register,
            List<Job> jobs,
            Taking taking) {
        if (!Files.exists(path)) {
            taking.notThere(notThere(path));
            return;
        }
        if (!Files.isDirectory(path)) {
            Optional<Format> found =
                    format.or(() -> Files.isRegularFile(path) ? recognise(path) : Optional.empty());
            if (found.isPresent()) {
                jobs.add(new Job(
                        path, found.get(), register.orElse(registerFor(path, found.get()))));
            } else {
                refuseUnknown(path, register, taking);
            }
            return;
        }
        String folder = Optional.ofNullable(path.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse(UNNAMED);
        List<Path> files;
        try {
            files = listFiles(path);
        } catch (IOException | UncheckedIOException unreadable) {
            refuseFile(
                    taking,
                    path,
                    register,
                    "the folder cannot be read: " + unreadable.getMessage(),
                    "see that it and the folders in it may be read, then import it again");
            return;
        }
        for (Path file : files) {
            Optional<Format> found =
                    isData(file) ? format.or(() -> recognise(file)) : Optional.empty();
            if (found.isPresent()) {
                String own =
                        found.get() == Format.UCDP_GED ? registerFor(file, found.get()) : folder;
                jobs.add(new Job(file, found.get(), register.orElse(own)));
            } else {
                progress.leftAlone(
                        path.relativize(file).toString(), "not a file of a known format");
            }
        }
    }

    /**
     * All files but those of hidden folders, which hold what other programs keep for themselves.
     */
    private static List<Path> listFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !liesInHiddenFolder(folder.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean liesInHiddenFolder(Path file) {
        for (Path part = file.getParent(); part != null; part = part.getParent()) {
            if (part.getFileName().toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isData(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.endsWith(".md") && !name.endsWith(".txt");
    }

    /** The data set's own name, else that of the folder it lies in. */
    private static String registerFor(Path file, Format format) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (format == Format.UCDP_GED || folder == null || folder.getFileName() == null) {
            return format == Format.UCDP_GED ? "UCDP GED" : UNNAMED;
        }
        return folder.getFileName().toString();
    }

    private static Optional<Format> recognise(Path file) {
        try (InputStream in = Intake.plain(new BufferedInputStream(Files.newInputStream(file)))) {
            return Intake.recognise(in.readNBytes(HEAD_BYTES));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static void refuseFile(
            Taking taking, Path path, Optional<String> register, String problem, String todo) {
        taking.begin(register.orElse("unassigned"), path.getFileName().toString());
        taking.refuse(new Defect(path.getFileName().toString(), 1, "", problem, todo, ""));
    }

    private void read(Job job, Taking taking) {
        String name = job.file().getFileName().toString();
        taking.begin(job.register(), name);
        try (Counted in = new Counted(Files.newInputStream(job.file()), Files.size(job.file()))) {
            taking.reading(in);
            if (job.format() != Format.REGISTER) {
                taking.declare(
                        Intake.declarationFor(job.format(), job.register(), sealer.seal(name)));
            }
            Intake.read(
                    job.format(),
                    job.register(),
                    name,
                    Intake.plain(new BufferedInputStream(in, HEAD_BYTES)),
                    sealer,
                    taking);
        } catch (IOException unreadable) {
            String todo = "see that the file is whole and may be read, then import it again";
            taking.refuse(new Defect(
                    name, 1, "", "the file cannot be read: " + unreadable.getMessage(), todo, ""));
        }
        taking.flush();
    }
}
