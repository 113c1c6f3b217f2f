package org.truce.reconcile.places;

import org.truce.reconcile.places.Vocabulary.Trait;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A place name made ready to be compared: make one for each name, once (some microseconds), and
 * compare as many pairs as are wanted (about a microsecond each). Names in Arabic and in Latin
 * script meet. Immutable.
 */
public final class PlaceWords {
    /** From this closeness on, two names are taken for spellings of one; measured, see the docs. */
    static final double VARIANT_FROM = 0.82;

    /** Words further apart than this have nothing to do with each other. */
    private static final double WORD_FROM = 0.5;

    private static final double CONTRADICTED = 0.5;
    private static final double COMMON_WORD = 0.35;
    private static final int MOST_WORDS = 8;
    private static final Pattern BRACKETS = Pattern.compile("[(（]([^)）]*)[)）]?");

    private final String text;
    private final SoundWord[] words;
    private final double[] weights;
    private final double weight;
    private final byte[] joined;
    private final int joinedWeight;
    private final Set<Trait> traits;
    private final List<PlaceWords> within;
    private final String key;

    private PlaceWords(List<String> spelled, Set<Trait> traits, List<PlaceWords> within) {
        List<SoundWord> heard =
                spelled.stream().limit(MOST_WORDS).map(SoundWord::ofSpelled).toList();
        this.words = heard.toArray(SoundWord[]::new);
        this.text = String.join(" ", heard.stream().map(SoundWord::text).toList());
        this.weights = new double[words.length];
        double sum = 0;
        for (int i = 0; i < words.length; i++) {
            boolean common = words.length > 1 && Vocabulary.isCommon(words[i].text());
            weights[i] = Math.max(100, words[i].weight()) * (common ? COMMON_WORD : 1);
            sum += weights[i];
        }
        this.weight = sum;
        this.joined = SoundWord.joined(heard);
        this.joinedWeight = SoundCosts.weight(joined);
        this.traits = Set.copyOf(traits);
        this.within = List.copyOf(within);
        this.key = String.join("", heard.stream().map(SoundWord::skeleton).toList());
    }

    /** How two names stand to each other. */
    public enum Grade {
        /** The same but for case, marks, articles and words like "city". */
        SAME,
        /** Another spelling, another script, or another name of it that we know. */
        VARIANT,
        /** One has all words of the other and more: a town and its quarter, camp or countryside. */
        PART,
        DIFFERENT,
        /** One has no word of its own, or they are in scripts that we cannot compare. */
        UNKNOWN
    }

    /**
     * @param closeness 0 to 1: 1 for the same sounds; also graded among different names. 0 when
     *     unknown. It is no probability.
     */
    public record Likeness(Grade grade, double closeness) {}

    /** Of any text; one without a name in it is unlike every other. */
    public static PlaceWords of(String name) {
        List<PlaceWords> within = new ArrayList<>();
        BRACKETS.matcher(name)
                .results()
                .limit(MOST_WORDS)
                .map(found -> plain(found.group(1)))
                .filter(larger -> !larger.isEmpty())
                .forEach(within::add);
        return read(BRACKETS.matcher(name).replaceAll(" "), within);
    }

    private static PlaceWords plain(String name) {
        return read(name, List.of());
    }

    private static PlaceWords read(String name, List<PlaceWords> within) {
        List<String> own = new ArrayList<>();
        List<String> set = new ArrayList<>();
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        for (String word : Spelling.words(name)) {
            String unified = Spelling.unified(word);
            Trait trait = Vocabulary.findTrait(unified);
            if (trait != null) {
                traits.add(trait);
                set.add(word);
            } else if (!Vocabulary.saysNothing(unified)) {
                String[] ours = Vocabulary.ownName(unified);
                own.addAll(
                        ours.length == 1 && ours[0].equals(unified)
                                ? List.of(word)
                                : List.of(ours));
            }
        }
        // A town may be called just "the new one" or, with a word that many have, Kafr Saghir.
        boolean called = own.stream().map(Spelling::unified).allMatch(Vocabulary::isCommon);
        if (called) {
            own.addAll(set);
            traits.clear();
        }
        return new PlaceWords(own, traits, within);
    }

    /** The name's own words in one spelling, without articles, brackets and words like "city". */
    public String text() {
        return text;
    }

    /**
     * The consonants of its words by class: what most spellings of a name share, for blocking and
     * for counting how common a name is. Empty when it has none.
     */
    public String key() {
        return key;
    }

    /**
     * The {@link #key} and what sets one place of that name apart from another, such as a camp from
     * its town: equal for most spellings of one name. Empty when there is neither.
     */
    public String identity() {
        return traits.isEmpty() ? key : key + new TreeSet<>(traits);
    }

    /** One bit for each class of consonants in it. */
    int classes() {
        int bits = 0;
        for (SoundWord word : words) {
            bits |= word.classes();
        }
        return bits;
    }

    /** Whether it has no word to compare. */
    public boolean isEmpty() {
        return words.length == 0;
    }

    /** Symmetric. */
    public Likeness likeness(PlaceWords other) {
        if (words.length == 0 || other.words.length == 0) {
            return new Likeness(Grade.UNKNOWN, 0);
        }
        boolean sameTraits = traits.equals(other.traits);
        boolean sameText = text.equals(other.text);
        if (sameText && sameTraits) {
            return new Likeness(Grade.SAME, 1);
        }
        if (joined.length == 0 || other.joined.length == 0) {
            boolean bothUnheard = joined.length == 0 && other.joined.length == 0;
            return new Likeness(bothUnheard && !sameText ? Grade.DIFFERENT : Grade.UNKNOWN, 0);
        }
        Alignment alignment = align(other);
        double closeness = sameText ? 1 : alignment.closeness();
        if (!sameText && words.length != other.words.length) {
            closeness = Math.max(
                    closeness,
                    SoundCosts.closeness(joined, joinedWeight, other.joined, other.joinedWeight));
        }
        return graded(other, closeness, alignment.contained(), sameTraits);
    }

    private Likeness graded(
            PlaceWords other, double closeness, boolean contained, boolean sameTraits) {
        boolean near = closeness >= VARIANT_FROM;
        if (near && sameTraits) {
            return new Likeness(Grade.VARIANT, closeness);
        }
        if (Vocabulary.contradict(traits, other.traits)) {
            return new Likeness(Grade.DIFFERENT, Math.min(closeness, CONTRADICTED));
        }
        boolean part = near || contained || other.isWithin(this) || isWithin(other);
        return new Likeness(part ? Grade.PART : Grade.DIFFERENT, closeness);
    }

    private boolean isWithin(PlaceWords larger) {
        return within.stream().anyMatch(mine -> mine.align(larger).closeness() >= VARIANT_FROM);
    }

    /** @param contained whether all words of one stand in the other */
    private record Alignment(double closeness, boolean contained) {}

    /** Each word of one against the word of the other that is nearest, nearest pairs first. */
    private Alignment align(PlaceWords other) {
        // In a fixed order, so that ties are broken alike from both sides.
        return text.compareTo(other.text) <= 0 ? alignInOrder(other) : other.alignInOrder(this);
    }

    private Alignment alignInOrder(PlaceWords other) {
        int m = other.words.length;
        double[] near = new double[words.length * m];
        for (int at = 0; at < near.length; at++) {
            near[at] = words[at / m].closeness(other.words[at % m]);
        }
        double matched = 0;
        int foundMine = 0;
        int foundOther = 0;
        for (int at = nearest(near); at >= 0; at = nearest(near)) {
            int i = at / m;
            int j = at % m;
            matched += near[at] * (weights[i] + other.weights[j]);
            if (near[at] >= VARIANT_FROM) {
                foundMine |= 1 << i;
                foundOther |= 1 << j;
            }
            for (int taken = 0; taken < near.length; taken++) {
                if (taken / m == i || taken % m == j) {
                    near[taken] = 0;
                }
            }
        }
        return new Alignment(
                matched / (weight + other.weight), covers(foundMine) || other.covers(foundOther));
    }

    /** The first of the nearest pairs that are left; -1 when none is near. */
    private static int nearest(double[] near) {
        int best = -1;
        for (int at = 0; at < near.length; at++) {
            if (near[at] >= WORD_FROM && (best < 0 || near[at] > near[best])) {
                best = at;
            }
        }
        return best;
    }

    /** Whether all words are found, and not only such as many names have. */
    private boolean covers(int found) {
        boolean telling = false;
        for (int i = 0; i < words.length; i++) {
            if ((found & (1 << i)) == 0) {
                return false;
            }
            telling |= weights[i] >= words[i].weight();
        }
        return telling;
    }

    @Override
    public String toString() {
        return text;
    }
}
