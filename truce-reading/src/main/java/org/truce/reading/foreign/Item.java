package org.truce.reading.foreign;

import org.truce.reading.text.Quotation;
import org.truce.reading.text.Span;

import java.util.List;
import java.util.Optional;

/**
 * A word, a mark, or a whole quotation of a sentence.
 *
 * @param form its characters; a quotation mark for a quotation
 * @param key the form as dictionaries are asked for it
 * @param variants the key, and the key without the particles that its language writes as one with a
 *     word; the longest first
 */
record Item(
        Span span, String form, String key, List<String> variants, Optional<Quotation> quotation) {
    Item {
        variants = List.copyOf(variants);
    }

    boolean isQuotation() {
        return quotation.isPresent();
    }

    boolean isWord() {
        return quotation.isEmpty() && Character.isLetter(form.charAt(0));
    }

    boolean isCapitalised() {
        return isWord() && Character.isUpperCase(form.charAt(0));
    }

    boolean isOneOf(String marks) {
        return form.length() == 1 && marks.indexOf(form.charAt(0)) >= 0;
    }

    boolean isDash() {
        return form.equals("--") || isOneOf("—–-―");
    }

    boolean isComma() {
        return isOneOf(",،");
    }
}
