package org.truce.reconcile.places;

/**
 * The sounds to which Arabic and Latin letters are brought. Where one script has several letters
 * for what the other writes with one (ح and ه, س and ص), they are one sound from the start; where
 * transliterations disagree (th or s for ث), the sounds stay apart and {@link SoundCosts} says how
 * near they are.
 */
enum Sound {
    /** Alef, ayn, hamza, a: written or not, long or short. */
    A(6, '-'),
    /** A short i or e, which Arabic does not write. */
    I(10, '-'),
    /** A short u or o, which Arabic does not write. */
    U(10, '-'),
    /** Teh marbuta: a, ah, eh, or t before another word. */
    MARBUTA(6, '-'),
    W(60, '-'),
    Y(60, '-'),
    B(100, 'b'),
    F(100, 'f'),
    T(100, 't'),
    TH(100, 't'),
    J(100, 'g'),
    /** Weak: French and Turkish drop it. */
    H(80, 'h'),
    KH(100, 'h'),
    D(100, 'd'),
    DH(100, 'd'),
    R(100, 'r'),
    Z(100, 'd'),
    S(100, 's'),
    SH(100, 'x'),
    /** The Latin digraph ch: sh in French, kh in German. */
    CH(100, 'x'),
    GH(100, 'g'),
    /** The Latin letter g: ج in Egypt, ق among Bedouin, غ where h is dropped. */
    G(100, 'g'),
    K(100, 'k'),
    Q(100, 'k'),
    L(100, 'l'),
    M(100, 'm'),
    N(100, 'n'),
    ZERO(150, '0'),
    ONE(150, '1'),
    TWO(150, '2'),
    THREE(150, '3'),
    FOUR(150, '4'),
    FIVE(150, '5'),
    SIX(150, '6'),
    SEVEN(150, '7'),
    EIGHT(150, '8'),
    NINE(150, '9');

    static final char NOT_IN_SKELETON = '-';
    private static final Sound[] ALL = values();

    private final int weight;
    private final char skeleton;

    Sound(int weight, char skeleton) {
        this.weight = weight;
        this.skeleton = skeleton;
    }

    static Sound at(int ordinal) {
        return ALL[ordinal];
    }

    static Sound digit(int value) {
        return ALL[ZERO.ordinal() + value];
    }

    /** What it costs to leave the sound out, in hundredths of a consonant. */
    int weight() {
        return weight;
    }

    /** The letter of its class in a skeleton, {@link #NOT_IN_SKELETON} for vowels. */
    char skeleton() {
        return skeleton;
    }

    boolean isVowel() {
        return skeleton == NOT_IN_SKELETON;
    }
}
