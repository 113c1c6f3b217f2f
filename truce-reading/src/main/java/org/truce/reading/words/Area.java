package org.truce.reading.words;

/** An area or a line that statements name, or a kind of them: "the buffer zone". */
public record Area(String id, String name) {}
