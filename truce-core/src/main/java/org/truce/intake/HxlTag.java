package org.truce.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A hashtag of the Humanitarian Exchange Language with its attributes, by the grammar of the HXL
 * tagging conventions (version 1.1, 2018, and appendix B of those before): letters, digits and the
 * underscore, in upper or lower case, with or without blanks before an attribute, and the
 * attributes in any order.
 *
 * @param name without its sign, in lower case: {@code org}
 * @param attributes without their signs, in lower case: {@code funder}, {@code name}
 * @param column the one way in which it is written here: in lower case, without blanks, and its
 *     attributes by the alphabet
 */
record HxlTag(String name, Set<String> attributes, String column) {
    private static final String TOKEN = "[A-Za-z][A-Za-z0-9_]*";
    private static final Pattern GRAMMAR = Pattern.compile("#" + TOKEN + "(\\s*\\+" + TOKEN + ")*");

    HxlTag {
        attributes = Set.copyOf(attributes);
    }

    /** What stands in a cell; empty where that is no hashtag. */
    static Optional<HxlTag> find(String cell) {
        String text = cell.strip();
        if (!GRAMMAR.matcher(text).matches()) {
            return Optional.empty();
        }
        List<String> parts =
                Arrays.asList(text.substring(1).toLowerCase(Locale.ROOT).split("\\s*\\+"));
        String name = parts.getFirst();
        TreeSet<String> attributes = new TreeSet<>(parts.subList(1, parts.size()));
        String column = Stream.concat(Stream.of("#" + name), attributes.stream())
                .collect(Collectors.joining("+"));
        return Optional.of(new HxlTag(name, attributes, column));
    }

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    boolean hasAny(Set<String> some) {
        return attributes.stream().anyMatch(some::contains);
    }
}
