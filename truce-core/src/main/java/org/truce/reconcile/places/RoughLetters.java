package org.truce.reconcile.places;

import java.text.Normalizer;

/**
 * A quick look at a name before it is made ready: one bit for each class of consonants that its
 * letters may stand for, and perhaps some more.
 */
final class RoughLetters {
    private static final int LAST = 0x2000;
    private static final int[] CLASSES = classes();

    private RoughLetters() {}

    private static int[] classes() {
        int[] classes = new int[LAST];
        for (char letter = 'a'; letter <= 'z'; letter++) {
            classes[letter] = ofPlain(letter);
        }
        // In groups (ch, ph) and by front vowels some letters stand for others.
        classes['c'] |= ofPlain('s') | SoundWord.bit('x');
        classes['s'] |= SoundWord.bit('x');
        classes['p'] |= ofPlain('f');
        classes['x'] |= ofPlain('k');
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            classes[letter] = classes[Character.toLowerCase(letter)];
        }
        for (char letter = 0xc0; letter < LAST; letter++) {
            String apart = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKD);
            classes[letter] = apart.charAt(0) < 128 ? classes[apart.charAt(0)] : ofPlain(letter);
        }
        classes['ž'] |= ofPlain('j');
        classes['Ž'] |= ofPlain('j');
        return classes;
    }

    private static int ofPlain(char letter) {
        return SoundWord.ofSpelled(String.valueOf(letter)).classes();
    }

    static int of(String name) {
        int bits = 0;
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            bits |= letter < LAST ? CLASSES[letter] : -1;
        }
        return bits;
    }

    /** False only for names that are no candidates: most of what is asked for is not in them. */
    static boolean mayBeNear(PlaceWords asked, int letters) {
        int wanted = asked.classes();
        return wanted == 0 || 3 * Integer.bitCount(wanted & letters) >= Integer.bitCount(wanted);
    }
}
