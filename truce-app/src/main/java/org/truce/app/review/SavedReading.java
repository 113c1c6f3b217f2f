package org.truce.app.review;

import org.truce.reading.Document;
import org.truce.reading.draft.Draft;

import java.time.Instant;
import java.util.List;

/** What one saving added: a file of the folder. */
record SavedReading(Instant savedAt, Document document, List<Draft> drafts) {
    SavedReading {
        drafts = List.copyOf(drafts);
    }
}
