package org.truce.reading.incident;

import org.truce.base.EventType;
import org.truce.reading.figures.Amounts;
import org.truce.reading.incident.EventWord.Form;
import org.truce.reading.incident.Gear.Group;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token.Kind;
import org.truce.reading.words.Terms;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A stretch of a sentence in which one thing happens, and the word that says what.
 *
 * @param to behind its last token
 * @param word that says what happened; stands from {@code at} to {@code end}
 */
record Clause(Sentence sentence, int from, int to, EventWord word, int at, int end) {
    private static final Set<String> JOINTS =
            Set.of("while", "and", "but", "then", "whereas", "before", "after");

    /** A word for an event where it stands. */
    private record Trigger(EventWord word, int at, int end) {}

    /** The clauses of a sentence that tell of something; none where it does not. */
    static List<Clause> of(Sentence sentence) {
        List<Trigger> triggers = triggers(sentence);
        List<Clause> clauses = new ArrayList<>();
        int from = 0;
        int i = 0;
        while (i < triggers.size()) {
            int next = i + 1;
            int edge = sentence.size();
            while (next < triggers.size()) {
                edge = edge(sentence, triggers.get(next - 1), triggers.get(next));
                if (edge < sentence.size()) {
                    break;
                }
                next++;
            }
            Trigger main = main(sentence, triggers.subList(i, next));
            clauses.add(new Clause(sentence, from, edge, main.word(), main.at(), main.end()));
            from = edge;
            i = next;
        }
        return clauses;
    }

    /** Where the second of two events begins, if it is told in a clause of its own. */
    private static int edge(Sentence sentence, Trigger one, Trigger other) {
        if (other.word().form() == Form.NOUN && one.word().form() != Form.NOUN) {
            return sentence.size();
        }
        for (int at = other.at() - 1; at >= one.end(); at--) {
            boolean main = sentence.get(at).isSign(",") && isConditional(sentence, one.at());
            if (main || sentence.get(at).isSign(";") || Grammar.isWordOf(sentence, at, JOINTS)) {
                return isSame(sentence, one, other, at) ? sentence.size() : at;
            }
        }
        return sentence.size();
    }

    /** "If they attack, the army would strike": the comma parts two things. */
    private static boolean isConditional(Sentence sentence, int before) {
        for (int at = 0; at < Math.min(2, before); at++) {
            if (Grammar.isWordOf(sentence, at, Set.of("if", "should", "unless", "when", "were"))) {
                return true;
            }
        }
        return false;
    }

    /** "was stopped and had to turn back": one thing, told with two verbs. */
    private static boolean isSame(Sentence sentence, Trigger one, Trigger other, int joint) {
        Nouns nouns = new Nouns(sentence);
        return one.word().type() == other.word().type()
                && nouns.before(other.at(), joint + 1).isEmpty()
                && new Spot(sentence)
                        .find(other.at(), other.at(), sentence.size())
                        .isEmpty();
    }

    /** The verb that says most: one that needs a weapon and has it, else the first verb. */
    private static Trigger main(Sentence sentence, List<Trigger> triggers) {
        for (Form form : List.of(Form.DEATH, Form.MUTUAL)) {
            for (Trigger trigger : triggers) {
                if (trigger.word().form() == form) {
                    return trigger;
                }
            }
        }
        for (Trigger trigger : triggers) {
            boolean participle = trigger.end() < sentence.size()
                    && sentence.get(trigger.end()).isWord("by")
                    && !Grammar.isWordOf(sentence, trigger.at() - 1, Grammar.PASSIVE)
                    && triggers.size() > 1;
            boolean needs = trigger.word().need().isPresent() && !participle;
            if (trigger.word().form() == Form.VERB && needs) {
                return trigger;
            }
        }
        for (Trigger trigger : triggers) {
            if (trigger.word().form() == Form.VERB) {
                return trigger;
            }
        }
        return triggers.getFirst();
    }

    private static List<Trigger> triggers(Sentence sentence) {
        List<Trigger> triggers = new ArrayList<>();
        Set<Group> groups = groups(sentence, 0, sentence.size());
        int at = 0;
        while (at < sentence.size()) {
            Optional<Terms.Found<List<EventWord>>> found = EventWord.terms().find(sentence, at);
            Optional<EventWord> word = Optional.empty();
            if (found.isPresent()) {
                int end = at + found.get().length();
                word = choose(found.get().value(), groups, sentence, at, end);
                if (word.isPresent()) {
                    triggers.add(new Trigger(word.get(), at, end));
                }
            }
            at += word.isPresent() ? found.orElseThrow().length() : 1;
        }
        boolean told = triggers.stream().anyMatch(one -> !isLoss(sentence, one));
        triggers.removeIf(one -> told && isLoss(sentence, one));
        return triggers;
    }

    /** "killed" and "wounded" say what came of it where another word says what happened. */
    private static boolean isLoss(Sentence sentence, Trigger trigger) {
        return trigger.word().form() != Form.DEATH
                && (Cue.KILLED.isAt(sentence, trigger.at())
                        || Cue.INJURED.isAt(sentence, trigger.at()));
    }

    /** What a word means beside the other words of its sentence. */
    private static Optional<EventWord> choose(
            List<EventWord> words, Set<Group> groups, Sentence sentence, int at, int end) {
        for (EventWord word : words) {
            boolean stands = word.need()
                    .map(need -> switch (need) {
                        case WEAPON -> groups.contains(Group.FIRED) || groups.contains(Group.AIR);
                        case FLIGHT -> groups.contains(Group.AIR) && groups.contains(Group.LINE);
                        case FIRED, AIR, DEVICE, FORCE, AID, CAPTIVE, VISITOR, CHECKPOINT, LINE ->
                            groups.contains(need);
                    })
                    .orElse(true);
            if (stands && isUsed(word, sentence, at, end)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static boolean isUsed(EventWord word, Sentence sentence, int at, int end) {
        boolean fired = sentence.get(at).isWord("fired") && end == at + 1;
        if (fired
                && groups(sentence, at, sentence.size()).stream().noneMatch(Clause::isShot)
                && groups(sentence, 0, at).stream().noneMatch(Clause::isShot)) {
            return false;
        }
        boolean often = end < sentence.size()
                && word.type() == EventType.SMALL_ARMS_FIRE
                && Amounts.find(sentence, end)
                        .filter(found -> found.form() == Amounts.Form.TIMES)
                        .isPresent();
        if (often) {
            return false;
        }
        if (word.form() == Form.NOUN) {
            return !isStopped(sentence, at)
                    && !isCounted(sentence, at)
                    && !Grammar.isWordOf(
                            sentence,
                            at - 1,
                            Set.of("no", "next", "any", "further", "future", "more", "new"));
        }
        if (isOfCases(sentence, at)) {
            return false;
        }
        boolean ing = sentence.get(at).norm().endsWith("ing");
        boolean article = Grammar.isWordOf(sentence, at - 1, Set.of("the", "a", "an", "heavy"));
        boolean bareNoun = article
                || (sentence.get(at - 1 < 0 ? at : at - 1).isWord("of") && !ing)
                || (ing && at == 0)
                || (ing && Grammar.isWordOf(sentence, at + 1, Set.of("of", "by")))
                || (ing && at > 0 && sentence.get(at - 1).text().matches(".*['’]s?"));
        boolean shot = sentence.get(at).isWord("shot")
                && Grammar.isWordOf(sentence, at - 1, Set.of("mortar", "a", "single", "no"));
        boolean shell = sentence.get(at).isWord("shell") || sentence.get(at).isWord("bomb");
        boolean verbal = !shell
                || Grammar.isWordOf(
                        sentence,
                        at - 1,
                        Set.of("to", "will", "would", "could", "not", "might", "they", "we"));
        return !bareNoun && !shot && verbal && !isStopped(sentence, at);
    }

    private static boolean isShot(Group group) {
        return group == Group.FIRED || group == Group.AIR;
    }

    /** "to stop the shelling", "against any attack". */
    private static boolean isStopped(Sentence sentence, int at) {
        for (int i = Math.max(0, at - 4); i < at; i++) {
            if (Cue.STOPPING.isAt(sentence, i)
                    && !sentence.get(i).isWord("stopped")
                    && sentence.get(i).kind() == Kind.WORD) {
                return true;
            }
        }
        return false;
    }

    /** "six cases of shelling", "no shelling": a tally's. */
    private static boolean isCounted(Sentence sentence, int at) {
        return Grammar.isWordOf(sentence, at - 1, Set.of("no", "of"))
                && Grammar.isWordOf(
                        sentence,
                        at - 2,
                        Set.of("cases", "case", "instances", "incidents", "facts", "no"));
    }

    private static boolean isOfCases(Sentence sentence, int at) {
        return Grammar.isWordOf(sentence, at - 1, Set.of("of"))
                && Grammar.isWordOf(
                        sentence, at - 2, Set.of("cases", "case", "instances", "facts"));
    }

    static Set<Group> groups(Sentence sentence, int from, int to) {
        Set<Group> groups = EnumSet.noneOf(Group.class);
        for (int at = from; at < to; at++) {
            Gear.terms()
                    .find(sentence, at)
                    .ifPresent(found -> found.value().forEach(gear -> groups.add(gear.group())));
        }
        return groups;
    }

    /** A weapon and where it stands. */
    record Weapon(Gear gear, int at, int end) {}

    /** What it was done with: aircraft before what they drop, unless those are barrel bombs. */
    Optional<Weapon> findWeapon() {
        Optional<Weapon> first = Optional.empty();
        for (int i = from; i < to; i++) {
            Optional<Terms.Found<List<Gear>>> found = Gear.terms().find(sentence, i);
            boolean verb = word.form() == Form.VERB && i >= at && i < end;
            if (found.isEmpty() || verb) {
                continue;
            }
            for (Gear gear : found.get().value()) {
                Weapon weapon = new Weapon(gear, i, i + found.get().length());
                boolean stronger = gear.type() == EventType.BARREL_BOMB
                        || (gear.group() == Group.AIR
                                && first.filter(one -> one.gear().group() == Group.FIRED
                                                && one.gear().type() != EventType.BARREL_BOMB)
                                        .isPresent());
                if (gear.isWeapon() && (first.isEmpty() || stronger)) {
                    first = Optional.of(weapon);
                }
            }
        }
        return first;
    }

    boolean isPassive() {
        return word.form() != Form.NOUN
                && (Grammar.isWordOf(sentence, at, Grammar.PASSIVE)
                        || Grammar.isWordOf(sentence, at - 1, Grammar.PASSIVE)
                        || sentence.words(at, end).startsWith("came under"));
    }
}
