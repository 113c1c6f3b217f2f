package org.truce.app.desk;

import java.util.List;

/** What somebody fills in, each part as it was written; blank where it was left out. */
public final class Said {
    private Said() {}

    /**
     * Who puts something down, and when it was done.
     *
     * @param by a name or role; protected
     * @param on a local day; today where blank
     */
    public record Who(String by, String on) {}

    /**
     * A draft of a notice.
     *
     * @param about incidents, each as {@code register:id} of one of its reports
     * @param addressee a guarantor or party that the record knows
     * @param other somebody whom the record does not know, in its place
     * @param severity a code
     * @param due a local day; as the rules say where blank
     * @param text what is asked
     */
    public record Draft(
            List<String> about,
            String addressee,
            String other,
            String severity,
            String due,
            String text) {
        public Draft {
            about = List.copyOf(about);
        }
    }

    /**
     * A step of a notice.
     *
     * @param via a code of a channel
     * @param reply a code, of a reply
     * @param level to whom, of an escalation
     * @param evidence entries as {@code kind:id}
     */
    public record Step(String via, String reply, String level, List<String> evidence, String text) {
        /** With nothing said beside the act. */
        public static final Step BARE = new Step("", "", "", List.of(), "");

        public Step {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A line of the log.
     *
     * @param at a time; now where blank
     * @param channel a code
     * @param with who was at the other end
     * @param point the name of an open point, and with it {@code state}, a code
     * @param holder who has the point from here on; whoever writes the line where blank
     */
    public record Line(
            String at,
            String channel,
            String with,
            String text,
            String point,
            String state,
            String holder) {}
}
