package org.truce.intake;

import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Severity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Notices: one row is one draft of what is put to a guarantor or party. */
final class NoticesCsv implements EntryTable {
    private static final Pattern INCIDENT = Pattern.compile("[^\\s:;]{1,100}:\\S{1,200}");
    private static final int MOST_ABOUT = 100;

    @Override
    public List<String> required() {
        return List.of(
                "notice_id", "about", "addressee", "severity", "drafted", "due", "by", "text");
    }

    @Override
    public List<String> optional() {
        return List.of();
    }

    @Override
    public Entry entry(Row row) throws BadValue {
        LocalDate drafted = row.getDate("drafted");
        Optional<LocalDate> due = row.findDate("due");
        FollowUpColumns.requireOrder(Optional.of(drafted), due, "due");
        return new FollowUp.Notice(
                row.register(),
                row.getText("notice_id"),
                row.entered(),
                about(row),
                addressee(row),
                row.getCode("severity", Severity.class),
                drafted,
                due,
                row.seal(row.getText("by")),
                row.seal(row.getText("text")));
    }

    /** It stands in a letter and in the subject of a mail. */
    private static String addressee(Row row) throws BadValue {
        row.getText("addressee");
        return FollowUpColumns.findLine(row, "addressee").orElseThrow();
    }

    private static List<String> about(Row row) throws BadValue {
        row.getText("about");
        List<String> about = FollowUpColumns.list(row, "about");
        if (about.size() > MOST_ABOUT
                || about.stream().anyMatch(id -> !INCIDENT.matcher(id).matches())) {
            throw new BadValue(
                    "about",
                    "'%s' does not name incidents".formatted(row.text("about")),
                    "write register:id of a report of each, with semicolons between them, at most"
                            + " %d".formatted(MOST_ABOUT));
        }
        return about;
    }
}
