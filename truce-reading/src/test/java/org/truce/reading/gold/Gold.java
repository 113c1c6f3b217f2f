package org.truce.reading.gold;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A set of texts with what a careful coder takes out of them; README.md beside them says how. */
record Gold(List<Article> articles, List<Bulletin> bulletins, List<Paragraph> paragraphs) {
    Gold {
        articles = List.copyOf(articles);
        bulletins = List.copyOf(bulletins);
        paragraphs = List.copyOf(paragraphs);
    }

    /** A news text and its statements. */
    record Article(String name, String text, LocalDate date, List<Statement> statements) {
        Article {
            statements = List.copyOf(statements);
        }
    }

    /**
     * One statement.
     *
     * @param said with the full name of the speaker
     * @param speakerText the words that name the speaker there
     * @param also other names that are as good
     * @param doubt why another coder might have decided otherwise
     */
    record Statement(
            Answer.Said said, String speakerText, List<String> also, Optional<String> doubt) {
        Statement {
            also = List.copyOf(also);
        }

        /** Whether a reader's speaker is this one, under any name that will do. */
        boolean isBy(Optional<String> speaker) {
            return speaker.isPresent()
                    && (Names.same(speaker.get(), said.speaker().orElse(""))
                            || also.stream().anyMatch(name -> Names.same(speaker.get(), name)));
        }
    }

    /** A bulletin and its cells. */
    record Bulletin(String name, String text, LocalDate date, List<Answer.Cell> cells) {
        Bulletin {
            cells = List.copyOf(cells);
        }
    }

    /** A few sentences and the incidents they tell of. */
    record Paragraph(String name, String text, LocalDate date, List<Answer.Happened> incidents) {
        Paragraph {
            incidents = List.copyOf(incidents);
        }
    }
}
