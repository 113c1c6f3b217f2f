package org.truce.app.simulate;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Asks a store as a person does. */
public interface Questions {
    /**
     * All incidents and the assessment of {@link org.truce.simulate.People#AREA}, as JSON.
     *
     * @param pin of an earlier answer that is to be given again; empty to ask anew
     */
    Answer ask(Path store, Optional<String> pin, Clock clock);

    /**
     * What was answered.
     *
     * @param text empty where the answer was refused
     * @param pin by which the same answer can be had again
     * @param refusal what was said instead of an answer
     */
    record Answer(Optional<String> text, String pin, String refusal) {}
}
