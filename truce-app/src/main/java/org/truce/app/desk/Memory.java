package org.truce.app.desk;

import org.truce.assess.Evidence;
import org.truce.record.Logged;

import java.util.List;

/** What the record holds at the moment of asking. */
public interface Memory {
    /** Every entry that counts. */
    List<Logged> listAll();

    /** The incidents and findings that follow from it; may take its time. */
    Evidence evidence();
}
