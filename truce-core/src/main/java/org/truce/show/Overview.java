package org.truce.show;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the first page and the situation report show.
 *
 * @param language en or ar
 * @param form the question as it was understood, for the form to show again
 * @param places every area and reading one can ask about
 * @param answers the area looked at closely first, one for each reading, then the others
 * @param rows breaches, undetermined and refuted incidents of that area under the first reading
 * @param rowsLeftOut how many more there are than the page lists
 */
public record Overview(
        String language,
        Form form,
        List<Choice> places,
        List<AnswerBlock> answers,
        List<ClaimBlock> claims,
        Optional<Explore> explore,
        List<Row> rows,
        int rowsLeftOut,
        List<Register> registers,
        List<Term> terms) {

    /** The form's fields, as written. */
    public record Form(
            String area,
            String reading,
            String from,
            String to,
            String baselineFrom,
            String baselineTo,
            String asKnown) {}

    /** One area under one reading, to choose. */
    public record Choice(String area, String reading, String name, boolean chosen) {}

    /**
     * A register, what it may be used for and where it comes from.
     *
     * @param counts how many entries of each kind, by its code
     */
    public record Register(
            String name,
            String title,
            String observes,
            Optional<String> attribution,
            List<String> limits,
            Map<String, Long> counts) {}

    /** A provision with its source and how certain it is. */
    public record Term(
            String agreement,
            String id,
            String kind,
            String text,
            String certainty,
            List<String> sources) {}

    /** The same without the answers on other areas: what a report on one area holds. */
    public Overview ofOneArea() {
        return new Overview(
                language,
                form,
                places,
                answers.stream()
                        .filter(answer -> answer.area().equals(form.area()))
                        .toList(),
                claims,
                explore,
                rows,
                rowsLeftOut,
                registers,
                terms);
    }
}
