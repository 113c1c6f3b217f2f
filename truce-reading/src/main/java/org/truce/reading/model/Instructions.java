package org.truce.reading.model;

import org.truce.reading.text.Original;

import java.util.regex.Pattern;

/**
 * Words that speak to a language model and not to a reader. The list is short and no wall: what
 * keeps a text from steering a reply is that the reply is only ever looked up in the text.
 */
final class Instructions {
    private static final int LONGEST_BETWEEN = 40;

    private static final Pattern PATTERN = Pattern.compile(
            "\\b(?:ignore|disregard|forget|override)\\b[^.!?]{0," + LONGEST_BETWEEN + "}"
                    + "\\b(?:instructions?|prompts?|guidelines)\\b"
                    + "|\\bsystem prompt\\b"
                    + "|\\byou are (?:now )?an? (?:ai|assistant|language model|chatbot)\\b"
                    + "|\\bas an ai\\b"
                    + "|\\b(?:dear|attention|note to) (?:ai|llm|language model|chatbot)\\b"
                    + "|\"statements\" ?:",
            Pattern.CASE_INSENSITIVE);

    private Instructions() {}

    static boolean areIn(String text) {
        return PATTERN.matcher(text).find();
    }

    static boolean areIn(Original original) {
        return areIn(original.plain().replace('\n', ' '));
    }
}
