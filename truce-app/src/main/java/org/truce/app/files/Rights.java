package org.truce.app.files;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Rights of new files, from their first moment on. */
public final class Rights {
    /** Whether the file system knows the rights of POSIX. */
    public static final boolean KNOWN =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private Rights() {}

    /** @param rights such as {@code rw-------}; nothing where they are not known */
    public static FileAttribute<?>[] of(String rights) {
        return KNOWN
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
                }
                : new FileAttribute<?>[0];
    }
}
