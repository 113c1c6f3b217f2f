package org.truce.reconcile.files;

import org.truce.base.LatLon;
import org.truce.base.Phrase;
import org.truce.intake.PlainReport;
import org.truce.intake.TaxonomyCsv;
import org.truce.reconcile.Origins;
import org.truce.reconcile.Wordings;
import org.truce.reconcile.linkage.Accounts;
import org.truce.reconcile.linkage.Coding;
import org.truce.reconcile.linkage.Linkage;
import org.truce.reconcile.linkage.Parameters;
import org.truce.reconcile.linkage.Settings;
import org.truce.reconcile.linkage.Standing;
import org.truce.reconcile.linkage.Ties;
import org.truce.reconcile.places.NamedPoints;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of several files, put together into incidents. A file is one source unless its rows name
 * theirs.
 */
public final class FileLinkage {
    private static final double WIDEST_PLACE_KM = 25;
    private static final double DISTRICT_KM = 12;
    private static final double GOVERNORATE_KM = 35;

    private final Map<String, Keyed> rows = new LinkedHashMap<>();
    /** Keys of later rows that were put to the others by now. */
    private final Set<String> come = new HashSet<>();

    private final NamedPoints named = new NamedPoints(WIDEST_PLACE_KM);
    private final Wordings wordings = new Wordings();
    private final Repeats repeats;
    private final List<String> sources;
    private final Fields fields;

    /** A row of a file. */
    public record Member(String file, String id) {}

    /**
     * Rows held to be about one incident.
     *
     * @param probability that they all are
     * @param origins how many origins they go back to; see {@link Origins}
     * @param why for each row but the first, why it belongs
     */
    public record FileIncident(
            String incident,
            double probability,
            List<Member> members,
            int origins,
            List<List<Phrase>> why) {
        public FileIncident {
            members = List.copyOf(members);
            why = List.copyOf(why);
        }
    }

    /**
     * Two rows of which it is in doubt whether they are about one incident; see
     * {@link Linkage.Doubt}.
     *
     * @param why what speaks for and against it
     */
    public record FileDoubt(
            Member one, Member other, double probability, double stake, List<Phrase> why) {
        public FileDoubt {
            why = List.copyOf(why);
        }
    }

    /**
     * Parameters with the names of what they are of, in the stable JSON shape of what {@code truce
     * reconcile} writes and reads.
     *
     * @param sources the names of those whose parameters these are, in their order
     * @param fields the names of the codings, in their order
     */
    public record Learned(List<String> sources, List<String> fields, Parameters parameters) {
        public Learned {
            sources = List.copyOf(sources);
            fields = List.copyOf(fields);
        }
    }

    /**
     * @param incidents each made when it is asked for, by any thread: with their reasons, those of
     *     a million rows take more room than all else
     * @param doubts those with most at stake first, as many as were asked for
     * @param inDoubt how many there are in all
     */
    public record Result(
            List<FileIncident> incidents, List<FileDoubt> doubts, int inDoubt, Learned learned) {
        public Result {
            doubts = List.copyOf(doubts);
        }
    }

    /**
     * @param source its number
     * @param later whether it is put to those that were put together before
     */
    private record Keyed(
            String key, ReportFile file, PlainReport report, int source, boolean later) {}

    private FileLinkage(
            List<ReportFile> files,
            List<ReportFile> laterFiles,
            Map<String, Map<TaxonomyCsv.Category, List<String>>> taxonomies,
            int timeDays) {
        fields = new Fields(taxonomies);
        List<ReportFile> all = new ArrayList<>(files);
        all.addAll(laterFiles);
        Set<String> names = new TreeSet<>();
        for (ReportFile file : all) {
            file.reports().forEach(report -> names.add(source(file, report)));
        }
        sources = List.copyOf(names);
        Map<String, Integer> numbers = new HashMap<>();
        sources.forEach(source -> numbers.put(source, numbers.size()));
        for (ReportFile file : all) {
            boolean later = laterFiles.contains(file);
            for (PlainReport report : file.reports()) {
                String key = file.name() + ":" + report.id();
                int source = numbers.getOrDefault(source(file, report), 0);
                rows.put(key, new Keyed(key, file, report, source, later));
                report.point()
                        .ifPresent(
                                point -> report.place().ifPresent(name -> named.put(name, point)));
            }
        }
        repeats = new Repeats(
                rows.values().stream()
                        .map(row ->
                                new Repeats.Row(row.key(), row.source(), row.report(), row.later()))
                        .toList(),
                2 * timeDays);
    }

    /**
     * @param files with names unlike each other
     * @param taxonomies by the field they are given for: "type" or "actor"
     * @param spaceKm about how far from each other two reports of one incident lie, above 0
     * @param timeDays about how many days, 0 or more
     * @param given what is taken as known instead of learned, days included. Throws
     *     {@link IllegalArgumentException} when it is not of these sources and fields
     * @param mostDoubts how many doubts are asked for, at most
     */
    public static Result link(
            List<ReportFile> files,
            Map<String, Map<TaxonomyCsv.Category, List<String>>> taxonomies,
            double spaceKm,
            int timeDays,
            Optional<Learned> given,
            int mostDoubts,
            Executor executor) {
        FileLinkage linkage = new FileLinkage(files, List.of(), taxonomies, timeDays);
        return linkage.result(linkage.link(spaceKm, timeDays, given, executor), mostDoubts);
    }

    /**
     * Puts files together, and then to them the rows of others, one after another, by what was
     * learned from the first. What comes of it is what would come of all together by that.
     *
     * @param files at least one row
     * @param laterFiles with names unlike each other and those
     * @param each is told what each row of {@code laterFiles} changed, in their order
     */
    public static void add(
            List<ReportFile> files,
            List<ReportFile> laterFiles,
            Map<String, Map<TaxonomyCsv.Category, List<String>>> taxonomies,
            double spaceKm,
            int timeDays,
            Optional<Learned> given,
            Executor executor,
            Consumer<Added> each) {
        new FileLinkage(files, laterFiles, taxonomies, timeDays)
                .add(spaceKm, timeDays, given, executor, each);
    }

    /**
     * What one more row changed.
     *
     * @param incidents those that are new or other than they were, the row's own among them
     * @param gone ids of incidents that are no longer
     */
    public record Added(Member row, List<FileIncident> incidents, List<String> gone) {
        public Added {
            incidents = List.copyOf(incidents);
            gone = List.copyOf(gone);
        }
    }

    private void add(
            double spaceKm,
            int timeDays,
            Optional<Learned> given,
            Executor executor,
            Consumer<Added> each) {
        Standing.Task task = task(spaceKm, timeDays, given);
        Why why = why();
        Standing standing = Standing.of(
                speaking(row -> !row.later()).map(this::row).toList(), task, Ties.NONE, executor);
        for (Keyed keyed : rows.values().stream().filter(Keyed::later).toList()) {
            come.add(keyed.key());
            Standing.Change change = repeats.findVoice(keyed.key())
                    .map(voice -> new Standing.Change(List.of(), List.of(standing.find(voice))))
                    .orElseGet(() -> standing.add(List.of(row(keyed))));
            Set<String> left = new LinkedHashSet<>();
            change.gone().forEach(event -> left.add(event.accounts().getFirst()));
            change.come().forEach(event -> left.remove(event.accounts().getFirst()));
            each.accept(new Added(
                    member(keyed.key()),
                    change.come().stream().map(event -> incident(event, why)).toList(),
                    List.copyOf(left)));
        }
    }

    /** Rows that do not only repeat another. */
    private Stream<Keyed> speaking(Predicate<Keyed> some) {
        return rows.values().stream()
                .filter(some)
                .filter(row -> repeats.findVoice(row.key()).isEmpty());
    }

    private Linkage.Result link(
            double spaceKm, int timeDays, Optional<Learned> given, Executor executor) {
        Standing.Task task = task(spaceKm, timeDays, given);
        return Linkage.link(
                speaking(row -> true).map(this::row).toList(), task, Ties.NONE, executor);
    }

    /** Fixes what is compared. */
    private Standing.Task task(double spaceKm, int timeDays, Optional<Learned> given) {
        List<Fields.Row> all = rows.values().stream().map(FileLinkage::ofFields).toList();
        fields.addWords(all, "type", PlainReport::type, PlainReport::type);
        fields.addWords(all, "actor", PlainReport::actor, PlainReport::actor);
        fields.addWords(all, "target", PlainReport::target, PlainReport::target);
        fields.addWords(all, "place", this::placeWithoutPoint, this::nameWithoutPoint);
        fields.addFigures(all, "killed", Fields::killed);
        fields.addFigures(all, "count", PlainReport::count);
        // Half the distance between two reports is about what each is off.
        double[] km = {spaceKm / 2, DISTRICT_KM, GOVERNORATE_KM};
        Settings asked = new Settings(km, timeDays, 10);
        Settings settings =
                given.map(known -> asked.with(here(known, km.length))).orElse(asked);
        return new Standing.Task(sources.size(), fields.codings(), settings);
    }

    /** Those parameters that are of the sources and fields that are here, in their order. */
    private Parameters here(Learned known, int placeClasses) {
        int[] ofSources = numbers(sources, known.sources(), "source");
        int[] ofFields = numbers(fields.names(), known.fields(), "field");
        known.parameters().checkSources(known.sources().size());
        Parameters here = known.parameters().of(ofSources, ofFields);
        here.check(
                sources.size(),
                placeClasses,
                fields.codings().stream().mapToInt(Coding::rings).toArray());
        return here;
    }

    private static int[] numbers(List<String> wanted, List<String> known, String what) {
        return wanted.stream()
                .mapToInt(name -> {
                    if (!known.contains(name)) {
                        throw new IllegalArgumentException(
                                "it says nothing of the %s %s".formatted(what, name));
                    }
                    return known.indexOf(name);
                })
                .toArray();
    }

    private static String source(ReportFile file, PlainReport report) {
        return report.source().map(Fields::plain).orElse(file.goesOn());
    }

    /** By its sound, so that spellings meet; where there is a point, the name says it once more. */
    private Optional<String> placeWithoutPoint(PlainReport report) {
        return point(report).isPresent() ? Optional.empty() : report.place().flatMap(named::key);
    }

    private Optional<String> nameWithoutPoint(PlainReport report) {
        return point(report).isPresent() ? Optional.empty() : report.place();
    }

    private static Fields.Row ofFields(Keyed keyed) {
        return new Fields.Row(keyed.file().source(), keyed.report());
    }

    private Optional<LatLon> point(PlainReport report) {
        return report.point().or(() -> report.place().flatMap(named::find));
    }

    private Accounts.Row row(Keyed keyed) {
        PlainReport report = keyed.report();
        Optional<LatLon> point = point(report);
        return new Accounts.Row(
                keyed.key(),
                keyed.source(),
                (int) report.from().toEpochDay(),
                (int) report.to().toEpochDay(),
                point.map(LatLon::latDegrees).orElse(0.0),
                point.map(LatLon::lonDegrees).orElse(0.0),
                point.isPresent() ? placeClass(report) : Accounts.NONE,
                fields.codes(ofFields(keyed)),
                repeats.listOf(keyed.key()).stream()
                        .map(Repeats.Row::source)
                        .collect(Collectors.toSet()),
                wordings.read(report.place(), report.text()));
    }

    /** A point that only its name gives is known no more exactly than a district. */
    private static int placeClass(PlainReport report) {
        if (report.point().isEmpty()) {
            return 1;
        }
        return report.precision()
                .map(known -> switch (known) {
                    case EXACT, TOWN -> 0;
                    case DISTRICT -> 1;
                    case GOVERNORATE -> 2;
                    case COUNTRY -> Accounts.NONE;
                })
                .orElse(0);
    }

    private Why why() {
        return new Why(key -> keyed(key).report(), fields.shown(), wordings);
    }

    private Result result(Linkage.Result linked, int mostDoubts) {
        Why why = why();
        return new Result(
                new Incidents(linked.events(), event -> incident(event, why)),
                linked.doubts().stream()
                        .limit(mostDoubts)
                        .map(doubt -> new FileDoubt(
                                member(doubt.one()),
                                member(doubt.other()),
                                doubt.probability(),
                                doubt.stake(),
                                why.phrases(doubt)))
                        .toList(),
                linked.doubts().size(),
                new Learned(sources, fields.names(), linked.parameters()));
    }

    private static final class Incidents extends AbstractList<FileIncident> {
        private final List<Linkage.Event> events;
        private final Function<Linkage.Event, FileIncident> of;

        Incidents(List<Linkage.Event> events, Function<Linkage.Event, FileIncident> of) {
            this.events = events;
            this.of = of;
        }

        @Override
        public FileIncident get(int index) {
            return of.apply(events.get(index));
        }

        @Override
        public int size() {
            return events.size();
        }
    }

    private FileIncident incident(Linkage.Event event, Why why) {
        List<String> keys = new ArrayList<>();
        List<List<Phrase>> links = new ArrayList<>();
        Map<String, String> copies = new HashMap<>();
        for (Linkage.Link link : event.links()) {
            links.add(why.phrases(link));
            if (link.evidence().isEmpty()) {
                copies.put(link.one(), link.one());
                copies.put(link.other(), link.one());
            }
        }
        for (String key : event.accounts()) {
            keys.add(key);
            for (Repeats.Row repeat : repeats.listOf(key)) {
                if (keyed(repeat.key()).later() && !come.contains(repeat.key())) {
                    continue;
                }
                keys.add(repeat.key());
                links.add(Why.sameText(key, repeat.key()));
                copies.putIfAbsent(key, key);
                copies.put(repeat.key(), copies.getOrDefault(key, key));
            }
        }
        return new FileIncident(
                keys.getFirst(),
                event.probability(),
                keys.stream().map(this::member).toList(),
                countOrigins(keys, copies),
                links);
    }

    /** @param copies of rows that are one text, the first of them */
    private int countOrigins(List<String> keys, Map<String, String> copies) {
        List<Origins.Told<String>> told = keys.stream()
                .map(key -> {
                    Keyed row = keyed(key);
                    return Origins.told(
                            key,
                            row.report().source().orElse(row.file().source()),
                            row.report().text(),
                            Optional.ofNullable(copies.get(key))
                                    .or(() -> row.report().url().map(Origins::page)));
                })
                .toList();
        return Origins.count(Origins.listByTold(told).values());
    }

    private Keyed keyed(String key) {
        return Optional.ofNullable(rows.get(key)).orElseThrow();
    }

    private Member member(String key) {
        Keyed row = keyed(key);
        return new Member(row.file().name(), row.report().id());
    }
}
