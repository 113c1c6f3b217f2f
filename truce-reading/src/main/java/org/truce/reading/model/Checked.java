package org.truce.reading.model;

import org.truce.reading.statement.Statement;

import java.util.List;

/**
 * What is left of a reply.
 *
 * @param accepted in the order of the text; proposals for a person to judge, like those of the
 *     rules, and of low confidence whatever the model says
 * @param refused in the order of the reply
 */
public record Checked(List<Statement> accepted, List<Refusal> refused) {
    public Checked {
        accepted = List.copyOf(accepted);
        refused = List.copyOf(refused);
    }
}
