import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or applies the layout of every Java file: palantir-java-format, 100 columns, 4 spaces (its
 * AOSP style; its own style is 120 wide). The build runs it; see truce-core/pom.xml.
 *
 * <p>Usage: {@code java -cp ... tools/Format.java check|apply}, from the root of the repository.
 */
final class Format {
    private static final Formatter FORMATTER =
            Formatter.createFormatter(JavaFormatterOptions.builder()
                    .style(JavaFormatterOptions.Style.AOSP)
                    .formatJavadoc(true)
                    .build());

    public static void main(String[] args) throws IOException {
        boolean apply = args[0].equals("apply");
        List<Path> files = listJavaFiles(Path.of(""));
        List<String> complaints = files.parallelStream()
                .flatMap(f -> handle(f, apply).stream())
                .sorted()
                .toList();
        complaints.forEach(System.err::println);
        if (!complaints.isEmpty()) {
            System.err.println("To format all files: ./mvnw -q -Pformat validate");
            System.exit(1);
        }
    }

    private static List<Path> listJavaFiles(Path root) throws IOException {
        try (Stream<Path> paths = Files.list(root)) {
            List<Path> modules = paths.filter(p -> p.toString().matches("truce-.*|tools"))
                    .sorted()
                    .toList();
            return modules.stream().flatMap(Format::listBelow).toList();
        }
    }

    private static Stream<Path> listBelow(Path module) {
        Path sources = Files.isDirectory(module.resolve("src")) ? module.resolve("src") : module;
        try (Stream<Path> paths = Files.walk(sources)) {
            return paths
                    .filter(p -> p.toString().endsWith(".java"))
                    .filter(p -> !p.toString().contains("node_modules"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> handle(Path file, boolean apply) {
        try {
            String before = Files.readString(file);
            String after = FORMATTER.formatSourceAndFixImports(before);
            if (after.equals(before)) {
                return List.of();
            }
            if (apply) {
                Files.writeString(file, after);
                return List.of();
            }
            return List.of(file + ":" + firstDifference(before, after) + ": not formatted");
        } catch (FormatterException e) {
            return List.of(file + ": cannot be parsed: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int firstDifference(String before, String after) {
        List<String> left = before.lines().toList();
        List<String> right = after.lines().toList();
        int line = 0;
        while (line < left.size()
                && line < right.size()
                && left.get(line).equals(right.get(line))) {
            line++;
        }
        return line + 1;
    }
}
