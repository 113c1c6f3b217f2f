package org.truce.app.exchange;

import org.truce.app.store.EntryStore;
import org.truce.proof.MerkleTree;
import org.truce.proof.Tile;
import org.truce.record.Bundle;
import org.truce.record.BundleText;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * The logs of a store as others may fetch them (C2SP tlog-tiles), without protected values. A
 * register that has shown two histories is not published until one of them counts.
 */
public final class PublishedLog {
    private final EntryStore store;
    private final EntryStore.Log log;

    private PublishedLog(EntryStore store, EntryStore.Log log) {
        this.store = store;
        this.log = log;
    }

    /** The log with this name, {@code truce.register/NAME/FINGERPRINT}. */
    public static Optional<PublishedLog> find(EntryStore store, String origin) {
        return store.listLogs().stream()
                .filter(log -> log.keys().origin().equals(origin) && log.counts() == log.size())
                .findFirst()
                .map(log -> new PublishedLog(store, log));
    }

    /** Its last signed checkpoint. */
    public String checkpoint() {
        return log.checkpoint().text();
    }

    /** A tile at its path; empty when there is none, or not yet that wide. */
    public Optional<byte[]> tile(String path) {
        return Tile.find(path).flatMap(tile -> switch (tile) {
            case Tile.Hashes hashes -> hashes(hashes);
            case Tile.Entries entries -> entries(entries);
        });
    }

    private Optional<byte[]> hashes(Tile.Hashes tile) {
        MerkleTree tree = store.tree(log);
        if (tile.level() > 7
                || end(tile.index(), tile.width()) > (log.size() >> (8 * tile.level()))) {
            return Optional.empty();
        }
        return Optional.of(tree.tile(tile.level(), tile.index(), tile.width()));
    }

    /** Leaves, which hold the hashes of the entries and not what they say. */
    private Optional<byte[]> entries(Tile.Entries tile) {
        long end = end(tile.index(), tile.width());
        if (end > log.size()) {
            return Optional.empty();
        }
        List<byte[]> leaves = new ArrayList<>();
        for (Bundle.Row row : store.listRows(log, end - tile.width() + 1, end)) {
            leaves.add(row.row().leaf());
        }
        return Optional.of(Tile.entryBundle(leaves));
    }

    private static long end(long index, int width) {
        // A number that would overflow is beyond every log.
        return index > Integer.MAX_VALUE ? Long.MAX_VALUE : index * Tile.WIDTH + width;
    }

    /**
     * Everything after the first {@code from} entries, as a bundle's file; empty beyond the end.
     */
    public Optional<byte[]> bundle(long from) {
        if (from < 0 || from > log.size()) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
            zipped.write(BundleText.write(new Exporter(store).bundle(log, from, false)));
        } catch (IOException toMemory) {
            throw new IllegalStateException(toMemory);
        }
        return Optional.of(out.toByteArray());
    }
}
