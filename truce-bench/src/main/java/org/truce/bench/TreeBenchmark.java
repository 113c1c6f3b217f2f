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
import org.truce.base.Hash;
import org.truce.proof.Checkpoint;
import org.truce.proof.Frontier;
import org.truce.proof.SignedNote;
import org.truce.proof.SigningKey;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** What one batch costs in hashes and signatures. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TreeBenchmark {
    private final List<Hash> leaves = IntStream.range(0, 1_000)
            .mapToObj(number -> Hash.of(("leaf " + number).getBytes(StandardCharsets.UTF_8)))
            .toList();
    private final SigningKey key = SigningKey.of(
            "bench", Hash.of("seed".getBytes(StandardCharsets.UTF_8)).bytes());
    private final Checkpoint checkpoint = new Checkpoint("bench", 1_000, leaves.getFirst());
    private final SignedNote note = checkpoint.sign(key);

    @Benchmark
    public Frontier thousandLeaves() {
        return Frontier.EMPTY.plusAll(leaves);
    }

    @Benchmark
    public SignedNote sign() {
        return checkpoint.sign(key);
    }

    @Benchmark
    public boolean verify() {
        return note.isSignedBy(key.verifier());
    }
}
