package org.truce.reading.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Russian, with its tables; safe to share. */
final class Russian implements Tongue {
    private static final class Loaded {
        private static final Russian ONCE = new Russian();
    }

    private static final Set<String> EPITHETS = Set.of(
            "политик",
            "дипломат",
            "чиновник",
            "представитель",
            "глава",
            "собеседник",
            "собеседница",
            "лидер",
            "парламентарий",
            "контр-адмирал",
            "полковник",
            "военачальник",
            "госпожа",
            "господин",
            "эксперт",
            "аналитик",
            "политолог",
            "востоковед",
            "военный",
            "генерал",
            "офицер");

    private static final Set<String> BEFORE_PLACES = Set.of(
            "в",
            "во",
            "под",
            "близ",
            "около",
            "возле",
            "из",
            "у",
            "города",
            "городе",
            "районе",
            "провинции",
            "района",
            "селе",
            "деревне",
            "деревни",
            "поселка");

    /** After these a name is in another case than the nominative. */
    private static final Set<String> BEFORE_OBLIQUE = Set.of(
            "словам",
            "мнению",
            "данным",
            "слова",
            "словами",
            "с",
            "у",
            "от",
            "к",
            "на",
            "о",
            "об",
            "для",
            "против",
            "согласно",
            "оценке",
            "оценкам",
            "версии",
            "утверждению",
            "сведениям",
            "информации",
            "заявлению",
            "заявлениям",
            "убеждению");

    private final Spelling spelling = new RussianSpelling();
    private final Sayings sayings = Sayings.russian(spelling);
    private final Nouns nouns = Nouns.russian(spelling);
    private final Book<Known> known = Known.names(spelling, "russian");
    private final Marks marks = Marks.of(spelling, "russian");

    private Russian() {}

    static Russian get() {
        return Loaded.ONCE;
    }

    @Override
    public Spelling spelling() {
        return spelling;
    }

    Sayings sayings() {
        return sayings;
    }

    Nouns nouns() {
        return nouns;
    }

    @Override
    public Book<Known> known() {
        return known;
    }

    @Override
    public Marks marks() {
        return marks;
    }

    @Override
    public String and() {
        return " и ";
    }

    @Override
    public Set<String> forms(String key) {
        return RussianForms.stems(key);
    }

    @Override
    public boolean isSameWord(String one, String other) {
        return RussianForms.isSame(one, other);
    }

    @Override
    public boolean isEpithet(Naming title) {
        return title.roles().stream().anyMatch(EPITHETS::contains);
    }

    boolean isName(Phrase phrase, int at) {
        return RussianForms.findGivenName(phrase.key(at), nouns).isPresent();
    }

    boolean isAfterOblique(Phrase phrase, int at) {
        return BEFORE_OBLIQUE.contains(phrase.key(at - 1));
    }

    @Override
    public boolean isShortForBodies(List<String> keys) {
        return keys.size() == 1
                && Set.of("ведомство", "министерство", "ведомстве", "министерстве")
                        .contains(keys.getFirst());
    }

    @Override
    public int placeEnd(Phrase phrase, int at) {
        boolean led = at > 0
                && phrase.get(at).isCapitalised()
                && BEFORE_PLACES.contains(phrase.key(at - 1))
                && RussianForms.findHead(phrase.key(at), nouns).isEmpty();
        int end = at;
        while (led && end < phrase.size() && phrase.get(end).isCapitalised()) {
            end++;
        }
        return end;
    }

    @Override
    public List<Found> read(Phrase phrase, Optional<Phrase> before) {
        return new RussianCues(phrase, this, before).read();
    }

    /** Two capitals with a given name first, a title with a capital behind it, and bodies. */
    @Override
    public List<Naming> names(Phrase phrase) {
        List<Naming> found = new ArrayList<>();
        int at = 0;
        while (at < phrase.size()) {
            Optional<Naming> naming = phrase.get(at).isWord()
                    ? RussianNames.read(phrase, this, at, phrase.size())
                    : Optional.empty();
            naming.filter(this::isSure).ifPresent(found::add);
            at = naming.map(one -> Math.max(one.words().end(), at(one))).orElse(at + 1);
        }
        return List.copyOf(found);
    }

    /** None: capitals tell names. */
    @Override
    public List<Naming> guesses(Phrase phrase) {
        return List.of();
    }

    @Override
    public boolean isTold(Naming title) {
        return true;
    }

    @Override
    public boolean isLooseRole(String role) {
        return role.matches(".*(ский|цкий|ская|цкая)");
    }

    private static int at(Naming naming) {
        return naming.words().start() + 1;
    }

    private boolean isSure(Naming naming) {
        if (naming.kind() != Naming.Kind.PERSON) {
            return naming.kind() == Naming.Kind.BODY;
        }
        boolean given = naming.keys().stream()
                .anyMatch(key -> RussianForms.findGivenName(key, nouns).isPresent());
        boolean titled =
                naming.roles().stream().anyMatch(role -> nouns.kinds(role).contains(Noun.ROLE));
        return naming.known().isPresent() || (naming.keys().size() > 1 && (given || titled));
    }
}
