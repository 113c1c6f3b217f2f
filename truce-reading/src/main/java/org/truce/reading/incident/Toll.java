package org.truce.reading.incident;

import org.truce.reading.figures.Amount;
import org.truce.reading.figures.Amounts;
import org.truce.reading.incident.Incident.Losses;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token.Kind;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How many were killed and injured, as a sentence says it: "killing a teacher and two pupils",
 * "three were killed and five hurt", "nobody was hurt". A number belongs to the verb that it stands
 * next to; those that are a part of others ("two of them children") are not added.
 */
final class Toll {
    /** From a verb back to its number: "three peacekeepers of the mission were killed". */
    private static final int BACK = 12;

    private static final long MOST = 1_000_000_000;

    private static final Set<String> ACTIVE =
            Set.of("killing", "injuring", "wounding", "kills", "kill", "injures", "maimed");

    private static final Set<String> PARTS = Set.of("including", "among", "mostly");

    private final Sentence sentence;
    private final int from;
    private final int to;
    private Optional<Losses> killed = Optional.empty();
    private Optional<Losses> injured = Optional.empty();
    private int used;

    private Toll(Sentence sentence, int from, int to) {
        this.sentence = sentence;
        this.from = from;
        this.to = to;
        this.used = from;
    }

    /** @param to behind the last token */
    static Toll of(Sentence sentence, int from, int to) {
        Toll toll = new Toll(sentence, from, to);
        for (int at = from; at < to; at++) {
            toll.at(at);
        }
        return toll;
    }

    Optional<Losses> killed() {
        return killed;
    }

    Optional<Losses> injured() {
        return injured;
    }

    boolean isEmpty() {
        return killed.isEmpty() && injured.isEmpty();
    }

    private void at(int at) {
        if (Cue.NOBODY.isAt(sentence, at)) {
            Losses none = new Losses(Optional.of(0), Optional.of(0));
            String said = sentence.get(at + Cue.NOBODY.length(sentence, at) - 1).norm();
            boolean onlyKilled = said.matches("killed|died|deaths");
            boolean onlyInjured = said.matches("injured|injuries");
            killed = onlyInjured ? killed : killed.or(() -> Optional.of(none));
            injured = onlyKilled ? injured : injured.or(() -> Optional.of(none));
            used = at + Cue.NOBODY.length(sentence, at);
            return;
        }
        boolean killing = Cue.KILLED.isAt(sentence, at);
        if ((!killing && !Cue.INJURED.isAt(sentence, at)) || at < used) {
            return;
        }
        Optional<Losses> count = isActive(at) ? behind(at + 1) : before(at);
        if (killing) {
            killed = killed.isPresent() ? killed : count;
        } else {
            injured = injured.isPresent() ? injured : count;
        }
        used = Math.max(used, at + 1);
    }

    private boolean isActive(int at) {
        if (ACTIVE.contains(sentence.get(at).norm())) {
            return true;
        }
        boolean passive = Grammar.isWordOf(sentence, at - 1, Grammar.PASSIVE)
                || number(at - 1).isPresent();
        if (passive || at + 1 >= to) {
            return false;
        }
        boolean verb =
                sentence.get(at).norm().endsWith("ed") || sentence.get(at).isWord("hurt");
        boolean article = Grammar.isWordOf(sentence, at + 1, Grammar.ARTICLES);
        return verb && (article || number(at + 1).isPresent());
    }

    private Optional<Amount> number(int at) {
        return at < from || at >= to
                ? Optional.empty()
                : Amounts.find(sentence, at).map(Amounts.Found::amount);
    }

    /** "killing a teacher and at least two pupils": all of the list up to the next verb. */
    private Optional<Losses> behind(int start) {
        Optional<Losses> sum = Optional.empty();
        int at = start;
        boolean due = true;
        while (at < to && !isVerb(at) && !Grammar.isWordOf(sentence, at, PARTS)) {
            Optional<Amounts.Found> found = Amounts.find(sentence, at);
            if (found.isPresent() && due && !isOfThem(at + found.get().length())) {
                sum = Optional.of(added(sum, found.get().amount()));
                at += found.get().length();
                due = false;
                continue;
            }
            boolean one = due && Grammar.isWordOf(sentence, at, Grammar.ARTICLES) && at + 1 < to;
            if (one && found.isEmpty() && !Grammar.isWordOf(sentence, at, Set.of("some", "its"))) {
                sum = Optional.of(added(sum, Amount.exactly(1)));
                due = false;
            }
            boolean joins = sentence.get(at).isWord("and") || sentence.get(at).isSign(",");
            if (sentence.get(at).kind() == Kind.SIGN && !joins) {
                break;
            }
            boolean prep = Grammar.isWordOf(sentence, at, Grammar.PREPOSITIONS);
            if (prep && sum.isPresent()) {
                break;
            }
            due = (due && sum.isEmpty()) || joins;
            at++;
        }
        used = at;
        return sum;
    }

    private boolean isVerb(int at) {
        return Cue.KILLED.isAt(sentence, at) || Cue.INJURED.isAt(sentence, at);
    }

    private boolean isOfThem(int at) {
        return at + 1 < to
                && sentence.get(at).isWord("of")
                && Grammar.isWordOf(sentence, at + 1, Set.of("them", "whom", "these", "those"));
    }

    private static Losses added(Optional<Losses> sum, Amount amount) {
        Losses one = losses(amount);
        if (sum.isEmpty()) {
            return one;
        }
        Optional<Integer> least =
                sum.get().least().map(before -> before + one.least().orElse(0));
        Optional<Integer> most =
                sum.get().most().flatMap(before -> one.most().map(after -> before + after));
        return new Losses(least, most);
    }

    private static Losses losses(Amount amount) {
        int least = (int) Math.min(amount.least(), MOST);
        OptionalLong most = amount.most();
        boolean upTo = amount.least() == 0 && most.isPresent() && most.getAsLong() > 0;
        return new Losses(
                upTo ? Optional.empty() : Optional.of(least),
                most.isEmpty()
                        ? Optional.empty()
                        : Optional.of((int) Math.min(most.getAsLong(), MOST)));
    }

    /** "three peacekeepers were killed and two injured". */
    private Optional<Losses> before(int verb) {
        int lowest = Math.max(used, verb - BACK);
        int people = withoutPart(verb, lowest);
        for (int at = people - 1; at >= lowest; at--) {
            if (widest(at, lowest).isPresent() && isPeople(at, people)) {
                return list(at, people, lowest);
            }
        }
        boolean one = Grammar.isWordOf(sentence, verb - 1, Set.of("was"))
                && IntStream.range(lowest, verb)
                        .anyMatch(at -> Grammar.isWordOf(sentence, at, Set.of("a", "an")));
        return one ? Optional.of(losses(Amount.exactly(1))) : Optional.empty();
    }

    /** "two soldiers and a driver": from a number or article to before the verb. */
    private Optional<Losses> list(int number, int end, int lowest) {
        int start = number;
        for (int at = number - 1; at >= lowest && sentence.get(at).kind() != Kind.SIGN; at--) {
            if (isVerb(at) || Grammar.isWordOf(sentence, at, Grammar.PREPOSITIONS)) {
                break;
            }
            start = widest(at, lowest).isPresent() ? at : start;
        }
        Optional<Losses> sum = Optional.empty();
        int at = start;
        boolean due = true;
        while (at < end) {
            Optional<Amounts.Found> found =
                    at == start ? widest(at, lowest) : Amounts.find(sentence, at);
            boolean one = due && Grammar.isWordOf(sentence, at, Set.of("a", "an"));
            if (due && found.isPresent()) {
                sum = Optional.of(added(sum, found.get().amount()));
            } else if (one) {
                sum = Optional.of(added(sum, Amount.exactly(1)));
            }
            boolean counted = due && found.isPresent();
            due = (due && found.isEmpty() && !one)
                    || sentence.get(at).isWord("and")
                    || sentence.get(at).isSign(",");
            at += counted ? found.get().length() : 1;
        }
        return sum;
    }

    /** "12 people, including four children, were killed": where "12 people" ends. */
    private int withoutPart(int verb, int lowest) {
        for (int at = verb - 1; at > lowest; at--) {
            boolean part =
                    sentence.get(at - 1).isSign(",") && Grammar.isWordOf(sentence, at, PARTS);
            if (part) {
                return at - 1;
            }
        }
        return verb;
    }

    /** With what stands before the number and changes it: "at least four". */
    private Optional<Amounts.Found> widest(int number, int lowest) {
        for (int at = Math.max(lowest, number - 4); at <= number; at++) {
            Optional<Amounts.Found> found = Amounts.find(sentence, at);
            if (found.isPresent() && at + found.get().length() > number) {
                return found;
            }
        }
        return Optional.empty();
    }

    private boolean isPeople(int number, int verb) {
        for (int at = number + 1; at < verb; at++) {
            if (sentence.get(at).kind() == Kind.SIGN || isVerb(at)) {
                return false;
            }
        }
        return true;
    }
}
