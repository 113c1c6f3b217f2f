package org.truce.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.assess.HandRecord;
import org.truce.assess.HandReport;
import org.truce.assess.SampleRecord;
import org.truce.base.Phrases;
import org.truce.base.Watch;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Logged;
import org.truce.record.OneOfFollowUp;
import org.truce.record.OneOfRecord;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Every kind of entry as a list of labelled values. */
final class EntryViewTest {
    private static List<Entry> ofEveryKind() {
        List<Entry> entries = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        for (Logged logged : SampleRecord.read()) {
            if (kinds.add(EntryCodec.kindOf(logged.entry()))) {
                entries.add(logged.entry());
            }
        }
        entries.add(new Entry.RejectedRow(
                "pages", "row-1", HandRecord.ENTERED, "lat", HandRecord.open("a bad row")));
        kinds.add("rejected-row");
        entries.add(new HandReport("pages", "V1", "2017-08-01")
                .note("seen from the hill")
                .coverage("post-7", Watch.IMPEDED));
        kinds.add("coverage");
        for (Entry entry : OneOfRecord.full()) {
            kinds.add(EntryCodec.kindOf(entry));
            entries.add(entry);
        }
        for (Entry entry : OneOfFollowUp.full()) {
            kinds.add(EntryCodec.kindOf(entry));
            entries.add(entry);
        }
        assertThat(kinds)
                .hasSameSizeAs(Objects.requireNonNull(Entry.class.getAnnotation(JsonSubTypes.class))
                        .value());
        return entries;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void everyKindHasItsWordsAndTellsWhereItCameFrom(String language) {
        Phrases phrases = Phrases.in(language);
        for (Entry entry : ofEveryKind()) {
            EntryView view = EntryView.of(entry, new Disclosure.Holder(), phrases);
            assertThat(view.kind()).isEqualTo(phrases.say("show.kind." + EntryCodec.kindOf(entry)));
            assertThat(view.anchor()).isEqualTo("e-" + entry.register() + "-" + entry.id());
            assertThat(view.fields()).hasSizeGreaterThan(1).allSatisfy(field -> {
                assertThat(field.label()).isNotBlank();
                assertThat(field.value())
                        .isNotBlank()
                        .doesNotContain("Optional", "{", "[protected]");
            });
            assertThat(view.fields().getLast().value())
                    .isEqualTo(entry.entered().file().find().orElseThrow()
                            + ":"
                            + entry.entered().line());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aStatementIsNamedInTheReadersLanguage(String language) {
        Entry.Statement statement = ofEveryKind().stream()
                .filter(Entry.Statement.class::isInstance)
                .map(Entry.Statement.class::cast)
                .findFirst()
                .orElseThrow();
        Phrases phrases = Phrases.in(language);
        assertThat(EntryView.of(statement, new Disclosure.Holder(), phrases).fields())
                .contains(new EntryView.Field(
                        phrases.say("show.field.measure"),
                        phrases.say(
                                "show.statement." + statement.statementKind().code())));
    }
}
