package org.truce.base;

/** Names that are shown and sent on one line. */
public final class OneLine {
    private OneLine() {}

    /**
     * Whether something in the text would end the line, cannot be seen, or turns the direction of
     * what follows: a name with it may be read as another, or as more than a name.
     */
    public static boolean isBroken(String text) {
        return text.codePoints().anyMatch(OneLine::breaks);
    }

    private static boolean breaks(int c) {
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return turns || c == 0x2028 || c == 0x2029 || Character.isISOControl(c);
    }
}
