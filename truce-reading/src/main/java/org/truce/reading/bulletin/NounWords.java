package org.truce.reading.bulletin;

import java.util.Set;
import java.util.regex.Pattern;

/** Words by which names of places and of sides are told apart. */
final class NounWords {
    static final Set<String> ARTICLES = NounClasses.get("articles");
    static final Set<String> JOINERS = NounClasses.get("joiners");

    /** They are places or kinds of them, written in capitals. */
    static final Set<String> PLACES_IN_CAPITALS = NounClasses.get("places-in-capitals");

    /** Parts of a country that are places with an article. */
    static final Set<String> QUARTERS = NounClasses.get("quarters");

    static final Pattern QUARTER = Pattern.compile(
            "(?:north|south|east|west|(?:north|south)-?(?:east|west))(?:ern)?|central|far");

    static final Pattern ACRONYM = Pattern.compile("[A-Z]{2,8}(?:-[A-Z]{2,4})?");

    /** Whose they are goes without saying: "the Russian part of the representation". */
    static final Set<String> PARTS = NounClasses.get("parts");

    /** Russian for a side or its part of a mission, which needs no article before it. */
    static final Pattern PARTY = Pattern.compile("(?:сторон|част)(?:а|ы|у|ои|ь|и|ью)");

    static final Pattern ADJECTIVE =
            Pattern.compile(".*(?:ian|ish|ese|ani|ean|eli|aqi|eni|ech|ench|outhi)");

    /** "the Houthis", "the Armenians". */
    static final Pattern PEOPLE = Pattern.compile(".*(?:is|ians|eans)");

    /** What they are said of is against the terms. */
    static final Set<String> WRONGFUL = NounClasses.get("wrongful");

    /** Behind them stands how a side is called. */
    static final Set<String> KINDS_OF_SIDE = NounClasses.get("kinds-of-side");

    /** With whose they are they are places: "Lebanese airspace". */
    static final Set<String> SPACES = NounClasses.get("spaces");

    /** What ends with them is no place: "the Joint Agreement". */
    static final Set<String> TERMS = NounClasses.get("terms");

    /** Behind the place where it was made: "the Minsk agreements". */
    static final Set<String> TREATIES = NounClasses.get("treaties");

    /** Words by which a bulletin calls whomever it has named as the other side before. */
    static final Set<String> ADVERSARY = NounClasses.get("adversary");

    /** Words that have a capital only where a sentence begins with them. */
    static final Set<String> FUNCTION = NounClasses.get("function");

    /** Whatever they are said of is no breach. */
    static final Set<String> BENIGN = NounClasses.get("benign");

    /** Behind the kind of a place: "the crossing point". */
    static final Set<String> POINTS = NounClasses.get("points");

    /** Places that an article is enough to name. */
    static final Set<String> FEATURES = NounClasses.get("features");

    /** Ends of words that say of what quality something is. */
    static final Pattern QUALITY =
            Pattern.compile(".*(?:ary|al|ed|ive|ous|ic|ful|less|able|ible|ing|ern)|illegal|other");

    /** Kinds of place that belong to no name, even with a capital. */
    static final Set<String> DIVISIONS = NounClasses.get("divisions");

    /** Before a kind of place they name none. */
    static final Set<String> ANY = NounClasses.get("any");

    /** They are no part of a place's name. */
    static final Set<String> WHOLE = NounClasses.get("whole");

    private NounWords() {}
}
