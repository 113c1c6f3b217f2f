package org.truce.app.review;

import java.util.List;
import java.util.Optional;

/**
 * One column of the row that a draft would become.
 *
 * @param name as in the files of that format
 * @param proposed what is proposed; empty text where nothing is
 * @param field the field of the draft that it comes from; empty for what no draft says, such as an
 *     address, and what a person adds there changes nothing that was proposed
 * @param required whether no row is taken in without it
 * @param choices the only values there are; empty where any text will do
 */
public record Column(
        String name,
        String proposed,
        Optional<String> field,
        boolean required,
        List<String> choices) {
    public Column {
        choices = List.copyOf(choices);
    }
}
