package org.truce.intake;

import org.truce.base.Moment;
import org.truce.record.Channel;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.PointState;

import java.util.List;
import java.util.Optional;

/** The log of hotline and radio, and what one shift tells the next: one row is one line of it. */
final class ShiftLogCsv implements EntryTable {
    @Override
    public List<String> required() {
        return List.of(
                "log_id", "at", "channel", "with", "by", "text", "point", "point_state", "holder");
    }

    @Override
    public List<String> optional() {
        return List.of("about");
    }

    @Override
    public Entry entry(Row row) throws BadValue {
        Moment at = row.getMoment("at");
        Optional<String> point = row.findText("point");
        Optional<PointState> state = row.findCode("point_state", PointState.class);
        if (point.isPresent() != state.isPresent()) {
            throw new BadValue(
                    point.isPresent() ? "point_state" : "point",
                    "a line that names an open point says what becomes of it, and the other way"
                            + " round",
                    "fill in both point and point_state, or neither");
        }
        return new FollowUp.LogLine(
                row.register(),
                row.getText("log_id"),
                row.entered(),
                at,
                row.getCode("channel", Channel.class),
                row.sealed("with"),
                row.seal(row.getText("by")),
                row.seal(row.getText("text")),
                point,
                state,
                row.sealed("holder"),
                FollowUpColumns.refs(row, "about"));
    }
}
