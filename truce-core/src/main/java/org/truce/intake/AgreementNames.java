package org.truce.intake;

/**
 * The names of one agreement's file that its provisions use.
 *
 * @param owing actors and joint bodies: either may owe something
 */
record AgreementNames(
        YamlIds actors, YamlIds owing, YamlIds areas, YamlIds lines, YamlIds readings) {
    AgreementNames(YamlProblems problems) {
        this(
                new YamlIds("actor", problems),
                new YamlIds("actor or joint body", problems),
                new YamlIds("area", problems),
                new YamlIds("line", problems),
                new YamlIds("reading", problems));
    }

    void noteUndeclared() {
        actors.noteUndeclared();
        owing.noteUndeclared();
        areas.noteUndeclared();
        lines.noteUndeclared();
        readings.noteUndeclared();
    }
}
