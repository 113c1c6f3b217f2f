package org.truce.intake;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.truce.base.Coded;
import org.truce.base.Moment;
import org.truce.record.Agreement.Words;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A YAML mapping whose keys are known. Whatever is wrong is noted, and a stand-in is handed out (an
 * empty text, an empty list), so that one reading finds all problems of a file; nothing read with a
 * problem is ever used.
 */
final class YamlMap {
    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    private static final String CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String THOUSANDTHS = "[0-9]{1,4}(\\.[0-9]{1,3})?";
    private static final String WHOLE = "[0-9]{1,6}";

    private final Map<String, Node> values;
    private final YamlProblems problems;

    private YamlMap(Map<String, Node> values, YamlProblems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** The mapping at {@code node}; unknown, repeated and missing keys are noted. */
    static YamlMap open(
            Node node, List<String> required, List<String> optional, YamlProblems problems) {
        Map<String, Node> values = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problems.add(
                    node,
                    "",
                    "here should stand keys with values",
                    "write the keys: " + String.join(", ", required));
            return new YamlMap(values, problems);
        }
        List<String> known = Stream.concat(required.stream(), optional.stream()).toList();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
            if (!known.contains(key)) {
                problems.add(
                        tuple.getKeyNode(),
                        key,
                        "'%s' is not a key that may stand here".formatted(key),
                        Nearest.advice(key, known));
            } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                problems.add(
                        tuple.getKeyNode(),
                        key,
                        "the key '%s' stands here twice".formatted(key),
                        "keep one of the two");
            }
        }
        for (String key : required) {
            if (!values.containsKey(key)) {
                problems.add(
                        node, key, "the key '%s' is missing".formatted(key), "add " + key + ":");
            }
        }
        return new YamlMap(values, problems);
    }

    /** The scalar at one key, before it is known which other keys belong beside it. */
    static Optional<ScalarNode> peek(Node node, String key) {
        if (!(node instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        return mapping.getValue().stream()
                .filter(t ->
                        t.getKeyNode() instanceof ScalarNode k && k.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .filter(ScalarNode.class::isInstance)
                .map(ScalarNode.class::cast)
                .findFirst();
    }

    Optional<Node> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    YamlMap open(String key, List<String> required, List<String> optional) {
        return find(key)
                .map(node -> open(node, required, optional, problems))
                .orElseGet(() -> new YamlMap(Map.of(), problems));
    }

    void requireVersion(String key) {
        find(key)
                .filter(node -> !(node instanceof ScalarNode number
                        && number.getTag().equals(Tag.INT)
                        && number.getValue().equals("1")))
                .ifPresent(node -> problems.add(
                        node,
                        key,
                        "only version 1 of this format is read",
                        "write " + key + ": 1"));
    }

    String text(String key) {
        return findText(key).orElse("");
    }

    Optional<String> findText(String key) {
        return find(key).flatMap(node -> text(key, node));
    }

    private Optional<String> text(String key, Node node) {
        if (node instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.STR)
                && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        problems.add(
                node,
                key,
                "the value of '%s' is not a text".formatted(key),
                "write a text; put figures, true, false and null in quotation marks");
        return Optional.empty();
    }

    boolean flag(String key) {
        Optional<Node> node = find(key);
        if (node.isPresent()
                && !(node.get() instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL))) {
            problems.add(
                    node.get(),
                    key,
                    "the value of '%s' is neither true nor false".formatted(key),
                    "write true or false");
        }
        return node.filter(ScalarNode.class::isInstance)
                .map(scalar -> ((ScalarNode) scalar).getValue().equals("true"))
                .orElse(false);
    }

    /** An id: lower-case letters, digits and single dashes. */
    String id(String key) {
        return find(key).flatMap(node -> id(key, node)).orElse("");
    }

    private Optional<String> id(String key, Node node) {
        Optional<String> id = text(key, node);
        if (id.isPresent() && !id.get().matches(ID)) {
            problems.add(
                    node,
                    key,
                    "'%s' is not an id".formatted(id.get()),
                    "write lower-case letters, digits and dashes, as in south-west");
            return Optional.empty();
        }
        return id;
    }

    /** The items of a list, of which there must be {@code atLeast}. */
    List<Node> list(String key, int atLeast) {
        return find(key).map(node -> items(key, node, atLeast)).orElse(List.of());
    }

    List<Node> items(String key, Node node, int atLeast) {
        if (!(node instanceof SequenceNode list)) {
            problems.add(
                    node,
                    key,
                    "the value of '%s' is not a list".formatted(key),
                    "write a list: [first, second], or one item a line after a dash");
            return List.of();
        }
        if (list.getValue().size() < atLeast) {
            problems.add(node, key, "the list '%s' is empty".formatted(key), "name at least one");
        }
        return list.getValue();
    }

    List<String> texts(String key, int atLeast) {
        return list(key, atLeast).stream()
                .flatMap(node -> text(key, node).stream())
                .toList();
    }

    List<String> ids(String key, int atLeast, YamlIds.Use use) {
        return list(key, atLeast).stream()
                .flatMap(node -> usedId(key, node, use).stream())
                .toList();
    }

    Optional<String> usedId(String key, Node node, YamlIds.Use use) {
        Optional<String> id = id(key, node);
        id.ifPresent(used -> use.note(key, node, used));
        return id;
    }

    Words words(String key) {
        return findWords(key).orElse(new Words("", Optional.empty()));
    }

    Optional<Words> findWords(String key) {
        if (find(key).isEmpty()) {
            return Optional.empty();
        }
        YamlMap words = open(key, List.of("en"), List.of("ar"));
        return Optional.of(new Words(words.text("en"), words.findText("ar")));
    }

    <E extends Enum<E> & Coded> List<E> codes(String key, Class<E> type) {
        List<E> found = new ArrayList<>();
        for (Node node : list(key, 1)) {
            code(key, node, type).ifPresent(found::add);
        }
        return found;
    }

    <E extends Enum<E> & Coded> Optional<E> findCode(String key, Class<E> type) {
        return find(key).flatMap(node -> code(key, node, type));
    }

    private <E extends Enum<E> & Coded> Optional<E> code(String key, Node node, Class<E> type) {
        Optional<String> text = text(key, node);
        Optional<E> code = text.flatMap(t -> Coded.find(type, t));
        if (text.isPresent() && code.isEmpty()) {
            noteUnknown(key, node, text.get(), Coded.listCodes(type));
        }
        return code;
    }

    void noteUnknown(String key, Node node, String text, List<String> known) {
        problems.add(
                node,
                key,
                "'%s' is not known as '%s'".formatted(text, key),
                Nearest.advice(text, known));
    }

    Optional<LocalDate> findDate(String key) {
        return findValue(key, text -> {
            try {
                return Optional.of(Row.date(key, text));
            } catch (BadValue bad) {
                return noted(key, bad);
            }
        });
    }

    Optional<Moment> findMoment(String key) {
        return findValue(key, text -> {
            try {
                return Optional.of(Row.moment(key, text));
            } catch (BadValue bad) {
                return noted(key, bad);
            }
        });
    }

    private <T> Optional<T> findValue(String key, Function<String, Optional<T>> parse) {
        return findText(key).flatMap(parse);
    }

    /** A clock time in whole minutes, without a date: 08:00. */
    Optional<LocalTime> findClock(String key) {
        Optional<String> text = findText(key);
        if (text.isPresent() && !text.get().matches(CLOCK)) {
            find(key)
                    .ifPresent(node -> problems.add(
                            node,
                            key,
                            "'%s' is not a time of day".formatted(text.get()),
                            "write hours and minutes, from 00:00 to 23:59"));
            return Optional.empty();
        }
        return text.map(LocalTime::parse);
    }

    /**
     * A number above 0 and below 10,000 with at most three digits behind its point, in thousandths.
     */
    OptionalInt findThousandths(String key) {
        return number(
                key, THOUSANDTHS, "a number above 0, with at most three digits behind its point");
    }

    /** A number of people: whole, above 0. */
    OptionalInt findCount(String key) {
        OptionalInt thousandths = number(key, WHOLE, "a whole number above 0");
        return thousandths.isEmpty() ? thousandths : OptionalInt.of(thousandths.getAsInt() / 1000);
    }

    /** A place in a text, counted from 0. */
    OptionalInt findPlace(String key) {
        if (find(key)
                .filter(node -> node instanceof ScalarNode zero
                        && zero.getTag().equals(Tag.INT)
                        && zero.getValue().equals("0"))
                .isPresent()) {
            return OptionalInt.of(0);
        }
        return findCount(key);
    }

    private OptionalInt number(String key, String pattern, String wanted) {
        Optional<Node> node = find(key);
        if (node.isEmpty()) {
            return OptionalInt.empty();
        }
        if (node.get() instanceof ScalarNode scalar
                && (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT))
                && scalar.getValue().matches(pattern)
                && new BigDecimal(scalar.getValue()).signum() > 0) {
            return OptionalInt.of(
                    new BigDecimal(scalar.getValue()).movePointRight(3).intValueExact());
        }
        problems.add(
                node.get(),
                key,
                "the value of '%s' is not a number that may stand here".formatted(key),
                "write " + wanted + ", without quotation marks");
        return OptionalInt.empty();
    }

    /** Notes that of two keys exactly one must stand here. */
    void requireOneOf(String one, String other, Node at) {
        if (find(one).isPresent() && find(other).isPresent()) {
            problems.add(
                    at,
                    other,
                    "'%s' and '%s' may not stand together".formatted(one, other),
                    "keep one of the two");
        } else {
            requireAnyOf(one, other, at);
        }
    }

    /** Notes that of two keys at least one must stand here. */
    void requireAnyOf(String one, String other, Node at) {
        if (find(one).isEmpty() && find(other).isEmpty()) {
            problems.add(
                    at,
                    one,
                    "neither '%s' nor '%s' stands here".formatted(one, other),
                    "add %s: or %s:".formatted(one, other));
        }
    }

    <T> Optional<T> noted(String key, BadValue bad) {
        find(key).ifPresent(node -> problems.add(node, key, bad.problem(), bad.todo()));
        return Optional.empty();
    }
}
