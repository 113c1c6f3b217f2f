package org.truce.reading.text;

/**
 * A word, a number or a mark of punctuation. Endings that are words of their own stand alone, as in
 * the treebank that the models learned from: "Syria" "'s", "did" "n't".
 *
 * @param form its plain characters without those of no width, the apostrophe always straight
 * @param key the form folded, by which dictionaries are asked; see {@link Fold}
 */
public record Token(Span span, String form, String key) {
    public Token {
        if (span.isEmpty() || form.isEmpty()) {
            throw new IllegalArgumentException("a word has a character: " + span);
        }
    }

    /** Whether it begins with a letter. */
    public boolean isWord() {
        return Character.isLetter(form.charAt(0));
    }

    /** Whether it begins with a capital letter. */
    public boolean isCapitalised() {
        return Character.isUpperCase(form.charAt(0));
    }

    public int start() {
        return span.start();
    }

    public int end() {
        return span.end();
    }
}
