package org.truce.reading.bulletin;

import org.truce.reading.figures.Amounts.Form;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for the side and for whoever counted among the items around a number. */
final class Who {
    /** Names of all countries in the languages read, as bulletins call sides by them. */
    private static final Set<String> COUNTRIES = Stream.of("en", "ru", "ar")
            .map(Locale::forLanguageTag)
            .flatMap(language -> Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                    .map(code -> Locale.of("", code).getDisplayCountry(language)))
            .map(name -> name.equals("Türkiye") ? "Turkey" : name)
            .collect(Collectors.toUnmodifiableSet());

    private static final int NATION = 4;
    private static final int FROM_WITHIN = 6;
    private static final int LONGEST_BRACKET = 30;
    private static final int OF_THE = " of the ".length();

    private final Sentence sentence;
    private final List<Item> items;
    private final Agents agents;

    /**
     * Who is named.
     *
     * @param side a party to the ceasefire
     * @param source who counted, where it stands between the sides
     * @param again whether a pronoun stands for the side named before
     * @param country whether the name of a country stands for the side
     */
    record Named(Optional<String> side, Optional<String> source, boolean again, boolean country) {
        static final Named NOBODY = new Named(Optional.empty(), Optional.empty(), false, false);

        static Named country(String name) {
            return new Named(Optional.of(name), Optional.empty(), false, true);
        }

        /** Who did it stands behind the count; whoever is named before it then only counted. */
        Named by(String doer) {
            return new Named(Optional.of(doer), source.or(() -> side), false, false);
        }

        boolean isNobody() {
            return side.isEmpty() && source.isEmpty() && !again;
        }
    }

    Who(Sentence sentence, List<Item> items) {
        this.sentence = sentence;
        this.items = items;
        this.agents = new Agents(sentence, items);
    }

    static boolean isCountry(String words) {
        String bare = words.endsWith("'s") || words.endsWith("’s")
                ? words.substring(0, words.length() - 2)
                : words;
        return COUNTRIES.contains(bare);
    }

    private boolean isJoinedBehind(int at) {
        return at + 1 < items.size() && items.get(at + 1).is(Mark.AND);
    }

    /** Before a number, back to the number before it or a semicolon. */
    Named before(int number) {
        Optional<String> source = Optional.empty();
        boolean again = false;
        for (int at = number - 1; at >= 0; at--) {
            Item item = items.get(at);
            if (item.isSign(")") && at < number - 1) {
                at = opening(at);
                continue;
            }
            if (item instanceof Item.Number || item.isSign(";")) {
                break;
            }
            again |= item.is(Mark.PRONOUN);
            if (isDoer(at)) {
                return new Named(
                        item instanceof Item.Side side
                                ? Optional.of(side.words())
                                : Optional.of(((Item.Name) item).words()),
                        source,
                        false,
                        false);
            }
            if (item instanceof Item.Side side && !isObject(at)) {
                if (side.party() && isJoint(at)) {
                    return new Named(Optional.empty(), source, false, false);
                }
                if (side.party()) {
                    return new Named(Optional.of(side.words()), source, false, false);
                }
                source = source.isPresent() ? source : Optional.of(side.words());
            }
            if (item instanceof Item.Name name && isSubject(at, name)) {
                if (isRecorder(at)) {
                    source = source.isPresent() ? source : Optional.of(name.words());
                    continue;
                }
                return new Named(Optional.of(name.words()), source, false, false);
            }
            if (item.is(Mark.VIOLATE) || (isOfTimes(number) && agents.isPast(at))) {
                Optional<String> agent = agents.before(at);
                if (agent.isPresent()) {
                    return new Named(agent, source, false, false);
                }
            }
        }
        return new Named(Optional.empty(), source, again, false);
    }

    /** "the MILF and government forces were involved in 17 incidents": none of them alone. */
    private boolean isJoint(int at) {
        return at > 1
                && items.get(at - 1).is(Mark.AND)
                && items.get(at - 2) instanceof Item.Side first
                && first.party();
    }

    /** Where a bracket opens that closes at an item; the item itself where none does. */
    private int opening(int close) {
        for (int at = close - 1; at >= Math.max(0, close - LONGEST_BRACKET); at--) {
            if (items.get(at).isSign("(")) {
                return at;
            }
        }
        return close;
    }

    /** "Violations by the army reached 9", "was violated by the army 9 times". */
    private boolean isDoer(int at) {
        boolean named = (items.get(at) instanceof Item.Side side && side.party())
                || items.get(at) instanceof Item.Name;
        if (!named || at < 1 || !items.get(at - 1).is(Mark.BY) || isJoinedBehind(at)) {
            return false;
        }
        if (at == 1 || items.get(at - 2) instanceof Item.Sign) {
            return items.get(at) instanceof Item.Side;
        }
        Item act = items.get(at - 2);
        return act.is(Mark.VIOLATE)
                || (act instanceof Item.Things things && things.thing().kind() != Thing.Kind.OTHER);
    }

    /** "against the army" does not count or act. */
    private boolean isObject(int at) {
        return at > 0
                && (items.get(at - 1).is(Mark.IN)
                        || sentence.get(items.get(at - 1).from()).isWord("with")
                        || sentence.get(items.get(at - 1).from()).isWord("to")
                        || (items.get(at - 1).is(Mark.OF)
                                && !isRegisterOf(at - 1)
                                && !isMeansOf(at - 1))
                        || items.get(at - 1).is(Mark.BY)
                        || isOfArea(at));
    }

    /** "in the area of responsibility of the operational and tactical group". */
    private boolean isOfArea(int at) {
        for (int of = at - 1; of > 0 && of >= at - NATION; of--) {
            if (items.get(of).is(Mark.OF)) {
                return sentence.get(items.get(of - 1).from()).isWord("responsibility");
            }
        }
        return false;
    }

    /** "aircraft of the southern side". */
    private boolean isMeansOf(int of) {
        return of > 0 && items.get(of - 1).is(Mark.MEANS);
    }

    /** "the register of the western side", "that of the eastern side". */
    private boolean isRegisterOf(int of) {
        return of > 0 && items.get(of - 1).is(Mark.LIST);
    }

    /** "Of the 16 violations that the western side registered": behind a number. */
    Optional<String> relative(int number) {
        int at = number + 1;
        while (at < items.size() && items.get(at).is(Mark.SKIP)) {
            at++;
        }
        boolean counted = at > number + 1
                && at + 1 < items.size()
                && (items.get(at + 1).is(Mark.REGISTER) || items.get(at + 1).is(Mark.TELLS));
        return counted && items.get(at) instanceof Item.Side side && side.party()
                ? Optional.of(side.words())
                : Optional.empty();
    }

    /** "Of those of the northern army, five": whose count is divided. */
    Optional<String> whole(int number) {
        for (int at = number - 1; at > 0; at--) {
            Item item = items.get(at);
            if (item instanceof Item.Number || item.isSign(";")) {
                return Optional.empty();
            }
            boolean of = items.get(at - 1).is(Mark.OF)
                    || items.get(at - 1).is(Mark.BY)
                    || items.get(at - 1).is(Mark.WHOLE);
            if (item instanceof Item.Side side && side.party() && of && isAfterWhole(at)) {
                return Optional.of(side.words());
            }
        }
        return Optional.empty();
    }

    /** "of those", "of the": at the beginning of the clause. */
    private boolean isAfterWhole(int side) {
        for (int at = side - 1; at >= 0; at--) {
            boolean those = sentence.get(items.get(at).from()).isWord("those")
                    && at + 1 < side
                    && items.get(at + 1).is(Mark.OF);
            if (items.get(at).is(Mark.WHOLE) || those) {
                return at == 0
                        || items.get(at - 1) instanceof Item.Sign
                        || items.get(at - 1).is(Mark.AND);
            }
            if (items.get(at) instanceof Item.Sign) {
                return false;
            }
        }
        return items.getFirst().is(Mark.OF);
    }

    private boolean isSubject(int at, Item.Name name) {
        if (isObject(at)) {
            return false;
        }
        int next = at + 1;
        while (next < items.size() && items.get(next).is(Mark.SKIP)) {
            next++;
        }
        if (next >= items.size()) {
            return false;
        }
        Item item = items.get(next);
        boolean acts = item.is(Mark.VIOLATE)
                || (item.is(Mark.REGISTER) && !item.is(Mark.SAW) && !item.is(Mark.TELLS));
        boolean country = isCountry(name.words());
        boolean claims = sentence.get(item.from()).isWord("claimed")
                && next + 1 < items.size()
                && items.get(next + 1) instanceof Item.Number;
        if (claims) {
            return true;
        }
        boolean begins = at == 0 || items.get(at - 1) instanceof Item.Sign;
        if (country && begins && item.is(Mark.IN)) {
            return true;
        }
        return acts || (country && (item.is(Mark.REGISTER) || item.isSign("-")));
    }

    /** "The Room documented": called by a noun with an article, and it only counts. */
    private boolean isRecorder(int at) {
        return sentence.get(items.get(at).from()).isWord("the")
                && at + 1 < items.size()
                && items.get(at + 1).is(Mark.REGISTER)
                && !items.get(at + 1).is(Mark.VIOLATE);
    }

    /** "3 by the army": behind a number, before the next. */
    Optional<String> behind(int number) {
        if (isSign(number + 1, "(")
                && isSign(number + 3, ")")
                && items.get(number + 2) instanceof Item.Side side
                && side.party()) {
            return Optional.of(side.words());
        }
        Optional<String> whose = whose(items.get(number));
        if (whose.isPresent()) {
            return whose;
        }
        boolean bare = number + 1 < items.size()
                && items.get(number) instanceof Item.Number one
                && one.thing().isEmpty()
                && number > 0
                && (items.get(number - 1).isSign(",") || items.get(number - 1).is(Mark.AND))
                && items.subList(0, number).stream().anyMatch(item -> item.is(Mark.BY));
        if (bare && items.get(number + 1) instanceof Item.Side side && side.party()) {
            return Optional.of(side.words());
        }
        if (isElliptic(number) && items.get(number + 2) instanceof Item.Side side) {
            return Optional.of(side.words());
        }
        if (isElliptic(number) && items.get(number + 2) instanceof Item.Name name) {
            return Optional.of(name.words());
        }
        for (int at = number + 1; at + 1 < items.size(); at++) {
            Item item = items.get(at);
            if (item.isSign(",") && items.get(at + 1).is(Mark.ALL)) {
                continue;
            }
            if (isLastOfTwo(number, at)) {
                continue;
            }
            if (item instanceof Item.Number || (item instanceof Item.Sign && !item.isSign("\""))) {
                return Optional.empty();
            }
            if (item.is(Mark.BY) && isOfActs(number) && agents.behind(at).isPresent()) {
                return agents.behind(at);
            }
            if (item.is(Mark.BY) || (item.is(Mark.FROM) && isSideFrom(at))) {
                Item next = items.get(sideFrom(at));
                if (next instanceof Item.Side side && side.party()) {
                    return Optional.of(side.words());
                }
                if (next instanceof Item.Name name) {
                    return Optional.of(name.words());
                }
            }
        }
        return Optional.empty();
    }

    /** "two violations in Hama and one in Homs by the army": the army's are both. */
    private boolean isLastOfTwo(int number, int next) {
        return items.get(number) instanceof Item.Number one
                && one.thing().isPresent()
                && items.get(next) instanceof Item.Number other
                && other.thing().isEmpty()
                && items.get(next - 1).is(Mark.AND)
                && next + 1 < items.size()
                && items.get(next + 1).is(Mark.IN);
    }

    /** "12 Israeli violations", but not of Israeli airspace. */
    private Optional<String> whose(Item number) {
        for (int at = number.from() + 1; at + 1 < number.to(); at++) {
            boolean nation = sentence.get(at).isCapital()
                    && NounWords.ADJECTIVE.matcher(sentence.get(at).norm()).matches()
                    && !NounWords.SPACES.contains(sentence.get(at + 1).norm());
            if (nation) {
                return Optional.of(sentence.words(at, at + 1));
            }
        }
        return Optional.empty();
    }

    private boolean isOfTimes(int number) {
        return number < items.size()
                && items.get(number) instanceof Item.Number one
                && one.form() == Form.TIMES;
    }

    private boolean isOfActs(int number) {
        return items.get(number) instanceof Item.Number one
                && (one.thing().isPresent() || one.form() == Form.TIMES);
    }

    /** "from the army", "from the positions of the army". */
    private int sideFrom(int from) {
        int at = from + 1;
        while (at + 1 < items.size()
                && at < from + FROM_WITHIN
                && (items.get(at).is(Mark.SKIP)
                        || items.get(at).is(Mark.OF)
                        || items.get(at) instanceof Item.Other
                        || items.get(at) instanceof Item.Things)) {
            at++;
        }
        boolean of = at > from + 1
                && (items.get(at - 1).is(Mark.OF)
                        || sentence.get(items.get(at).from()).isCyrillic());
        return of && items.get(at) instanceof Item.Side ? at : from + 1;
    }

    private boolean isSideFrom(int from) {
        return items.get(sideFrom(from)) instanceof Item.Side;
    }

    /** Behind "by the army", where that stands at an item; else the item itself. */
    int behindEnd(int at) {
        boolean by = at + 1 < items.size()
                && items.get(at).is(Mark.BY)
                && (items.get(at + 1) instanceof Item.Side
                        || items.get(at + 1) instanceof Item.Name);
        boolean bare = at + 1 < items.size()
                && items.get(at) instanceof Item.Side
                && items.get(at + 1).isSign("(");
        return by ? at + 2 : bare ? at + 1 : at;
    }

    /** "Two were registered in Hama, the army said": a side at the end that tells all of it. */
    Optional<String> attributed() {
        int end = items.size();
        while (end > 0 && (items.get(end - 1) instanceof Item.Sign)) {
            end--;
        }
        boolean told = end > 2
                && items.get(end - 1).is(Mark.TELLS)
                && items.get(end - 2) instanceof Item.Side side
                && side.party()
                && items.get(end - 3).isSign(",");
        return told ? Optional.of(((Item.Side) items.get(end - 2)).words()) : Optional.empty();
    }

    /** The last party before an item, for a pronoun. */
    Optional<String> last(int before) {
        for (int at = before - 1; at >= 0; at--) {
            if (items.get(at) instanceof Item.Side side && side.party() && !isPlaced(at)) {
                return Optional.of(side.words());
            }
        }
        return Optional.empty();
    }

    /** "On the western side". */
    private boolean isPlaced(int at) {
        return at > 0 && items.get(at - 1).is(Mark.IN) && !items.get(at - 1).is(Mark.FROM);
    }

    private boolean isSign(int at, String sign) {
        return at < items.size() && items.get(at).isSign(sign);
    }

    /** "two were attributed to the front, one to the army". */
    private boolean isElliptic(int number) {
        return number + 2 < items.size()
                && items.get(number + 1).is(Mark.TO)
                && items.subList(0, number).stream()
                        .anyMatch(item -> item.is(Mark.BY) || item.is(Mark.BLAMES));
    }

    /** Whether two names of sides are of one side: "Russian party", "Russia's representatives". */
    static boolean isAlike(Optional<String> one, Optional<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        return one.get().equalsIgnoreCase(other.get())
                || key(one.get()).equals(key(other.get()))
                || (isAdversary(one.get()) && isAdversary(other.get()));
    }

    /** "the occupiers", "the enemy": one side calls the other by many words. */
    private static boolean isAdversary(String side) {
        return Arrays.stream(side.split(" "))
                .anyMatch(word -> NounWords.ADVERSARY.contains(Token.norm(word)));
    }

    /**
     * The first letters of a nation's name, which are those of its people; else all of it. Of
     * "fighters of the Front" those of the Front.
     */
    static String key(String whole) {
        int of = whole.lastIndexOf(" of the ");
        boolean named = of > 0
                && of + OF_THE < whole.length()
                && Character.isUpperCase(whole.charAt(of + OF_THE));
        String side = (named ? whole.substring(of + OF_THE) : whole).replace("ец", "ц");
        boolean nation = Character.isUpperCase(side.codePointAt(0));
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < side.length() && (!nation || folded.length() < NATION); i++) {
            char letter = side.charAt(i);
            if (Character.isLetter(letter) || letter == ' ') {
                folded.append(Character.toLowerCase(letter));
            }
        }
        return folded.toString();
    }

    /** Under "By author:" the words before a number are those of a side. */
    Named author(int at) {
        Named named = before(at);
        int from = at;
        while (from > 0
                && !(items.get(from - 1) instanceof Item.Sign)
                && !items.get(from - 1).is(Mark.AND)
                && !(items.get(from - 1) instanceof Item.Number)) {
            from--;
        }
        while (from < at && (items.get(from).is(Mark.SKIP) || items.get(from).is(Mark.BY))) {
            from++;
        }
        return from < at && named.side().isEmpty()
                ? named.by(
                        sentence.words(items.get(from).from(), items.get(at - 1).to())
                                .replaceFirst("^(?:the|a|an) ", ""))
                : named;
    }
}
