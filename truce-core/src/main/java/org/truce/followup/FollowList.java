package org.truce.followup;

import org.truce.assess.Evidence;
import org.truce.record.Entry;
import org.truce.record.EntryRef;
import org.truce.record.FollowUp;
import org.truce.record.Known;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was promised, asked, sent, given and said, each kind as a list of items as they stand on a
 * day. A register's own order is never used: the same entries give the same list.
 */
public final class FollowList {
    private static final Comparator<FollowItem> BY_DATE = Comparator.comparing(
                    (FollowItem item) -> item.date().orElse(LocalDate.MIN))
            .thenComparing(item -> item.entry().register())
            .thenComparing(FollowItem::id);

    private final Evidence evidence;
    private final Known known;
    private final LocalDate today;
    private final AreaTies ties;
    private final Map<String, List<Entry.ClaimTest>> testsByStatement;

    /**
     * @param evidence what is known on the day asked about
     * @param today the local day on which it is asked what is due
     */
    public FollowList(Evidence evidence, LocalDate today) {
        this.evidence = evidence;
        known = evidence.known();
        this.today = today;
        ties = new AreaTies(evidence);
        testsByStatement = known.list(Entry.ClaimTest.class).stream()
                .collect(Collectors.groupingBy(test -> key(test.register(), test.statement())));
    }

    private static String key(String register, String id) {
        return register + " " + id;
    }

    /** All items of a kind: what is overdue first, of notices; else by date, without one first. */
    public List<FollowItem> list(FollowKind kind) {
        return switch (kind) {
            case NOTICES ->
                new NoticeBook(known, today).list().stream().map(this::notice).toList();
            case COMMITMENTS -> commitments();
            case TALKS -> talks();
            case DEPLOYMENTS ->
                sorted(known.list(FollowUp.Deployment.class).stream()
                        .filter(one -> one.from().filter(today::isBefore).isEmpty())
                        .map(this::deployment));
            case CONTRIBUTIONS -> contributions();
            case STATEMENTS -> statements();
        };
    }

    private static List<FollowItem> sorted(Stream<FollowItem> items) {
        return items.sorted(BY_DATE).toList();
    }

    private FollowItem notice(NoticeState state) {
        FollowUp.Notice notice = state.notice();
        Set<String> areas = new TreeSet<>();
        for (String id : notice.about()) {
            evidence.findIncident(id)
                    .ifPresent(incident -> areas.addAll(ties.ofPlace(incident.place())));
        }
        return new FollowItem(
                FollowKind.NOTICES,
                notice,
                notice.id(),
                Optional.of(notice.drafted()),
                state.phase().code(),
                notice.about(),
                actors(List.of(notice.addressee()), List.of()),
                areas,
                state.overdue(),
                new FollowItem.OfNotice(state));
    }

    private List<FollowItem> commitments() {
        return sorted(new CommitmentBoard(known, today).list().stream().map(this::commitment));
    }

    private FollowItem commitment(CommitmentState state) {
        List<String> evidenceOf = Stream.concat(
                        state.judged().stream(),
                        state.listShownPeriods().stream()
                                .flatMap(period -> period.judged().stream()))
                .flatMap(status -> Stream.concat(
                        Stream.of(EntryRef.to(status).text()), status.evidence().stream()))
                .distinct()
                .toList();
        Set<String> areas = new TreeSet<>(ties.ofText(List.of(state.what())));
        state.under()
                .flatMap(EntryRef::find)
                .ifPresent(ref -> areas.addAll(areasOf(ref, state.entry())));
        return new FollowItem(
                FollowKind.COMMITMENTS,
                state.entry(),
                state.id(),
                state.made().or(state::due),
                state.code(),
                evidenceOf,
                actors(
                        state.actors(),
                        Stream.concat(Stream.of(state.what()), state.forWhom().stream())
                                .toList()),
                areas,
                state.overdue(),
                new FollowItem.OfCommitment(state));
    }

    private Set<String> areasOf(EntryRef ref, Entry from) {
        return switch (ref.kind()) {
            case "agreement" ->
                from instanceof Entry.AgreementText text
                        ? ties.ofAgreement(text.agreement().id())
                        : ties.ofAgreement(ref.id());
            case "statement" -> {
                Set<String> areas = new TreeSet<>();
                tests(from.register(), ref.id()).forEach(test -> areas.add(test.area()));
                yield areas;
            }
            default -> Set.of();
        };
    }

    private List<FollowItem> talks() {
        List<FollowUp.Round> rounds = known.list(FollowUp.Round.class).stream()
                .sorted(Comparator.comparing(FollowUp.Round::from)
                        .thenComparing(FollowUp.Round::register)
                        .thenComparing(FollowUp.Round::id))
                .toList();
        List<FollowUp.Commitment> commitments = known.list(FollowUp.Commitment.class);
        List<FollowItem> items = new ArrayList<>();
        for (FollowUp.Round round : rounds) {
            Optional<Long> gap = rounds.stream()
                    .filter(other -> other.process().equals(round.process())
                            && other.to().isBefore(round.from()))
                    .map(other -> ChronoUnit.DAYS.between(other.to(), round.from()))
                    .min(Comparator.naturalOrder());
            items.add(round(round, gap, commitments));
        }
        return items;
    }

    private FollowItem round(
            FollowUp.Round round, Optional<Long> gapDays, List<FollowUp.Commitment> made) {
        String ref = EntryRef.to(round).text();
        List<FollowUp.Commitment> came = made.stream()
                .filter(one -> one.register().equals(round.register())
                        && one.under().filter(ref::equals).isPresent())
                .toList();
        List<String> commitments = came.stream().map(FollowUp.Commitment::id).toList();
        return new FollowItem(
                FollowKind.TALKS,
                round,
                round.id(),
                Optional.of(round.from()),
                round.from().isAfter(today)
                        ? "planned"
                        : round.to().isBefore(today) ? "held" : "under-way",
                commitments.stream().map(id -> "commitment:" + id).toList(),
                actors(
                        round.delegations().stream()
                                .map(FollowUp.Round.Delegation::actor)
                                .toList(),
                        round.convenedBy().stream().toList()),
                areasOf(round, came),
                false,
                new FollowItem.OfTalks(round, commitments, gapDays));
    }

    /** By what it was about and decided, and by what came of it. */
    private Set<String> areasOf(FollowUp.Round round, List<FollowUp.Commitment> came) {
        List<String> texts = new ArrayList<>(round.outcomes());
        texts.add(round.name());
        round.agenda().ifPresent(texts::add);
        came.forEach(one -> texts.add(one.what()));
        return ties.ofText(texts);
    }

    /**
     * By its place and what that is called; one that stands outside every area is there for those
     * of its agreement.
     */
    private Set<String> areasOf(FollowUp.Deployment one) {
        Set<String> areas = new TreeSet<>(ties.ofPlace(one.place()));
        areas.addAll(ties.ofText(one.place().name().find().stream().toList()));
        return areas.isEmpty()
                ? one.mandateUnder()
                        .map(text -> EntryRef.find(text).map(EntryRef::id).orElse(text))
                        .map(ties::ofAgreement)
                        .orElse(Set.of())
                : areas;
    }

    private FollowItem deployment(FollowUp.Deployment one) {
        List<String> named = new ArrayList<>(List.of(one.actor()));
        named.addAll(one.partners());
        named.addAll(one.disputedBy());
        return new FollowItem(
                FollowKind.DEPLOYMENTS,
                one,
                one.id(),
                one.from(),
                one.to().isEmpty()
                        ? "no-end-known"
                        : one.to().get().isBefore(today) ? "ended" : "going-on",
                List.of(),
                actors(named, List.of()),
                areasOf(one),
                false,
                new FollowItem.OfDeployment(one));
    }

    private List<FollowItem> contributions() {
        List<FollowUp.Contribution> all = known.list(FollowUp.Contribution.class);
        Map<String, List<String>> answersTo = all.stream()
                .filter(one -> one.against().isPresent())
                .collect(Collectors.groupingBy(
                        one -> key(one.register(), one.against().get()),
                        Collectors.mapping(FollowUp.Contribution::id, Collectors.toList())));
        return sorted(all.stream().map(one -> {
            List<String> answers =
                    answersTo.getOrDefault(key(one.register(), one.id()), List.of()).stream()
                            .sorted()
                            .toList();
            return new FollowItem(
                    FollowKind.CONTRIBUTIONS,
                    one,
                    one.id(),
                    one.from().or(one::to).or(() -> one.basis().published()),
                    one.stage().code(),
                    answers.stream().map(id -> "contribution:" + id).toList(),
                    actors(List.of(one.actor()), one.forWhom().stream().toList()),
                    ties.ofText(Stream.concat(one.place().stream(), Stream.of(one.what()))
                            .toList()),
                    false,
                    new FollowItem.OfContribution(one, answers));
        }));
    }

    private List<FollowItem> statements() {
        List<FollowUp.SideBySide> sides = known.list(FollowUp.SideBySide.class);
        return sorted(known.list(Entry.Statement.class).stream()
                .filter(one -> !one.date().isAfter(today))
                .map(one -> statement(one, sides)));
    }

    private FollowItem statement(Entry.Statement statement, List<FollowUp.SideBySide> sides) {
        List<Entry.ClaimTest> tests = tests(statement.register(), statement.id());
        List<String> beside = sides.stream()
                .filter(one -> one.register().equals(statement.register())
                        && one.statements().contains(statement.id()))
                .flatMap(one -> one.statements().stream())
                .filter(id -> !id.equals(statement.id()))
                .distinct()
                .sorted()
                .toList();
        Set<String> areas =
                new TreeSet<>(ties.ofText(List.of(statement.paraphrase(), statement.about())));
        tests.forEach(test -> areas.add(test.area()));
        return new FollowItem(
                FollowKind.STATEMENTS,
                statement,
                statement.id(),
                Optional.of(statement.date()),
                tests.isEmpty() ? "not-tested" : "tested",
                tests.stream().map(test -> EntryRef.to(test).text()).toList(),
                actors(
                        List.of(),
                        List.of(
                                statement.speaker(),
                                statement.role(),
                                statement.paraphrase(),
                                statement.about())),
                areas,
                false,
                new FollowItem.OfStatement(statement, tests, beside));
    }

    private List<Entry.ClaimTest> tests(String register, String statement) {
        return testsByStatement.getOrDefault(key(register, statement), List.of());
    }

    /**
     * @param labels each an actor's name
     * @param texts in which actors may be named
     */
    private Set<String> actors(Collection<String> labels, Collection<String> texts) {
        Set<String> ids = new TreeSet<>();
        labels.forEach(label -> ids.addAll(evidence.actors().resolve(label)));
        texts.forEach(text -> ids.addAll(evidence.actors().listNamedIn(text)));
        return ids;
    }

    /**
     * The ids that an asked actor stands for: what an item must have one of to be about it. Empty
     * where neither an agreement nor an item knows it by that name.
     */
    public Set<String> actorsAsked(String label) {
        Set<String> known = new TreeSet<>();
        for (String id : evidence.actors().resolve(label.strip())) {
            if (evidence.actors().find(id).isPresent()) {
                known.add(id);
            } else {
                listActors().stream().filter(id::equalsIgnoreCase).forEach(known::add);
            }
        }
        return known;
    }

    /** Ids or labels of everybody whom an item of any kind names. */
    public Set<String> listActors() {
        Set<String> ids = new TreeSet<>();
        for (FollowKind kind : FollowKind.values()) {
            list(kind).forEach(item -> ids.addAll(item.actors()));
        }
        return ids;
    }
}
