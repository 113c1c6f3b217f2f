package org.truce.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the categories of several sources have in common: each row names a source, one of its
 * categories, and what that is called on each level, from fine to broad.
 */
public final class TaxonomyCsv implements CsvTable {
    private static final String SOURCE = "source";
    private static final String CATEGORY = "category";

    private final Map<Category, List<String>> paths = new HashMap<>();

    /** A category as one source writes it. */
    public record Category(String source, String name) {}

    private TaxonomyCsv() {}

    /**
     * For each category its labels, from fine to broad, of one length in all; what cannot be read
     * goes to {@code to}.
     */
    public static Map<Category, List<String>> read(
            String file, InputStream in, PlainReports.Receiver to) {
        TaxonomyCsv table = new TaxonomyCsv();
        Delivery delivery = PlainReports.delivery(file, to);
        try {
            table.read(Encoding.utf8(Intake.plain(in)), delivery);
        } catch (IOException broken) {
            Line.Flaw flaw = Line.Flaw.BROKEN_OFF;
            delivery.refuse(1, "", flaw.problem(), flaw.todo(), "");
        }
        return Map.copyOf(table.paths);
    }

    @Override
    public List<String> required() {
        return List.of(SOURCE, CATEGORY);
    }

    @Override
    public List<String> optional() {
        return List.of();
    }

    @Override
    public void take(Row row) throws BadValue {
        Category category = new Category(row.getText(SOURCE), row.getText(CATEGORY));
        List<String> path = new ArrayList<>();
        for (String column : row.columns()) {
            if (!column.equals(SOURCE) && !column.equals(CATEGORY) && !column.isEmpty()) {
                path.add(row.getText(column));
            }
        }
        if (path.isEmpty()) {
            throw new BadValue(
                    CATEGORY,
                    "there is no level after source and category",
                    "add one column for each level, from fine to broad: L1, L2, ...");
        }
        Optional<List<String>> before = Optional.ofNullable(paths.put(category, path));
        if (before.isPresent() && !before.get().equals(path)) {
            paths.put(category, before.get());
            throw new BadValue(
                    CATEGORY,
                    "'%s' of '%s' stands on an earlier row with other levels"
                            .formatted(category.name(), category.source()),
                    "keep one of the two rows");
        }
    }
}
