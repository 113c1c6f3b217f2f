package org.truce.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.truce.app.store.EntryStore.Outcome;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What signing costs: a batch into a register, hashed, signed and synced, beside the same bytes
 * into a bare table of the same database, synced alike. Batches are made outside of what is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class AppendBenchmark {
    private static final String REGISTER = "bench";

    /** Entries in one batch. */
    @Param({"1", "1000"})
    public int batch;

    private final AtomicLong given = new AtomicLong();
    private final Opened opened = Opened.inNewFolder();

    /** One writer's next batch. */
    @State(Scope.Thread)
    public static class Writer {
        private final InventedReports reports = new InventedReports(11);
        private final EntryCodec codec = new EntryCodec();
        private List<Entry> next = List.of();
        private List<EntryCodec.Sealed> sealed = List.of();

        @Setup(Level.Invocation)
        public void invent(AppendBenchmark benchmark) {
            long first = benchmark.given.getAndAdd(benchmark.batch) + 1;
            next = reports.list(REGISTER, first, first + benchmark.batch - 1);
            sealed = next.stream().map(codec::seal).toList();
        }
    }

    @TearDown
    public void close() {
        opened.close();
    }

    @Benchmark
    public List<Outcome> register(Writer writer) {
        return opened.store().append(writer.next);
    }

    @Benchmark
    public int bareTable(Writer writer) throws SQLException {
        return opened.bare().insert(writer.sealed);
    }
}
