package org.truce.reading.bulletin;

import org.truce.reading.figures.Amounts.Form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for the place of a number among the items around it. */
final class Where {
    /** A number's place stands at most that many items behind it. */
    private static final int REACH = 8;

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

    Where(List<Item> items) {
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

    private Optional<String> name(int at) {
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
        boolean listed = isSign(at, ",") && isBare(number);
        if (listed) {
            return name(at - 1).map(name -> close(name, number));
        }
        boolean bare = isSign(at, "(") || isEndOfCell(number + 1) || is(number + 1, Mark.IN);
        return joined && bare ? name(at - 1).map(name -> close(name, number)) : Optional.empty();
    }

    /** "Hama 2," and "Hama saw two". */
    Optional<Found> looseBefore(int number) {
        int at = number - 1;
        if (name(at).isPresent() && isEndOfCell(number + 1)) {
            return name(at).map(name -> close(name, number));
        }
        while (is(at, Mark.SKIP)) {
            at--;
        }
        return is(at, Mark.SAW)
                ? name(isSign(at - 1, ",") ? at - 2 : at - 1).map(name -> loose(name, number))
                : Optional.empty();
    }

    /** A number without a thing that a sign follows: "Arvika, 7, and Sunne, 5." */
    private boolean isBare(int number) {
        return items.get(number) instanceof Item.Number one
                && one.thing().isEmpty()
                && one.form() == Form.NUMBER
                && (number + 1 >= items.size() || items.get(number + 1) instanceof Item.Sign);
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
        int at = number + 1;
        for (; at < Math.min(items.size(), number + 1 + REACH); at++) {
            Item item = items.get(at);
            if (item.is(Mark.IN)) {
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

    private boolean isStop(Item item, int number, int at) {
        if (item instanceof Item.Number next) {
            return !isOtherThing(number, next);
        }
        if (item.isSign(",") && items.size() > at + 2 && is(at + 2, Mark.IN) && isAll(at + 1)) {
            return list(at + 3).isEmpty();
        }
        if (item.isSign(",") && is(at + 1, Mark.IN)) {
            return list(at + 2).filter(found -> hasOwn(found.end() - 1)).isPresent();
        }
        if (item.is(Mark.AND) || item.isSign(",")) {
            return !(item(at + 1).orElse(item) instanceof Item.Number next
                    && isOtherThing(number, next));
        }
        return item instanceof Item.Sign sign && !sign.sign().equals("\"");
    }

    /** "three cases, all in Rashad". */
    private boolean isAll(int at) {
        return items.get(at) instanceof Item.Other;
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
            while (is(at, Mark.SKIP) || is(at, Mark.IN) || (places.isEmpty() && isSign(at, ":"))) {
                at++;
            }
            Optional<String> name = name(at);
            if (name.isEmpty() || (!places.isEmpty() && hasOwn(at))) {
                break;
            }
            places.add(name.get());
            end = ++at;
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

    /** Whether a name has a number of its own behind it. */
    boolean hasOwn(int name) {
        int at = name + 1;
        if (isSign(at, "(")) {
            return isNumber(at + 1) && (isSign(at + 2, ")") || !isInside(at + 1));
        }
        if (isSign(at, ",") && isNumber(at + 1)) {
            return isBare(at + 1);
        }
        boolean joined = isSign(at, "-") || isSign(at, ":") || isSign(at, "=");
        return joined ? isNumber(at + 1) : isNumber(at) && isEndOfCell(at + 1);
    }

    /** Whether brackets behind a place hold parts of its count: "(Caloto 6, Toribio 8)". */
    boolean opensParts(int end) {
        return isSign(end, "(")
                && (name(end + 1).isPresent() || (isNumber(end + 1) && isInside(end + 1)));
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

    /** "In Hama the mission heard two": the names with which the clause begins. */
    Optional<Found> front(int number) {
        int from = number;
        while (from > 0 && !isClauseEdge(from - 1)) {
            from--;
        }
        while (is(from, Mark.AND) || isSign(from, "\"") || isSign(from, "*") || isSign(from, "-")) {
            from++;
        }
        if (is(from, Mark.IN) && from < number) {
            Optional<Found> found = list(from + 1);
            boolean before = found.isPresent() && found.get().end() <= number;
            return before
                    ? found.map(one -> new Found(one.places(), Rule.FRONT, one.end()))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private boolean isClauseEdge(int at) {
        return isSign(at, ";") || isSign(at, ":") || isNumber(at) || isSign(at, ")");
    }
}
