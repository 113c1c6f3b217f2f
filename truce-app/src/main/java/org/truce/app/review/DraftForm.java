package org.truce.app.review;

import org.truce.reading.draft.Band;
import org.truce.reading.draft.Draft;
import org.truce.reading.draft.Field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A draft as a form.
 *
 * @param refused why what was sent was not put down; empty in a form nobody has sent
 */
public record DraftForm(
        List<Input> inputs,
        String by,
        String register,
        String why,
        Optional<Reviewed.Refused> refused) {
    private static final int LONG_VALUE = 60;

    public DraftForm {
        inputs = List.copyOf(inputs);
    }

    /**
     * One field of the form.
     *
     * @param value what stands in it
     * @param field the draft's field that it comes from, where there is one
     */
    public record Input(Column column, String value, Optional<Field> field) {
        /** Whether it needs several lines. */
        public boolean isLong() {
            boolean words = column.name().equals("paraphrase") || column.name().equals("note");
            return words || value.length() > LONG_VALUE || value.contains("\n");
        }

        /**
         * How its value was come by: the code of a band, or "given" for the day that came with the
         * text.
         */
        public String how() {
            return field.filter(known -> column.name().equals("date"))
                    .filter(known -> known.evidence().isEmpty())
                    .filter(known -> known.confidence() == Band.HIGH)
                    .map(known -> "given")
                    .orElse(field.map(Field::confidence).orElse(Band.LOW).code());
        }

        public List<String> alternatives() {
            return field.map(Field::alternatives).orElse(List.of());
        }

        /** The only values there are, with the one that stands there though it be none of them. */
        public List<String> choices() {
            if (column.choices().isEmpty()
                    || value.isEmpty()
                    || column.choices().contains(value)) {
                return column.choices();
            }
            List<String> all = new ArrayList<>(column.choices());
            all.add(value);
            return List.copyOf(all);
        }
    }

    /** As it was proposed. */
    public static DraftForm proposed(Draft draft, String by, String register) {
        List<Input> inputs = Proposal.of(draft).columns().stream()
                .map(column -> new Input(column, column.proposed(), field(draft, column)))
                .toList();
        return new DraftForm(inputs, by, register, "", Optional.empty());
    }

    /** As it was sent, with why it was refused. */
    public static DraftForm sent(Draft draft, Verdict verdict, Reviewed.Refused refused) {
        List<Input> inputs = Proposal.of(draft).columns().stream()
                .map(column -> new Input(
                        column,
                        verdict.set().getOrDefault(column.name(), column.proposed()),
                        field(draft, column)))
                .toList();
        return new DraftForm(
                inputs,
                verdict.by(),
                verdict.register().orElse(""),
                verdict.why().orElse(""),
                Optional.of(refused));
    }

    private static Optional<Field> field(Draft draft, Column column) {
        return column.field().map(draft.fields()::get);
    }

    /** Whether the column is the one at fault. */
    public boolean isAtFault(String column) {
        return refused.filter(why -> why.column().equals(column)).isPresent();
    }
}
