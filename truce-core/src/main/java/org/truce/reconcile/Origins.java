package org.truce.reconcile;

import static java.util.Map.entry;

import org.truce.record.Account;
import org.truce.record.Entry;
import org.truce.record.Guarded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where information first came from, by the words of a source's label. In doubt the rules find one
 * origin too few rather than one too many, because two origins are what "corroborated" rests on.
 *
 * <ol>
 *   <li>A field that names origins decides: {@code SOHR, Airwars} are two.
 *   <li>Else a note that leans on somebody ("Observatory cited", "state media toll", "SANA: ...")
 *       means those, whoever prints it. SANA stands for all state media of Syria's government.
 *   <li>Else the label. {@code X (via Y)} or {@code X via Y}: Y only carries it, the origin is X.
 *       {@code X (A, B)}: X cites A and B, and they are the origins. {@code X/Y}: X prints Y's
 *       text, the origin is Y. {@code News repost, A and B}: A and B. {@code (press)} and
 *       {@code (repost)} say nothing.
 *   <li>Else the outlet itself. Services of one house are one origin ("Al Jazeera English" and "Al
 *       Jazeera Arabic"), and so are names that differ in capitals only.
 *   <li>Reports from one web page go back to the same origins, whatever their labels say: to those
 *       that any of them cites, else to the first one's.
 * </ol>
 *
 * A source that this reader may not see is {@link #WITHHELD}. Nobody can say that it is independent
 * of another, so it never corroborates; nor does a data set that compiles others' reports (UCDP
 * GED) where it does not say whose, nor a repost that does not name its outlet.
 */
public final class Origins {
    /** The name of an origin that this reader may not see. */
    public static final String WITHHELD = "withheld";

    private static final String SOHR = "SOHR";
    private static final String SANA = "SANA";

    /** Who denies something, or did not find it, is not where it comes from. */
    private static final String SAYS_NOTHING_OF_IT =
            "[^.:;,]{0,20}?\\b(?:(?:could|can|did|does|do|has|have|had) ?n[o']t\\b"
                    + "|den(?:y|ies|ied)\\b|disput(?:es?|ed)\\b|rejects?\\b|rejected\\b"
                    + "|(?:is|was|were) (?:silent|unable)\\b|made no mention\\b)";

    /** What in a note, or inside a longer name, gives an origin away. */
    private static final Map<String, Pattern> GIVEN_AWAY = new TreeMap<>(Map.of(
            SOHR,
            words("SOHR|Observatory"),
            SANA,
            words("SANA|state (?:media|agency|TV)"),
            "Civil Defence",
            words("Civil Defence (?:cited|says)|Civil Defence:"),
            "Israeli army",
            words("IDF|Israeli army says")));

    private static final Pattern BRACKET = Pattern.compile("^(.*?)\\s*\\(([^)]*)\\)\\s*$");
    private static final Pattern CARRIED = Pattern.compile("^(.+?)\\s+via\\s+.+$");
    private static final Pattern REPOST_OF = Pattern.compile("^(.* repost), (.+)$");
    private static final Pattern PRINTS = Pattern.compile("^([^/]+)/([^/]+)$");
    private static final Pattern SEVERAL = Pattern.compile("\\s*(?:[,;/\\n]|\\band\\b)\\s*");
    private static final Pattern CITED = Pattern.compile("\\s+cited$");
    private static final Pattern PAGE =
            Pattern.compile("^https?://(?:www\\.)?|[?&](?:share|utm_\\w+)=[^&]*|#.*$|/+$");

    /** Names that mean the same house, by their lower-case form. */
    private static final Map<String, String> HOUSES = Map.ofEntries(
            entry("airwars", "Airwars"),
            entry("al jazeera arabic", "Al Jazeera"),
            entry("al jazeera english", "Al Jazeera"),
            entry("amn", "Al-Masdar"),
            entry("news repost", "unnamed repost"),
            entry("orient net", "Orient"),
            entry("orient news", "Orient"),
            entry("rfe/rl", "RFE/RL"),
            entry("rt arabic", "RT"),
            entry("rt deutsch", "RT"),
            entry(
                    "russian ministry of defence bulletin, russian side",
                    "Russian Ministry of Defence"),
            entry(
                    "russian ministry of defence bulletin, turkish side",
                    "Turkish side of the joint commission"),
            entry("southfront repost", "Southfront"),
            entry("syrian war report", "Southfront"),
            entry("un news", "UN"));

    /** What may be anybody's account, and so is not known to be another's. */
    private static final Set<String> OF_UNKNOWN_ORIGIN =
            Set.of(WITHHELD, "UCDP GED", "unnamed repost");

    private Origins() {}

    /**
     * The outlet of a label, in lower case: the source of the rule that one source's reports are
     * different events. {@code SMART (via Microsyria)} is SMART's, {@code Okaz (AFP)} is Okaz's.
     */
    public static String outlet(String label) {
        return parts(label).outlet().toLowerCase(Locale.ROOT);
    }

    /** The origins that a label names, at least one, in the label's order. */
    public static List<String> listIn(String label) {
        Parts parts = parts(label);
        return parts.cited().isEmpty() ? List.of(house(parts.outlet())) : parts.cited();
    }

    /**
     * The origins of one report, at least one; {@link #WITHHELD} when this reader may not see it.
     */
    public static List<String> listOf(Account account) {
        List<String> cited = listCited(account);
        return cited.isEmpty()
                ? account.source().find().map(Origins::listIn).orElse(List.of(WITHHELD))
                : cited;
    }

    /**
     * Each origin once, with the reports that go back to it, in the order of the reports' keys.
     *
     * @param byReport the origins of each report, as {@link #listByReport} gives them
     */
    static List<Incident.Origin> group(Map<ReportKey, List<String>> byReport) {
        Map<String, List<ReportKey>> byOrigin = new LinkedHashMap<>();
        byReport.forEach((key, names) -> names.forEach(name ->
                byOrigin.computeIfAbsent(name, unseen -> new ArrayList<>()).add(key)));
        return byOrigin.entrySet().stream()
                .map(origin -> new Incident.Origin(origin.getKey(), origin.getValue()))
                .toList();
    }

    /** The origins of each of several reports about one event; one page has one set of origins. */
    static Map<ReportKey, List<String>> listByReport(List<Entry.Report> inKeyOrder) {
        return new TreeMap<>(listByTold(inKeyOrder.stream()
                .map(report -> new Told<>(
                        ReportKey.of(report),
                        listCited(report.account()),
                        listOf(report.account()),
                        page(report.account())))
                .toList()));
    }

    /**
     * What tells of a report's origins.
     *
     * @param cited whom it has it from, as far as it says so
     * @param own its origins by itself, at least one
     * @param copy what all copies of one text have in common, such as the page it stands on
     */
    public record Told<K>(K key, List<String> cited, List<String> own, Optional<String> copy) {
        public Told {
            cited = List.copyOf(cited);
            own = List.copyOf(own);
        }
    }

    /** The same for a row of a file, which is no report of a register. */
    public static <K> Told<K> told(
            K key, String label, Optional<String> text, Optional<String> copy) {
        List<String> noted = text.map(Origins::givenAway).orElse(List.of());
        List<String> cited = noted.isEmpty() ? parts(label).cited() : noted;
        return new Told<>(key, cited, cited.isEmpty() ? listIn(label) : cited, copy);
    }

    /** The origins of each in its order; copies of one text have one set of origins. */
    public static <K> Map<K, List<String>> listByTold(List<Told<K>> all) {
        Map<String, List<String>> byCopy = new LinkedHashMap<>();
        for (Told<K> told : all) {
            told.copy().ifPresent(copy -> {
                if (told.cited().isEmpty()) {
                    byCopy.putIfAbsent(copy, List.of());
                } else {
                    byCopy.merge(copy, told.cited(), Origins::union);
                }
            });
        }
        Map<String, String> spelling = new TreeMap<>();
        Map<K, List<String>> origins = new LinkedHashMap<>();
        for (Told<K> told : all) {
            List<String> names = told.copy().map(byCopy::get).orElse(List.of());
            if (names.isEmpty()) {
                names = told.own();
                told.copy().ifPresent(copy -> byCopy.put(copy, told.own()));
            }
            origins.put(
                    told.key(),
                    names.stream()
                            .map(name -> spelling.computeIfAbsent(
                                    name.toLowerCase(Locale.ROOT), low -> name))
                            .distinct()
                            .toList());
        }
        return origins;
    }

    /**
     * How many of some origins are not known to be one of the others: what corroboration counts.
     */
    public static int count(Collection<List<String>> origins) {
        return (int) origins.stream().flatMap(List::stream).distinct().count();
    }

    /** Whether an origin is known not to be just anybody's account, told once more. */
    public static boolean isKnown(String origin) {
        return !OF_UNKNOWN_ORIGIN.contains(origin);
    }

    /** Corroborated when at least two origins are known not to be one. */
    static VerificationStatus status(List<Incident.Origin> origins) {
        long known = origins.stream().filter(origin -> isKnown(origin.name())).count();
        return known >= 2 ? VerificationStatus.CORROBORATED : VerificationStatus.REPORTED;
    }

    /** What the report says it has from somebody else; empty when it speaks for itself. */
    private static List<String> listCited(Account account) {
        List<String> field =
                account.citedOrigin().flatMap(Guarded::find).map(Origins::split).orElse(List.of());
        if (!field.isEmpty()) {
            return field;
        }
        List<String> noted =
                account.note().flatMap(Guarded::find).map(Origins::givenAway).orElse(List.of());
        return noted.isEmpty()
                ? account.source().find().map(label -> parts(label).cited()).orElse(List.of())
                : noted;
    }

    private static List<String> givenAway(String text) {
        return GIVEN_AWAY.entrySet().stream()
                .filter(origin -> origin.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "\\b(?:" + alternatives + ")(?!\\w)(?!" + SAYS_NOTHING_OF_IT + ")",
                Pattern.CASE_INSENSITIVE);
    }

    private static Optional<String> page(Account account) {
        return account.url().flatMap(Guarded::find).map(Origins::page);
    }

    /** A page's address without what differs between two visits. */
    public static String page(String url) {
        return PAGE.matcher(url).replaceAll("");
    }

    /** A label taken apart: whose page it is, and whom it cites. */
    private record Parts(String outlet, List<String> cited) {}

    private static Parts parts(String label) {
        Matcher bracketed = BRACKET.matcher(label);
        if (bracketed.matches()) {
            String inside = bracketed.group(2).strip();
            Parts head = parts(bracketed.group(1));
            boolean carrierOnly =
                    inside.startsWith("via ") || inside.equals("press") || inside.equals("repost");
            return carrierOnly ? head : new Parts(head.outlet(), split(inside));
        }
        String head = label.strip();
        Matcher carried = CARRIED.matcher(head);
        if (carried.matches()) {
            return parts(carried.group(1));
        }
        Matcher repost = REPOST_OF.matcher(head);
        if (repost.matches()) {
            return new Parts(repost.group(1), split(repost.group(2)));
        }
        Matcher prints = PRINTS.matcher(head);
        if (prints.matches() && !HOUSES.containsKey(head.toLowerCase(Locale.ROOT))) {
            return new Parts(prints.group(1).strip(), split(prints.group(2)));
        }
        return new Parts(head, List.of());
    }

    private static List<String> split(String names) {
        return Arrays.stream(SEVERAL.split(names))
                .map(name -> CITED.matcher(name.strip()).replaceAll(""))
                .filter(name -> !name.isEmpty())
                .map(Origins::house)
                .distinct()
                .toList();
    }

    private static String house(String name) {
        String known = HOUSES.get(name.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        List<String> inside = givenAway(name);
        return inside.isEmpty() ? name : inside.getFirst();
    }

    private static List<String> union(List<String> some, List<String> more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
