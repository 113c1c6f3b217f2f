package org.truce.reading.bulletin;

import java.util.Set;
import java.util.regex.Pattern;

/** Words by which names of places and of sides are told apart. */
final class NounWords {
    static final Set<String> ARTICLES =
            Set.of("the", "a", "an", "our", "its", "their", "his", "all", "those");
    static final Set<String> JOINERS = Set.of(
            "al", "el", "as", "ash", "ad", "az", "ar", "an", "at", "ez", "ed", "es", "de", "del",
            "la", "las", "los", "le", "les", "du", "des", "di", "da", "do", "dos", "e", "y", "bin",
            "ibn", "um", "umm", "abu", "of", "на", "-");

    /** They are places or kinds of them, written in capitals. */
    static final Set<String> PLACES_IN_CAPITALS = Set.of(
            "dmz", "mdl", "ib", "lac", "loc", "tda", "eda", "drc", "usa", "uae", "uk", "us", "car");

    /** Parts of a country that are places with an article. */
    static final Set<String> QUARTERS = Set.of(
            "north",
            "south",
            "east",
            "west",
            "north-east",
            "north-west",
            "south-east",
            "south-west",
            "northeast",
            "northwest",
            "southeast",
            "southwest");

    static final Pattern QUARTER = Pattern.compile(
            "(?:north|south|east|west|(?:north|south)-?(?:east|west))(?:ern)?|central|far");

    static final Pattern ACRONYM = Pattern.compile("[A-Z]{2,8}(?:-[A-Z]{2,4})?");

    /** Whose they are goes without saying: "the Russian part of the representation". */
    static final Set<String> PARTS = Set.of(
            "part", "party", "side", "half", "representatives", "representative", "delegation");

    /** Russian for a side or its part of a mission, which needs no article before it. */
    static final Pattern PARTY = Pattern.compile("(?:сторон|част)(?:а|ы|у|ои|ь|и|ью)");

    static final Pattern ADJECTIVE =
            Pattern.compile(".*(?:ian|ish|ese|ani|ean|eli|aqi|eni|ech|ench|outhi)");

    /** "the Houthis", "the Armenians". */
    static final Pattern PEOPLE = Pattern.compile(".*(?:is|ians|eans)");

    /** What they are said of is against the terms. */
    static final Set<String> WRONGFUL = Set.of(
            "illegal",
            "unlawful",
            "unauthorised",
            "unauthorized",
            "prohibited",
            "forbidden",
            "banned",
            "unapproved",
            "unnotified");

    /** Behind them stands how a side is called. */
    static final Set<String> KINDS_OF_SIDE = Set.of(
            "group", "organisation", "organization", "movement", "faction", "militia", "party");

    /** With whose they are they are places: "Lebanese airspace". */
    static final Set<String> SPACES =
            Set.of("airspace", "waters", "territory", "soil", "sovereignty");

    /** What ends with them is no place: "the Joint Agreement". */
    static final Set<String> TERMS = Set.of(
            "agreement",
            "agreements",
            "accord",
            "accords",
            "ceasefire",
            "truce",
            "armistice",
            "memorandum",
            "protocol",
            "understanding",
            "deal",
            "resolution");

    /** Behind the place where it was made: "the Minsk agreements". */
    static final Set<String> TREATIES = Set.of(
            "agreement", "agreements", "accord", "accords", "memorandum", "protocol", "document");

    /** Words by which a bulletin calls whomever it has named as the other side before. */
    static final Set<String> ADVERSARY = Set.of(
            "enemy",
            "adversary",
            "opponent",
            "opponents",
            "aggressor",
            "occupiers",
            "occupation",
            "occupying",
            "invaders",
            "mercenaries",
            "terrorists");

    /** Words that have a capital only where a sentence begins with them. */
    static final Set<String> FUNCTION = Set.of(
            "positioned",
            "located",
            "stationed",
            "unknown",
            "undetermined",
            "unattributed",
            "unidentified",
            "unclear",
            "pending",
            "verified",
            "unverified",
            "confirmed",
            "unconfirmed",
            "reported",
            "alleged",
            "although",
            "though",
            "while",
            "whereas",
            "when",
            "whenever",
            "where",
            "whether",
            "if",
            "unless",
            "because",
            "before",
            "after",
            "during",
            "despite",
            "following",
            "according",
            "based",
            "since",
            "until",
            "till",
            "once",
            "most",
            "more",
            "other",
            "others",
            "some",
            "such",
            "several",
            "many",
            "few",
            "these",
            "those",
            "this",
            "that",
            "here",
            "there",
            "then",
            "thus",
            "therefore",
            "moreover",
            "however",
            "meanwhile",
            "also",
            "besides",
            "except",
            "apart",
            "per",
            "via",
            "with",
            "without",
            "within",
            "under",
            "upon",
            "of",
            "for",
            "from",
            "by",
            "as",
            "and",
            "or",
            "but",
            "nor",
            "so",
            "yet",
            "not",
            "only",
            "even",
            "still",
            "already",
            "again",
            "earlier",
            "later",
            "yesterday",
            "today",
            "overnight",
            "overall",
            "altogether",
            "additionally",
            "similarly",
            "likewise",
            "elsewhere",
            "we",
            "they",
            "he",
            "she",
            "it",
            "who",
            "whose",
            "which",
            "what",
            "how",
            "why",
            "our",
            "their",
            "his",
            "her",
            "its",
            "each",
            "every",
            "both",
            "either",
            "neither",
            "none",
            "all",
            "any");

    /** Whatever they are said of is no breach. */
    static final Set<String> BENIGN = Set.of(
            "humanitarian",
            "medical",
            "cultural",
            "sporting",
            "educational",
            "religious",
            "diplomatic",
            "administrative",
            "logistical");

    /** Behind the kind of a place: "the crossing point". */
    static final Set<String> POINTS =
            Set.of("point", "post", "area", "zone", "region", "fence", "line", "strip", "belt");

    /** Places that an article is enough to name. */
    static final Set<String> FEATURES = Set.of(
            "coast",
            "border",
            "port",
            "airport",
            "harbour",
            "harbor",
            "crossing",
            "bridge",
            "frontier",
            "shore",
            "coastline",
            "shoreline",
            "airbase",
            "airfield",
            "peninsula",
            "isthmus",
            "delta",
            "bay",
            "gulf",
            "strait");

    /** Ends of words that say of what quality something is. */
    static final Pattern QUALITY =
            Pattern.compile(".*(?:ary|al|ed|ive|ous|ic|ful|less|able|ible|ing|ern)|illegal|other");

    /** Kinds of place that belong to no name, even with a capital. */
    static final Set<String> DIVISIONS = Set.of(
            "province",
            "provinces",
            "governorate",
            "governorates",
            "district",
            "districts",
            "region",
            "regions",
            "oblast",
            "oblasts",
            "county",
            "counties",
            "department",
            "municipality",
            "village",
            "town",
            "state");

    /** Before a kind of place they name none. */
    static final Set<String> ANY = Set.of(
            "first",
            "second",
            "third",
            "fourth",
            "last",
            "past",
            "next",
            "various",
            "different",
            "several",
            "other",
            "some",
            "same",
            "many",
            "these",
            "those",
            "certain",
            "separate",
            "neighbouring",
            "neighboring");

    /** They are no part of a place's name. */
    static final Set<String> WHOLE = Set.of("entire", "whole");

    private NounWords() {}
}
