package org.truce.app.browser;

import org.truce.app.review.Queued;
import org.truce.app.review.ReviewFolder;
import org.truce.app.review.ReviewQueue;
import org.truce.app.serve.ReviewServer;
import org.truce.app.store.EntryStore;
import org.truce.app.store.TestKeys;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.base.Hash;
import org.truce.intake.Format;
import org.truce.intake.Intake;
import org.truce.reading.Reader;
import org.truce.reading.Reading;
import org.truce.reading.draft.Drafts;
import org.truce.reading.text.Original;
import org.truce.record.Entry;
import org.truce.record.Guarded;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store with one register, north, its review queue and the reviewer's page. */
final class ReviewBench implements AutoCloseable {
    private static final LocalDate DAY = LocalDate.of(2031, 3, 4);

    private final EntryStore store;
    private final ReviewQueue queue;
    private final ReviewServer server;

    ReviewBench(Path folder) {
        Path file = folder.resolve("a.truce");
        store = SqliteStore.openOrCreate(file, new TestKeys(), Clock.systemUTC());
        store.append(List.of(
                Intake.declarationFor(Format.STATEMENTS, "north", new Guarded.Clear("test"))));
        queue = new ReviewQueue(ReviewFolder.of(file, Map.of()));
        server = ReviewServer.start(queue, store, 0, Clock.systemUTC());
    }

    /** Reads a text of 4 March 2031 and puts its drafts into the queue. */
    void save(String language, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Original original = new Original(Hash.of(bytes), text);
        Reading said = new Reader().read(original, Optional.of(DAY), Optional.of(language));
        queue.save(
                bytes,
                said.document(),
                Drafts.of(said, original),
                Clock.systemUTC().instant());
    }

    /** All drafts, in their order. */
    List<Queued> drafts() {
        return queue.listAll();
    }

    /** The entries of a kind, such as "tally". */
    List<Entry> entries(String kind) {
        return store.listOfKind(kind).stream().map(one -> one.logged().entry()).toList();
    }

    /** With the secret that lets a browser in. */
    String address() {
        return server.address();
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
