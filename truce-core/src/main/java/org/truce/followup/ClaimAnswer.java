package org.truce.followup;

import org.truce.assess.Answer;
import org.truce.base.Phrase;
import org.truce.record.Agreement;
import org.truce.record.Entry;

import java.util.List;
import java.util.Optional;

/**
 * A claim beside the evidence.
 *
 * @param test how it is tested, and who said it
 * @param statement the statement itself, where it is in the record
 * @param views one for each reading of the area
 */
public record ClaimAnswer(
        Entry.ClaimTest test, Optional<Entry.Statement> statement, List<View> views) {

    public ClaimAnswer {
        views = List.copyOf(views);
    }

    /** Under one reading: as known on the day it was said, and as known now. */
    public record View(Optional<Agreement.Words> reading, Side then, Side now) {}

    /**
     * How it stands on one day.
     *
     * @param because the rule's reasons, with figures
     * @param answer what was assessed for it
     * @param ids incidents and counts that the reasons rest on
     * @param change what would make it stand otherwise
     */
    public record Side(
            Standing standing,
            List<Phrase> because,
            Answer answer,
            List<String> ids,
            Phrase change) {
        public Side {
            because = List.copyOf(because);
            ids = List.copyOf(ids);
        }
    }
}
