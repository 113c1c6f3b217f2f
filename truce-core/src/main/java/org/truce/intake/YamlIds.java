package org.truce.intake;

import org.snakeyaml.engine.v2.nodes.Node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ids of one kind in a file: each is declared once, and only declared ones are used. */
final class YamlIds {
    /** Notes that an id is used. */
    interface Use {
        void note(String key, Node at, String id);
    }

    private record Used(String key, Node at, String id) {}

    private final String kind;
    private final YamlProblems problems;
    private final Map<String, Node> declared = new LinkedHashMap<>();
    private final List<Used> used = new ArrayList<>();

    YamlIds(String kind, YamlProblems problems) {
        this.kind = kind;
        this.problems = problems;
    }

    void declare(Node at, String id) {
        if (!id.isEmpty() && declared.putIfAbsent(id, at) != null) {
            problems.add(
                    at,
                    "id",
                    "the %s '%s' is declared twice".formatted(kind, id),
                    "give each its own id");
        }
    }

    /** An id of this kind whose being declared once is checked elsewhere. */
    void know(Node at, String id) {
        declared.putIfAbsent(id, at);
    }

    void use(String key, Node at, String id) {
        used.add(new Used(key, at, id));
    }

    /** To be called once everything was declared. */
    void noteUndeclared() {
        List<String> known = List.copyOf(declared.keySet());
        for (Used use : used) {
            if (!declared.containsKey(use.id())) {
                problems.add(
                        use.at(),
                        use.key(),
                        "the %s '%s' is not declared in this file".formatted(kind, use.id()),
                        Nearest.advice(use.id(), known));
            }
        }
    }
}
