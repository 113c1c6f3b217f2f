package org.truce.reading.draft;

/** What made a draft, so that drafts of different makers can be measured apart. */
public record Extractor(String name, String version) {
    public Extractor {
        if (name.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("an extractor has a name and a version");
        }
    }
}
