package org.truce.reading.bulletin;

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

    private final List<Item> items;

    /**
     * Who is named.
     *
     * @param side a party to the ceasefire
     * @param source who counted, where it stands between the sides
     * @param again whether a pronoun stands for the side named before
     */
    record Named(Optional<String> side, Optional<String> source, boolean again) {
        static final Named NOBODY = new Named(Optional.empty(), Optional.empty(), false);

        boolean isNobody() {
            return side.isEmpty() && source.isEmpty() && !again;
        }
    }

    Who(List<Item> items) {
        this.items = items;
    }

    static boolean isCountry(String words) {
        String bare = words.endsWith("'s") || words.endsWith("’s")
                ? words.substring(0, words.length() - 2)
                : words;
        return COUNTRIES.contains(bare);
    }

    /** Before a number, back to the number before it or a semicolon. */
    Named before(int number) {
        Optional<String> source = Optional.empty();
        boolean again = false;
        for (int at = number - 1; at >= 0; at--) {
            Item item = items.get(at);
            if (item instanceof Item.Number || item.isSign(";")) {
                break;
            }
            again |= item.is(Mark.PRONOUN);
            if (item instanceof Item.Side side && !isObject(at)) {
                if (side.party()) {
                    return new Named(Optional.of(side.words()), source, false);
                }
                source = source.isPresent() ? source : Optional.of(side.words());
            }
            if (item instanceof Item.Name name && isSubject(at, name)) {
                return new Named(Optional.of(name.words()), source, false);
            }
        }
        return new Named(Optional.empty(), source, again);
    }

    /** "against the army" does not count or act. */
    private boolean isObject(int at) {
        return at > 0
                && (items.get(at - 1).is(Mark.IN)
                        || (items.get(at - 1).is(Mark.OF) && !isRegisterOf(at - 1))
                        || items.get(at - 1).is(Mark.BY));
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
        boolean begins = at == 0 || items.get(at - 1) instanceof Item.Sign;
        if (country && begins && item.is(Mark.IN)) {
            return true;
        }
        return acts || (country && (item.is(Mark.REGISTER) || item.isSign("-")));
    }

    /** "3 by the army": behind a number, before the next. */
    Optional<String> behind(int number) {
        for (int at = number + 1; at + 1 < items.size(); at++) {
            Item item = items.get(at);
            if (item instanceof Item.Number || (item instanceof Item.Sign && !item.isSign("\""))) {
                return Optional.empty();
            }
            if (item.is(Mark.BY)) {
                Item next = items.get(at + 1);
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

    /** Whether two names of sides are of one side: "Russian party", "Russia's representatives". */
    static boolean isAlike(Optional<String> one, Optional<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        return key(one.get()).equals(key(other.get()));
    }

    /** The first letters of a nation's name, which are those of its people; else all of it. */
    static String key(String side) {
        String folded = side.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L} ]", "");
        return Character.isUpperCase(side.codePointAt(0)) && folded.length() > NATION
                ? folded.substring(0, NATION)
                : folded;
    }
}
