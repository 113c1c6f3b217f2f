package org.truce.app.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The class path of this test with its folders packed: an archive of classes wants jars. */
final class Jars {
    private static final Path FOLDER = make();
    private static final String CLASS_PATH = pack();

    private Jars() {}

    static Path folder() {
        return FOLDER;
    }

    static String classPath() {
        return CLASS_PATH;
    }

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("truce-faults");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    private static void delete(Path folder) {
        try {
            AsLeft.delete(folder);
        } catch (IOException stays) {
            // The system clears its temporary folder.
            return;
        }
    }

    private static String pack() {
        List<String> parts = new ArrayList<>();
        try {
            for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
                Path path = Path.of(part);
                if (Files.isDirectory(path)) {
                    Path jar = FOLDER.resolve(parts.size() + ".jar");
                    pack(path, jar);
                    parts.add(jar.toString());
                } else if (Files.exists(path)) {
                    parts.add(part);
                }
            }
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
        return String.join(File.pathSeparator, parts);
    }

    private static void pack(Path from, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(
                        from.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
