package org.truce.proof;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of a log as it is published: paths and contents of C2SP tlog-tiles. */
public sealed interface Tile {
    /** How many hashes or entries a whole tile has. */
    int WIDTH = 256;

    /** Hashes of subtrees of 256^level leaves. */
    record Hashes(int level, long index, int width) implements Tile {
        public Hashes {
            if (level < 0 || level > 63) {
                throw new IllegalArgumentException("a tile's level is 0 to 63: " + level);
            }
            Tile.check(index, width);
        }

        @Override
        public String path() {
            return "tile/" + level + "/" + Tile.tail(index, width);
        }
    }

    /** The entries themselves, {@code 256 * index} and on. */
    record Entries(long index, int width) implements Tile {
        public Entries {
            Tile.check(index, width);
        }

        @Override
        public String path() {
            return "tile/entries/" + Tile.tail(index, width);
        }
    }

    long index();

    int width();

    /** Where it lies below a log's address. */
    String path();

    private static void check(long index, int width) {
        if (index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("a tile holds 1 to 256: " + width);
        }
    }

    private static String tail(long index, int width) {
        StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return width == WIDTH ? path.toString() : path + ".p/" + width;
    }

    /** The tile at a path; empty when the path is none, or not spelled in the one right way. */
    static Optional<Tile> find(String path) {
        Matcher matcher = Spelling.PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long index = Long.parseLong(matcher.group(2).replace("x", "").replace("/", ""));
        int width = matcher.group(3) == null ? WIDTH : Integer.parseInt(matcher.group(3));
        if (width < 1 || width > WIDTH) {
            return Optional.empty();
        }
        String level = matcher.group(1);
        Tile tile = level.equals("entries")
                ? new Entries(index, width)
                : new Hashes(Integer.parseInt(level), index, width);
        return Optional.of(tile).filter(found -> found.path().equals(path));
    }

    /** What a tile's path looks like. */
    final class Spelling {
        private static final Pattern PATH = Pattern.compile(
                "tile/(entries|[0-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/){0,5}[0-9]{3})"
                        + "(?:\\.p/([1-9][0-9]{0,2}))?");

        private Spelling() {}
    }

    /** Every tile that a log of {@code size} entries has, hashes and entries. */
    static List<Tile> listAll(long size) {
        List<Tile> tiles = new ArrayList<>();
        for (long index = 0; index * WIDTH < size; index++) {
            tiles.add(new Entries(index, (int) Math.min(WIDTH, size - index * WIDTH)));
        }
        int level = 0;
        for (long hashes = size; hashes > 0; hashes /= WIDTH) {
            for (long index = 0; index * WIDTH < hashes; index++) {
                tiles.add(new Hashes(level, index, (int) Math.min(WIDTH, hashes - index * WIDTH)));
            }
            level++;
        }
        return tiles;
    }

    /** Entries as a tile holds them, each behind its length in two bytes, the larger first. */
    static byte[] entryBundle(List<byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > 0xffff) {
                throw new IllegalArgumentException("an entry of a tile has at most 65535 bytes");
            }
            out.write(entry.length >> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }
}
