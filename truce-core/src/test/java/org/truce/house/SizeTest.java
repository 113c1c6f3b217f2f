package org.truce.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The limits of STYLE.md on files, methods, lines and package names, in every module. */
final class SizeTest {
    private static final int FILE_LINES = 500;
    private static final int METHOD_LINES = 70;
    private static final int LINE_COLUMNS = 100;
    private static final int MESSAGE_COLUMNS = 120;

    private static final Path ROOT = findRoot();

    @Test
    void filesAreShort() {
        List<String> tooLong = new ArrayList<>();
        for (Path file : listSources(".java", ".ts", ".css", ".jte")) {
            long lines = readSource(file).lines().count();
            if (lines >= FILE_LINES) {
                tooLong.add(ROOT.relativize(file) + ": " + lines + " lines; split it");
            }
        }
        assertThat(tooLong).as("files of %d lines or more", FILE_LINES).isEmpty();
    }

    @Test
    void methodsAreShort() throws IOException {
        List<Path> files = listSources(".java");
        assertThat(files).as("Java files below %s", ROOT).isNotEmpty();
        List<JavaFileObject> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(new Source(ROOT.relativize(file).toString(), readSource(file)));
        }
        assertThat(listLongMethods(sources))
                .as("methods of %d lines or more", METHOD_LINES)
                .isEmpty();
    }

    @Test
    void aLongMethodIsFoundWhateverItsStringsHold() throws IOException {
        String body = "String s = \"}}}\"; // }}}\n".repeat(METHOD_LINES - 2);
        String ofLimit = "class A { void f() {\n" + body + "} }";
        String below = "class A { void f() {\n" + body.substring(body.indexOf('\n') + 1) + "} }";
        assertThat(listLongMethods(List.of(new Source("A.java", ofLimit))))
                .containsExactly("A.java:1: f has 70 lines; split it");
        assertThat(listLongMethods(List.of(new Source("A.java", below)))).isEmpty();
    }

    @Test
    void linesAreNarrow() {
        List<String> tooWide = new ArrayList<>();
        for (Path file : listSources(".java")) {
            List<String> lines = readSource(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (line.codePointCount(0, line.length()) > allowedColumns(line)) {
                    tooWide.add(ROOT.relativize(file) + ":" + (i + 1));
                }
            }
        }
        assertThat(tooWide).as("lines wider than %d columns", LINE_COLUMNS).isEmpty();
    }

    @Test
    void noPackageIsNamedUtil() {
        assertThat(listSources(".java"))
                .noneMatch(f -> ROOT.relativize(f).toString().matches(".*/utils?/.*"));
    }

    /**
     * A message alone on its line may stay in one piece, so that a search for its words finds it.
     */
    private static int allowedColumns(String line) {
        if (line.startsWith("import ") || line.contains("://")) {
            return Integer.MAX_VALUE;
        }
        return line.matches(" *(\\+ )?\".*\"[;,)]*") ? MESSAGE_COLUMNS : LINE_COLUMNS;
    }

    private static List<String> listLongMethods(List<? extends JavaFileObject> sources)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task =
                (JavacTask) compiler.getTask(null, null, d -> {}, List.of(), null, sources);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<String> found = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            new TreeScanner<Void, LineMap>() {
                @Override
                public Void visitMethod(MethodTree method, LineMap lines) {
                    long first = lines.getLineNumber(positions.getStartPosition(unit, method));
                    long end = positions.getEndPosition(unit, method);
                    // What the compiler itself adds, such as a record's constructor, has no end.
                    long count = end < 0 ? 0 : lines.getLineNumber(end) - first + 1;
                    if (count >= METHOD_LINES) {
                        found.add("%s:%d: %s has %d lines; split it"
                                .formatted(
                                        unit.getSourceFile().getName(),
                                        first,
                                        method.getName(),
                                        count));
                    }
                    return super.visitMethod(method, lines);
                }
            }.scan(unit, unit.getLineMap());
        }
        return found;
    }

    private static List<Path> listSources(String... endings) {
        try (Stream<Path> children = Files.list(ROOT)) {
            List<Path> found = new ArrayList<>();
            for (Path child : children.sorted().toList()) {
                String name = child.getFileName().toString();
                Path start = name.equals("tools") ? child : child.resolve("src");
                if ((name.equals("tools") || name.startsWith("truce-"))
                        && Files.isDirectory(start)) {
                    addSources(start, List.of(endings), found);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addSources(Path folder, List<String> endings, List<Path> found)
            throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.sorted().toList()) {
                if (Files.isDirectory(child)) {
                    if (!child.endsWith("node_modules")) {
                        addSources(child, endings, found);
                    }
                } else if (endings.stream().anyMatch(child.toString()::endsWith)) {
                    found.add(child);
                }
            }
        }
    }

    private static String readSource(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path findRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("no folder with mvnw above " + Path.of(""));
            }
        }
        return folder;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String name;
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name), Kind.SOURCE);
            this.name = name;
            this.text = text;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
