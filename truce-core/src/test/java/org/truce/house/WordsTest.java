package org.truce.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.assess.Answer;
import org.truce.assess.Further;
import org.truce.assess.LikelihoodWord;
import org.truce.assess.PhiaWord;
import org.truce.assess.RuleLine;
import org.truce.assess.SampleRecord;
import org.truce.assess.Status;
import org.truce.assess.counts.Plain;
import org.truce.base.Circumstance;
import org.truce.base.Coded;
import org.truce.base.EventType;
import org.truce.base.Means;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;
import org.truce.base.Truth;
import org.truce.base.Watch;
import org.truce.followup.CommitmentState;
import org.truce.followup.FollowKind;
import org.truce.followup.NoticeState;
import org.truce.followup.Standing;
import org.truce.reconcile.Decided;
import org.truce.reconcile.SideBySide;
import org.truce.reconcile.VerificationStatus;
import org.truce.record.Agreement;
import org.truce.record.Channel;
import org.truce.record.ClaimMeasure;
import org.truce.record.ContributionKind;
import org.truce.record.CustodyAct;
import org.truce.record.DecisionAct;
import org.truce.record.DeploymentKind;
import org.truce.record.Entry;
import org.truce.record.Fulfilment;
import org.truce.record.Influence;
import org.truce.record.Mandate;
import org.truce.record.NoticeAct;
import org.truce.record.NoticePlace;
import org.truce.record.NoticeReply;
import org.truce.record.PatrolOutcome;
import org.truce.record.PointState;
import org.truce.record.Presence;
import org.truce.record.Recurrence;
import org.truce.record.Severity;
import org.truce.record.Stage;
import org.truce.record.StatementKind;
import org.truce.show.FollowPage;
import org.truce.terms.Finding;
import org.truce.terms.Verdict;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words of pages and sentences: both languages have the same, every key that is used exists,
 * every key that exists is used, and none says what nobody may say.
 */
final class WordsTest {
    private static final Set<String> BUNDLES =
            Set.of("show", "followup", "promised", "assess", "review", "desk", "intake");
    private static final Pattern LITERAL = Pattern.compile(
            "\"((?:show|followup|promised|assess|review|desk|intake)\\.[a-z][A-Za-z0-9.-]*)\"");

    /** Keys that are put together, by what stands first in them, and all that may follow. */
    private static final Map<String, List<String>> MADE = new TreeMap<>(Map.ofEntries(
            Map.entry("show.apart.", Coded.listCodes(Decided.Why.class)),
            Map.entry("show.aspect.", Coded.listCodes(Finding.Aspect.class)),
            Map.entry("show.basis.", Coded.listCodes(Answer.How.class)),
            Map.entry("show.certainty.", Coded.listCodes(Agreement.Certainty.class)),
            Map.entry("show.circumstance.", Coded.listCodes(Circumstance.class)),
            Map.entry("show.custody.", Coded.listCodes(CustodyAct.class)),
            Map.entry("show.decision.", Coded.listCodes(DecisionAct.class)),
            Map.entry("show.difference.", Coded.listCodes(SideBySide.Difference.class)),
            Map.entry("show.explore.", exploreKeys()),
            Map.entry("show.field.", fields()),
            Map.entry(
                    "show.figure.",
                    List.of(
                            "breaches",
                            "breaches-known",
                            "undetermined",
                            "incidents",
                            "civilians")),
            Map.entry("show.kind.", kinds()),
            Map.entry("show.means.", Coded.listCodes(Means.class)),
            Map.entry("show.watch.", Coded.listCodes(Watch.class)),
            Map.entry("show.precision.", Coded.listCodes(PlacePrecision.class)),
            Map.entry(
                    "show.provision.",
                    List.of(
                            "prohibition",
                            "obligation",
                            "exemption",
                            "lapse",
                            "renewal",
                            "joint-body",
                            "definition")),
            Map.entry("show.reason-withheld.", Coded.listCodes(Finding.Aspect.class)),
            Map.entry("show.series.", Coded.listCodes(Verdict.class)),
            Map.entry("show.side.", Coded.listCodes(SideBySide.State.class)),
            Map.entry("show.statement.", Coded.listCodes(StatementKind.class)),
            Map.entry("show.status.", Coded.listCodes(VerificationStatus.class)),
            Map.entry("show.truth.", Coded.listCodes(Truth.class)),
            Map.entry("show.type.", Coded.listCodes(EventType.class)),
            Map.entry("show.verdict.", Coded.listCodes(Verdict.class)),
            Map.entry(
                    "desk.do.",
                    Coded.listCodes(NoticeAct.class).stream()
                            .filter(code -> !code.equals(NoticeAct.SENDING.code()))
                            .toList()),
            Map.entry(
                    "desk.group.",
                    List.of("draft", "approved", "sent", "acknowledged", "answered")),
            Map.entry("desk.letter-came.", List.of("acknowledged", "asked", "action-taken")),
            Map.entry("desk.phase.", Coded.listCodes(NoticeState.Phase.class)),
            Map.entry("followup.place-told.", Coded.listCodes(NoticePlace.class)),
            Map.entry("followup.act.", Coded.listCodes(NoticeAct.class)),
            Map.entry("followup.channel.", Coded.listCodes(Channel.class)),
            Map.entry("followup.contribution.", Coded.listCodes(ContributionKind.class)),
            Map.entry("followup.deployment.", Coded.listCodes(DeploymentKind.class)),
            Map.entry("followup.fulfilment.", Coded.listCodes(Fulfilment.class)),
            Map.entry("followup.influence.", Coded.listCodes(Influence.class)),
            Map.entry("followup.mandate.", Coded.listCodes(Mandate.class)),
            Map.entry("followup.patrol.", Coded.listCodes(PatrolOutcome.class)),
            Map.entry("followup.point.", Coded.listCodes(PointState.class)),
            Map.entry("followup.presence.", Coded.listCodes(Presence.class)),
            Map.entry("followup.recurrence.", Coded.listCodes(Recurrence.class)),
            Map.entry("followup.reply.", Coded.listCodes(NoticeReply.class)),
            Map.entry("followup.severity.", Coded.listCodes(Severity.class)),
            Map.entry("followup.stage.", Coded.listCodes(Stage.class)),
            Map.entry("promised.about.", Coded.listCodes(FollowKind.class)),
            Map.entry("promised.flag.", Coded.listCodes(CommitmentState.Flag.class)),
            Map.entry("promised.intro.", Coded.listCodes(FollowPage.Name.class)),
            Map.entry("promised.kind.", Coded.listCodes(FollowKind.class)),
            Map.entry("promised.notice-flag.", Coded.listCodes(NoticeState.Flag.class)),
            Map.entry(
                    "promised.one.",
                    List.of(
                            "report",
                            "calm-report",
                            "summary-report",
                            "tally",
                            "statement",
                            "claim-test",
                            "coverage",
                            "published-total",
                            "period-count")),
            Map.entry("promised.phase.", Coded.listCodes(NoticeState.Phase.class)),
            Map.entry(
                    "promised.state.",
                    List.of(
                            "held",
                            "planned",
                            "under-way",
                            "going-on",
                            "ended",
                            "no-end-known",
                            "tested",
                            "not-tested")),
            Map.entry("promised.title.", Coded.listCodes(FollowPage.Name.class)),
            Map.entry("review.act.", List.of("accept", "edit", "drop")),
            Map.entry("review.band.", List.of("given", "high", "middle", "low")),
            Map.entry(
                    "review.column.",
                    parted("speaker role date place kind paraphrase about url side province "
                            + "count stated_total note event_type occurred_from occurred_to "
                            + "date_precision place_name place_precision admin1 lat lon "
                            + "alleged_actor target killed_min killed_max source source_url "
                            + "published register by why injured weapon")),
            Map.entry(
                    "review.field.",
                    parted("speaker role date kind content about side place count "
                            + "statedTotal unit type lat lon actor target killedMin killedMax "
                            + "evidence injured injuredMin injuredMax weapon weaponWords source")),
            Map.entry(
                    "review.flag.",
                    parted("speaker-ambiguous speaker-unresolved speaker-unnamed pronoun "
                            + "continued quote-unclosed hidden-characters contradicted "
                            + "other-total partial approximate range mixed-digits overflow "
                            + "planned denied hypothetical inside-statement place-ambiguous "
                            + "place-unknown date-inexact name-withheld by-figures side-open "
                            + "unsure place-open remainder model speaker-by-model also-by-rules")),
            Map.entry(
                    "review.state.",
                    List.of("open", "accepted", "edited", "dropped", "unfinished")),
            Map.entry("review.time.", List.of("hour", "day", "week", "month", "longer")),
            Map.entry("review.type.", List.of("statement", "tally", "incident")),
            Map.entry("followup.measure.", Coded.listCodes(ClaimMeasure.class)),
            Map.entry("followup.standing.", Coded.listCodes(Standing.class)),
            Map.entry("assess.because-", Coded.listCodes(RuleLine.class)),
            Map.entry("assess.likelihood-", likelihoods()),
            Map.entry(
                    "assess.month-",
                    IntStream.rangeClosed(1, 12).mapToObj(String::valueOf).toList()),
            Map.entry("assess.further-no-outlook-", Coded.listCodes(Further.Lack.class)),
            Map.entry("assess.plain-", Coded.listCodes(Plain.class)),
            Map.entry("assess.phia-", Coded.listCodes(PhiaWord.class)),
            Map.entry("assess.status-", Coded.listCodes(Status.class))));

    private static List<String> parted(String codes) {
        return List.of(codes.split(" "));
    }

    private static List<String> fields() {
        String label = "(?:fields\\.\\w+|list)\\(\\s*\"([a-z0-9-]+)\"";
        return Stream.of("EntryView", "FollowUpFields")
                .flatMap(name -> literalsIn(name, label).stream())
                .distinct()
                .toList();
    }

    private static List<String> kinds() {
        return Arrays.stream(Objects.requireNonNull(Entry.class.getAnnotation(JsonSubTypes.class))
                        .value())
                .map(JsonSubTypes.Type::name)
                .toList();
    }

    private static List<String> likelihoods() {
        return Arrays.stream(LikelihoodWord.values())
                .map(word -> word.phrase().key().substring("assess.likelihood-".length()))
                .toList();
    }

    private static List<String> exploreKeys() {
        String source = source("Explore");
        int start = source.indexOf("for (String key : List.of(");
        return literals(source.substring(start, source.indexOf("))", start)), "\"([A-Za-z]+)\"");
    }

    private static List<String> literalsIn(String className, String pattern) {
        return literals(source(className), pattern);
    }

    private static List<String> literals(String source, String pattern) {
        return Pattern.compile(pattern)
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static String source(String className) {
        return text(SampleRecord.root()
                .resolve("truce-core/src/main/java/org/truce/show/" + className + ".java"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> literalsInSources() {
        List<String> found = new ArrayList<>();
        for (String module : List.of("truce-core/src/main", "truce-app/src/main")) {
            try (Stream<Path> files = Files.walk(SampleRecord.root().resolve(module))) {
                files.filter(file -> file.toString().matches(".*\\.(java|jte)"))
                        .filter(Files::isRegularFile)
                        .forEach(file -> found.addAll(literals(text(file), LITERAL.pattern())));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return found;
    }

    private static Properties words(String bundle, String language) {
        String name = "/org/truce/words/%s_%s.properties".formatted(bundle, language);
        try (InputStream in =
                        Objects.requireNonNull(Phrases.class.getResourceAsStream(name), name);
                InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(text);
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void everyKeyThatIsUsedExistsAndEveryKeyThatExistsIsUsed() {
        Set<String> used = new TreeSet<>();
        for (String literal : literalsInSources()) {
            if (literal.endsWith(".") || literal.endsWith("-")) {
                List<String> ends = Optional.ofNullable(MADE.get(literal))
                        .orElseThrow(() ->
                                new AssertionError(literal + ": tell this test what may follow"));
                ends.forEach(end -> used.add(literal + end));
            } else {
                used.add(literal);
            }
        }
        Set<String> known = new TreeSet<>();
        for (String bundle : BUNDLES) {
            words(bundle, "en").stringPropertyNames().forEach(key -> known.add(bundle + "." + key));
        }
        assertThat(used).hasSizeGreaterThan(200);
        assertThat(known).containsExactlyElementsOf(used);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show",
                "followup",
                "promised",
                "assess",
                "terms",
                "reconcile",
                "intake",
                "review",
                "desk"
            })
    void bothLanguagesHaveTheSameKeysAndPlaceholders(String bundle) {
        Properties english = words(bundle, "en");
        Properties arabic = words(bundle, "ar");
        assertThat(new TreeSet<>(arabic.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            // A name in two languages takes one of its two arguments.
            if (!(bundle + "." + key).matches("assess\\.name|terms\\.words")) {
                assertThat(placeholders(arabic.getProperty(key)))
                        .as("%s.%s", bundle, key)
                        .isEqualTo(placeholders(english.getProperty(key)));
            }
        }
    }

    private static Set<String> placeholders(String pattern) {
        Set<String> found = new TreeSet<>();
        Pattern.compile("\\{\\d+}")
                .matcher(pattern)
                .results()
                .map(MatchResult::group)
                .forEach(found::add);
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void everyPatternCanBeSaid(String language) {
        Phrases phrases = Phrases.in(language);
        Object[] arguments = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
        for (String bundle : List.of(
                "show", "followup", "promised", "assess", "terms", "reconcile", "review", "desk")) {
            Properties words = words(bundle, language);
            for (String key : words.stringPropertyNames()) {
                String said = phrases.say(bundle + "." + key, arguments);
                assertThat(said).as("%s.%s", bundle, key).isNotBlank();
                // A single apostrophe hides the placeholder after it.
                if (!key.equals("explore.selected")) {
                    assertThat(said).as("%s.%s", bundle, key).doesNotContain("{");
                }
            }
        }
    }

    /** Causes, praise, blame and a side's own words for its enemy; confidence beside likelihood. */
    @Test
    void noWordsSayWhatNobodyMaySay() {
        List<String> never = List.of(
                "because of",
                "due to",
                "thanks to",
                "caused",
                "led to",
                "proves",
                "confiden",
                "successful",
                "terroris",
                "regime",
                "rebel",
                "militant",
                "martyr",
                "liberat",
                "occupied",
                "innocent",
                "perpetrator",
                "culprit",
                "بسبب",
                "بفضل",
                "أدى إلى",
                "يثبت",
                "إرهاب",
                "النظام السوري",
                "ميليشيا",
                "شهيد",
                "تحرير",
                "المحتل",
                "الجاني",
                "المذنب",
                "ثقة");
        for (String bundle : List.of(
                "show", "followup", "promised", "assess", "terms", "reconcile", "review", "desk")) {
            for (String language : List.of("en", "ar")) {
                Properties words = words(bundle, language);
                for (String key : words.stringPropertyNames()) {
                    assertThat(words.getProperty(key).toLowerCase(Locale.ROOT))
                            .as("%s_%s %s", bundle, language, key)
                            .doesNotContain(never);
                }
            }
        }
    }
}
