package org.truce.intake;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All that is wrong with one YAML file; a file with any problem is not taken in. */
final class YamlProblems {
    private final String file;
    private final List<String> lines;
    /** A value that is read twice is wrong once. */
    private final Set<Defect> found = new LinkedHashSet<>();

    YamlProblems(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    void add(Node at, String key, String problem, String todo) {
        add(line(at), key, problem, todo);
    }

    void add(long line, String key, String problem, String todo) {
        int index = (int) line - 1;
        String original = index < lines.size() ? lines.get(index) : "";
        found.add(new Defect(file, line, key, problem, todo, original));
    }

    boolean none() {
        return found.isEmpty();
    }

    void report(Receiver to) {
        found.stream().sorted(Comparator.comparingLong(Defect::line)).forEach(to::refuse);
    }

    static long line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1L;
    }
}
