package org.truce.intake;

import org.truce.base.Phrase;

/**
 * What is wrong and what can be done about it, to be said in any language that Truce has words of.
 */
public record Wording(Phrase problem, Phrase todo) {}
