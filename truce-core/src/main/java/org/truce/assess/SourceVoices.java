package org.truce.assess;

import org.truce.assess.sources.Claim;
import org.truce.assess.sources.Item;
import org.truce.assess.sources.Opinion;
import org.truce.assess.sources.Sides;
import org.truce.assess.sources.SourceWeighing;
import org.truce.assess.sources.Weighing;
import org.truce.assess.sources.WeighingSettings;
import org.truce.reconcile.Incident;
import org.truce.reconcile.Naming;
import org.truce.reconcile.Origins;
import org.truce.reconcile.ReportKey;
import org.truce.record.Entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What sources that disagree say together of incidents. They are learned from all incidents that
 * are known, wherever these were: a source is what it is in every area.
 */
public final class SourceVoices {
    /** Between the ids of those who are said to have acted together. */
    public static final String TOGETHER = "+";

    private final Evidence evidence;
    private final AssessSettings settings;

    SourceVoices(Evidence evidence) {
        this.evidence = evidence;
        settings = evidence.settings();
    }

    /** @param asked the ids of the incidents that are asked about */
    Further.Voices of(Set<String> asked) {
        return new Further.Voices(
                together(report -> Naming.accused(report.participants(), evidence.actors()), asked),
                together(report -> List.of(report.type().group().code()), asked));
    }

    private Further.Together together(
            Function<Entry.Report, List<String>> values, Set<String> asked) {
        List<Item> items = evidence.listIncidents().stream()
                .map(incident -> new Item(incident.id(), claims(incident, values)))
                .toList();
        Weighing weighing =
                SourceWeighing.weigh(items, new Sides(settings.sides()), weighingSettings());
        List<Opinion> disputed = switch (weighing) {
            case Weighing.Weighed weighed ->
                weighed.opinions().stream()
                        .filter(opinion -> asked.contains(opinion.item()))
                        .filter(SourceVoices::isDisputed)
                        .toList();
            case Weighing.NotEnough few -> List.of();
        };
        return new Further.Together(weighing, disputed);
    }

    private WeighingSettings weighingSettings() {
        WeighingSettings usual = WeighingSettings.USUAL;
        return new WeighingSettings(
                settings.attributionReached(),
                usual.leastItems(),
                usual.leastOrigins(),
                usual.leastOwnItems(),
                usual.agreement(),
                usual.silence(),
                usual.sideItems(),
                usual.originItems(),
                usual.undeterminedShare(),
                usual.shareItems(),
                usual.undeterminedOdds(),
                usual.copying(),
                usual.leastShared());
    }

    /** The names of all sources and origins of incidents, as far as they are at hand. */
    public static Set<String> listNames(Evidence evidence) {
        Set<String> names = new HashSet<>();
        for (Incident incident : evidence.listIncidents()) {
            incident.reliedOn().stream()
                    .flatMap(report -> report.account().source().find().stream())
                    .forEach(names::add);
            incident.origins().forEach(origin -> names.add(origin.name()));
        }
        return names;
    }

    /** Two origins that name different things; one that does not know differs with nobody. */
    private static boolean isDisputed(Opinion opinion) {
        Set<String> values = new HashSet<>();
        Set<String> origins = new HashSet<>();
        for (Claim claim : opinion.claims()) {
            if (!claim.value().equals(Claim.UNDETERMINED)) {
                claim.origin().ifPresent(origins::add);
                values.add(claim.value());
            }
        }
        return values.size() > 1 && origins.size() > 1;
    }

    private static List<Claim> claims(
            Incident incident, Function<Entry.Report, List<String>> values) {
        List<Claim> claims = new ArrayList<>();
        for (Entry.Report report : incident.reliedOn()) {
            String source = report.account().source().find().orElse(Origins.WITHHELD);
            List<String> said = values.apply(report);
            // Several who acted together are one answer, not several that differ.
            String value = said.isEmpty()
                    ? Claim.UNDETERMINED
                    : said.stream().sorted().distinct().collect(Collectors.joining(TOGETHER));
            origins(incident, report)
                    .map(origin -> new Claim(source, value, origin))
                    .forEach(claims::add);
        }
        return claims;
    }

    private static Stream<Optional<String>> origins(Incident incident, Entry.Report report) {
        ReportKey key = ReportKey.of(report);
        return incident.origins().stream()
                .filter(origin -> origin.reports().contains(key))
                .map(origin -> Optional.of(origin.name()).filter(Origins::isKnown));
    }
}
