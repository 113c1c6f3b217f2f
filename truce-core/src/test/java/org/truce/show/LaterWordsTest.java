package org.truce.show;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.truce.base.Phrases;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Guarded;
import org.truce.record.Logged;
import org.truce.record.Observes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page says of an entry that its register corrected or withdrew. */
final class LaterWordsTest {
    private static final Entered ENTERED = new Entered(new Guarded.Clear("x.csv"), 2);

    private final List<Logged> all = new ArrayList<>();

    private static Entry declared(String register, String title) {
        return new Entry.RegisterDeclared(
                register,
                "D-1",
                ENTERED,
                title,
                new Observes.Unevenly(),
                true,
                false,
                Map.of(),
                Optional.empty());
    }

    private void recorded(Entry entry) {
        all.add(new Logged(all.size() + 1L, Instant.parse("2018-01-17T10:00:00Z"), entry));
    }

    private LaterWords of(Entry entry) {
        return LaterWords.of(all, entry, new Disclosure.Holder(), Phrases.in("en"));
    }

    @Test
    void correctionsAndWithdrawalsOfItsOwnRegisterAreNamedInTheirOrder() {
        Entry first = declared("north", "first title");
        recorded(first);
        assertThat(of(first).lines()).isEmpty();

        recorded(new Entry.Correction(
                "north", "C-1", ENTERED, "wrong title", declared("north", "second title")));
        recorded(new Entry.Correction(
                "south", "C-9", ENTERED, "not ours", declared("south", "another")));
        assertThat(of(first).lines())
                .containsExactly("Corrected by its register (entry C-1, 2018-01-17): wrong title");
        assertThat(of(first).now().orElseThrow().fields())
                .anyMatch(field -> field.value().equals("second title"));

        recorded(new Entry.Withdrawal("north", "W-1", ENTERED, "register", "D-1", "no more"));
        assertThat(of(first).lines())
                .hasSize(2)
                .contains("Withdrawn by its register (entry W-1, 2018-01-17): no more");
        assertThat(of(first).now()).isEmpty();
    }
}
