package org.truce.show;

import org.truce.base.Phrases;

import java.util.List;
import java.util.stream.Collectors;

/** A situation report as plain text, for a line that carries no more. */
public final class ReportText {
    private final StringBuilder out = new StringBuilder();
    private final Phrases phrases;

    private ReportText(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The whole report; every figure is followed by the ids it rests on. */
    public static String of(
            Overview overview,
            String title,
            String made,
            List<IncidentBlock> incidents,
            List<EntryView> entries,
            Phrases phrases) {
        ReportText text = new ReportText(phrases);
        text.line(title);
        text.line("=".repeat(title.length()));
        text.line(made);
        overview.answers().forEach(text::answer);
        text.heading("show.breaches");
        overview.rows().forEach(text::row);
        if (overview.rowsLeftOut() > 0) {
            text.line(phrases.say("show.rows-left-out", overview.rowsLeftOut()));
        }
        if (!overview.claims().isEmpty()) {
            text.heading("show.claims");
            overview.claims().forEach(text::claim);
        }
        text.heading("show.limits");
        for (Overview.Register register : overview.registers()) {
            text.line(register.title() + " (" + register.name() + ")");
            text.line(register.observes());
            register.attribution().ifPresent(text::line);
            register.limits().forEach(limit -> text.line("- " + limit));
        }
        text.heading("show.cited-entries");
        entries.forEach(text::entry);
        text.heading("show.cited-incidents");
        incidents.forEach(text::incident);
        return text.out.toString();
    }

    private void line(String words) {
        out.append(words).append('\n');
    }

    private void heading(String key) {
        String words = phrases.say(key);
        out.append('\n')
                .append(words)
                .append('\n')
                .append("-".repeat(words.length()))
                .append('\n');
    }

    private void answer(AnswerBlock answer) {
        out.append('\n')
                .append(answer.name())
                .append(": ")
                .append(answer.statusWord())
                .append('\n');
        answer.sentences().forEach(this::line);
        for (AnswerBlock.Figure figure : answer.figures()) {
            line("  "
                    + figure.label()
                    + ": "
                    + (figure.before().isEmpty()
                            ? figure.during()
                            : phrases.say("show.before-during", figure.before(), figure.during())));
        }
        kinds("show.counted-by-parties", answer.counted());
        kinds("show.by-kind", answer.kinds());
        answer.notes().forEach(note -> line("  " + note));
        ids("show.rests-on-counts", answer.countedEntries());
        ids("show.breaches-known", answer.breachIds());
        ids("show.undetermined-known", answer.undeterminedIds());
        ids("show.refuted-known", answer.refutedIds());
    }

    private void kinds(String key, List<AnswerBlock.KindRow> kinds) {
        if (!kinds.isEmpty()) {
            line("  " + phrases.say(key) + ":");
        }
        for (AnswerBlock.KindRow kind : kinds) {
            line("    "
                    + kind.type()
                    + ": "
                    + phrases.say("show.before-during", kind.before(), kind.during()));
        }
    }

    private void ids(String key, List<String> ids) {
        if (!ids.isEmpty()) {
            line("  " + phrases.say(key, ids.size()) + " " + String.join(" ", ids));
        }
    }

    private void row(Row row) {
        line("%s | %s | %s | %s | %s | %s | %s%s"
                .formatted(
                        row.id(),
                        row.when(),
                        row.place(),
                        row.type(),
                        phrases.say("show.verdict." + row.verdict().code()),
                        row.attribution(),
                        row.because(),
                        row.decided().stream().map(" | "::concat).collect(Collectors.joining())));
    }

    private void claim(ClaimBlock claim) {
        line("\"%s\"".formatted(claim.quote()));
        line("%s, %s, %s, %s".formatted(claim.speaker(), claim.role(), claim.date(), claim.url()));
        for (ClaimBlock.View view : claim.views()) {
            if (!view.reading().isEmpty()) {
                line("  " + phrases.say("show.reading-heading", view.reading()));
            }
            side(phrases.say("show.as-known-then", claim.date()), view.then());
            side(claim.nowHeading(), view.now());
        }
    }

    private void side(String when, ClaimBlock.Side side) {
        line("  " + when + ": " + side.standingWord());
        side.because().forEach(reason -> line("    " + reason));
        if (!side.ids().isEmpty()) {
            line("    "
                    + phrases.say("show.rests-on", side.ids().size())
                    + ": "
                    + String.join(" ", side.ids()));
        }
    }

    private void entry(EntryView entry) {
        line(entry.id() + " (" + entry.register() + "): " + fields(entry));
    }

    private static String fields(EntryView entry) {
        return entry.fields().stream()
                .map(field -> field.label() + ": " + field.value())
                .collect(Collectors.joining("; "));
    }

    private void incident(IncidentBlock incident) {
        line(incident.id() + ": " + incident.when() + ", " + incident.place() + ", "
                + incident.type() + ", " + incident.status());
        for (EntryView report : incident.reports()) {
            String refuted = incident.refuted().contains(report.anchor())
                    ? " (" + phrases.say("show.status.refuted") + ")"
                    : "";
            line("  " + report.id() + refuted + ": " + fields(report));
        }
        if (!incident.links().isEmpty()) {
            line("  " + incident.oneIncident());
        }
        incident.links().forEach(link -> line("  " + link));
        incident.decisions().forEach(decision -> line("  " + decision.sentence(phrases)));
        incident.attributions().forEach(decision -> line("  " + decision.sentence(phrases)));
        incident.apart().forEach(apart -> line("  " + apart));
        for (IncidentBlock.FindingRow finding : incident.findings()) {
            line("  "
                    + finding.agreement()
                    + ", "
                    + finding.provision()
                    + " (" + finding.place() + ")"
                    + ": "
                    + finding.verdictWord());
        }
    }
}
