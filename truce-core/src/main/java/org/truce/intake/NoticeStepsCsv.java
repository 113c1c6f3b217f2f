package org.truce.intake;

import org.truce.record.Channel;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.NoticeAct;
import org.truce.record.NoticeReply;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Steps of notices: one row is what was done about a notice, or what came back. */
final class NoticeStepsCsv implements EntryTable {
    @Override
    public List<String> required() {
        return List.of("notice", "act", "on", "by", "via", "reply", "level", "evidence", "text");
    }

    @Override
    public List<String> optional() {
        return List.of();
    }

    @Override
    public Entry entry(Row row) throws BadValue {
        LocalDate on = row.getDate("on");
        NoticeAct act = row.getCode("act", NoticeAct.class);
        Optional<NoticeReply> reply = row.findCode("reply", NoticeReply.class);
        Optional<String> level = FollowUpColumns.findLine(row, "level");
        require(row, "reply", reply.isPresent(), act == NoticeAct.REPLIED, act);
        require(row, "level", level.isPresent(), act == NoticeAct.ESCALATED, act);
        String id = ContentId.of(
                "NS",
                row.text("notice"),
                act.code(),
                on.toString(),
                row.text("via"),
                row.text("reply"),
                row.text("level"),
                row.text("evidence"));
        return new FollowUp.NoticeStep(
                row.register(),
                id,
                row.entered(),
                row.getText("notice"),
                act,
                on,
                row.seal(row.getText("by")),
                row.findCode("via", Channel.class),
                reply,
                level,
                FollowUpColumns.refs(row, "evidence"),
                row.sealed("text"),
                Optional.empty());
    }

    private static void require(Row row, String column, boolean there, boolean due, NoticeAct act)
            throws BadValue {
        if (there == due) {
            return;
        }
        throw new BadValue(
                column,
                due
                        ? "'%s' is blank, and the act is %s".formatted(column, act.code())
                        : "'%s' is '%s', and the act is %s"
                                .formatted(column, row.text(column), act.code()),
                due ? "fill it in" : "leave it blank: it belongs to another act");
    }
}
