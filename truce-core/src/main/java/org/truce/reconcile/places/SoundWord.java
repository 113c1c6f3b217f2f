package org.truce.reconcile.places;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A word in Arabic or Latin script as the sounds it stands for, so that spellings in either can be
 * compared; works for words of any kind, and is made for Arabic names.
 *
 * <p>The scheme stands in docs/reference/places.md. Words in other scripts have no sounds here.
 */
public final class SoundWord {
    private static final int MOST_LETTERS = 40;
    private static final Map<Character, Sound> ARABIC = arabic();

    private final String text;
    private final byte[] sounds;
    private final int weight;
    private final String skeleton;
    private final int classes;

    private SoundWord(String text, byte[] sounds) {
        this.text = text;
        this.sounds = sounds;
        this.weight = SoundCosts.weight(sounds);
        this.skeleton = skeleton(sounds);
        this.classes = classes(skeleton);
    }

    /**
     * The first word of {@code text}, without article and marks; empty when there is none, or one
     * in a script that is neither Arabic nor Latin.
     */
    public static Optional<SoundWord> find(String text) {
        return Spelling.words(text).stream()
                .findFirst()
                .map(SoundWord::ofSpelled)
                .filter(SoundWord::isHeard);
    }

    /** A word as {@link Spelling} leaves it. */
    static SoundWord ofSpelled(String whole) {
        // A comparison takes time with the product of the lengths.
        String word = whole.substring(0, Math.min(whole.length(), MOST_LETTERS));
        byte[] sounds = new byte[2 * word.length()];
        int length = 0;
        int at = LatinSounds.start(word);
        boolean other = false;
        while (at < word.length()) {
            char letter = word.charAt(at);
            int read = 1;
            Sound sound = null;
            if (Character.isDigit(letter)) {
                sound = Sound.digit(Character.digit(letter, 10));
            } else if (LatinSounds.isLatin(letter)) {
                read = LatinSounds.length(word, at);
                sound = LatinSounds.sound(word, at, read);
            } else if (ARABIC.containsKey(letter)) {
                sound = arabic(word, at);
            } else {
                other = true;
            }
            if (sound != null && !repeats(sounds, length, sound, LatinSounds.isLatin(letter))) {
                sounds[length++] = (byte) sound.ordinal();
            }
            at += read;
        }
        return new SoundWord(
                Spelling.unified(whole), other ? new byte[0] : Arrays.copyOf(sounds, length));
    }

    /** Several words said as one. */
    static byte[] joined(Iterable<SoundWord> words) {
        int length = 0;
        for (SoundWord word : words) {
            length += word.sounds.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (SoundWord word : words) {
            for (int i = 0; i < word.sounds.length; i++) {
                boolean met = i == 0 && at > 0 && all[at - 1] == word.sounds[0];
                if (!met) {
                    all[at++] = word.sounds[i];
                }
            }
        }
        return Arrays.copyOf(all, at);
    }

    /** A doubled Latin letter is one sound. In Arabic a vowel, not written, parts them. */
    private static boolean repeats(byte[] sounds, int length, Sound sound, boolean latin) {
        return length > 0 && sounds[length - 1] == sound.ordinal() && (sound.isVowel() || latin);
    }

    private static Sound arabic(String word, int at) {
        Sound sound = ARABIC.get(word.charAt(at));
        boolean last = at == word.length() - 1 && at > 0;
        // A final heh is mostly a teh marbuta whose dots were left out.
        return last && word.charAt(at) == 'ه' ? Sound.MARBUTA : Objects.requireNonNull(sound);
    }

    private static Map<Character, Sound> arabic() {
        Map<Character, Sound> map = new HashMap<>();
        String table =
                "اA عA ىA ةMARBUTA وW ۆW ۇW ڤW يY ێY بB پB فF تT طT ثTH جJ ژJ چCH حH هH ھH خKH"
                        + " دD ضD ذDH ظDH رR ڕR زZ سS صS شSH غGH گG كK قQ لL ڵL مM نN";
        for (String entry : table.split(" ")) {
            map.put(entry.charAt(0), Sound.valueOf(entry.substring(1)));
        }
        return Map.copyOf(map);
    }

    private static String skeleton(byte[] sounds) {
        StringBuilder skeleton = new StringBuilder();
        for (byte sound : sounds) {
            char letter = Sound.at(sound).skeleton();
            boolean again = !skeleton.isEmpty()
                    && skeleton.charAt(skeleton.length() - 1) == letter
                    && !Character.isDigit(letter);
            if (letter != Sound.NOT_IN_SKELETON && !again) {
                skeleton.append(letter);
            }
        }
        return skeleton.toString();
    }

    static int bit(char skeleton) {
        return 1 << (skeleton & 31);
    }

    /** One bit for each class of consonants that is there. */
    int classes() {
        return classes;
    }

    private static int classes(String skeleton) {
        int bits = 0;
        for (int i = 0; i < skeleton.length(); i++) {
            bits |= bit(skeleton.charAt(i));
        }
        return bits;
    }

    /** The word itself in one spelling, in its own script. */
    public String text() {
        return text;
    }

    /**
     * Its consonants by class: the same for most spellings of a word in either script, and for some
     * other words too. Empty for a word of vowels.
     */
    public String skeleton() {
        return skeleton;
    }

    boolean isHeard() {
        return sounds.length > 0;
    }

    byte[] sounds() {
        return sounds;
    }

    /** In hundredths of a consonant. */
    int weight() {
        return weight;
    }

    /** How near the sounds are, 0 to 1; 1 for the same. */
    public double closeness(SoundWord other) {
        if (text.equals(other.text)) {
            return 1;
        }
        if (sounds.length == 0 || other.sounds.length == 0 || clearlyDiffers(other)) {
            return 0;
        }
        return SoundCosts.closeness(sounds, weight, other.sounds, other.weight);
    }

    /** Most pairs are of names that share next to nothing: seen from the classes, at once. */
    private boolean clearlyDiffers(SoundWord other) {
        int shared = Integer.bitCount(classes & other.classes);
        return 3 * shared < Integer.bitCount(classes | other.classes);
    }

    @Override
    public String toString() {
        return text;
    }
}
