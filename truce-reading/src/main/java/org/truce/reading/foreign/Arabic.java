package org.truce.reading.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Arabic, with its tables; safe to share. */
final class Arabic implements Tongue {
    private static final Set<String> EPITHETS =
            Set.of("مسوول", "دبلوماسي", "دبلوماسيه", "سياسي", "مسووله", "مسيول");

    private static final Set<String> LOOSE = Set.of(
            "عسكري", "اممي", "امميه", "دولي", "دوليه", "اعلامي", "اعلاميه", "محلي", "محليه",
            "سياسي", "سياسيه", "امني", "حكومي", "حكوميه", "رسمي", "رسميه", "ميداني", "انساني",
            "مدني", "كبير", "معارض", "بارز", "رفيع");

    private static final Set<String> PLACES = Set.of(
            "مدينه", "بلده", "قريه", "محافظه", "ريف", "حي", "معبر", "ناحيه", "مخيم", "بلدتي",
            "مدينتي", "قريتي", "مطار", "ميناء", "مديريه");

    private static final class Loaded {
        private static final Arabic ONCE = new Arabic();
    }

    private final Spelling spelling = new ArabicSpelling();
    private final Sayings sayings = Sayings.arabic(spelling);
    private final Nouns nouns = Nouns.arabic(spelling);
    private final ArabicWords words = new ArabicWords(nouns);
    private final Book<Known> known = Known.names(spelling, "arabic");
    private final Marks marks = Marks.of(spelling, "arabic");

    private Arabic() {}

    static Arabic get() {
        return Loaded.ONCE;
    }

    @Override
    public Spelling spelling() {
        return spelling;
    }

    Sayings sayings() {
        return sayings;
    }

    ArabicWords words() {
        return words;
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
        return " و";
    }

    @Override
    public Set<String> forms(String key) {
        return Set.of(key);
    }

    @Override
    public boolean isSameWord(String one, String other) {
        return one.equals(other);
    }

    @Override
    public boolean isEpithet(Naming title) {
        return title.name().startsWith("ال") && title.roles().stream().anyMatch(EPITHETS::contains);
    }

    @Override
    public boolean isShortForBodies(List<String> keys) {
        return false;
    }

    @Override
    public int placeEnd(Phrase phrase, int at) {
        boolean led = at > 0
                && phrase.isWord(at)
                && !phrase.get(at - 1).key().contains("ال")
                && phrase.get(at - 1).variants().stream().anyMatch(PLACES::contains);
        return led ? at + 1 : at;
    }

    @Override
    public List<Found> read(Phrase phrase, Optional<Phrase> before) {
        return new ArabicCues(phrase, this).read();
    }

    /** Names after a title, and names that begin with a given name and have a second word. */
    @Override
    public List<Naming> names(Phrase phrase) {
        return all(phrase).stream().filter(this::isSure).toList();
    }

    @Override
    public List<Naming> guesses(Phrase phrase) {
        return all(phrase).stream()
                .filter(one -> one.kind() == Naming.Kind.PERSON
                        && !isSure(one)
                        && !one.roles().isEmpty()
                        && one.keys().size() > 1)
                .toList();
    }

    @Override
    public boolean isTold(Naming title) {
        return title.name().startsWith("ال");
    }

    @Override
    public boolean isLooseRole(String role) {
        return LOOSE.contains(role);
    }

    private List<Naming> all(Phrase phrase) {
        List<Naming> found = new ArrayList<>();
        int at = 0;
        while (at < phrase.size()) {
            Optional<Naming> naming = startsName(phrase, at)
                    ? ArabicNames.read(phrase, this, at, phrase.size())
                    : Optional.empty();
            naming.ifPresent(found::add);
            at = naming.map(one -> Math.max(one.words().end(), one.words().start() + 1))
                    .orElse(at + 1);
        }
        return List.copyOf(found);
    }

    private boolean startsName(Phrase phrase, int at) {
        Item item = phrase.get(at);
        if (!item.isWord()) {
            return false;
        }
        return item.variants().stream()
                        .anyMatch(one -> nouns.isGivenName(one)
                                || nouns.kinds(one).contains(Noun.ROLE)
                                || nouns.kinds(one).contains(Noun.INSTITUTION))
                || known.find(phrase, at, phrase.size()).isPresent();
    }

    /** Without capitals a name is only sure with a given name in front, or in the dictionaries. */
    private boolean isSure(Naming naming) {
        if (naming.kind() != Naming.Kind.PERSON) {
            return naming.kind() == Naming.Kind.BODY;
        }
        boolean given = Set.copyOf(naming.keys()).stream().anyMatch(nouns::isGivenName);
        return naming.known().isPresent() || (given && naming.keys().size() > 1);
    }
}
