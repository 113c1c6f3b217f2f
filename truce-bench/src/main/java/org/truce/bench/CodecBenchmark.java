package org.truce.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.util.concurrent.TimeUnit;

/**
 * An entry to canonical bytes with salted hashes, and back; beside it, a general reader of JSON
 * that only makes a tree of the same bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {
    private final EntryCodec codec = new EntryCodec();
    private final ObjectMapper jackson = new ObjectMapper();
    private final Entry entry = new InventedReports(11).list("bench", 1, 1).getFirst();
    private final EntryCodec.Sealed sealed = codec.seal(entry);
    private final String kind = EntryCodec.kindOf(entry);

    @Benchmark
    public EntryCodec.Sealed seal() {
        return codec.seal(entry);
    }

    @Benchmark
    public Entry open() {
        return codec.open(sealed.body(), kind, sealed.values());
    }

    @Benchmark
    public JsonNode jacksonTree() {
        return jackson.readTree(sealed.body());
    }
}
