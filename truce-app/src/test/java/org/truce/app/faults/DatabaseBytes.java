package org.truce.app.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each byte of a SQLite file is for, worked out from the file format alone ("Database File
 * Format", sections 1.3 to 1.6, in SQLite's documentation).
 */
final class DatabaseBytes {
    private static final Map<Integer, String> HEADER = new TreeMap<>(Map.ofEntries(
            Map.entry(0, "magic"),
            Map.entry(16, "page size"),
            Map.entry(18, "format versions"),
            Map.entry(20, "reserved space"),
            Map.entry(21, "payload fractions"),
            Map.entry(24, "change counter"),
            Map.entry(28, "size in pages"),
            Map.entry(32, "first free page"),
            Map.entry(36, "count of free pages"),
            Map.entry(40, "schema cookie and format"),
            Map.entry(48, "cache size"),
            Map.entry(52, "vacuum mode"),
            Map.entry(56, "text encoding"),
            Map.entry(60, "user version"),
            Map.entry(64, "incremental vacuum"),
            Map.entry(68, "application id"),
            Map.entry(72, "reserved for expansion"),
            Map.entry(92, "version numbers")));

    private static final int FILE_HEADER = 100;
    private static final int INTERIOR_INDEX = 2;
    private static final int INTERIOR_TABLE = 5;
    private static final int LEAF_TABLE = 13;

    private final ByteBuffer bytes;
    private final int page;
    private final String[] roles;
    private int at;

    private DatabaseBytes(Path file) throws IOException {
        bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        int said = bytes.getShort(16) & 0xffff;
        page = said == 1 ? 65_536 : said;
        roles = new String[bytes.capacity()];
        Arrays.fill(roles, "page that nothing names");
    }

    /** The offsets of each class of bytes, by its name. */
    static Map<String, List<Integer>> classes(Path file) throws IOException, SQLException {
        DatabaseBytes all = new DatabaseBytes(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0")) {
            while (row.next()) {
                all.walk(row.getString(1), row.getInt(2));
            }
        }
        all.walk("schema", 1);
        HEADER.forEach((from, name) -> all.mark(from, FILE_HEADER - from, "header: " + name));
        all.free();
        Map<String, List<Integer>> classes = new TreeMap<>();
        for (int i = 0; i < all.roles.length; i++) {
            classes.computeIfAbsent(all.roles[i], unseen -> new ArrayList<>()).add(i);
        }
        return classes;
    }

    private void mark(int from, int length, String role) {
        Arrays.fill(roles, from, from + length, role);
    }

    private int start(int number) {
        return (number - 1) * page;
    }

    private void walk(String owner, int number) {
        int start = start(number);
        mark(start, page, "unused space within pages");
        int head = start + (number == 1 ? FILE_HEADER : 0);
        int type = bytes.get(head);
        boolean interior = type == INTERIOR_INDEX || type == INTERIOR_TABLE;
        int cells = bytes.getShort(head + 3) & 0xffff;
        int pointers = head + (interior ? 12 : 8);
        mark(head, pointers - head, owner + ": page header");
        mark(pointers, 2 * cells, owner + ": cell pointers");
        for (int i = 0; i < cells; i++) {
            cell(owner, type, start + (bytes.getShort(pointers + 2 * i) & 0xffff));
        }
        if (interior) {
            walk(owner, bytes.getInt(head + 8));
        }
    }

    private void cell(String owner, int type, int cell) {
        at = cell;
        if (type == INTERIOR_INDEX || type == INTERIOR_TABLE) {
            int child = bytes.getInt(cell);
            at += 4;
            if (type == INTERIOR_TABLE) {
                varint();
            } else {
                content(owner + ": interior cells", type, (int) varint());
            }
            mark(cell, at - cell, owner + ": interior cells");
            walk(owner, child);
            return;
        }
        int length = (int) varint();
        if (type == LEAF_TABLE) {
            varint();
        }
        mark(cell, at - cell, owner + ": cell headers");
        content(owner + ": payload", type, length);
    }

    private long varint() {
        long value = 0;
        for (int i = 0; i < 9; i++) {
            int next = bytes.get(at++) & 0xff;
            if (i == 8) {
                return (value << 8) | next;
            }
            value = (value << 7) | (next & 0x7f);
            if (next < 0x80) {
                break;
            }
        }
        return value;
    }

    private void content(String role, int type, int length) {
        int usable = page - (bytes.get(20) & 0xff);
        int most = type == LEAF_TABLE ? usable - 35 : (usable - 12) * 64 / 255 - 23;
        int local = length;
        if (length > most) {
            int least = (usable - 12) * 32 / 255 - 23;
            int fitting = least + (length - least) % (usable - 4);
            local = fitting <= most ? fitting : least;
        }
        mark(at, local, role);
        at += local;
        if (local < length) {
            mark(at, 4, "overflow: pointers");
            int next = bytes.getInt(at);
            at += 4;
            overflow(next, length - local);
        }
    }

    private void overflow(int first, int length) {
        int left = length;
        for (int number = first; number != 0; number = bytes.getInt(start(number))) {
            mark(start(number), page, "unused space within pages");
            mark(start(number), 4, "overflow: pointers");
            mark(start(number) + 4, Math.min(left, page - 4), "overflow: content");
            left -= page - 4;
        }
    }

    private void free() {
        for (int trunk = bytes.getInt(32); trunk != 0; trunk = bytes.getInt(start(trunk))) {
            int leaves = bytes.getInt(start(trunk) + 4);
            mark(start(trunk), page, "free pages: content");
            mark(start(trunk), 8 + 4 * leaves, "free pages: list");
            for (int i = 0; i < leaves; i++) {
                mark(start(bytes.getInt(start(trunk) + 8 + 4 * i)), page, "free pages: content");
            }
        }
    }
}
