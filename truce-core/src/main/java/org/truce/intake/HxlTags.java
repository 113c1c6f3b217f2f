package org.truce.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The hashtags of a table's columns. Columns without one, or with one that is not asked for, are
 * left alone, as the standard says.
 */
record HxlTags(List<HxlTag> tags) {
    /** "Anywhere within the first 25 rows" (HXL tagging conventions, section 2). */
    private static final int ROWS_WITH_TAGS = 25;

    HxlTags {
        tags = List.copyOf(tags);
    }

    static HxlTags of(List<String> cells) {
        return new HxlTags(
                cells.stream().flatMap(cell -> HxlTag.find(cell).stream()).toList());
    }

    /**
     * The row of hashtags as a header, with the rows before it passed over; it is the next row
     * then. Empty where the first 25 rows hold none.
     */
    static Optional<CsvHeader> findHeader(CsvRows rows) {
        for (int row = 0; row < ROWS_WITH_TAGS; row++) {
            char widest = ',';
            int most = 0;
            for (char separator : CsvHeader.SEPARATORS) {
                List<String> cells =
                        rows.peekHeader(separator, CsvHeader.MOST_COLUMNS).orElse(List.of());
                if (isTagged(cells)) {
                    return Optional.of(new CsvHeader(
                            separator,
                            cells.stream()
                                    .map(cell -> HxlTag.find(cell)
                                            .map(HxlTag::column)
                                            .orElse(""))
                                    .toList()));
                }
                if (cells.size() > most) {
                    most = cells.size();
                    widest = separator;
                }
            }
            if (!rows.passOver(widest, CsvHeader.MOST_COLUMNS)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * A slip in one hashtag makes no data of the row; a stray hashtag in a text makes no header.
     */
    static boolean isTagged(List<String> cells) {
        long said = cells.stream().filter(cell -> !cell.isBlank()).count();
        int hashtags = of(cells).tags().size();
        return hashtags > 0 && 2 * hashtags >= said;
    }

    /** The tag of that name with the fewest attributes that fits, the first of several. */
    Optional<HxlTag> find(String name, Predicate<HxlTag> fits) {
        return tags.stream()
                .filter(tag -> tag.is(name) && fits.test(tag))
                .min(Comparator.comparingInt(tag -> tag.attributes().size()));
    }

    /** All columns of that name without any of these attributes. */
    List<HxlTag> list(String name, Set<String> without) {
        return tags.stream().filter(tag -> tag.is(name) && !tag.hasAny(without)).toList();
    }

    /** The columns of several names, in the order of the names. */
    List<String> columns(Set<String> without, String... names) {
        List<String> columns = new ArrayList<>();
        for (String name : names) {
            find(name, tag -> !tag.hasAny(without)).map(HxlTag::column).ifPresent(columns::add);
        }
        return List.copyOf(columns);
    }
}
