package org.truce.record;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An entry of the same register, named as {@code kind:id}.
 *
 * @param kind the word by which its kind stands in its bytes
 */
public record EntryRef(String kind, String id) {
    private static final Pattern TEXT = Pattern.compile("([a-z][a-z-]{0,30}):(\\S{1,200})");
    private static final List<String> KINDS = EntryCodec.listKinds();

    /** Empty where the text is no kind and id. */
    public static Optional<EntryRef> find(String text) {
        return Optional.of(TEXT.matcher(text))
                .filter(matcher -> matcher.matches() && KINDS.contains(matcher.group(1)))
                .map(matcher -> new EntryRef(matcher.group(1), matcher.group(2)));
    }

    public static EntryRef to(Entry entry) {
        return new EntryRef(EntryCodec.kindOf(entry), entry.id());
    }

    public String text() {
        return kind + ":" + id;
    }

    /** The kinds that may stand before the colon. */
    public static List<String> listKinds() {
        return KINDS;
    }
}
