package org.truce.reading.words;

/** All dictionaries, read from the class path when first asked for; safe to share. */
public final class Dictionaries {
    private static final class Loaded {
        private static final Dictionaries ONCE = new Dictionaries();
    }

    private final SpeechVerbs speech = SpeechVerbs.load();
    private final Heads heads = Heads.load();
    private final Actors actors = Actors.load();
    private final Phrasebook<Subject> subjects = new Phrasebook<>();
    private final Phrasebook<Area> areas = new Phrasebook<>();
    private final Modality modality = Modality.load();
    private final PastForms pasts = PastForms.load();
    private final WordClasses classes = WordClasses.load(pasts);

    private Dictionaries() {
        for (Table.Row row : Table.rows("subjects")) {
            Subject subject = new Subject(
                    row.get("id"), row.get("name"), row.get("kind").equals("agreement"));
            row.list("aliases").forEach(alias -> subjects.add(alias, subject));
        }
        for (Table.Row row : Table.rows("areas")) {
            Area area = new Area(row.get("id"), row.get("name"));
            row.list("aliases").forEach(alias -> areas.add(alias, area));
        }
    }

    public static Dictionaries get() {
        return Loaded.ONCE;
    }

    public SpeechVerbs speech() {
        return speech;
    }

    public Heads heads() {
        return heads;
    }

    public Actors actors() {
        return actors;
    }

    /** Agreements and talks by their names. */
    public Phrasebook<Subject> subjects() {
        return subjects;
    }

    /** Areas and lines by their names. */
    public Phrasebook<Area> areas() {
        return areas;
    }

    public Modality modality() {
        return modality;
    }

    public WordClasses classes() {
        return classes;
    }

    public PastForms pasts() {
        return pasts;
    }
}
