package org.truce.record;

import org.truce.base.Hash;
import org.truce.base.Moment;
import org.truce.base.PlacePrecision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** One invented entry of every kind that is about follow-up. */
public final class OneOfFollowUp {
    private static final String REGISTER = OneOfEach.REGISTER;
    private static final LocalDate FROM = LocalDate.parse("2017-07-09");
    private static final LocalDate TO = LocalDate.parse("2017-07-31");
    private static final List<String> EVIDENCE = List.of("report:R-1");

    private OneOfFollowUp() {}

    /** In the order of the golden file. */
    public static List<Entry> full() {
        return Stream.of(
                        List.of(guarantee()),
                        notices(),
                        commitments(),
                        List.of(round(), deployment(), contribution(), logLine()),
                        said())
                .flatMap(List::stream)
                .toList();
    }

    private static Entry guarantee() {
        return new FollowUp.Guarantee(
                REGISTER,
                "G-1",
                OneOfEach.at(20),
                "Russia",
                Influence.GUARANTEES,
                "gov",
                Optional.of("u"),
                Optional.of(FROM),
                Optional.of(TO),
                basis());
    }

    private static List<Entry> notices() {
        return List.of(
                new FollowUp.Notice(
                        REGISTER,
                        "N-9",
                        OneOfEach.at(21),
                        List.of("pages:R1", "pages:R2"),
                        "Russia",
                        Severity.GRAVE,
                        FROM,
                        Optional.of(TO),
                        observer(),
                        secret("a named shepherd")),
                new FollowUp.NoticeStep(
                        REGISTER,
                        "NS-1",
                        OneOfEach.at(22),
                        "N-9",
                        NoticeAct.REPLIED,
                        TO,
                        observer(),
                        Optional.of(Channel.E_MAIL),
                        Optional.of(NoticeReply.CANNOT_CONFIRM),
                        Optional.empty(),
                        EVIDENCE,
                        Optional.of(secret("a named shepherd")),
                        Optional.empty()),
                new FollowUp.NoticeRules(
                        REGISTER,
                        "rules-1",
                        OneOfEach.at(23),
                        FROM,
                        new FollowUp.NoticeRules.AnswerDays(14, 7, 2),
                        1,
                        List.of(
                                new FollowUp.NoticeRules.Rung(3, "liaison officer"),
                                new FollowUp.NoticeRules.Rung(7, "capital")),
                        Optional.empty()));
    }

    private static List<Entry> commitments() {
        return List.of(
                new FollowUp.Commitment(
                        REGISTER,
                        "M-1",
                        OneOfEach.at(24),
                        "Russia",
                        "let convoys pass",
                        Optional.of("UN"),
                        Optional.of(FROM),
                        Optional.empty(),
                        Optional.of(Recurrence.MONTH),
                        Optional.of(FROM),
                        Optional.of(TO),
                        Optional.of("counts of lorries"),
                        Optional.of("agreement:u"),
                        basis()),
                new FollowUp.CommitmentStatus(
                        REGISTER,
                        "CS-1",
                        OneOfEach.at(25),
                        "M-1",
                        Optional.of(FROM),
                        Fulfilment.NOT_HONOURED,
                        TO,
                        EVIDENCE,
                        "none passed",
                        observer(),
                        basis()));
    }

    private static Entry contribution() {
        return new FollowUp.Contribution(
                REGISTER,
                "B-1",
                OneOfEach.at(28),
                "UN",
                ContributionKind.AID_CONVOY,
                Stage.DELIVERED,
                "flour",
                Optional.of("Daraa"),
                Optional.of("Daraa"),
                Optional.of("12.5"),
                Optional.of("tonnes"),
                Optional.of(FROM),
                Optional.of(TO),
                Optional.of("M-1"),
                basis());
    }

    private static Entry logLine() {
        return new FollowUp.LogLine(
                REGISTER,
                "L-1",
                OneOfEach.at(29),
                Moment.get("2017-07-09T12:00+03:00"),
                Channel.HOTLINE,
                Optional.of(secret("Liaison cell")),
                observer(),
                secret("a named shepherd"),
                Optional.of("gate"),
                Optional.of(PointState.OPENED),
                Optional.of(observer()),
                EVIDENCE);
    }

    private static List<Entry> said() {
        return List.of(
                new FollowUp.SideBySide(
                        REGISTER,
                        "B-2",
                        OneOfEach.at(30),
                        List.of("S-1", "S-2"),
                        "the gate",
                        "one says open, one shut",
                        TO),
                new FollowUp.Passage(
                        REGISTER,
                        "doc-1",
                        OneOfEach.at(31),
                        "doc",
                        "Words",
                        "Paper",
                        TO,
                        new Hash(
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                        1,
                        0,
                        3,
                        Map.of("en", "a", "ar", "ب"),
                        List.of("statement:S-1")));
    }

    private static Entry round() {
        return new FollowUp.Round(
                REGISTER,
                "T-9",
                OneOfEach.at(26),
                "Geneva",
                "VIII",
                FROM,
                TO,
                Optional.of("Geneva"),
                Optional.of("UN"),
                Optional.of("four baskets"),
                List.of(
                        new FollowUp.Round.Delegation("gov", Optional.of("envoy"), Presence.LEFT),
                        new FollowUp.Round.Delegation("opp", Optional.empty(), Presence.ATTENDED)),
                List.of("to meet again"),
                basis());
    }

    private static Entry deployment() {
        return new FollowUp.Deployment(
                REGISTER,
                "Q-1",
                OneOfEach.at(27),
                "Russia",
                DeploymentKind.MILITARY_POLICE,
                OptionalInt.of(3),
                OptionalInt.of(5),
                Optional.of(FROM),
                Optional.of(TO),
                List.of("Jordan"),
                Mandate.INVITATION,
                Optional.of("letter"),
                List.of("opp"),
                new Place(
                        secret("Tell Invented"),
                        Optional.of("Daraa"),
                        Optional.of(secret("32.625,36.125")),
                        PlacePrecision.EXACT),
                basis());
    }

    private static Basis basis() {
        return new Basis(
                observer(),
                Optional.of(secret("https://example.org/p?a=1")),
                Optional.of(LocalDate.parse("2017-07-12")),
                Optional.of(secret("a named shepherd")));
    }

    private static Guarded observer() {
        return secret("Observer Nimr");
    }

    private static Guarded secret(String text) {
        return OneOfEach.open(text, OneOfEach.SALT);
    }
}
