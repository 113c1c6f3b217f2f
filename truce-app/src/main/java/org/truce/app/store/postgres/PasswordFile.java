package org.truce.app.store.postgres;

import org.truce.app.store.StoreException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the password of a database comes from: {@code PGPASSWORD}, or a line of the file that
 * {@code PGPASSFILE} names, {@code host:port:database:user:password}, in the form of PostgreSQL's
 * own programs.
 */
final class PasswordFile {
    private static final int PARTS = 5;

    private PasswordFile() {}

    /** Nothing when neither variable is set or no line fits: the server may ask for none. */
    static Optional<String> find(Address address, Map<String, String> environment) {
        String password = environment.getOrDefault("PGPASSWORD", "");
        if (!password.isEmpty()) {
            return Optional.of(password);
        }
        String named = environment.getOrDefault("PGPASSFILE", "");
        return named.isEmpty() ? Optional.empty() : read(Path.of(named), address);
    }

    private static Optional<String> read(Path file, Address address) {
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Set<PosixFilePermission> open = Files.getPosixFilePermissions(file);
                open.removeAll(Set.of(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE));
                if (!open.isEmpty()) {
                    throw new StoreException(
                            "others can read the password file %s: run 'chmod 600' on it, and"
                                            .formatted(file)
                                    + " change the password if they did");
                }
            }
            List<String> wanted = List.of(
                    address.host(),
                    Integer.toString(address.port()),
                    address.database(),
                    address.user());
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(PasswordFile::parts)
                    .filter(parts -> parts.size() == PARTS && fits(parts, wanted))
                    .map(parts -> parts.get(PARTS - 1))
                    .findFirst();
        } catch (IOException unreadable) {
            throw new StoreException(
                    "the password file %s cannot be read: see that it is there and that you may"
                                    .formatted(file)
                            + " read it",
                    unreadable);
        }
    }

    private static boolean fits(List<String> parts, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!parts.get(i).equals("*") && !parts.get(i).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Parts stand between colons; a backslash takes the next sign as it is. */
    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (sign == '\\' && i + 1 < line.length()) {
                i++;
                part.append(line.charAt(i));
            } else if (sign == ':' && parts.size() < PARTS - 1) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(sign);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
