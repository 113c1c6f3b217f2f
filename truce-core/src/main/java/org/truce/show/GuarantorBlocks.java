package org.truce.show;

import org.truce.record.Agreement;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Influence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who undertook to make whom comply, and who is said to look to whom: each by whoever says so. */
final class GuarantorBlocks {
    private final FollowLines lines;

    GuarantorBlocks(FollowLines lines) {
        this.lines = lines;
    }

    /** @param actors only what names one of these; all where empty */
    List<FollowPage.Section> list(Collection<String> actors) {
        List<FollowPage.Section> sections = new ArrayList<>();
        for (Influence influence : Influence.values()) {
            List<List<List<FollowPage.Line>>> rows =
                    lines.evidence.known().list(FollowUp.Guarantee.class).stream()
                            .filter(one -> one.influence() == influence)
                            .filter(one -> actors.isEmpty()
                                    || Stream.of(one.guarantor(), one.party())
                                            .flatMap(label ->
                                                    lines.evidence.actors().resolve(label).stream())
                                            .anyMatch(actors::contains))
                            .map(this::row)
                            .toList();
            if (!rows.isEmpty()) {
                sections.add(section(influence, rows));
            }
        }
        List<List<List<FollowPage.Line>>> inTexts = inTexts(actors);
        if (!inTexts.isEmpty()) {
            sections.add(FollowPage.Section.of(
                    lines.say("promised.guarantors-in-texts"),
                    List.of(),
                    List.of(new FollowPage.Table(
                            "",
                            Stream.of(
                                            "promised.column-agreement",
                                            "promised.column-guarantors",
                                            "promised.column-parties",
                                            "promised.column-since")
                                    .map(lines::say)
                                    .toList(),
                            inTexts))));
        }
        return sections;
    }

    private FollowPage.Section section(
            Influence influence, List<List<List<FollowPage.Line>>> rows) {
        boolean guarantees = influence == Influence.GUARANTEES;
        String heading = lines.say(guarantees ? "promised.guarantees" : "promised.looks-to");
        return FollowPage.Section.of(
                heading,
                List.of(lines.say(
                        guarantees ? "promised.guarantees-note" : "promised.looks-to-note")),
                List.of(new FollowPage.Table(
                        "",
                        Stream.of(
                                        guarantees
                                                ? "promised.column-guarantor"
                                                : "promised.column-looked-to",
                                        guarantees
                                                ? "promised.column-party"
                                                : "promised.column-looks",
                                        "promised.column-under",
                                        "promised.column-when",
                                        "promised.column-source")
                                .map(lines::say)
                                .toList(),
                        rows)));
    }

    private List<List<FollowPage.Line>> row(FollowUp.Guarantee one) {
        return List.of(
                List.of(FollowLines.link(one, lines.actor(one.guarantor()))),
                List.of(FollowPage.Line.of(lines.actor(one.party()))),
                lines
                        .under(one.register(), one.under())
                        .or(() -> Optional.of(
                                FollowPage.Line.of(lines.say("promised.no-instrument"))))
                        .stream()
                        .toList(),
                List.of(FollowPage.Line.of(lines.span(one.from(), one.to()))),
                lines.source(one));
    }

    /** What the agreements themselves say; one that several registers hold stands once. */
    private List<List<List<FollowPage.Line>>> inTexts(Collection<String> actors) {
        List<List<List<FollowPage.Line>>> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Entry.AgreementText text : lines.evidence.known().list(Entry.AgreementText.class)) {
            Agreement agreement = text.agreement();
            boolean named = actors.isEmpty()
                    || Stream.concat(agreement.guarantors().stream(), agreement.parties().stream())
                            .anyMatch(actors::contains);
            if (named && !agreement.guarantors().isEmpty() && seen.add(agreement.id())) {
                rows.add(List.of(
                        List.of(FollowLines.link(
                                text, Rows.words(agreement.title(), lines.phrases))),
                        lines.actors(agreement.guarantors()),
                        lines.actors(agreement.parties()),
                        FollowLines.date(agreement.signed())));
            }
        }
        return rows;
    }
}
