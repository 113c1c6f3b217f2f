package org.truce.reading.model;

import org.truce.base.Coded;
import org.truce.reading.model.Refusal.Reason;
import org.truce.reading.statement.Form;
import org.truce.record.StatementKind;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A model's reply, taken apart: proposals of the shape that was asked for, and the others. */
final class Reply {
    /** Longer than this, in UTF-16 units, no reply is looked into. */
    static final int LONGEST = 200_000;

    static final int MOST_PROPOSALS = 300;
    static final String STATEMENTS = "statements";

    /** The fields of a proposal and how long each may be, in UTF-16 units. */
    static final Map<String, Integer> FIELDS = new TreeMap<>(Map.of(
            "content", 4_000,
            "form", 20,
            "speakerText", 300,
            "speaker", 300,
            "speakerId", 100,
            "cue", 60,
            "kind", 20));

    private static final Set<String> MAY_BE_NULL = Set.of("speaker", "speakerId");

    /** Anything that opens like a tag, a comment or a character reference. */
    private static final Pattern MARKUP = Pattern.compile("<[/!?a-zA-Z]|&#?[a-zA-Z0-9]{2,10};");

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();

    private Reply() {}

    /** Any text at all is taken apart. */
    static Reply of(String text) {
        Reply reply = new Reply();
        reply.read(text);
        return reply;
    }

    List<Proposal> proposals() {
        return proposals;
    }

    List<Refusal> refused() {
        return refused;
    }

    private void read(String text) {
        if (text.length() > LONGEST) {
            refused.add(Refusal.ofWhole(Reason.REPLY_TOO_LONG));
            return;
        }
        JsonNode root;
        try {
            root = STRICT.readTree(text);
        } catch (JacksonException broken) {
            refused.add(Refusal.ofWhole(Reason.NOT_JSON));
            return;
        }
        JsonNode all = root.path(STATEMENTS);
        if (!root.isObject() || root.size() != 1 || !all.isArray()) {
            refused.add(
                    Refusal.ofWhole(root.isMissingNode() ? Reason.NOT_JSON : Reason.NOT_ASKED_FOR));
        } else if (all.size() > MOST_PROPOSALS) {
            refused.add(Refusal.ofWhole(Reason.TOO_MANY));
        } else {
            for (int i = 0; i < all.size(); i++) {
                read(i + 1, all.path(i));
            }
        }
    }

    private void read(int number, JsonNode node) {
        Optional<Reason> wrong = findWrong(node);
        if (wrong.isPresent()) {
            refused.add(Refusal.of(number, wrong.get()));
            return;
        }
        Optional<Form> form = Coded.find(Form.class, node.path("form").asString());
        Optional<StatementKind> kind =
                Coded.find(StatementKind.class, node.path("kind").asString());
        if (form.isEmpty()) {
            refused.add(Refusal.of(number, Reason.UNKNOWN_FORM));
        } else if (kind.isEmpty()) {
            refused.add(Refusal.of(number, Reason.UNKNOWN_KIND));
        } else {
            proposals.add(new Proposal(
                    number,
                    node.path("content").asString(),
                    form.get(),
                    node.path("speakerText").asString(),
                    find(node, "speaker"),
                    find(node, "speakerId"),
                    node.path("cue").asString(),
                    kind.get()));
        }
    }

    private static Optional<String> find(JsonNode node, String field) {
        return node.path(field).isString()
                ? Optional.of(node.path(field).asString())
                : Optional.empty();
    }

    private static Optional<Reason> findWrong(JsonNode node) {
        if (!node.isObject() || !node.propertyNames().equals(FIELDS.keySet())) {
            return Optional.of(Reason.OTHER_FIELDS);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (value.isNull() && MAY_BE_NULL.contains(name)) {
                continue;
            }
            if (!value.isString() || value.asString().isBlank()) {
                return Optional.of(Reason.NO_TEXT);
            }
            if (value.asString().length() > FIELDS.getOrDefault(name, 0)) {
                return Optional.of(Reason.FIELD_TOO_LONG);
            }
            if (MARKUP.matcher(value.asString()).find()) {
                return Optional.of(Reason.MARKUP);
            }
            if (Instructions.areIn(value.asString())) {
                return Optional.of(Reason.INSTRUCTION);
            }
        }
        return Optional.empty();
    }
}
