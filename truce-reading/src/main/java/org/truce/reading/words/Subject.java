package org.truce.reading.words;

/**
 * An agreement or talks that statements are about.
 *
 * @param agreement whether it is an agreement; otherwise talks
 */
public record Subject(String id, String name, boolean agreement) {}
