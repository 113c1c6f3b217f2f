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

    /** Who counts for all sides, unless a side's name stands before it. */
    static final Set<String> BETWEEN = Set.of(
            "mission",
            "monitors",
            "monitor",
            "observers",
            "observer",
            "centre",
            "center",
            "ministry",
            "delegation",
            "commission",
            "committee",
            "registry",
            "team",
            "teams",
            "office",
            "headquarters",
            "staff",
            "coordinators",
            "liaison",
            "peacekeepers",
            "secretariat",
            "bureau",
            "agency",
            "patrols",
            "patrol",
            "administration",
            "service",
            "officers",
            "smm",
            "jccc",
            "unifil",
            "undof",
            "unmha",
            "unficyp",
            "unmogip",
            "osce",
            "nnsc",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "contingent",
            "peacekeeping",
            "nations",
            "representatives",
            "representative",
            "command",
            "watch",
            "desk",
            "un",
            "ctsamm",
            "ctsamvm",
            "unmiss",
            "minusma",
            "minurso",
            "untso",
            "unisfa",
            "imt",
            "jmc",
            "jmm",
            "eumm",
            "mfo",
            "icrc",
            "eu",
            "au",
            "igad",
            "ahjag",
            "mechanism",
            "nato",
            "kfor",
            "amisom",
            "gcc");

    /** They are places or kinds of them, written in capitals. */
    static final Set<String> PLACES_IN_CAPITALS =
            Set.of("dmz", "loc", "tda", "eda", "drc", "usa", "uae", "uk", "us", "car");

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

    static final Pattern ACRONYM = Pattern.compile("[A-Z]{2,8}(?:-[A-Z]{2,4})?");

    static final Set<String> INTERNATIONAL = Set.of(
            "un",
            "united",
            "nations",
            "international",
            "joint",
            "osce",
            "eu",
            "african",
            "au",
            "igad",
            "european",
            "neutral",
            "local",
            "truce",
            "ceasefire",
            "special",
            "trilateral",
            "bilateral",
            "observation",
            "monitoring",
            "military",
            "reconciliation",
            "human",
            "civilian",
            "verification",
            "supervisory",
            "the",
            "coordination",
            "technical",
            "security");

    /** Whose they are goes without saying: "the Russian part of the representation". */
    static final Set<String> PARTS = Set.of(
            "part", "party", "side", "half", "representatives", "representative", "delegation");

    /** What stands between the sides by its name. */
    static final Set<String> OF_TRUCE = Set.of(
            "truce",
            "ceasefire",
            "cease-fire",
            "monitoring",
            "verification",
            "observation",
            "liaison",
            "reconciliation",
            "supervisory");

    /** Russian for a side or its part of a mission, which needs no article before it. */
    static final Pattern PARTY = Pattern.compile("(?:сторон|част)(?:а|ы|у|ои|ь|и|ью)");

    static final Pattern ADJECTIVE =
            Pattern.compile(".*(?:ian|ish|ese|ani|ean|eli|aqi|eni|ech|ench)");

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
            "city",
            "state");

    /** Before a kind of place they name none. */
    static final Set<String> ANY = Set.of(
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

    /** Those that a bulletin says of all sides at once. */
    static final Set<String> EVERYBODY = Set.of("sides", "parties", "both", "either");

    private NounWords() {}
}
