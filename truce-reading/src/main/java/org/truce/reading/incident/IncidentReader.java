package org.truce.reading.incident;

import org.truce.base.EventType;
import org.truce.reading.incident.Clause.Weapon;
import org.truce.reading.incident.EventWord.Form;
import org.truce.reading.incident.Gear.Group;
import org.truce.reading.incident.Incident.Flag;
import org.truce.reading.incident.Incident.Losses;
import org.truce.reading.incident.Nouns.Phrase;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.words.Terms;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes an incident of a clause. */
final class IncidentReader {
    /** They are weapon and actor in one. */
    private static final Set<String> MARKSMEN =
            Set.of("sniper", "snipers", "bomber", "bombers", "force");

    private static final Set<String> ACCESSORIES = Set.of("of", "by");

    private final Clause clause;
    private final Sentence sentence;
    private final Nouns nouns;
    private final Places places;
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final Optional<Weapon> weapon;
    private Optional<Phrase> actor = Optional.empty();
    private Optional<Phrase> target = Optional.empty();

    /** Of those who move: what they moved into, which is no target. */
    private Optional<Phrase> entered = Optional.empty();

    IncidentReader(Clause clause, Places places) {
        this.clause = clause;
        this.sentence = clause.sentence();
        this.nouns = new Nouns(sentence);
        this.places = places;
        this.weapon = clause.findWeapon();
    }

    /**
     * What the clause tells; empty where it names an event without saying where, by whom or with
     * what losses.
     *
     * @param before the day of the incident told before
     */
    Optional<Incident> read(Optional<LocalDate> document, Optional<LocalDate> before) {
        who();
        boolean none = actor.filter(one -> one.words().matches("(?i)(no|none|not one)\\b.*"))
                .isPresent();
        Realis realis = none ? Realis.DENIED : Telling.of(clause);
        actor = none ? Optional.empty() : actor;
        Optional<Spot.Found> spot = spot();
        Toll toll = Toll.of(sentence, clause.from(), clause.to());
        boolean bare = clause.word().form() == Form.NOUN
                && spot.isEmpty()
                && actor.isEmpty()
                && toll.isEmpty();
        boolean ahead = realis == Realis.PLANNED;
        When when = new When(sentence, document, before, ahead);
        Optional<LocalDate> date =
                when.find(clause.from(), clause.to()).or(() -> when.find(0, sentence.size()));
        boolean nothing = spot.isEmpty()
                && toll.isEmpty()
                && date.isEmpty()
                && (actor.isEmpty() || target.isEmpty());
        if (bare || nothing) {
            return Optional.empty();
        }
        List<Places.Place> candidates =
                spot.map(found -> places.find(asked(found))).orElse(List.of());
        if (candidates.size() > 1) {
            flags.add(Flag.PLACE_AMBIGUOUS);
        } else if (spot.isPresent() && candidates.isEmpty()) {
            flags.add(Flag.PLACE_UNKNOWN);
        }
        Optional<Losses> killed = toll.killed().or(() -> killedByVerb(realis));
        return Optional.of(new Incident(
                sentence.span(clause.from(), clause.to()),
                sentence.span(clause.at(), clause.end()),
                type(),
                spot.map(Spot.Found::words),
                candidates.size() == 1
                        ? Optional.of(candidates.getFirst().point())
                        : Optional.empty(),
                candidates,
                date,
                told(actor),
                told(target),
                weapon.filter(one -> !Grammar.isWordOf(sentence, one.end() - 1, MARKSMEN))
                        .map(one -> sentence.words(one.at(), one.end())),
                killed,
                toll.injured(),
                realis,
                rule(),
                flags));
    }

    private Rule rule() {
        return switch (clause.word().form()) {
            case VERB -> clause.isPassive() ? Rule.PASSIVE : Rule.ACTIVE;
            case MUTUAL -> Rule.MUTUAL;
            case NOUN -> Rule.NOUN;
            case DEATH -> Rule.DEATH;
        };
    }

    /** A province is not the town that it is called after. */
    private String asked(Spot.Found found) {
        boolean province =
                Grammar.isWordOf(sentence, found.to(), Set.of("province", "governorate"));
        return province ? found.words() + " province" : found.words();
    }

    private Optional<String> told(Optional<Phrase> phrase) {
        phrase.filter(Phrase::withheld).ifPresent(one -> flags.add(Flag.NAME_WITHHELD));
        return phrase.map(Phrase::words);
    }

    /** "shot dead the mayor" says that one was killed, where no number stands. */
    private Optional<Losses> killedByVerb(Realis realis) {
        EventType type = clause.word().type();
        boolean dead = clause.word().form() == Form.DEATH || type == EventType.ASSASSINATION;
        boolean one = target.isPresent()
                && !target.get().words().endsWith("s")
                && !target.get().words().contains(" and ");
        return dead && one && realis == Realis.HAPPENED
                ? Optional.of(new Losses(Optional.of(1), Optional.of(1)))
                : Optional.empty();
    }

    private Optional<Spot.Found> spot() {
        Spot spot = new Spot(sentence);
        Optional<Spot.Found> found = spot.find(clause.from(), clause.at(), clause.to());
        if (found.isPresent()) {
            return found;
        }
        Optional<Phrase> into = target.or(() -> entered);
        if (into.isPresent() && clause.word().form() != Form.DEATH) {
            Phrase object = into.get();
            if (nouns.isBareName(object)) {
                String words = object.words();
                boolean known = !places.find(words).isEmpty();
                boolean shelled = clause.word().type() == EventType.ARTILLERY_SHELLING
                        || clause.word().type() == EventType.AIRSTRIKE
                        || isEntering();
                if (known || shelled) {
                    return Optional.of(new Spot.Found(words, object.from(), object.to()));
                }
            }
        }
        return spot.find(0, clause.at(), sentence.size());
    }

    private boolean isEntering() {
        boolean moves = clause.word().type() == EventType.MOVEMENT_OF_FORCES
                || clause.word().type() == EventType.AID_DELIVERED;
        return moves && Grammar.isWordOf(sentence, clause.at(), Set.of("entered", "reached"));
    }

    private EventType type() {
        EventType said = clause.word().type();
        Optional<EventType> byWeapon = weapon.map(one -> one.gear().type());
        return switch (clause.word().form()) {
            case MUTUAL -> said;
            case DEATH -> byPerson(said);
            case NOUN ->
                said == EventType.ARMED_CLASH || said == EventType.ARTILLERY_SHELLING
                        ? byWeapon.filter(type -> isAttack()).orElse(said)
                        : said;
            case VERB ->
                switch (said) {
                    case ARTILLERY_SHELLING, ARMED_CLASH -> byWeapon.orElse(said);
                    case AIRSTRIKE ->
                        byWeapon.filter(type -> needsWeapon() || isDevice()).orElse(said);
                    case SMALL_ARMS_FIRE ->
                        sentence.get(clause.at()).isWord("shot") || isCivilianKilled()
                                ? civilian(said)
                                : byWeapon.orElse(said);
                    case BARREL_BOMB,
                            MORTAR,
                            ROCKET,
                            HEAVY_MACHINE_GUN,
                            IED,
                            ASSASSINATION,
                            VIOLENCE_AGAINST_CIVILIANS,
                            LETHAL_EVENT,
                            AIR_VIOLATION,
                            MOVEMENT_OF_FORCES,
                            CHECKPOINT_SET_UP,
                            ACCESS_DENIED,
                            AID_DELIVERED,
                            PRISONER,
                            OTHER -> said;
                };
        };
    }

    /** "Seven villagers were killed when armed men opened fire". */
    private boolean isCivilianKilled() {
        boolean armed = weapon.filter(one -> one.gear().type() != EventType.SMALL_ARMS_FIRE)
                .isPresent();
        for (int at = 0; at + 1 < sentence.size() && !armed; at++) {
            if (Cue.KILLED.isAt(sentence, at)
                    && Grammar.isWordOf(sentence, at - 1, Grammar.PASSIVE)) {
                return Cue.CIVILIAN.isAt(sentence, at - 2);
            }
        }
        return false;
    }

    private EventType civilian(EventType otherwise) {
        return isCivilianKilled() ? EventType.VIOLENCE_AGAINST_CIVILIANS : byPerson(otherwise);
    }

    private boolean isAttack() {
        String noun = sentence.get(clause.at()).norm();
        return Set.of("attack", "raid", "assault", "shelling", "bombardment").contains(noun);
    }

    private boolean needsWeapon() {
        return clause.word().need().filter(need -> need == Group.WEAPON).isPresent();
    }

    private boolean isDevice() {
        return weapon.filter(one -> one.gear().group() == Group.DEVICE && one.end() - one.at() > 1)
                .isPresent();
    }

    private EventType byPerson(EventType otherwise) {
        int from = target.map(Phrase::from).orElse(clause.end());
        int to = target.map(Phrase::to).orElse(clause.end());
        for (int at = from; at < to; at++) {
            if (Cue.OFFICIAL.isAt(sentence, at)) {
                return EventType.ASSASSINATION;
            }
        }
        for (int at = from; at < to; at++) {
            if (Cue.CIVILIAN.isAt(sentence, at)) {
                return EventType.VIOLENCE_AGAINST_CIVILIANS;
            }
        }
        return otherwise;
    }

    private void who() {
        if (clause.word().form() == Form.NOUN) {
            nominal();
        } else if (clause.isPassive()) {
            target = person(nouns.before(clause.at(), clause.from()))
                    .filter(phrase -> weaponOf(phrase).isEmpty());
            actor = nouns.agent(clause.end(), clause.to()).or(this::from).or(this::postOf);
        } else {
            active();
        }
        if (clause.word().type() == EventType.AID_DELIVERED) {
            actor = actor.filter(phrase ->
                    !Clause.groups(sentence, phrase.from(), phrase.to()).contains(Group.AID));
            actor = actor.filter(phrase -> !phrase.words().matches("(?is).*\\btrucks?\\b.*"));
            entered = target;
            target = to();
        }
        boolean exchange = clause.word().type() == EventType.PRISONER
                && sentence.get(clause.at()).norm().matches("exchang.*|swap.*");
        if (exchange) {
            target = Optional.empty();
        }
        if (clause.word().type() == EventType.MOVEMENT_OF_FORCES) {
            entered = target;
        }
        // An explosion does nothing by itself: who laid the mine is not said.
        actor = actor.filter(one -> !one.words().matches("(?i)(explosion|blast)\\b.*"));
        boolean aimless = clause.word().type() == EventType.AIR_VIOLATION
                || clause.word().type() == EventType.MOVEMENT_OF_FORCES
                || clause.word().type() == EventType.CHECKPOINT_SET_UP;
        if (aimless) {
            target = Optional.empty();
        }
    }

    /** "to the hospital of Hama": to whom aid came, where that is no mere place. */
    private Optional<Phrase> to() {
        for (int at = clause.end(); at < clause.to(); at++) {
            if (sentence.get(at).isWord("to")) {
                return nouns.behind(at + 1, clause.to())
                        .filter(phrase -> !nouns.isBareName(phrase))
                        .filter(phrase ->
                                !Grammar.isWordOf(sentence, phrase.from(), Grammar.PLACE_NOUNS));
            }
        }
        return Optional.empty();
    }

    private void active() {
        Optional<Phrase> subject = nouns.before(clause.at(), clause.from());
        Optional<Phrase> first = subject.isPresent() || clause.from() > 0 ? subject : mainSubject();
        if (clause.word().form() == Form.MUTUAL) {
            mutual(first);
            return;
        }
        Optional<Phrase> object = nouns.behind(clause.end(), clause.to());
        Optional<Weapon> armed = first.flatMap(this::weaponOf);
        if (armed.isPresent() && first.isPresent()) {
            Weapon one = armed.get();
            boolean its = Grammar.isWordOf(sentence, one.at() - 1, Set.of("its", "their"));
            boolean person = Grammar.isWordOf(sentence, one.end() - 1, MARKSMEN);
            actor = nouns.owner(first.get(), one.at(), one.end())
                    .or(() -> person ? first : Optional.empty())
                    .or(() -> nouns.agent(clause.from(), clause.at()))
                    .or(() -> its ? mainSubject() : Optional.empty());
        } else {
            actor = first.or(() -> subjectOfSentence());
        }
        boolean fires = sentence.get(clause.at()).isWord("fired")
                || sentence.get(clause.at()).isWord("launched")
                || sentence.get(clause.at()).isWord("dropped");
        boolean ran = weapon.filter(
                        one -> one.gear().group() == Group.DEVICE && one.at() >= clause.end())
                .isPresent();
        if (ran && clause.word().type() == EventType.IED) {
            target = actor;
            actor = Optional.empty();
            return;
        }
        target = person(fires && clause.end() == clause.at() + 1 ? aimedAt() : object);
    }

    /** The first weapon that a phrase names. */
    private Optional<Weapon> weaponOf(Phrase phrase) {
        for (int at = phrase.from(); at < phrase.to(); at++) {
            Optional<Terms.Found<List<Gear>>> found = Gear.terms().find(sentence, at);
            for (Gear gear : found.map(Terms.Found::value).orElse(List.of())) {
                if (gear.isWeapon()) {
                    return Optional.of(new Weapon(
                            gear, at, at + found.map(Terms.Found::length).orElse(1)));
                }
            }
        }
        return Optional.empty();
    }

    /** "it had shelled": who denied it. */
    private Optional<Phrase> mainSubject() {
        for (int at = 1; at < clause.at(); at++) {
            if (Grammar.isWordOf(sentence, at, Grammar.CLAUSE_WORDS)) {
                return nouns.before(at, 0);
            }
        }
        return Optional.empty();
    }

    private Optional<Phrase> subjectOfSentence() {
        return clause.from() > 0 && clause.word().form() == Form.VERB
                ? nouns.before(clause.at(), 0)
                : Optional.empty();
    }

    /** "fired three rockets at the town". */
    private Optional<Phrase> aimedAt() {
        for (int at = clause.end(); at < clause.to(); at++) {
            if (Grammar.isWordOf(
                    sentence, at, Set.of("at", "on", "into", "towards", "toward", "against"))) {
                return nouns.behind(at + 1, clause.to());
            }
        }
        return Optional.empty();
    }

    private void mutual(Optional<Phrase> subject) {
        actor = subject;
        if (subject.isEmpty()) {
            return;
        }
        for (int at = clause.end(); at < clause.to(); at++) {
            if (sentence.get(at).isWord("with")) {
                target = nouns.behind(at + 1, clause.to());
                return;
            }
        }
        for (int at = subject.get().from(); at < subject.get().to(); at++) {
            if (sentence.get(at).isWord("and")) {
                actor = nouns.before(at, subject.get().from());
                target = nouns.behind(at + 1, subject.get().to());
                return;
            }
        }
    }

    private void nominal() {
        actor = nouns.agent(clause.end(), clause.to())
                .or(() -> nouns.possessor(clause.at(), clause.from()));
        for (int at = clause.end(); at < Math.min(clause.to(), clause.end() + 8); at++) {
            if (Grammar.isWordOf(sentence, at, Set.of("of", "on", "against"))
                    && at + 1 < clause.to()
                    && !When.isDayOrMonth(sentence.get(at + 1))) {
                target = person(nouns.behind(at + 1, clause.to()));
                return;
            }
            if (Grammar.isWordOf(sentence, at, Set.of("between"))) {
                Optional<Phrase> both = nouns.behind(at + 1, clause.to());
                mutual(both);
                return;
            }
        }
    }

    private Optional<Phrase> from() {
        for (int at = clause.end(); at < clause.to(); at++) {
            if (sentence.get(at).isWord("from")
                    && clause.word().type() != EventType.ACCESS_DENIED) {
                return nouns.behind(at + 1, clause.to());
            }
        }
        return Optional.empty();
    }

    /** "stopped at a checkpoint of the police". */
    private Optional<Phrase> postOf() {
        for (int at = clause.end(); at + 1 < clause.to(); at++) {
            if (Grammar.isWordOf(sentence, at, Set.of("checkpoint", "roadblock", "post"))
                    && ACCESSORIES.contains(sentence.get(at + 1).norm())) {
                return nouns.behind(at + 2, clause.to());
            }
        }
        return Optional.empty();
    }

    /** A name alone may be a private person's; a place's or an organisation's may be told. */
    private Optional<Phrase> person(Optional<Phrase> phrase) {
        boolean bare = phrase.filter(nouns::isBareName).isPresent();
        boolean against = clause.word().form() == Form.DEATH
                || clause.word().type() == EventType.ASSASSINATION
                || clause.word().type() == EventType.PRISONER;
        if (bare && against) {
            flags.add(Flag.NAME_WITHHELD);
            return Optional.empty();
        }
        return phrase;
    }
}
