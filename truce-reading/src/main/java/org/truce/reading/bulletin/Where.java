package org.truce.reading.bulletin;

import org.truce.reading.figures.Amounts.Form;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks for the place of a number among the items around it. */
final class Where {
    /** A number's place stands at most that many items behind it. */
    private static final int REACH = 8;

    private final Sentence sentence;
    private final List<Item> items;

    /**
     * Where a number counts.
     *
     * @param places at least one
     * @param end behind the last item of the places
     */
    record Found(List<String> places, Rule rule, int end) {
        /** As in a table: "Hama (2)", "Hama - 2". */
        boolean closely() {
            return rule == Rule.CLOSE;
        }
    }

    Where(Sentence sentence, List<Item> items) {
        this.sentence = sentence;
        this.items = items;
    }

    Optional<Item> item(int at) {
        return at >= 0 && at < items.size() ? Optional.of(items.get(at)) : Optional.empty();
    }

    boolean isSign(int at, String sign) {
        return item(at).filter(one -> one.isSign(sign)).isPresent();
    }

    boolean isNumber(int at) {
        return item(at).filter(Item.Number.class::isInstance).isPresent();
    }

    boolean is(int at, Mark mark) {
        return item(at).filter(one -> one.is(mark)).isPresent();
    }

    Optional<String> name(int at) {
        return item(at).filter(Item.Name.class::isInstance).map(one -> ((Item.Name) one).words());
    }

    /** "Hama (2)", "Hama - 2", "Hama: two cases". */
    Optional<Found> closeBefore(int number) {
        int at = number - 1;
        boolean joined = isSign(at, "(")
                || isSign(at, "-")
                || isSign(at, ":")
                || isSign(at, "=")
                || isSign(at, "|")
                || isSign(at, "\t");
        boolean listed =
                isSign(at, ",") && !isOfNext(number) && (isBare(number) || isOwnCell(number));
        if (is(at - 2, Mark.BY) && is(number + 1, Mark.IN)) {
            return Optional.empty();
        }
        if (listed) {
            return name(at - 1).map(name -> close(name, number));
        }
        boolean inside = is(number + 1, Mark.IN) && list(number + 2).isEmpty();
        boolean bare = isSign(at, "(") || isEndOfCell(number + 1) || inside;
        return joined && bare && !isOfNext(number)
                ? name(at - 1).map(name -> close(name, number))
                : Optional.empty();
    }

    /** "Hama 2," and "Hama saw two". */
    Optional<Found> looseBefore(int number) {
        int at = number - 1;
        boolean shared = is(at - 1, Mark.AND)
                && name(at - 2).isPresent()
                && items.get(number) instanceof Item.Number one
                && one.form() == Form.TIMES;
        if (name(at).isPresent() && !shared && isEndOfCell(number + 1)) {
            return name(at).map(name -> close(name, number));
        }
        if (is(at, Mark.IN) && name(at - 1).isPresent() && hasSeen(at - 1)) {
            return name(at - 1).map(name -> loose(name, number));
        }
        if (is(at, Mark.IN) && name(at - 1).isPresent() && is(at - 2, Mark.IN)) {
            return name(at - 1).map(name -> loose(name, number));
        }
        while (is(at, Mark.SKIP)) {
            at--;
        }
        Optional<Found> passive = passive(number);
        if (passive.isPresent()) {
            return passive;
        }
        Optional<Found> object = object(number);
        if (object.isPresent()) {
            return object;
        }
        boolean post = is(at, Mark.REGISTER) && isPost(at - 1);
        // "which monitors the truce in Hama, recorded two": not the place recorded them.
        int in = isSign(at - 1, ",") ? at - 3 : at - 2;
        boolean body = item(in - 1).filter(Item.Side.class::isInstance).isPresent();
        boolean within = is(at, Mark.REGISTER) && is(in, Mark.IN) && (in == at - 3 || body);
        return (is(at, Mark.SAW) && !within) || post
                ? name(isSign(at - 1, ",") ? at - 2 : at - 1).map(name -> loose(name, number))
                : Optional.empty();
    }

    /** "the truce at the line of contact was violated by the army 9 times". */
    private Optional<Found> passive(int number) {
        boolean times = items.get(number) instanceof Item.Number one && one.form() == Form.TIMES;
        for (int at = number - 1; times && at > 1; at--) {
            if (isNumber(at) || items.get(at) instanceof Item.Sign) {
                return Optional.empty();
            }
            if (is(at, Mark.VIOLATE)) {
                int place = at - 1;
                return is(place - 1, Mark.IN)
                        ? name(place).map(name -> loose(name, number))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "shelled Ain Zara with rockets on four occasions": what was shelled. */
    private Optional<Found> object(int number) {
        boolean times = items.get(number) instanceof Item.Number one && one.form() == Form.TIMES;
        for (int at = number - 1; times && at > 0; at--) {
            if (isNumber(at) || items.get(at) instanceof Item.Sign || is(at, Mark.CLAUSE)) {
                return Optional.empty();
            }
            if (is(at - 1, Mark.VIOLATE)) {
                int object = at;
                return name(object).map(name -> loose(name, number));
            }
        }
        return Optional.empty();
    }

    /** "Post 3 heard two": what is called so is a place and no observer. */
    private boolean isPost(int at) {
        return name(at).map(name -> name.split(" ", 2)[0])
                .flatMap(first -> Mark.terms().findWord(Token.norm(first)))
                .filter(marks -> marks.contains(Mark.NUMBERED))
                .isPresent();
    }

    /** "Cauca accounted for eleven, Narino for six". */
    private boolean hasSeen(int before) {
        return items.subList(0, before).stream()
                .anyMatch(item ->
                        item.is(Mark.SAW) || item.is(Mark.REGISTER) || item.is(Mark.VIOLATE));
    }

    /** A number without a thing that a sign follows: "Arvika, 7, and Sunne, 5." */
    private boolean isBare(int number) {
        return items.get(number) instanceof Item.Number one
                && one.thing().isEmpty()
                && one.form() == Form.NUMBER
                && (number + 1 >= items.size() || items.get(number + 1) instanceof Item.Sign);
    }

    /** "Maguindanao, nine violations;" all between two edges. */
    private boolean isOwnCell(int number) {
        boolean begins = number == 2
                || isSign(number - 3, ";")
                || isSign(number - 3, ":")
                || isSign(number - 3, "*")
                || isSign(number - 3, "-");
        return begins && (number + 1 >= items.size() || items.get(number + 1) instanceof Item.Sign);
    }

    private boolean isEndOfCell(int at) {
        return at >= items.size() || items.get(at) instanceof Item.Sign || is(at, Mark.AND);
    }

    private static Found close(String name, int number) {
        return new Found(List.of(name), Rule.CLOSE, number + 1);
    }

    private static Found loose(String name, int number) {
        return new Found(List.of(name), Rule.BEFORE, number + 1);
    }

    /** "2 cases were registered in Hama"; several where the places share it. */
    Optional<Found> behind(int number) {
        if (isSign(number + 1, "(") && name(number + 2).isPresent() && isSign(number + 3, ")")) {
            return name(number + 2).map(name -> new Found(List.of(name), Rule.CLOSE, number + 4));
        }
        int at = number + 1;
        int end = number + 1 + REACH;
        for (; at < Math.min(items.size(), end); at++) {
            Item item = items.get(at);
            if (item.isSign("(") && closesAside(at) > at) {
                at = closesAside(at);
                end = at + REACH;
                continue;
            }
            if (item.is(Mark.IN) || (item.is(Mark.OF) && isSpace(at + 1))) {
                Optional<Found> found = list(at + 1);
                if (found.isPresent()) {
                    return found;
                }
            } else if (isStop(item, number, at)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * Where brackets close that hold what somebody else counted, or neither number nor name; where
     * they open if they hold anything else.
     */
    private int closesAside(int open) {
        boolean aside = true;
        for (int at = open + 1; at < Math.min(items.size(), open + 1 + REACH); at++) {
            if (is(at, Mark.ACCORDING)) {
                aside = true;
            } else if (isNumber(at) || name(at).isPresent()) {
                aside = is(at + 1, Mark.ACCORDING);
            }
            if (isSign(at, ")")) {
                return aside ? at : open;
            }
        }
        return open;
    }

    private boolean isStop(Item item, int number, int at) {
        if (item instanceof Item.Number next) {
            return !isOtherThing(number, next);
        }
        if ((item.isSign(",") || item.isSign("(")) && is(at + 1, Mark.ALL)) {
            int in = is(at + 2, Mark.WHOLE) ? at + 3 : at + 2;
            return !is(in, Mark.IN) || list(in + 1).isEmpty();
        }
        if (item.isSign(",") && is(at + 1, Mark.IN)) {
            return list(at + 2)
                    .filter(found -> hasOwn(found.end() - 1) || beginsClause(found.end()))
                    .isPresent();
        }
        if (item.is(Mark.AND) || item.isSign(",")) {
            return !(item(at + 1).orElse(item) instanceof Item.Number next
                    && isOtherThing(number, next));
        }
        boolean dash = item.isSign("-") && at == number + 1 && is(at + 1, Mark.IN);
        return item instanceof Item.Sign sign && !dash && !sign.sign().equals("\"");
    }

    /** "5 times, near Hama 4 times": what follows the place is another count. */
    private boolean beginsClause(int at) {
        return item(at).filter(one -> one instanceof Item.Number || one instanceof Item.Side)
                .isPresent();
    }

    /** "8 explosions and 12 bursts in Hama" share the place. */
    private boolean isOtherThing(int number, Item.Number next) {
        Item.Number one = (Item.Number) items.get(number);
        return one.thing().isPresent()
                && next.thing().isPresent()
                && !one.thing().get().isLike(next.thing().get());
    }

    /** The names from an item on, up to one that has a number of its own. */
    Optional<Found> list(int from) {
        List<String> places = new ArrayList<>();
        int at = from;
        int end = from;
        while (true) {
            while (is(at, Mark.SKIP)
                    || (places.isEmpty() && is(at, Mark.AND) && is(at + 1, Mark.IN))
                    || is(at, Mark.IN)
                    || (is(at, Mark.OF) && is(at - 1, Mark.EACH))
                    || (is(at, Mark.PLACE) && name(at + 1).isPresent())
                    || (places.isEmpty() && isSign(at, ":"))) {
                at++;
            }
            Optional<String> name = name(at);
            if (name.isEmpty() || (!places.isEmpty() && hasOwn(at))) {
                break;
            }
            places.add(name.get());
            end = ++at;
            if (isKind(at - 1) && is(at, Mark.IN) && name(at + 1).isPresent() && !isKind(at + 1)) {
                places.removeLast();
                places.add(name(at + 1).orElseThrow());
                at += 2;
                end = at;
            }
            if (!isSign(at, ",") && !is(at, Mark.AND)) {
                break;
            }
            at++;
            if (is(at, Mark.AND)) {
                at++;
            }
        }
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(List.copyOf(places), Rule.BEHIND, end));
    }

    /** "violations of Lebanese airspace". */
    private boolean isSpace(int at) {
        return name(at).map(name -> name.substring(name.lastIndexOf(' ') + 1))
                .filter(NounWords.SPACES::contains)
                .isPresent();
    }

    /** "two - in Hama". */
    private boolean isOfNext(int number) {
        return isSign(number + 1, "-") && is(number + 2, Mark.IN);
    }

    /** "the disengagement area", of which a name behind it says which. */
    private boolean isKind(int at) {
        return name(at).filter(one -> one.equals(one.toLowerCase(Locale.ROOT))).isPresent();
    }

    /** Whether a name has a number of its own behind it. */
    boolean hasOwn(int name) {
        int at = name + 1;
        if (isSign(at, "(")) {
            return isNumber(at + 1)
                    && !is(at + 2, Mark.ACCORDING)
                    && (isSign(at + 2, ")") || !isInside(at + 1));
        }
        if (isSign(at, ",") && isNumber(at + 1)) {
            return isBare(at + 1) && !isOfNext(at + 1);
        }
        boolean joined = isSign(at, "-") || isSign(at, ":") || isSign(at, "=");
        return joined ? isNumber(at + 1) : isNumber(at) && isEndOfCell(at + 1);
    }

    /** Whether brackets behind a place hold parts of its count: "(Caloto 6, Toribio 8)". */
    boolean opensParts(int end) {
        return isSign(end, "(")
                && ((name(end + 1).isPresent() && !isSign(end + 2, ")"))
                        || (isNumber(end + 1) && isInside(end + 1)));
    }

    /** "14 violations in two days - six in Hama, five in Homs". */
    boolean isDashBeforeParts(int at) {
        return isSign(at, "-")
                && isNumber(at + 1)
                && item(at - 1)
                        .filter(one -> !(one instanceof Item.Name) && !(one instanceof Item.Side))
                        .isPresent()
                && behind(at + 1).isPresent();
    }

    /** Whether a place stands behind a number before the bracket closes. */
    private boolean isInside(int number) {
        for (int at = number + 1; at < Math.min(items.size(), number + 1 + REACH); at++) {
            if (isSign(at, ")")) {
                return false;
            }
            if (items.get(at) instanceof Item.Name) {
                return true;
            }
        }
        return false;
    }

    /** "three each in Hama and Homs", "in each of Hama and Homs three". */
    boolean isEach(int number, Optional<Found> found) {
        return is(number + 1, Mark.EACH)
                || found.filter(one -> is(one.end(), Mark.EACH)).isPresent();
    }

    /** "In each of Hama and Homs", "both in Hama and in Homs": before a number. */
    boolean isEachBefore(int number) {
        for (int at = number - 1; at >= 0 && !isNumber(at); at--) {
            if (is(at, Mark.EACH)) {
                return true;
            }
        }
        return false;
    }

    /** The last name before a number. */
    Optional<String> lastBefore(int number) {
        for (int at = number - 1; at >= 0; at--) {
            if (name(at).isPresent()) {
                return name(at);
            }
        }
        return Optional.empty();
    }

    /** "three explosions there": where the last place was. */
    Optional<Found> there(int at, Optional<Count> near) {
        int last = at + 1;
        while (last < items.size() && (is(last, Mark.SKIP) || is(last, Mark.REGISTER))) {
            last++;
        }
        boolean there = last > at + 1
                && sentence.get(items.get(last - 1).from()).isWord("there")
                && isEndOfCell(last);
        return there
                ? lastBefore(at)
                        .or(() -> near.filter(one -> one.where().names().size() == 1)
                                .map(one -> one.where().names().getFirst()))
                        .map(name -> new Found(List.of(name), Rule.BEHIND, at + 2))
                : Optional.empty();
    }
}
