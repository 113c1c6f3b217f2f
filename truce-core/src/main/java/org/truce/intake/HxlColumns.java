package org.truce.intake;

import org.truce.intake.FlowColumns.Measure;
import org.truce.intake.FlowColumns.Unit;
import org.truce.record.ContributionKind;
import org.truce.record.Stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which hashtag says what of a contribution (HXL hashtag dictionary, version 1.1, 2018). */
final class HxlColumns {
    private static final Set<String> FUNDER = Set.of("funder");
    private static final Set<String> CODES = Set.of("code", "id", "pcode", "type", "types");
    private static final Set<String> NOT_TOLD_OF = Set.of("funder", "id", "type");

    /** What is needed, asked for or worked out is not what was given, nor are words an amount. */
    private static final Set<String> NO_AMOUNT = Set.of(
            "code",
            "contribution",
            "currency",
            "direction",
            "fx",
            "gap",
            "inneed",
            "method",
            "pct",
            "percent",
            "planned",
            "rate",
            "requested",
            "required",
            "requirement",
            "requirements",
            "type");

    /** A part of those who were counted. */
    private static final Set<String> PART = Set.of(
            "adolescents",
            "adults",
            "children",
            "elderly",
            "f",
            "i",
            "infants",
            "inneed",
            "killed",
            "m",
            "pct",
            "percent",
            "planned",
            "targeted");

    private static final Set<String> REFUGEES = Set.of("hosted", "refugees");
    private static final Set<String> TOLD = Set.of("created", "published", "reported", "updated");
    private static final Set<String> NO_DAY = Set.of(
            "approved",
            "budget",
            "created",
            "decision",
            "funder",
            "impl",
            "published",
            "reported",
            "updated",
            "year");
    private static final Set<String> CURRENCIES = Set.of(
            "aed", "aud", "cad", "chf", "cny", "dkk", "eur", "gbp", "iqd", "irr", "jod", "jpy",
            "krw", "kwd", "lbp", "nok", "qar", "rub", "sar", "sek", "syp", "try", "usd");
    private static final String[] KEPT = {
        "loc",
        "adm3",
        "adm4",
        "adm5",
        "activity",
        "sector",
        "subsector",
        "modality",
        "item",
        "indicator",
        "value",
        "currency"
    };

    private HxlColumns() {}

    static boolean tellOfGiving(HxlTags tags) {
        boolean amounts = Stream.of("value", "reached", "capacity")
                .anyMatch(name -> !tags.list(name, NO_AMOUNT).isEmpty());
        return findGiver(tags).isPresent() && (amounts || findRefugees(tags).isPresent());
    }

    /** Throws what is missing, or what stands there twice. */
    static FlowColumns of(HxlTags tags) throws BadValue {
        HxlTag giver = findGiver(tags)
                .orElseThrow(() -> missing("#org+funder", "tag the column that names who gave"));
        Measure measure = measure(tags);
        Optional<String> status =
                tags.find("status", tag -> !tag.hasAny(CODES)).map(HxlTag::column);
        if (status.isEmpty() && measure.stage().isEmpty()) {
            throw missing(
                    "#status",
                    "tag the column that says pledge, commitment or paid, or write which of them"
                            + " the amounts are, for example %s+paid".formatted(measure.column()));
        }
        List<String> what = what(tags);
        if (what.isEmpty()) {
            throw missing("#description", "tag the column that says what was given, or what for");
        }
        Optional<String> sector =
                tags.find("sector", tag -> !tag.hasAny(CODES)).map(HxlTag::column);
        Optional<String> start = date(tags, Optional.of("start"));
        Optional<String> end = date(tags, Optional.of("end"));
        // A plain date says both; where a first or a last day stands, it says something else.
        Optional<String> day =
                start.or(() -> end).isPresent() ? Optional.empty() : date(tags, Optional.empty());
        FlowColumns columns = new FlowColumns(
                findId(tags),
                giver.column(),
                findReceiver(tags, giver),
                what,
                places(tags),
                measure,
                status,
                sector,
                start.or(() -> day),
                end.or(() -> day),
                tags.tags().stream()
                        .filter(tag -> tag.is("date") && tag.hasAny(TOLD))
                        .map(HxlTag::column)
                        .toList(),
                tags.find("meta", tag -> tag.hasAny(Set.of("source"))).map(HxlTag::column),
                tags.find("meta", tag -> tag.hasAny(Set.of("url"))).map(HxlTag::column),
                List.of());
        return withKept(columns, tags);
    }

    private static BadValue missing(String column, String todo) {
        return new BadValue(column, "no column has the hashtag %s".formatted(column), todo);
    }

    private static FlowColumns withKept(FlowColumns c, HxlTags tags) {
        List<String> used = new ArrayList<>(c.what().subList(0, 1));
        used.add(c.measure().column());
        if (c.measure().unit() instanceof Unit.InColumn in) {
            used.add(in.column());
        }
        c.id().ifPresent(used::add);
        List<String> kept = Stream.of(KEPT)
                .flatMap(name -> tags.list(name, Set.of()).stream())
                .map(HxlTag::column)
                .filter(column -> !used.contains(column))
                .distinct()
                .toList();
        return new FlowColumns(
                c.id(),
                c.giver(),
                c.receiver(),
                c.what(),
                c.places(),
                c.measure(),
                c.status(),
                c.sector(),
                c.from(),
                c.to(),
                c.told(),
                c.source(),
                c.url(),
                kept);
    }

    /** The funder; where none is named, whoever did the work gave it. */
    private static Optional<HxlTag> findGiver(HxlTags tags) {
        return tags.find("org", tag -> tag.hasAny(FUNDER) && !tag.hasAny(CODES))
                .or(() -> tags.find("org", tag -> !tag.hasAny(CODES)));
    }

    private static Optional<String> findReceiver(HxlTags tags, HxlTag giver) {
        Optional<HxlTag> org = giver.hasAny(FUNDER)
                ? tags.find("org", tag -> !tag.hasAny(FUNDER) && !tag.hasAny(CODES))
                : Optional.empty();
        return org.or(() -> tags.find("beneficiary", tag -> !tag.hasAny(CODES)))
                .map(HxlTag::column);
    }

    private static Optional<String> findId(HxlTags tags) {
        Set<String> id = Set.of("id");
        return tags.find("meta", tag -> tag.hasAny(id))
                .or(() -> tags.find(
                        "activity",
                        tag -> tag.hasAny(id) && !tag.hasAny(Set.of("appeal", "project"))))
                .map(HxlTag::column);
    }

    private static List<String> what(HxlTags tags) {
        List<String> what = new ArrayList<>(tags.columns(Set.of("keywords"), "description"));
        what.addAll(
                tags.columns(Set.of("appeal", "code", "id", "type"), "activity", "item", "sector"));
        return what;
    }

    /** Not the place itself: every reader sees it. */
    private static List<String> places(HxlTags tags) {
        return Stream.of("adm2", "adm1", "country")
                .flatMap(name -> tags
                        .find(name, tag -> !tag.hasAny(NOT_TOLD_OF) && !tag.hasAny(CODES))
                        .or(() -> tags.find(name, tag -> !tag.hasAny(NOT_TOLD_OF)))
                        .stream())
                .map(HxlTag::column)
                .toList();
    }

    private static Optional<String> date(HxlTags tags, Optional<String> which) {
        Set<String> ends = Set.of("start", "end");
        return tags.find(
                        "date",
                        tag -> !tag.hasAny(NO_DAY)
                                && (which.isPresent()
                                        ? tag.attributes().contains(which.get())
                                        : !tag.hasAny(ends)))
                .map(HxlTag::column);
    }

    /** Money first, then people reached, then what was made ready, then people taken in. */
    private static Measure measure(HxlTags tags) throws BadValue {
        List<HxlTag> values = tags.list("value", NO_AMOUNT);
        if (!values.isEmpty()) {
            return money(tags, one(preferred(preferred(values, "usd"), "total")));
        }
        List<HxlTag> reached = tags.list("reached", PART);
        if (!reached.isEmpty()) {
            HxlTag tag = one(fewest(reached));
            return people(tag, ContributionKind.OTHER);
        }
        List<HxlTag> capacity = tags.list("capacity", PART);
        if (!capacity.isEmpty()) {
            HxlTag tag = one(fewest(capacity));
            return tag.hasAny(REFUGEES)
                    ? people(tag, ContributionKind.REFUGEES_HOSTED)
                    : new Measure(
                            tag.column(),
                            new Unit.AfterNumber(),
                            ContributionKind.OTHER,
                            Optional.empty());
        }
        HxlTag refugees = findRefugees(tags)
                .orElseThrow(() -> missing(
                        "#value",
                        "tag the column of amounts with #value and its currency, for example"
                                + " #value+usd; that of people with #reached or"
                                + " #affected+refugees; that of places with #capacity"));
        return people(refugees, ContributionKind.REFUGEES_HOSTED);
    }

    private static Optional<HxlTag> findRefugees(HxlTags tags) {
        return tags.find("affected", tag -> tag.hasAny(REFUGEES) && !tag.hasAny(PART));
    }

    private static Measure people(HxlTag tag, ContributionKind kind) {
        String unit = tag.hasAny(Set.of("hh", "households")) ? "households" : "persons";
        return new Measure(tag.column(), new Unit.Fixed(unit), kind, Optional.of(Stage.DELIVERED));
    }

    private static Measure money(HxlTags tags, HxlTag value) throws BadValue {
        Unit unit = value.attributes().stream()
                .filter(CURRENCIES::contains)
                .sorted()
                .findFirst()
                .<Unit>map(code -> new Unit.Fixed(code.toUpperCase(Locale.ROOT)))
                .or(() -> tags.find("currency", tag -> true)
                        .or(() -> tags.find("value", tag -> tag.hasAny(Set.of("currency"))))
                        .map(tag -> new Unit.InColumn(tag.column())))
                .orElseThrow(() -> missing(
                        "#currency",
                        "write the currency of the amounts into their hashtag, for example"
                                + " %s+usd, or tag the column that holds it"
                                        .formatted(value.column())));
        Optional<Stage> stage = value.hasAny(Set.of("paid", "disbursed"))
                ? Optional.of(Stage.DELIVERED)
                : value.hasAny(Set.of("pledge", "pledged", "commitment", "committed"))
                        ? Optional.of(Stage.PLEDGED)
                        : Optional.empty();
        return new Measure(value.column(), unit, ContributionKind.FUNDING, stage);
    }

    private static List<HxlTag> preferred(List<HxlTag> tags, String attribute) {
        List<HxlTag> some = tags.stream()
                .filter(tag -> tag.attributes().contains(attribute))
                .toList();
        return some.isEmpty() ? tags : some;
    }

    private static List<HxlTag> fewest(List<HxlTag> tags) {
        int least = tags.stream().mapToInt(tag -> tag.attributes().size()).min().orElseThrow();
        return tags.stream().filter(tag -> tag.attributes().size() == least).toList();
    }

    private static HxlTag one(List<HxlTag> tags) throws BadValue {
        if (tags.size() > 1) {
            String names =
                    String.join(" and ", tags.stream().map(HxlTag::column).toList());
            throw new BadValue(
                    tags.getFirst().column(),
                    "%d columns hold amounts: %s".formatted(tags.size(), names),
                    "leave the hashtag to the one that is meant; import the file once more with it"
                            + " on another for that one's rows");
        }
        return tags.getFirst();
    }
}
