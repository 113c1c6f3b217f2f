package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.base.ActGroup;
import org.truce.base.ExemptCase;
import org.truce.base.Hash;
import org.truce.base.Moment;
import org.truce.base.Weapon;
import org.truce.record.Agreement;
import org.truce.record.Agreement.Certainty;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Guarded;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Lines, weapons, hours, circumstances, exchanges, lapses and the rest: what is read of them. */
final class FurtherTermsYamlTest {
    static final String RICH = """
        truce-agreement: 1
        id: a-truce
        title: {en: A truce}
        zone: Europe/Kyiv
        in-force-from: 2020-01-01
        parties: [north, south]
        areas:
          - {area: valley, readings: [{reading: wide}]}
        lines:
          - {line: ridge, readings: [{reading: old, name: {en: the old line}}, {reading: new}]}
        actors:
          - {id: north, name: {en: North}}
          - {id: south, name: {en: South}}
        joint-bodies:
          - {id: commission, name: {en: Commission}, members: [north, south],
            task: {en: To watch.}, certainty: text, sources: [article 1]}
        definitions:
          - {term: weapons, meaning: {en: All of them.}, certainty: text, sources: [article 2]}
        prevails-over: [an-older-truce]
        lapse:
          at: 2020-07-01
          renewals:
            - {until: 2021-01-01, text: {en: Again.}, certainty: reported, sources: [a page]}
        provisions:
          - id: withdrawal
            kind: prohibition
            text: {en: No heavy weapons near the line.}
            acts: [movement, shelling]
            by: [north]
            against: [south]
            lines: [{line: ridge, within-km: 15, side-of: north}]
            weapons: [{kind: mortar, calibre-at-least-mm: 120}]
            readings: [old]
            in-force-from: 2020-02-01
            in-force-to: 2020-03-01
            hours: {from: 08:00, to: 14:30}
            certainty: text
            sources: [article 3]
          - id: announced
            kind: exemption
            text: {en: What is announced.}
            from: [withdrawal]
            case: notified
            if-not-said: not-exempt
            certainty: text
            sources: [article 4]
          - id: detainees
            kind: obligation
            text: {en: All for all.}
            by: [commission]
            exchange: [{by: north, count: 40}, {by: south}]
            certainty: text
            sources: [article 5]
        """;

    private static Agreement read(String text) {
        Taken taken = Taken.from(Format.AGREEMENT, text);
        assertThat(taken.defects()).isEmpty();
        return taken.all(Entry.AgreementText.class).getFirst().agreement();
    }

    private static Agreement.Words words(String en) {
        return new Agreement.Words(en, Optional.empty());
    }

    private static Agreement.Citation text(String article) {
        return new Agreement.Citation(List.of(article), Certainty.TEXT);
    }

    @Test
    void everyClauseIsRead() {
        assertThat(read(RICH).provisions())
                .containsExactly(
                        new Agreement.Prohibition(
                                "withdrawal",
                                words("No heavy weapons near the line."),
                                text("article 3"),
                                List.of(ActGroup.MOVEMENT, ActGroup.SHELLING),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of("north"),
                                List.of("south"),
                                List.of(new Agreement.WeaponClass(
                                        Optional.of(Weapon.MORTAR),
                                        OptionalInt.of(120_000),
                                        OptionalInt.empty())),
                                List.of(new Agreement.LineZone(
                                        "ridge", OptionalInt.of(15_000), Optional.of("north"))),
                                List.of("old"),
                                Optional.of(new Agreement.When(
                                        Moment.find("2020-02-01"),
                                        Moment.find("2020-03-01"),
                                        Optional.of(new Agreement.Hours(
                                                LocalTime.of(8, 0), LocalTime.of(14, 30)))))),
                        new Agreement.Exemption(
                                "announced",
                                words("What is announced."),
                                text("article 4"),
                                List.of("withdrawal"),
                                List.of(),
                                Optional.of(new Agreement.Permitted(ExemptCase.NOTIFIED, false))),
                        new Agreement.Obligation(
                                "detainees",
                                words("All for all."),
                                text("article 5"),
                                List.of("commission"),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(
                                        new Agreement.HandedOver("north", OptionalInt.of(40)),
                                        new Agreement.HandedOver("south", OptionalInt.empty()))));
    }

    @Test
    void whatStandsBesideTheClausesIsRead() {
        Agreement rich = read(RICH);
        assertThat(rich.lines())
                .containsExactly(new Agreement.LineTerms(
                        "ridge",
                        List.of(
                                new Agreement.LineReading(
                                        Optional.of("old"), Optional.of(words("the old line"))),
                                new Agreement.LineReading(Optional.of("new"), Optional.empty()))));
        assertThat(rich.jointBodies())
                .containsExactly(new Agreement.JointBody(
                        "commission",
                        words("Commission"),
                        List.of("north", "south"),
                        words("To watch."),
                        text("article 1")));
        assertThat(rich.definitions())
                .containsExactly(new Agreement.Definition(
                        "weapons", words("All of them."), text("article 2")));
        assertThat(rich.prevailsOver()).containsExactly("an-older-truce");
        assertThat(rich.lapse())
                .contains(new Agreement.Lapse(
                        Moment.get("2020-07-01"),
                        List.of(new Agreement.Renewal(
                                Moment.get("2021-01-01"),
                                words("Again."),
                                new Agreement.Citation(List.of("a page"), Certainty.REPORTED)))));
    }

    @Test
    void itComesBackFromItsBytesAndAnEmptyListIsNoWayToWriteNothing() {
        EntryCodec codec = new EntryCodec();
        Entry entry = Taken.from(Format.AGREEMENT, RICH)
                .all(Entry.AgreementText.class)
                .getFirst();
        EntryCodec.Sealed sealed = codec.seal(entry);
        Map<Hash, Guarded.Open> values = Map.of();
        assertThat(((Entry.AgreementText) codec.open(sealed.body(), values)).agreement())
                .isEqualTo(((Entry.AgreementText) entry).agreement());
        String body = new String(sealed.body(), UTF_8);
        String empty = body.replace("\"prevailsOver\":[\"an-older-truce\"]", "\"prevailsOver\":[]");
        assertThat(empty).isNotEqualTo(body);
        assertThatThrownBy(() -> codec.open(empty.getBytes(UTF_8), values))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // what is changed | into what | line | key | problem | what to do
                "by: [north]|by: [nort]|29|by|the actor 'nort'|'north'",
                "by: [commission]|by: [comission]|50|by|joint body 'comission'|'commission'",
                "line: ridge, within|line: rigde, within|31|line|the line 'rigde'|'ridge'",
                "readings: [old]|readings: [odl]|33|readings|the reading 'odl'|'old'",
                "kind: mortar|kind: mortir|32|kind|'mortir' is not known|'mortar'",
                "within-km: 15|within-km: far|31|within-km|not a number|without quotation",
                "within-km: 15|withn-km: 15|31|withn-km|is not a key|'within-km'",
                "to: 14:30|to: 08:00|36|hours|end when they begin|leave 'hours' out",
                "to: 14:30|to: noon|36|to|'noon' is not a time of day|23:59",
                "in-force-to: 2020-03-01|in-force-to: 2020-01-31|35|in-force-to|it ends|check",
                "until: 2021-01-01|until: 2020-06-01|23|until|it ends|check both",
                "case: notified|case: notifed|43|case|'notifed' is not known|'notified'",
                "if-not-said: not-exempt|if-not-said: exempt|44|if-not-said|'exempt'|not-exempt",
                "by: [north]|# none|25|between|neither 'between' nor 'by'|add between:",
                "count: 40|count: many|51|count|not a number|a whole number",
            })
    void aProblemIsFoundInItsLineWithAdvice(
            String good, String bad, long line, String key, String problem, String todo) {
        String changed = RICH.replace(good, bad);
        assertThat(changed).isNotEqualTo(RICH);
        Taken taken = Taken.from(Format.AGREEMENT, changed);
        assertThat(taken.entries()).isEmpty();
        assertThat(taken.defects()).anySatisfy(defect -> {
            assertThat(defect.line()).isEqualTo(line);
            assertThat(defect.column()).isEqualTo(key);
            assertThat(defect.problem()).contains(problem);
            assertThat(defect.todo()).contains(todo);
        });
    }

    /** The rest of the file is still checked. */
    @Test
    void oneProblemHidesNoOther() {
        Taken taken = Taken.from(
                Format.AGREEMENT,
                RICH.replace("kind: mortar", "kind: mortir")
                        .replace("within-km", "withn-km")
                        .replace("case: notified", "case: notifed")
                        .replace("count: 40", "count: many"));
        assertThat(taken.defects()).extracting(Defect::line).containsExactly(31L, 32L, 43L, 51L);
    }
}
