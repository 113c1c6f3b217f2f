package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Item.Number;
import org.truce.reading.bulletin.Scopes.Scope;
import org.truce.reading.figures.Amounts.Form;
import org.truce.reading.figures.Months;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the words around the numbers of a sentence say of whether they are counts. Each trait is
 * named in words that a person can read; names, places and figures are none, so that no conflict is
 * learned.
 */
final class NumberTraits {
    /** A word with several roles is known by the first of these. */
    private static final List<Mark> ROLES = List.of(
            Mark.BY,
            Mark.OF,
            Mark.IN,
            Mark.FROM,
            Mark.ACCORDING,
            Mark.TO,
            Mark.AND,
            Mark.REGISTER,
            Mark.VIOLATE,
            Mark.TELLS,
            Mark.BASE,
            Mark.SAW,
            Mark.NOT,
            Mark.AMOUNTS,
            Mark.PRONOUN,
            Mark.PLACE,
            Mark.SIDE,
            Mark.SKIP,
            Mark.LIST,
            Mark.WHOLE,
            Mark.PART,
            Mark.BLAMES,
            Mark.MEANS,
            Mark.USING,
            Mark.TOTAL,
            Mark.CLAUSE);

    private static final Set<Mark> TELLING = EnumSet.of(
            Mark.REGISTER,
            Mark.VIOLATE,
            Mark.TELLS,
            Mark.NOT,
            Mark.BY,
            Mark.MEANS,
            Mark.USING,
            Mark.PART,
            Mark.WHOLE,
            Mark.TOTAL,
            Mark.AMOUNTS,
            Mark.SAW,
            Mark.LIST);

    private static final List<Mark> VERBS = List.of(
            Mark.VIOLATE,
            Mark.REGISTER,
            Mark.TELLS,
            Mark.AMOUNTS,
            Mark.SAW,
            Mark.USING,
            Mark.MEANS);

    private static final long[] SIZES = {0, 1, 3, 10, 30, 100, 300, 1_000, 2_000, 2_100};
    private static final int LONGEST_HEAD = 4;
    private static final int SHORTEST_ENDED = 6;

    /** By what a word ends with that we do not know: acts end otherwise than people and goods. */
    private record Ending(String name, Pattern form) {}

    private static final List<Ending> ENDINGS = List.of(
            new Ending("ing", Pattern.compile(".*ings?")),
            new Ending("ion", Pattern.compile(".*[ts]ions?")),
            new Ending("ment", Pattern.compile(".*ments?")),
            new Ending("al", Pattern.compile(".*als?")),
            new Ending("age", Pattern.compile(".*ages?")),
            new Ending("er", Pattern.compile(".*[eo]rs?")),
            new Ending("ant", Pattern.compile(".*(?:ist|ant|ent|man|men)s?")),
            new Ending("ity", Pattern.compile(".*(?:ity|ities)")),
            new Ending("ure", Pattern.compile(".*ures?")),
            new Ending("ack", Pattern.compile(".*(?:ack|ash|ush|aid)s?")));

    private final Sentence sentence;
    private final List<Item> items;
    private final List<Scope> scopes;
    private final Figures figures;
    private final boolean month;
    private final boolean named;
    private final boolean sided;

    NumberTraits(Sentence sentence, List<Item> items, List<Scope> scopes, Figures figures) {
        this.sentence = sentence;
        this.items = items;
        this.scopes = scopes;
        this.figures = figures;
        this.month = sentence.tokens().stream().anyMatch(token -> Months.isMonth(token.norm()));
        this.named = items.stream().anyMatch(Item.Name.class::isInstance);
        this.sided = items.stream().anyMatch(Item.Side.class::isInstance);
    }

    /** The traits of the number at an item, behind the numbers that were judged before it. */
    SortedSet<String> of(int at, Judged before, Heading above) {
        Number number = (Number) items.get(at);
        String thing = kind(number.thing());
        SortedSet<String> traits = new TreeSet<>();
        traits.add("thing " + thing);
        traits.add("form " + number.form().name().toLowerCase(Locale.ROOT));
        traits.add("size " + size(number.amount().least()));
        if (number.rest()) {
            traits.add("the rest");
        }
        addNeighbours(traits, at, thing);
        addTime(traits, at, thing, before, above);
        addMarks(traits, at, thing);
        addThings(traits, at);
        addHead(traits, at, number);
        addVerbs(traits, at, thing);
        addPlace(traits, at, thing);
        addBefore(traits, at, thing, before);
        if (number.thing().isEmpty()) {
            String governor = governor(at, before, above);
            traits.add("under " + governor);
            traits.add("under " + governor + ", behind " + tag(at - 1));
        }
        for (String sum : figures.sums(sentence, number)) {
            traits.add(sum);
            traits.add(sum + ", thing " + thing);
        }
        return traits;
    }

    private static String kind(Optional<Thing> thing) {
        return thing.map(one -> one.kind().name().toLowerCase(Locale.ROOT)).orElse("none");
    }

    private static String size(long amount) {
        for (long most : SIZES) {
            if (amount <= most) {
                return "to " + most;
            }
        }
        return "above";
    }

    /** What an item is, in a word. */
    private String tag(int at) {
        if (at < 0 || at >= items.size()) {
            return "edge";
        }
        return switch (items.get(at)) {
            case Number number -> "number";
            case Item.Name name -> "name";
            case Item.Side side -> "side";
            case Item.Things things -> "thing";
            case Item.Sign sign -> "sign " + sign.sign();
            case Item.Other other -> "word";
            case Item.Role role ->
                ROLES.stream()
                        .filter(role.marks()::contains)
                        .findFirst()
                        .map(mark -> mark.name().toLowerCase(Locale.ROOT))
                        .orElse("role");
        };
    }

    private void addNeighbours(Set<String> traits, int at, String thing) {
        for (int step : new int[] {-2, -1, 1, 2}) {
            traits.add("at " + step + " " + tag(at + step));
        }
        traits.add("between " + tag(at - 1) + " and " + tag(at + 1));
        traits.add("thing " + thing + " before " + tag(at + 1));
        traits.add("thing " + thing + " behind " + tag(at - 1));
        boolean word = at > 0
                && (items.get(at - 1) instanceof Item.Role
                        || items.get(at - 1) instanceof Item.Other);
        if (word) {
            traits.add("word before " + sentence.get(items.get(at - 1).to() - 1).norm());
        }
    }

    private void addTime(Set<String> traits, int at, String thing, Judged before, Heading above) {
        String time = scopes.get(at).name().toLowerCase(Locale.ROOT);
        traits.add("time " + time);
        traits.add("time " + time + ", thing " + thing);
        traits.add("time " + time + ", counts before " + before.any());
        if (above.scope() != Scope.OWN) {
            traits.add("heading time " + above.scope().name().toLowerCase(Locale.ROOT));
        }
        boolean had = items.subList(0, at).stream()
                .anyMatch(item -> sentence.get(item.from()).isWord("had"));
        if (had) {
            traits.add("had before");
            traits.add("had before, counts before " + before.any());
        }
        if (month) {
            traits.add("month in sentence, counts before " + before.any());
        }
    }

    private void addMarks(Set<String> traits, int at, String thing) {
        marks(0, at).forEach(mark -> traits.add(name(mark) + " before, thing " + thing));
        marks(at + 1, items.size()).forEach(mark -> traits.add(name(mark) + " behind"));
    }

    private static String name(Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT);
    }

    private Set<Mark> marks(int from, int to) {
        Set<Mark> all = EnumSet.noneOf(Mark.class);
        for (Item item : items.subList(from, to)) {
            if (item instanceof Item.Role role) {
                all.addAll(role.marks());
            }
        }
        all.retainAll(TELLING);
        return all;
    }

    private void addThings(Set<String> traits, int at) {
        Item own = items.get(at);
        for (Item item : items) {
            switch (item) {
                case Item.Things things ->
                    traits.add(isOther(things.thing()) ? "other thing named" : "breach named");
                case Number number
                when !number.equals(own) && number.thing().isPresent() ->
                    traits.add(
                            isOther(number.thing().get())
                                    ? "another number of other things"
                                    : "another number of breaches");
                default -> {}
            }
        }
    }

    private static boolean isOther(Thing thing) {
        return thing.kind() == Thing.Kind.OTHER;
    }

    /** The last of the words behind a number of which we do not know what they are. */
    private void addHead(Set<String> traits, int at, Number number) {
        if (number.thing().isPresent() || number.form() == Form.TIMES) {
            return;
        }
        int next = at + 1;
        while (next < items.size()
                && next <= at + LONGEST_HEAD
                && items.get(next) instanceof Item.Other
                && sentence.get(items.get(next).from()).kind() == Token.Kind.WORD) {
            next++;
        }
        if (next == at + 1) {
            traits.add("no word, then " + tag(next));
            return;
        }
        if (sentence.get(items.get(at + 1).to() - 1).norm().endsWith("s")) {
            traits.add("plural behind");
        }
        traits.add(
                "word ends " + ending(sentence.get(items.get(next - 1).from()).norm()));
        traits.add("words behind " + (next - at - 1));
        traits.add("words, then " + tag(next));
    }

    private static String ending(String word) {
        if (word.length() >= SHORTEST_ENDED) {
            for (Ending ending : ENDINGS) {
                if (ending.form().matcher(word).matches()) {
                    return ending.name();
                }
            }
        }
        return word.endsWith("s") ? "s" : "otherwise";
    }

    private void addVerbs(Set<String> traits, int at, String thing) {
        String before = "none";
        for (int i = at - 1; i >= 0 && before.equals("none"); i--) {
            before = items.get(i) instanceof Number ? "number" : verb(i);
        }
        String behind = "none";
        for (int i = at + 1; i < items.size() && behind.equals("none"); i++) {
            boolean ends = items.get(i) instanceof Number
                    || items.get(i).isSign(".")
                    || items.get(i).isSign(";");
            if (ends) {
                break;
            }
            behind = verb(i);
        }
        traits.add("last verb " + before + ", thing " + thing);
        traits.add("next verb " + behind + ", thing " + thing);
    }

    private String verb(int at) {
        return VERBS.stream()
                .filter(items.get(at)::is)
                .findFirst()
                .map(NumberTraits::name)
                .orElse("none");
    }

    private void addPlace(Set<String> traits, int at, String thing) {
        if (sentence.newLine()) {
            traits.add("line");
        }
        if (sentence.newLine() && at <= 1) {
            traits.add("begins line");
        }
        if (named) {
            traits.add("name in sentence, thing " + thing);
        }
        if (sided) {
            traits.add("side in sentence, thing " + thing);
        }
    }

    private void addBefore(Set<String> traits, int at, String thing, Judged before) {
        traits.add("after " + before.last());
        traits.add("after " + before.last() + ", thing " + thing);
        String line = before.isInLine() ? before.last() : "none";
        traits.add("in line after " + line + ", between " + tag(at - 1) + " and " + tag(at + 1));
    }

    /** What a number without a thing may count: what was named last. */
    private String governor(int at, Judged before, Heading above) {
        for (int i = at - 1; i >= 0; i--) {
            Optional<Thing> thing = thing(items.get(i));
            if (thing.isPresent()) {
                return kind(thing) + " of its sentence";
            }
        }
        return above.thing().isPresent()
                ? kind(above.thing()) + (above.title() ? " of the title" : " of the heading")
                : before.thing();
    }

    private static Optional<Thing> thing(Item item) {
        return switch (item) {
            case Item.Things things -> Optional.of(things.thing());
            case Number number -> number.thing();
            default -> Optional.empty();
        };
    }

    /** The last thing that the sentence names. */
    Optional<Thing> lastThing() {
        List<Thing> all = new ArrayList<>();
        items.forEach(item -> thing(item).ifPresent(all::add));
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
