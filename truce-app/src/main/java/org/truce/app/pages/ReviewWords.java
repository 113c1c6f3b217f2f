package org.truce.app.pages;

import org.truce.base.Phrases;

import java.util.Map;
import java.util.Optional;

/** Words of the reviewer's page for codes that a form lets people choose among. */
public final class ReviewWords {
    private static final Map<String, String> BY_COLUMN = Map.of(
            "kind", "show.statement.",
            "event_type", "show.type.",
            "place_precision", "show.precision.",
            "date_precision", "review.time.",
            "weapon", "terms.weapon-");

    private ReviewWords() {}

    /** The code itself where there are no words for it. */
    public static String choice(Phrases words, String column, String code) {
        return Optional.ofNullable(BY_COLUMN.get(column))
                .flatMap(start -> words.find(start + code))
                .orElse(code);
    }
}
