package org.truce.reconcile.places;

import org.truce.base.Coded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text about a place, taken apart: what relation, to which name or two, and what larger place it
 * gives in brackets or after a comma.
 */
record PlaceQuery(Relation relation, List<String> names, List<String> larger) {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int MOST_LARGER = 4;
    private static final Pattern LARGER = Pattern.compile("\\(([^)]*)\\)?|[,،]([^,،(]*)");
    private static final String DISTANCE =
            "(?:(?:about |some |~ ?)?[\\d.,]+ ?(?:km|kilomet(?:er|re)s?|miles?) )?(?:to the )?";
    private static final Pattern DIRECTION =
            Pattern.compile(DISTANCE + "(north|south)?[- ]?(east|west)? of (.+)", FLAGS);
    private static final Pattern ARABIC_DIRECTION =
            Pattern.compile("(?:إلى |الى )?(شمال|جنوب|شرق|غرب)ي? ?(شرق|غرب|الشرق|الغرب)?ي? (.+)");

    private record Rule(Pattern pattern, Function<Matcher, PlaceQuery> reading) {
        static Rule of(Relation relation, String pattern) {
            return new Rule(
                    Pattern.compile(pattern, FLAGS),
                    found -> new PlaceQuery(relation, groups(found), List.of()));
        }
    }

    /** The first that fits a whole text is taken. */
    private static final List<Rule> RULES = List.of(
            Rule.of(Relation.BETWEEN, "(?:the (?:area|road) )?between (.+) and (.+)"),
            Rule.of(Relation.BETWEEN, "(?:الطريق |المنطقة )?بين (.+) و ?(?:بين )?(.+)"),
            new Rule(DIRECTION, PlaceQuery::direction),
            Rule.of(
                    Relation.NEAR,
                    "(?:near|close to|next to|around|outside|(?:the )?(?:outskirts|vicinity|area)"
                            + " of|in the vicinity of|on the outskirts of) (.+)"),
            Rule.of(
                    Relation.NEAR,
                    "(?:قرب|بالقرب من|قريبا من|محيط|في محيط|أطراف|على أطراف|جوار|بجوار) (.+)"),
            Rule.of(
                    Relation.COUNTRYSIDE,
                    "(?:(?:the )?(?:north|south|east|west|central|[- ])*(?:ern)? ?"
                            + "(?:countryside|rif|reef|rural areas?) (?:of )?|rural )(.+)"),
            Rule.of(
                    Relation.COUNTRYSIDE,
                    "(?:(?:northern|southern|eastern|western|central|north|south|east|west)[-"
                            + " ])*(.+?)(?:['’]s)? (?:countryside|rif|rural areas?)"),
            Rule.of(
                    Relation.COUNTRYSIDE,
                    "(?:ال)?ريف (.+?)(?: (?:الشمالي|الجنوبي|الشرقي|الغربي|الأوسط))*"),
            Rule.of(Relation.GOVERNORATE, "(.+) (?:governorate|province|muhafazah?)"),
            Rule.of(Relation.GOVERNORATE, "(?:governorate|province) of (.+)"),
            Rule.of(Relation.GOVERNORATE, "محافظة (.+)"),
            new Rule(ARABIC_DIRECTION, PlaceQuery::arabicDirection));

    PlaceQuery {
        names = List.copyOf(names);
        larger = List.copyOf(larger);
    }

    static PlaceQuery of(String text) {
        List<String> larger = new ArrayList<>();
        LARGER.matcher(text)
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .limit(MOST_LARGER)
                .forEach(larger::add);
        String bare = LARGER.matcher(text).replaceAll(" ").strip().replaceAll("\\s+", " ");
        for (Rule rule : RULES) {
            Matcher found = rule.pattern().matcher(bare);
            if (found.matches()) {
                PlaceQuery read = rule.reading().apply(found);
                if (read.names().stream().noneMatch(name -> PlaceWords.of(name).isEmpty())) {
                    return new PlaceQuery(read.relation(), read.names(), larger);
                }
            }
        }
        return new PlaceQuery(Relation.AT, List.of(bare), larger);
    }

    private static List<String> groups(Matcher found) {
        List<String> groups = new ArrayList<>();
        for (int i = 1; i <= found.groupCount(); i++) {
            groups.add(found.group(i));
        }
        return groups;
    }

    private static PlaceQuery direction(Matcher found) {
        return towards(
                Optional.ofNullable(found.group(1)).orElse(""),
                Optional.ofNullable(found.group(2)).orElse(""),
                found.group(3));
    }

    private static PlaceQuery arabicDirection(Matcher found) {
        String first = english(found.group(1));
        String second =
                Optional.ofNullable(found.group(2)).map(PlaceQuery::english).orElse("");
        boolean alongMeridian = first.equals("north") || first.equals("south");
        return towards(alongMeridian ? first : "", alongMeridian ? second : first, found.group(3));
    }

    private static String english(String arabic) {
        return switch (arabic.startsWith("ال") ? arabic.substring(2) : arabic) {
            case "شمال" -> "north";
            case "جنوب" -> "south";
            case "شرق" -> "east";
            default -> "west";
        };
    }

    private static PlaceQuery towards(String northOrSouth, String eastOrWest, String name) {
        String code =
                (northOrSouth + "-" + eastOrWest).toLowerCase(Locale.ROOT).replaceAll("^-|-$", "");
        Relation relation = Coded.find(Relation.class, code + "-of").orElse(Relation.NEAR);
        return new PlaceQuery(relation, List.of(name), List.of());
    }
}
