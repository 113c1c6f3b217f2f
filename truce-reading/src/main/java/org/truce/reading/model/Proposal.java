package org.truce.reading.model;

import org.truce.reading.statement.Form;
import org.truce.record.StatementKind;

import java.util.Optional;

/**
 * One statement as a model proposes it: of the right shape, and not yet looked for in the text.
 *
 * @param number its place in the reply, from 1
 * @param speakerText the words that are said to name the speaker
 * @param speaker the name that the model gives for them
 */
record Proposal(
        int number,
        String content,
        Form form,
        String speakerText,
        Optional<String> speaker,
        Optional<String> speakerId,
        String cue,
        StatementKind kind) {}
