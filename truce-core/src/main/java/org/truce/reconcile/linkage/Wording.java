package org.truce.reconcile.linkage;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * What an account says in words of its own. Words are numbers that are equal where the words are,
 * and else unlike but by accident.
 *
 * @param place the name that it gives its place, {@link #NONE} without one; spellings of one name
 *     are one number
 * @param script of the text: between two scripts only sounds can be compared
 * @param words of the text, each once, ascending
 * @param sounds of these words, each once, ascending; equal across scripts where words sound alike
 */
public record Wording(int place, int script, int[] words, int[] sounds) {
    /** No name of a place. */
    public static final int NONE = 0;

    private static final int[] SILENCE = {};

    /** Of an account of codes and points alone. */
    public static final Wording NOTHING = new Wording(NONE, 0, SILENCE, SILENCE);

    public Wording {
        words = words.length == 0
                ? SILENCE
                : Arrays.stream(words).sorted().distinct().toArray();
        sounds = sounds.length == 0
                ? SILENCE
                : Arrays.stream(sounds).sorted().distinct().toArray();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Wording wording
                && place == wording.place
                && script == wording.script
                && Arrays.equals(words, wording.words)
                && Arrays.equals(sounds, wording.sounds);
    }

    @Override
    public int hashCode() {
        return 31 * place + Arrays.hashCode(words);
    }
}
