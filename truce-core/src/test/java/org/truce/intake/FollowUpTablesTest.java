package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Presence;
import org.truce.record.Recurrence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Files about follow-up: what each makes of a row, and what it refuses. */
final class FollowUpTablesTest {
    private static final String TELLS = ",source,source_url,published,note";
    private static final Map<Format, String> HEADERS = Map.of(
            Format.GUARANTEES,
            "guarantee_id,guarantor,relation,party,under,from,to" + TELLS,
            Format.COMMITMENTS,
            "commitment_id,actor,what,for_whom,made,due,every,from,to,shown_by,under" + TELLS,
            Format.COMMITMENT_STATUS,
            "commitment,period,status,on,evidence,why,by" + TELLS,
            Format.TALKS,
            "round_id,process,round,from,to,place,convened_by,agenda,delegations,outcomes" + TELLS,
            Format.DEPLOYMENTS,
            "deployment_id,actor,kind,number_min,number_max,from,to,partners,mandate,"
                    + "mandate_under,disputed_by,place_name,admin1,lat,lon,place_precision" + TELLS,
            Format.CONTRIBUTIONS,
            "contribution_id,actor,kind,stage,what,for_whom,place,amount,unit,from,to,against"
                    + TELLS,
            Format.NOTICES,
            "notice_id,about,addressee,severity,drafted,due,by,text",
            Format.NOTICE_STEPS,
            "notice,act,on,by,via,reply,level,evidence,text",
            Format.SHIFT_LOG,
            "log_id,at,channel,with,by,text,point,point_state,holder,about");
    private static final Map<Format, String> ROWS = Map.of(
            Format.GUARANTEES,
            "G1,Russia,guarantees,government,u,2017-07-09,,TASS,,2017-07-09,",
            Format.COMMITMENTS,
            "M1,UN,lets convoys pass,Daraa,2017-07-09,,month,2017-07-09,2017-09-30,,round:T1,"
                    + "TASS,,,",
            Format.COMMITMENT_STATUS,
            "M1,2017-08-01,partly,2017-09-01,report:R1; report:R2,one of two came,coder,OCHA,,,",
            Format.TALKS,
            "T1,Geneva,VIII,2017-11-28,2017-12-14,Geneva,UN,,"
                    + "government / envoy / left; opposition / attended,to meet again; to talk,"
                    + "UN,,,",
            Format.DEPLOYMENTS,
            "D1,Russia,military-police,10,,2017-07-21,,US; Jordan,none-stated,,government,"
                    + "a post,Daraa,32.6,36.1,town,TASS,,2017-07-24,",
            Format.CONTRIBUTIONS,
            "C1,UN,aid-convoy,delivered,flour,,Daraa,12.50,trucks,2017-07-09,,M1,OCHA,,,",
            Format.NOTICES,
            "N1,pages:R1;pages:R2,Russia,grave,2018-01-20,,duty officer,Two posts were hit",
            Format.NOTICE_STEPS,
            "N1,replied,2018-01-22,duty officer,e-mail,denies,,,No such thing",
            Format.SHIFT_LOG,
            "L1,2018-01-20T12:00,hotline,liaison,duty officer,They call back,gate,opened,night,");

    private static Taken taken(Format format, String row) {
        return Taken.from(format, HEADERS.get(format) + "\n" + row + "\n");
    }

    private static <E extends Entry> E only(Class<E> type, Format format) {
        String row = Objects.requireNonNull(ROWS.get(format));
        return type.cast(taken(format, row).entries().getFirst());
    }

    @Test
    void everyFormatIsRecognisedAndTakesItsRow() {
        HEADERS.forEach((format, header) -> {
            byte[] head = (header + "\n").getBytes(StandardCharsets.UTF_8);
            assertThat(Intake.recognise(head)).contains(format);
            Taken taken = taken(format, Objects.requireNonNull(ROWS.get(format)));
            assertThat(taken.defects()).as(format.code()).isEmpty();
            assertThat(taken.entries()).hasSize(1);
        });
    }

    @Test
    void whatRowsSayComesThrough() {
        FollowUp.Commitment commitment = only(FollowUp.Commitment.class, Format.COMMITMENTS);
        assertThat(commitment.every()).contains(Recurrence.MONTH);
        assertThat(commitment.under()).contains("round:T1");
        FollowUp.Round round = only(FollowUp.Round.class, Format.TALKS);
        assertThat(round.delegations())
                .containsExactly(
                        new FollowUp.Round.Delegation(
                                "government", Optional.of("envoy"), Presence.LEFT),
                        new FollowUp.Round.Delegation(
                                "opposition", Optional.empty(), Presence.ATTENDED));
        assertThat(round.outcomes()).containsExactly("to meet again", "to talk");
        FollowUp.CommitmentStatus status =
                only(FollowUp.CommitmentStatus.class, Format.COMMITMENT_STATUS);
        assertThat(status.evidence()).containsExactly("report:R1", "report:R2");
        FollowUp.Notice notice = only(FollowUp.Notice.class, Format.NOTICES);
        assertThat(notice.about()).isEqualTo(List.of("pages:R1", "pages:R2"));
        assertThat(notice.text().find()).contains("Two posts were hit");
        FollowUp.Contribution given = only(FollowUp.Contribution.class, Format.CONTRIBUTIONS);
        assertThat(given.amount()).contains("12.50");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GUARANTEES|guarantees|likes|relation",
                "GUARANTEES|2017-07-09,,TASS|2017-07-09,2017-07-08,TASS|to",
                "GUARANTEES|TASS||source",
                "COMMITMENTS|month,2017-07-09|month,|from",
                "COMMITMENTS|2017-07-09,,month|2017-07-09,2017-08-01,month|due",
                "COMMITMENTS|round:T1|the round|under",
                "COMMITMENTS|round:T1|report:R1|under",
                "COMMITMENT_STATUS|partly|half|status",
                "COMMITMENT_STATUS|report:R1;|R1;|evidence",
                "COMMITMENT_STATUS|one of two came||why",
                "TALKS|2017-12-14|2017-11-27|to",
                "TALKS|/ left|/ gone|delegations",
                "TALKS|opposition / attended|opposition|delegations",
                "DEPLOYMENTS|10,,|10,3,|number_max",
                "DEPLOYMENTS|none-stated|none|mandate",
                "DEPLOYMENTS|32.6,36.1|32.6,|lon",
                "CONTRIBUTIONS|12.50|12,50|amount",
                "CONTRIBUTIONS|trucks||unit",
                "CONTRIBUTIONS|delivered|given|stage",
                "NOTICES|pages:R1;pages:R2|R1|about",
                "NOTICES|2018-01-20,,|2018-01-20,2018-01-19,|due",
                "NOTICE_STEPS|denies||reply",
                "NOTICE_STEPS|replied|sent|reply",
                "NOTICE_STEPS|denies,,|denies,capital,|level",
                "SHIFT_LOG|gate,opened|,opened|point",
                "SHIFT_LOG|gate,opened|gate,|point_state",
                "SHIFT_LOG|12:00|noon|at"
            })
    void aBadValueIsRefusedInItsColumn(Format format, String good, String bad, String column) {
        String row = Objects.requireNonNull(ROWS.get(format));
        assertThat(row).contains(good);
        String spoilt = row.replace(good, bad == null ? "" : bad);
        // An amount with a decimal comma needs its quotation marks to stay one field.
        Taken taken = taken(format, spoilt.replace("12,50", "\"12,50\""));
        assertThat(taken.entries()).isEmpty();
        assertThat(taken.onlyDefect().column()).isEqualTo(column);
        assertThat(taken.onlyDefect().todo()).isNotBlank();
    }

    /** A name that would end its line in a letter is refused where it comes in. */
    @ParameterizedTest
    @ValueSource(strings = {"Oland\nBcc: x@y", "Oland\u2028x", "Ol\u202eand", "Ol\u0007and"})
    void aNameOfMoreThanOneLineIsRefused(String name) {
        String quoted = "\"" + name + "\"";
        Taken notice = taken(
                Format.NOTICES,
                Objects.requireNonNull(ROWS.get(Format.NOTICES)).replace("Russia", quoted));
        assertThat(notice.entries()).isEmpty();
        assertThat(notice.onlyDefect().column()).isEqualTo("addressee");
        assertThat(notice.onlyDefect().todo()).contains("one line");
        Taken step =
                taken(Format.NOTICE_STEPS, "N1,escalated,2018-01-22,an officer,,," + quoted + ",,");
        assertThat(step.entries()).isEmpty();
        assertThat(step.onlyDefect().column()).isEqualTo("level");
    }

    private static final String PATROL = "coverage_id,site,means,watch,source,source_url,"
            + "published,occurred_from,occurred_to,place_name,admin1,lat,lon,place_precision,"
            + "by,outcome,tasked,seen,not_seen";

    @ParameterizedTest
    @CsvSource({
        "patrol,watched,made,true",
        "patrol,access-denied,blocked,true",
        "patrol,watched,cut-short,true",
        "patrol,access-denied,not-made,true",
        "patrol,watched,blocked,false",
        "patrol,access-denied,made,false",
        "patrol,watched,not-made,false",
        "camera,watched,made,false"
    })
    void aPatrolsOutcomeGoesWithWhetherItWatched(
            String means, String watch, String outcome, boolean goes) {
        Taken taken = Taken.from(
                Format.COVERAGE,
                PATROL + "\nV1,route-1," + means + "," + watch
                        + ",S,,2018-01-02,2018-01-01,,gate,Daraa,,,town,,"
                        + outcome + ",look at the gate,a shut gate,the yard\n");
        assertThat(taken.entries()).hasSize(goes ? 1 : 0);
        if (goes) {
            Entry.Coverage coverage = (Entry.Coverage) taken.entries().getFirst();
            assertThat(coverage.patrol().orElseThrow().notSeen().orElseThrow().find())
                    .contains("the yard");
        } else {
            assertThat(taken.onlyDefect().column()).isEqualTo("outcome");
        }
    }
}
