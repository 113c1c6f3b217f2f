package org.truce.reading.bulletin;

import org.truce.reading.text.Prepared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Texts with the numbers in them that are counts: the coded bulletins that may be opened, articles,
 * in which hardly any is, and paragraphs of count-examples.txt with a mark before each count.
 *
 * @param group what is left out together, since it is of one author and time: a set, or a round or
 *     batch of one
 * @param starts where its counts stand, in code points
 */
record CountExamples(String group, Prepared text, Set<Integer> starts) {
    private static final Path FOLDER = Path.of("src/test/resources/org/truce/reading");
    private static final List<String> SETS = List.of("dev", "dev2", "dev3", "test-a");
    private static final List<String> ARTICLES = List.of("dev", "dev2", "dev4", "test-a");
    private static final List<String> FILES = List.of("cases", "real-forms");
    private static final char MARK = '#';
    private static final int SURE_HUNDREDTHS = 1_000;

    /** All of them. */
    static List<CountExamples> list() throws IOException {
        Map<String, Set<Integer>> starts = readStarts();
        List<CountExamples> all = new ArrayList<>();
        for (String set : SETS) {
            for (Path file : texts(set, "bulletins")) {
                all.add(of(set, set + "\t" + name(file), text(file), starts));
            }
        }
        for (String set : ARTICLES) {
            for (Path file : texts(set, "articles")) {
                Set<Integer> own = starts.getOrDefault(set + " articles\t" + name(file), Set.of());
                all.add(new CountExamples("articles", BulletinsTest.prepared(text(file)), own));
            }
        }
        for (String file : FILES) {
            for (BulletinsTest.Case one : BulletinsTest.cases(file + ".txt")) {
                String round = one.name().matches("(?:round|batch) \\d+:.*")
                        ? one.name().substring(0, one.name().indexOf(':'))
                        : file;
                all.add(of(round, file + "\t" + one.name(), one.text(), starts));
            }
        }
        all.addAll(paragraphs());
        return all;
    }

    private static CountExamples of(
            String group, String name, String text, Map<String, Set<Integer>> starts) {
        Set<Integer> own = starts.get(name);
        if (own == null) {
            throw new IllegalStateException("count-starts.tsv has no line for " + name);
        }
        return new CountExamples(group, BulletinsTest.prepared(text), own);
    }

    private static List<Path> texts(String set, String kind) throws IOException {
        try (var files = Files.list(FOLDER.resolve("gold").resolve(set).resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".txt", "");
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file).stripTrailing() + "\n";
    }

    private static Map<String, Set<Integer>> readStarts() throws IOException {
        Map<String, Set<Integer>> starts = new HashMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve("bulletin/count-starts.tsv"))) {
            String[] columns = line.split("\t", -1);
            if (columns.length == 3 && !columns[0].equals("set")) {
                starts.put(
                        columns[0] + "\t" + columns[1],
                        Arrays.stream(columns[2].split(" "))
                                .filter(start -> !start.isEmpty())
                                .map(Integer::valueOf)
                                .collect(Collectors.toSet()));
            }
        }
        return starts;
    }

    private static List<CountExamples> paragraphs() throws IOException {
        String all = Files.readString(FOLDER.resolve("bulletin/count-examples.txt"));
        List<CountExamples> examples = new ArrayList<>();
        for (String paragraph : all.split("\n\n")) {
            if (!paragraph.startsWith("##")) {
                examples.add(marked(paragraph));
            }
        }
        return examples;
    }

    private static CountExamples marked(String paragraph) {
        StringBuilder text = new StringBuilder();
        Set<Integer> starts = new HashSet<>();
        paragraph.codePoints().forEach(point -> {
            if (point == MARK) {
                starts.add(text.codePointCount(0, text.length()));
            } else {
                text.appendCodePoint(point);
            }
        });
        return new CountExamples("paragraphs", BulletinsTest.prepared(text.toString()), starts);
    }

    /** Its numbers with their traits, each as if those before it had been judged rightly. */
    List<CountTraining.Example> examples() {
        List<CountTraining.Example> examples = new ArrayList<>();
        Bulletins.read(text, (start, traits) -> {
            boolean count = starts.contains(start);
            examples.add(new CountTraining.Example(traits, count));
            return count ? SURE_HUNDREDTHS : -SURE_HUNDREDTHS;
        });
        return examples;
    }

    /**
     * How many numbers are judged wrongly, one after another.
     *
     * @param numbers how many there are
     */
    record Errors(int numbers, int wrong) {
        Errors plus(Errors other) {
            return new Errors(numbers + other.numbers, wrong + other.wrong);
        }
    }

    Errors errors(Judge judge) {
        int[] counts = new int[2];
        Bulletins.read(text, (start, traits) -> {
            int odds = judge.odds(start, traits);
            counts[0]++;
            counts[1] += odds > 0 == starts.contains(start) ? 0 : 1;
            return odds;
        });
        return new Errors(counts[0], counts[1]);
    }
}
