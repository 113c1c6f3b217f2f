package org.truce.app.cli;

import org.truce.app.desk.Desk;
import org.truce.app.desk.Memory;
import org.truce.app.desk.Said;
import org.truce.app.feed.RandomSealer;
import org.truce.app.store.EntryStore;
import org.truce.assess.Evidence;
import org.truce.record.Logged;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Optional;

/** The options that everything shares that is put down about notices. */
final class NoticeOptions {
    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--by",
            required = true,
            paramLabel = "WHO",
            description = "Who does it, by name or role; protected.")
    private String by = "";

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "The day on which it was done; today when not given.")
    private Optional<String> on = Optional.empty();

    @Option(names = "--json", description = "Print what was put down as JSON.")
    private boolean json;

    StoreOption store() {
        return store;
    }

    boolean json() {
        return json;
    }

    Said.Who who() {
        return new Said.Who(by, on.orElse(""));
    }

    /** Over the store as it is now. */
    static Desk desk(EntryStore entries, Surroundings surroundings) {
        StoreOption.checkWhole(entries, Optional.empty());
        return new Desk(
                entries, new StoreMemory(entries), new RandomSealer(), surroundings.clock());
    }

    /** Reads the store again only where it has grown. */
    private static final class StoreMemory implements Memory {
        private final EntryStore entries;
        private long size = -1;
        private List<Logged> all = List.of();

        StoreMemory(EntryStore entries) {
            this.entries = entries;
        }

        @Override
        public List<Logged> listAll() {
            long now = entries.size();
            if (now != size) {
                all = entries.listAll();
                size = now;
            }
            return all;
        }

        @Override
        public Evidence evidence() {
            return Evidence.of(listAll(), Optional.empty());
        }
    }
}
