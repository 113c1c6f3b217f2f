package org.truce.assess;

/** An answer, and what else the evidence says of its question. */
public record Assessment(Answer answer, Further further, AssessSettings settings) {}
