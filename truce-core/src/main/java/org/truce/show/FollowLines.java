package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.base.Coded;
import org.truce.base.Phrases;
import org.truce.followup.CommitmentState;
import org.truce.followup.FollowItem;
import org.truce.followup.FollowKind;
import org.truce.followup.FollowList;
import org.truce.reconcile.Incident;
import org.truce.record.Agreement;
import org.truce.record.Basis;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.EntryRef;
import org.truce.record.FollowUp;
import org.truce.record.Fulfilment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Items and entries of one day as lines that one reader may see. */
final class FollowLines {
    private static final int MOST_SOURCES = 3;

    final Evidence evidence;
    final LocalDate today;
    final Disclosure disclosure;
    final Phrases phrases;
    private final FollowList list;
    private final Map<FollowKind, List<FollowItem>> items = new EnumMap<>(FollowKind.class);
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Set<String>> asActor = new HashMap<>();

    /**
     * @param evidence what is known on the day asked about
     * @param today the local day on which it is asked what is due
     */
    FollowLines(Evidence evidence, LocalDate today, Disclosure disclosure, Phrases phrases) {
        this.evidence = evidence;
        this.today = today;
        this.disclosure = disclosure;
        this.phrases = phrases;
        list = new FollowList(evidence, today);
    }

    /** All items of a kind that this reader may know of, made once. */
    List<FollowItem> list(FollowKind kind) {
        return items.computeIfAbsent(
                kind, one -> list.list(one).stream().filter(this::isTold).toList());
    }

    private boolean isTold(FollowItem item) {
        return disclosure.tellsUnsent()
                || !(item.detail() instanceof FollowItem.OfNotice of)
                || of.state().sentOn().isPresent();
    }

    /** Those that are tied to the area and name the actor that is asked about. */
    List<FollowItem> list(FollowKind kind, FollowAsked asked) {
        Set<String> actors = asked.actor().map(this::actorsAsked).orElse(Set.of());
        return list(kind).stream()
                .filter(item -> asked.area().isEmpty()
                        || item.areas().contains(asked.area().get()))
                .filter(item -> asked.actor().isEmpty()
                        || item.actors().stream().anyMatch(actors::contains))
                .toList();
    }

    /** The ids that an asked actor stands for; empty where nothing knows it. */
    Set<String> actorsAsked(String label) {
        return asActor.computeIfAbsent(label, list::actorsAsked);
    }

    /** The item of that id, where it is one of the kind. */
    Optional<FollowItem> find(FollowKind kind, String register, String id) {
        return list(kind).stream()
                .filter(item ->
                        item.entry().register().equals(register) && item.id().equals(id))
                .findFirst();
    }

    /** The item that an entry is; an agreement is none, for it has an item for each obligation. */
    Optional<FollowItem> findItem(Entry entry) {
        return Arrays.stream(FollowKind.values())
                .flatMap(kind -> list(kind).stream())
                .filter(item -> item.entry().equals(entry))
                .filter(item -> !(entry instanceof Entry.AgreementText))
                .findFirst();
    }

    String say(String key, Object... arguments) {
        return phrases.say(key, arguments);
    }

    String code(String prefix, Coded code) {
        return phrases.say(prefix + code.code());
    }

    /** A line without words of ours: as somebody entered it. */
    static List<FollowPage.Line> lines(Collection<String> texts) {
        return texts.stream().map(FollowPage.Line::of).toList();
    }

    static List<FollowPage.Line> lines(Optional<String> text) {
        return text.map(FollowPage.Line::of).stream().toList();
    }

    static List<FollowPage.Line> date(Optional<LocalDate> day) {
        return lines(day.map(LocalDate::toString));
    }

    static FollowPage.Target to(Entry entry) {
        return new FollowPage.ToEntry(entry.register(), entry.id());
    }

    static FollowPage.Line link(Entry entry, String text) {
        return FollowPage.Line.to(to(entry), text);
    }

    /** An actor as it was entered; in the reader's language where that is its id or its name. */
    String actor(String label) {
        return evidence.actors()
                .findNamed(label)
                .map(actor -> Rows.actorName(actor.id(), evidence, phrases))
                .orElse(label);
    }

    /** Under which names those who are to do something stand together. */
    List<String> groups(List<String> labels) {
        return labels.stream()
                .flatMap(label -> {
                    List<String> ids = evidence.actors().resolve(label);
                    return ids.isEmpty() ? Stream.of(label) : ids.stream();
                })
                .map(id -> Rows.actorName(id, evidence, phrases))
                .distinct()
                .toList();
    }

    List<FollowPage.Line> actors(List<String> labels) {
        return labels.stream().map(this::actor).map(FollowPage.Line::of).toList();
    }

    /** From when to when, in words; where it is one day, the day. */
    String span(Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isPresent() && from.equals(to)) {
            return from.get().toString();
        }
        if (from.isPresent() && to.isPresent()) {
            return say("promised.span", from.get(), to.get());
        }
        return from.map(day -> say("promised.since", day))
                .or(() -> to.map(day -> say("promised.until", day)))
                .orElseGet(() -> say("show.day-not-known"));
    }

    /** Who says so, with the public page, as far as the reader may know either. */
    List<FollowPage.Line> source(String register, Basis basis) {
        Optional<String> source = disclosure.text(register, basis.source());
        Optional<String> address = basis.url().flatMap(url -> disclosure.text(register, url));
        String text = source.orElse(say("show.withheld"))
                + basis.published()
                        .map(day -> say("show.list-comma") + say("promised.published", day))
                        .orElse("");
        return List.of(
                new FollowPage.Line(text, address.map(FollowPage.ToSource::new), Optional.empty()));
    }

    List<FollowPage.Line> source(FollowUp.Sourced entry) {
        return source(entry.register(), entry.basis());
    }

    /** What an agreement, a round or a statement is called, from which something comes. */
    Optional<FollowPage.Line> under(String register, Optional<String> under) {
        return under.map(text -> EntryRef.find(text)
                .flatMap(ref -> find(register, ref))
                .map(entry -> link(entry, name(entry)))
                .orElseGet(() -> evidence.listAgreements().stream()
                        .filter(agreement -> agreement.id().equals(text))
                        .findFirst()
                        .flatMap(agreement -> find(register, new EntryRef("agreement", text)))
                        .map(entry -> link(entry, name(entry)))
                        .orElseGet(() -> FollowPage.Line.of(text))));
    }

    /** The entry that is named; an agreement by its own id as well, whose register it may be. */
    Optional<Entry> find(String register, EntryRef ref) {
        if (entries.isEmpty()) {
            for (Entry entry : evidence.known().entries()) {
                entries.put(key(entry.register(), EntryRef.to(entry)), entry);
                if (entry instanceof Entry.AgreementText text) {
                    entries.put(
                            key("", new EntryRef("agreement", text.agreement().id())), text);
                }
            }
        }
        return Optional.ofNullable(entries.get(key(register, ref)))
                .or(() -> Optional.ofNullable(entries.get(key("", ref))));
    }

    private static String key(String register, EntryRef ref) {
        return register + " " + ref.text();
    }

    /** What something is called in a line about something else. */
    String name(Entry entry) {
        if (entry instanceof Entry.AgreementText text) {
            return Rows.words(text.agreement().title(), phrases);
        }
        if (entry instanceof FollowUp.Round round) {
            return round.name();
        }
        if (entry instanceof Entry.Statement statement) {
            return statement.speaker() + say("show.list-comma") + statement.date();
        }
        return say("promised.named", kind(entry), entry.id());
    }

    /** What one entry of its kind is called. */
    String kind(Entry entry) {
        String kind = EntryCodec.kindOf(entry);
        return phrases.find("promised.one." + kind).orElseGet(() -> say("show.kind." + kind));
    }

    /** What is named as evidence, each leading to it; as it stands where it is not known. */
    List<FollowPage.Line> evidence(String register, Collection<String> refs) {
        List<FollowPage.Line> lines = new ArrayList<>();
        for (String ref : refs) {
            lines.add(EntryRef.find(ref)
                    .flatMap(one -> find(register, one))
                    .map(entry -> link(entry, name(entry)))
                    .orElseGet(() -> FollowPage.Line.of(ref)));
        }
        return lines;
    }

    /**
     * What an item rests on: what is named as evidence; where nothing is, whoever says so. A
     * judgement is no evidence of itself.
     */
    List<FollowPage.Line> behind(FollowItem item) {
        String register = item.entry().register();
        List<Entry> judgements = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (String ref : item.evidence()) {
            Optional<Entry> judgement = EntryRef.find(ref)
                    .flatMap(one -> find(register, one))
                    .filter(FollowUp.CommitmentStatus.class::isInstance);
            judgement.ifPresentOrElse(judgements::add, () -> named.add(ref));
        }
        if (!named.isEmpty()) {
            return evidence(register, named);
        }
        return Stream.concat(judgements.stream(), Stream.of(item.entry()))
                .filter(FollowUp.Sourced.class::isInstance)
                .map(FollowUp.Sourced.class::cast)
                .flatMap(sourced -> source(sourced).stream())
                .distinct()
                .limit(MOST_SOURCES)
                .toList();
    }

    /** When, where and what, as the reader may know it; an id that is no incident stands alone. */
    FollowPage.Line incident(String id) {
        return evidence.findIncident(id)
                .map(incident -> FollowPage.Line.to(
                        new FollowPage.ToIncident(incident.id()), words(incident)))
                .orElseGet(() -> FollowPage.Line.of(id));
    }

    private String words(Incident incident) {
        return String.join(
                say("show.list-comma"),
                Rows.when(incident.occurred(), phrases),
                new Seen(incident, evidence, disclosure, phrases)
                        .findPlace()
                        .orElse(say("show.place-withheld")),
                say("show.type." + incident.type().code()));
    }

    /** What is to be done, in the reader's language where the agreement has it. */
    String what(CommitmentState state) {
        return state.entry() instanceof Entry.AgreementText text
                ? text.agreement().provisions().stream()
                        .filter(provision ->
                                state.id().equals(text.agreement().id() + "/" + provision.id()))
                        .findFirst()
                        .map(Agreement.Provision::text)
                        .map(words -> Rows.words(words, phrases))
                        .orElse(state.what())
                : state.what();
    }

    /** How a commitment stands: that nobody has judged it is not that it was not honoured. */
    FollowPage.Badge standing(CommitmentState state) {
        return standing(state.status(), state.code());
    }

    private FollowPage.Badge standing(Optional<Fulfilment> status, String code) {
        return new FollowPage.Badge(
                code,
                status.map(one -> code("followup.fulfilment.", one))
                        .orElseGet(() -> say("promised.not-judged")));
    }

    /** How a period stands: one that is not over is not due. */
    FollowPage.Badge standing(CommitmentState.PeriodState period) {
        return standing(
                period.judged()
                        .map(FollowUp.CommitmentStatus::fulfilment)
                        .or(() ->
                                period.over() ? Optional.empty() : Optional.of(Fulfilment.NOT_DUE)),
                period.code());
    }

    /** What about a commitment does not fit, as cautions. */
    List<FollowPage.Line> cautions(CommitmentState state) {
        return state.flags().stream()
                .map(flag -> FollowPage.Line.badge(flag.code(), code("promised.flag.", flag)))
                .toList();
    }
}
