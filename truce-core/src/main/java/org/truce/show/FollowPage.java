package org.truce.show;

import org.truce.base.Coded;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page about what was promised and what came of it. All of them are made of the same parts, so
 * that one template serves them all; whatever is claimed leads to its entry.
 *
 * @param intro what a reader must know before anything else
 * @param form what may be asked for; empty where nothing may
 */
public record FollowPage(
        String title, List<String> intro, Optional<Form> form, List<Section> sections) {

    public FollowPage {
        intro = List.copyOf(intro);
        sections = List.copyOf(sections);
    }

    /**
     * The question as it was understood, for the form to show again.
     *
     * @param asKnown a day as 2017-07-09; empty for everything known
     * @param narrowed whether some of it is left out for an area or an actor
     */
    public record Form(List<Choice> areas, List<Choice> actors, String asKnown, boolean narrowed) {
        public Form {
            areas = List.copyOf(areas);
            actors = List.copyOf(actors);
        }
    }

    /** One area or actor to choose. */
    public record Choice(String code, String name, boolean chosen) {}

    /**
     * A part of a page under a heading.
     *
     * @param lead what the part is about, where the heading only numbers it
     * @param notes what must be known to read it
     */
    public record Section(
            String heading, Optional<String> lead, List<String> notes, List<Block> blocks) {
        public Section {
            notes = List.copyOf(notes);
            blocks = List.copyOf(blocks);
        }

        static Section of(String heading, List<String> notes, List<? extends Block> blocks) {
            return new Section(heading, Optional.empty(), notes, List.copyOf(blocks));
        }
    }

    /** What a part is made of. */
    public sealed interface Block {}

    /**
     * Rows under the same columns; each row has a cell for each column, and each cell its lines.
     *
     * @param caption what the rows are; empty where the heading above says it
     */
    public record Table(String caption, List<String> columns, List<List<List<Line>>> rows)
            implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream()
                    .map(row -> row.stream().map(List::copyOf).toList())
                    .toList();
            for (List<List<Line>> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("a row has a cell for each column");
                }
            }
        }
    }

    /** Lines under a heading of their own. */
    public record Lines(String heading, List<Line> lines) implements Block {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** Things one after the other, each with what is known of it under labels. */
    public record Cards(List<Card> cards) implements Block {
        public Cards {
            cards = List.copyOf(cards);
        }
    }

    /** Things that stand beside each other because somebody laid them so. */
    public record Beside(String about, List<String> why, List<Card> cards) implements Block {
        public Beside {
            why = List.copyOf(why);
            cards = List.copyOf(cards);
        }
    }

    /** What is known of one thing. */
    public record Card(Line head, List<Fact> facts) {
        public Card {
            facts = List.copyOf(facts);
        }
    }

    /** A label and the lines under it. */
    public record Fact(String label, List<Line> lines) {
        public Fact {
            lines = List.copyOf(lines);
        }
    }

    /** What lies between two things of a list. */
    public record Gap(String text) implements Block {}

    /**
     * A statement that was turned into a question: the answer of its day and that of now.
     *
     * @param question the area, the time and what it is compared with
     * @param wouldChange what would make the answer of now another
     * @param lines the entries behind it
     * @param registerOfCounts in which register each count by period stands, by its id
     */
    public record Tested(
            ClaimBlock claim,
            String question,
            List<String> wouldChange,
            List<Line> lines,
            Map<String, String> registerOfCounts)
            implements Block {
        public Tested {
            registerOfCounts = Map.copyOf(registerOfCounts);
            wouldChange = List.copyOf(wouldChange);
            lines = List.copyOf(lines);
        }
    }

    /** Outlines, and coarse cells in which something stands. */
    public record Drawn(
            Frame frame, List<Explore.OutlinePath> outlines, List<Cell> cells, String label)
            implements Block {
        public Drawn {
            outlines = List.copyOf(outlines);
            cells = List.copyOf(cells);
        }
    }

    /** A cell to draw: its middle on the drawing, and what stands there in words. */
    public record Cell(String x, String y, String title) {}

    /**
     * One line of text; whoever wrote it, it keeps its own direction.
     *
     * @param to where it leads; empty where it leads nowhere
     * @param badge how it stands, in a word
     */
    public record Line(String text, Optional<Target> to, Optional<Badge> badge) {
        static Line of(String text) {
            return new Line(text, Optional.empty(), Optional.empty());
        }

        static Line to(Target target, String text) {
            return new Line(text, Optional.of(target), Optional.empty());
        }

        static Line badge(String code, String word) {
            return new Line("", Optional.empty(), Optional.of(new Badge(code, word)));
        }
    }

    /** A word for how something stands, and its code. */
    public record Badge(String code, String word) {}

    /** Where a line leads. */
    public sealed interface Target {}

    /** To an entry of a register. */
    public record ToEntry(String register, String id) implements Target {}

    /** To an incident. */
    public record ToIncident(String id) implements Target {}

    /** To another page of follow-up, asked the same question. */
    public record ToPage(Name page) implements Target {}

    /** To a published text, line by line. */
    public record ToArticle(String document) implements Target {}

    /** To a public page elsewhere, as a register has its address. */
    public record ToSource(String address) implements Target {}

    /** The pages of follow-up. */
    public enum Name implements Coded {
        FOLLOW_UP("follow-up"),
        NOTICES("notices"),
        COMMITMENTS("commitments"),
        TALKS("talks"),
        DEPLOYMENTS("deployments"),
        CONTRIBUTIONS("contributions"),
        STATEMENTS("statements"),
        GUARANTORS("guarantors"),
        EXCLUDED_GROUPS("excluded-groups"),
        ARTICLE("article");

        private final String code;

        Name(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
