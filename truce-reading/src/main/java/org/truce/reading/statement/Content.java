package org.truce.reading.statement;

/**
 * What is said, as items of a line, and the cue that says so.
 *
 * @param around the items with all that tells how it is meant: where the attribution breaks a
 *     clause, both of its parts
 * @param alone whether the one quotation that it may consist of is all that was said, in the
 *     speaker's own words
 * @param rule the id of the rule that found it
 */
record Content(Cue cue, Range items, Range around, boolean alone, String rule) {
    Content(Cue cue, Range items, boolean alone, String rule) {
        this(cue, items, items, alone, rule);
    }

    Form form(Line line) {
        boolean quoted = line.hasQuote(items.start(), items.end());
        boolean one = items.end() - items.start() == 1;
        if (quoted && one && alone) {
            return Form.DIRECT;
        }
        return quoted ? Form.MIXED : Form.INDIRECT;
    }
}
