package org.truce.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

final class ActorBookTest {
    private final ActorBook book = new ActorBook(List.of(new Agreement(
            "a",
            new Agreement.Words("a", Optional.empty()),
            ZoneId.of("Asia/Damascus"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                    actor("government", "army", "Syrian army", "Syrian aircraft"),
                    actor("factions", "FSA", "Free Syrian Army"),
                    actor("isil", "Khalid ibn al-Walid army"),
                    actor("russia", "Russian aircraft")),
            List.of(),
            List.of())));

    @Test
    void partsOfALabelMayShareItsLastWord() {
        assertThat(book.resolve("Russian and Syrian aircraft"))
                .containsExactly("russia", "government");
        assertThat(book.resolve("Israeli and Syrian aircraft"))
                .containsExactly("Israeli", "government");
    }

    @Test
    void inAFreeTextLongerNamesTakeTheirWordsFirst() {
        assertThat(book.listNamedIn("Khalid ibn al-Walid army")).containsExactly("isil");
        assertThat(book.listNamedIn("a Free Syrian Army post")).containsExactly("factions");
        assertThat(book.listNamedIn("the army and the FSA"))
                .containsExactly("factions", "government");
        assertThat(book.listNamedIn("armyworm fields")).isEmpty();
        assertThat(book.listNamedIn("the FSA’s posts, the Army's too"))
                .isEqualTo(book.listNamedIn("the army and the FSA"));
    }

    private static Agreement.Actor actor(String id, String... aliases) {
        return new Agreement.Actor(
                id, new Agreement.Words(id, Optional.empty()), List.of(aliases), Optional.empty());
    }
}
