package org.truce.reading.figures;

import org.truce.reading.figures.Amount.Doubt;
import org.truce.reading.figures.NumberWord.Role;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;
import org.truce.reading.tokens.Token.Kind;
import org.truce.reading.words.Terms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Finds amounts in a sentence, each in a bounded number of steps. */
public final class Amounts {
    private static final int DOZEN = 12;
    private static final int LONGEST_PLAIN = 15;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;
    private static final int YEAR_DIGITS = 4;

    private static final Terms<NumberWord> WORDS = Terms.read("number-words.tsv", Amounts::word);

    private Amounts() {}

    /** How an amount is said. */
    public enum Form {
        NUMBER,
        /** As "no", "none": zero, of what is said to have been looked for. */
        NONE,
        /** As "twice", "five times". */
        TIMES,
        /** As "an attack": one, where that is what is counted. */
        ARTICLE
    }

    /**
     * An amount found.
     *
     * @param length of how many tokens, at least 1
     */
    public record Found(Amount amount, Form form, int length) {}

    private record Part(long value, int length) {}

    private static NumberWord word(List<String> columns) {
        return new NumberWord(
                Role.valueOf(columns.getFirst().toUpperCase(Locale.ROOT).replace('-', '_')),
                columns.get(1).isEmpty() ? 0 : Long.parseLong(columns.get(1)));
    }

    /** The amount that begins at a token; empty where none does, and where it is no count. */
    public static Optional<Found> find(Sentence sentence, int at) {
        Optional<Terms.Found<NumberWord>> term = WORDS.find(sentence, at);
        if (term.isEmpty()) {
            return plain(sentence, at);
        }
        int next = at + term.get().length();
        return switch (term.get().value().role()) {
            case AT_LEAST -> changed(sentence, at, next, one -> Amount.atLeast(one.least()));
            case MORE_THAN -> changed(sentence, at, next, one -> Amount.atLeast(one.least() + 1));
            case AT_MOST -> changed(sentence, at, next, one -> Amount.between(0, one.least()));
            case ABOUT -> changed(sentence, at, next, one -> one.with(Doubt.APPROXIMATE));
            case PLAIN -> changed(sentence, at, next, one -> one);
            case BETWEEN -> between(sentence, at, next);
            case MANY ->
                Optional.of(new Found(
                        Amount.atLeast(term.get().value().value()),
                        Form.NUMBER,
                        term.get().length()));
            case NONE -> Optional.of(new Found(Amount.exactly(0), Form.NONE, next - at));
            case OFTEN ->
                Optional.of(new Found(
                        Amount.exactly(term.get().value().value()), Form.TIMES, next - at));
            case NUMBER, TENS, HUNDRED, THOUSAND, DOZEN, ARTICLE -> plain(sentence, at);
            case TIMES, AND, TO, MEASURE, NAMED -> Optional.empty();
        };
    }

    /** The number that stands at a token, whether of things counted or of days or kilometres. */
    public static Optional<Long> number(Sentence sentence, int at) {
        return isRole(sentence, at, Role.ARTICLE)
                ? Optional.of(1L)
                : part(sentence, at).map(Part::value);
    }

    /** Whether a word is a number word or changes one, so that no name goes over it. */
    public static boolean isNumberWord(Sentence sentence, int at) {
        return WORDS.find(sentence, at)
                .map(found -> found.value().role())
                .filter(role -> role != Role.ARTICLE && role != Role.AND && role != Role.TO)
                .isPresent();
    }

    private static Optional<Found> changed(
            Sentence sentence, int at, int next, UnaryOperator<Amount> change) {
        if (next >= sentence.size()) {
            return Optional.empty();
        }
        return plain(sentence, next)
                .map(found -> new Found(
                        change.apply(found.amount()).withDoubtsOf(found.amount()),
                        found.form(),
                        found.length() + next - at));
    }

    private static Optional<Found> between(Sentence sentence, int at, int next) {
        Optional<Part> low = part(sentence, next);
        if (low.isEmpty()) {
            return Optional.empty();
        }
        int join = next + low.get().length();
        if (!isRole(sentence, join, Role.AND) && !isRole(sentence, join, Role.TO)) {
            return Optional.empty();
        }
        Optional<Part> high = part(sentence, join + 1);
        if (high.isEmpty()) {
            return Optional.empty();
        }
        int end = join + 1 + high.get().length();
        if (isMeasured(sentence, end)) {
            return Optional.empty();
        }
        Amount amount = Amount.between(low.get().value(), high.get().value());
        return Optional.of(new Found(amount, Form.NUMBER, end - at));
    }

    /** A number, or a range of two: "3-5", "3 to 5", "three or four". */
    private static Optional<Found> plain(Sentence sentence, int at) {
        Optional<Part> first = part(sentence, at);
        if (first.isEmpty() || isNamed(sentence, at, first.get())) {
            return Optional.empty();
        }
        int end = at + first.get().length();
        Amount amount = Amount.exactly(Math.min(first.get().value(), Amount.LARGEST));
        if (first.get().value() > Amount.LARGEST) {
            amount = amount.with(Doubt.OVERFLOW);
        }
        if (isMixed(sentence.get(at))) {
            amount = amount.with(Doubt.MIXED_DIGITS);
        }
        boolean dash = isAt(sentence, end, Kind.SIGN, "-") && sentence.get(end).glued();
        if (dash && end + 1 < sentence.size() && sentence.get(end + 1).kind() == Kind.MEASURE) {
            return Optional.empty();
        }
        if (dash || isRole(sentence, end, Role.TO)) {
            Optional<Part> second = part(sentence, end + 1);
            if (second.isPresent() && second.get().value() > first.get().value()) {
                amount = Amount.between(first.get().value(), second.get().value());
                end += 1 + second.get().length();
            }
        }
        if (isMeasured(sentence, end)) {
            return Optional.empty();
        }
        boolean times = isRole(sentence, end, Role.TIMES);
        return Optional.of(
                new Found(amount, times ? Form.TIMES : Form.NUMBER, end - at + (times ? 1 : 0)));
    }

    private static Optional<Part> part(Sentence sentence, int at) {
        if (at >= sentence.size()) {
            return Optional.empty();
        }
        Token token = sentence.get(at);
        return switch (token.kind()) {
            case FIGURE -> Optional.of(new Part(value(token.text()), 1));
            case WORD -> inWords(sentence, at);
            case MEASURE, SIGN -> Optional.empty();
        };
    }

    /** More than {@link Amount#LARGEST} for whatever is beyond it. */
    private static long value(String figures) {
        long value = 0;
        int digits = 0;
        for (int i = 0; i < figures.length() && digits <= LONGEST_PLAIN; ) {
            int letter = figures.codePointAt(i);
            if (Character.isDigit(letter)) {
                value = value * 10 + Character.digit(letter, 10);
                digits += value == 0 ? 0 : 1;
            }
            i += Character.charCount(letter);
        }
        return digits > LONGEST_PLAIN ? Amount.LARGEST + 1 : value;
    }

    private static boolean isMixed(Token token) {
        return token.kind() == Kind.FIGURE
                && token.text()
                                .codePoints()
                                .filter(Character::isDigit)
                                .map(digit -> digit - Character.digit(digit, 10))
                                .distinct()
                                .limit(2)
                                .count()
                        > 1;
    }

    /** "twenty-one", "two hundred and five", "a dozen", "двадцать пять". */
    private static Optional<Part> inWords(Sentence sentence, int at) {
        long total = 0;
        long open = 0;
        int end = at;
        boolean any = false;
        int i = at;
        while (i < sentence.size() && i < at + 8) {
            Optional<Long> hyphened = hyphened(sentence.get(i));
            Optional<Terms.Found<NumberWord>> term = WORDS.find(sentence, i);
            if (hyphened.isPresent()) {
                open += hyphened.get();
                any = true;
                end = ++i;
                continue;
            }
            if (term.isEmpty() || !continues(term.get().value(), open, any, total)) {
                break;
            }
            NumberWord word = term.get().value();
            i += term.get().length();
            switch (word.role()) {
                case NUMBER, TENS -> open += word.value();
                case HUNDRED -> open = Math.max(1, open) * 100;
                case DOZEN -> open = Math.max(1, open) * DOZEN;
                case THOUSAND -> {
                    total += Math.max(1, open) * 1_000;
                    open = 0;
                }
                default -> {
                    continue;
                }
            }
            any = true;
            end = i;
        }
        return any ? Optional.of(new Part(total + open, end - at)) : Optional.empty();
    }

    /** Whether a word can go on with the number so far: "two three" are two numbers. */
    private static boolean continues(NumberWord word, long open, boolean any, long thousands) {
        return switch (word.role()) {
            case NUMBER -> (open == 0 && (!any || thousands > 0)) || fits(word.value(), open);
            case TENS -> open == 0 || open % 100 == 0;
            case HUNDRED -> open == 0 || (open < 100 && open % 10 != 0);
            case THOUSAND -> true;
            case DOZEN -> open < 100;
            case ARTICLE -> !any;
            case AND -> any && (open >= 20 || thousands > 0);
            default -> false;
        };
    }

    private static boolean fits(long value, long open) {
        return value > 0
                && open > 0
                && (open % 100 == 0 || (value < 10 && open % 10 == 0 && open % 100 >= 20));
    }

    private static Optional<Long> hyphened(Token token) {
        int dash = token.norm().indexOf('-');
        if (token.kind() != Kind.WORD || dash < 0) {
            return Optional.empty();
        }
        Optional<NumberWord> tens = WORDS.findWord(token.norm().substring(0, dash));
        Optional<NumberWord> units = WORDS.findWord(token.norm().substring(dash + 1));
        return tens.filter(word -> word.role() == Role.TENS)
                .flatMap(word -> units.filter(unit -> unit.role() == Role.NUMBER)
                        .map(unit -> word.value() + unit.value()));
    }

    private static boolean isRole(Sentence sentence, int at, Role role) {
        return at < sentence.size()
                && WORDS.find(sentence, at)
                        .filter(found -> found.value().role() == role)
                        .isPresent();
    }

    private static boolean isAt(Sentence sentence, int at, Kind kind, String norm) {
        return at < sentence.size()
                && sentence.get(at).kind() == kind
                && sentence.get(at).norm().equals(norm);
    }

    /** "24 hours", "120-mm", "5 per cent", "12 July". */
    private static boolean isMeasured(Sentence sentence, int end) {
        if (end >= sentence.size()) {
            return false;
        }
        boolean hyphen = isAt(sentence, end, Kind.SIGN, "-")
                && end + 1 < sentence.size()
                && sentence.get(end).glued()
                && sentence.get(end + 1).glued()
                && sentence.get(end + 1).kind() == Kind.WORD;
        return hyphen
                || isMeasuredWithNext(sentence, end)
                || isRole(sentence, end, Role.MEASURE)
                || sentence.get(end).isSign("%");
    }

    /** "in 2017", "July 9", "No. 5", "calibre 82". */
    private static boolean isNamed(Sentence sentence, int at, Part part) {
        if (at == 0 || sentence.get(at).kind() != Kind.FIGURE) {
            return false;
        }
        Token before = sentence.get(at - 1);
        boolean year = part.value() >= FIRST_YEAR
                && part.value() <= LAST_YEAR
                && sentence.get(at).text().length() == YEAR_DIGITS
                && before.kind() != Kind.SIGN;
        if (isRole(sentence, at + part.length(), Role.TIMES)) {
            return false;
        }
        if (isRole(sentence, at - 1, Role.NAMED) || before.isSign("#") || before.isSign("№")) {
            return true;
        }
        boolean numbered = isRole(sentence, at - 1, Role.MEASURE)
                && at + 1 < sentence.size()
                && sentence.get(at + 1).kind() == Kind.SIGN
                && !before.norm().endsWith("s");
        if (numbered) {
            return true;
        }
        return year && (isRole(sentence, at - 1, Role.TO) || isYearAfter(before));
    }

    /** "82 and 120 mm". */
    private static boolean isMeasuredWithNext(Sentence sentence, int end) {
        boolean figures = isRole(sentence, end, Role.AND)
                && end + 2 < sentence.size()
                && sentence.get(end - 1).kind() == Kind.FIGURE
                && sentence.get(end + 1).kind() == Kind.FIGURE;
        return figures && isRole(sentence, end + 2, Role.MEASURE);
    }

    private static boolean isYearAfter(Token before) {
        return Months.isMonth(before.norm())
                || WORDS.findWord(before.norm())
                        .filter(word -> word.role() == Role.AND || word.role() == Role.NAMED)
                        .isPresent()
                || List.of("in", "of", "since", "until", "during", "by", "before", "after", "year")
                        .contains(before.norm());
    }
}
