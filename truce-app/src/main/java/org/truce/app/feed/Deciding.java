package org.truce.app.feed;

import org.truce.base.Hash;
import org.truce.reconcile.Incident;
import org.truce.reconcile.ReportKey;
import org.truce.record.ActorBook;
import org.truce.record.Agreement;
import org.truce.record.Amended;
import org.truce.record.DecisionAct;
import org.truce.record.Entry;
import org.truce.record.Guarded;
import org.truce.record.Known;
import org.truce.record.Logged;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Makes decisions of one register about reports that are there. */
public final class Deciding {
    private final String register;
    private final List<ReportKey> reports;
    private final List<Entry.Decision> own;
    private final List<Agreement> agreements;
    private final long made;

    /** What a person says with a decision. */
    public record Said(String by, LocalDate on, String why, Optional<String> note) {}

    /**
     * @param all every entry that counts
     * @param register the register that decides
     */
    public Deciding(List<Logged> all, String register) {
        this.register = register;
        List<Entry> standing = Amended.of(all, amendment -> true).standing().stream()
                .map(Logged::entry)
                .toList();
        reports = standing.stream()
                .filter(Entry.Report.class::isInstance)
                .map(report -> ReportKey.of((Entry.Report) report))
                .toList();
        own = standing.stream()
                .filter(Entry.Decision.class::isInstance)
                .map(Entry.Decision.class::cast)
                .filter(decision -> decision.register().equals(register))
                .toList();
        agreements = Known.listAgreements(all).stream()
                .map(Entry.AgreementText::agreement)
                .toList();
        made = all.stream()
                .map(Logged::entry)
                .filter(Entry.Decision.class::isInstance)
                .filter(decision -> decision.register().equals(register))
                .count();
    }

    /**
     * The decision. Throws {@link IllegalArgumentException}, saying what to do, when a name means
     * no report that counts or several, when the act does not fit what it is about, or when no
     * agreement knows the actor.
     *
     * @param names reports as "register:id" or by their id alone; for a reversal one decision
     * @param actor with an attribution: whom it names
     */
    public Entry.Decision make(
            DecisionAct act,
            List<String> names,
            Optional<String> actor,
            Said said,
            Guarded.Sealer sealer) {
        if (actor.isPresent() != (act == DecisionAct.ATTRIBUTE)) {
            throw new IllegalArgumentException(
                    "--actor says whom 'attribute' names, and goes with it alone");
        }
        List<String> about = names.stream()
                .map(name -> act == DecisionAct.REVERSE
                        ? ownDecision(name)
                        : report(name).text())
                .toList();
        Optional<String> named =
                actor.map(this::actor).filter(id -> !id.equals(Incident.Hypothesis.UNDETERMINED));
        return new Entry.Decision(
                register,
                id(act, about, named, said),
                Corrections.COMMAND_LINE,
                act,
                about,
                named,
                sealer.seal(said.by()),
                said.on(),
                said.why(),
                said.note().filter(text -> !text.isBlank()).map(sealer::seal));
    }

    /**
     * From what every reader sees, and how many decisions came before: what is protected must not
     * be open to guessing by its id.
     */
    private String id(DecisionAct act, List<String> about, Optional<String> actor, Said said) {
        String content = String.join(
                "\n",
                Long.toString(made),
                register,
                act.code(),
                String.join("\n", about),
                actor.orElse(""),
                said.on().toString(),
                said.why());
        return "D-" + Hash.of(content.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 10);
    }

    private ReportKey report(String name) {
        List<ReportKey> found = reports.stream()
                .filter(key -> key.text().equals(name) || key.id().equals(name))
                .toList();
        List<ReportKey> nearest = found.stream()
                .filter(key -> key.text().equals(name) || key.register().equals(register))
                .toList();
        List<ReportKey> meant = nearest.isEmpty() ? found : nearest;
        if (meant.isEmpty()) {
            throw new IllegalArgumentException(
                    ("there is no report %s here that counts: name it as REGISTER:ID, as 'truce"
                                    + " incidents' lists it, or take in the bundle that holds it")
                            .formatted(name));
        }
        if (meant.size() > 1) {
            throw new IllegalArgumentException("%s may be any of %s: name one as REGISTER:ID"
                    .formatted(
                            name,
                            String.join(
                                    ", ", meant.stream().map(ReportKey::text).toList())));
        }
        return meant.getFirst();
    }

    private String ownDecision(String name) {
        return own.stream()
                .filter(decision -> decision.id().equals(name) || text(decision).equals(name))
                .findFirst()
                .map(Deciding::text)
                .orElseThrow(() -> new IllegalArgumentException(
                        ("register %s has no decision %s that counts: a register reverses its own"
                                        + " decisions; 'truce decisions' lists them")
                                .formatted(register, name)));
    }

    private static String text(Entry.Decision decision) {
        return decision.register() + ":" + decision.id();
    }

    /** Only whom an agreement knows: a private person must not stand there in clear. */
    private String actor(String id) {
        if (id.equals(Incident.Hypothesis.UNDETERMINED)
                || new ActorBook(agreements).find(id).isPresent()) {
            return id;
        }
        TreeSet<String> known = new TreeSet<>();
        agreements.forEach(agreement -> agreement.actors().forEach(actor -> known.add(actor.id())));
        known.add(Incident.Hypothesis.UNDETERMINED);
        throw new IllegalArgumentException("--actor: no agreement names '%s': choose among %s"
                .formatted(id, String.join(", ", known)));
    }
}
