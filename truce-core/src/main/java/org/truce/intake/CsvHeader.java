package org.truce.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A table's columns by name, in whatever order, and the character that separates them.
 *
 * @param names the header's names, trimmed and in lower case
 */
record CsvHeader(char separator, List<String> names) {
    static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    static final int MOST_COLUMNS = 200;

    /** The header that knows the most of {@code wanted}, over all separators; a comma wins ties. */
    static Optional<CsvHeader> find(CsvRows rows, List<String> wanted) {
        CsvHeader best = null;
        for (char separator : SEPARATORS) {
            Optional<CsvHeader> header = rows.peekHeader(separator, MOST_COLUMNS)
                    .map(names -> new CsvHeader(
                            separator, names.stream().map(CsvHeader::normal).toList()));
            if (header.isPresent()
                    && (best == null || header.get().known(wanted) > best.known(wanted))) {
                best = header.get();
            }
        }
        return Optional.ofNullable(best);
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    long known(List<String> wanted) {
        return wanted.stream().filter(names::contains).count();
    }

    List<String> missing(List<String> required) {
        return required.stream().filter(name -> !names.contains(name)).toList();
    }

    Optional<String> findTwice(List<String> wanted) {
        return wanted.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .findFirst();
    }

    Map<String, Integer> positions() {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            positions.putIfAbsent(names.get(i), i);
        }
        return positions;
    }
}
