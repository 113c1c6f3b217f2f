package org.truce.reading.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.base.Hash;
import org.truce.base.LatLon;
import org.truce.reading.incident.Incident.Flag;
import org.truce.reading.incident.Incident.Losses;
import org.truce.reading.text.Original;
import org.truce.reading.text.Prepared;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Incidents of invented sentences, against what a person takes out of them. */
final class IncidentsTest {
    /** A Wednesday. */
    private static final LocalDate DOCUMENT = LocalDate.of(2024, 5, 15);

    private static Original original(String text) {
        return new Original(Hash.of(text.getBytes(StandardCharsets.UTF_8)), text);
    }

    private static List<Incident> read(String text) {
        return Incidents.read(
                Prepared.of(original(text), "en"), Optional.of(DOCUMENT), Places.NONE);
    }

    private static String losses(Optional<Losses> losses) {
        return losses.map(one -> one.least().map(String::valueOf).orElse("") + ".."
                        + one.most().map(String::valueOf).orElse(""))
                .orElse("-");
    }

    private static String line(Incident one) {
        return String.join(
                "; ",
                one.type().code(),
                one.place().orElse("-"),
                one.date().map(String::valueOf).orElse("-"),
                one.actor().orElse("-"),
                one.target().orElse("-"),
                losses(one.killed()),
                losses(one.injured()),
                one.realis().code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "At least 12 people, including four children, were killed and dozens wounded in an"
                        + " air strike on a market in Idlib province overnight."
                        + "|airstrike; Idlib; 2024-05-15; -; market; 12..; 24..; happened",
                "Moscow said that its aircraft would strike targets near Hama if the attacks did"
                        + " not stop."
                        + "|airstrike; Hama; -; Moscow; targets; -; -; hypothetical",
                "The ministry plans to deploy tanks to the village of Marinka tomorrow."
                        + "|movement-of-forces; Marinka; 2024-05-16; ministry; -; -; -; planned",
                "The shelling of Horlivka by the northern forces on 12 May left two civilians dead"
                        + " and five injured."
                        + "|artillery-shelling; Horlivka; 2024-05-12; northern forces; Horlivka;"
                        + " 2..2; 5..5; happened",
                "A sniper shot dead a farmer near Wadi Sidr on Sunday.|violence-against-civilians;"
                        + " Wadi Sidr; 2024-05-12; sniper; farmer; 1..1; -; happened",
                "Clashes between the army and the Hill Front broke out in Tarsk last night; no"
                        + " casualties were reported."
                        + "|armed-clash; Tarsk; 2024-05-14; army; Hill Front; 0..0; 0..0; happened",
                "Rebels detained 14 teachers in the town of Lashkar on Friday."
                        + "|prisoner; Lashkar; 2024-05-10; Rebels; 14 teachers; -; -; happened",
                "The governor denied reports of an attack on the barracks in Omandi."
                        + "|armed-clash; Omandi; -; -; barracks; -; -; denied",
                "Sudrian drones violated the airspace over Nabat on Tuesday."
                        + "|air-violation; Nabat; 2024-05-14; Sudrian; -; -; -; happened",
                "A soldier was killed by sniper fire in Avdine."
                        + "|small-arms-fire; Avdine; -; -; -; 1..1; -; happened",
                "Two policemen and a driver were killed when their car hit a landmine outside"
                        + " Baraki on 3 May 2024."
                        + "|ied; Baraki; 2024-05-03; -; car; 3..3; -; happened",
                "Troops of the coastal army set up a checkpoint on the road to Selva yesterday."
                        + "|checkpoint-set-up; Selva; 2024-05-14; Troops of the coastal army; -; -;"
                        + " -; happened",
                "Peacekeepers were denied access to the village of Hebra by armed men last"
                        + " Wednesday."
                        + "|access-denied; Hebra; 2024-05-08; armed men; Peacekeepers; -; -;"
                        + " happened",
                "If they shell Donske again, we will answer, the commander said."
                        + "|artillery-shelling; Donske; -; -; Donske; -; -; hypothetical",
                "Northern artillery hit positions of the Front near Tel Ramad on 14 December,"
                        + " wounding four."
                        + "|artillery-shelling; Tel Ramad; 2023-12-14; Northern; positions of the"
                        + " Front; -; 4..4; happened",
                "Nobody was killed when unidentified gunmen opened fire on a bus near Kandi."
                        + "|small-arms-fire; Kandi; -; unidentified gunmen; bus; 0..0; -; happened",
                "The commission will exchange 30 prisoners at the bridge of Goris Tash on Friday."
                        + "|prisoner; Goris Tash; 2024-05-17; commission; -; -; -; planned",
                "Trucks with flour and blankets reached the besieged town of Rastun on Sunday."
                        + "|aid-delivered; Rastun; 2024-05-12; -; -; -; -; happened"
            })
    void whatWhereWhenWhoWithWhatLosses(String text, String expected) {
        assertThat(read(text)).extracting(IncidentsTest::line).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Separatist gunners fired 20 mortar rounds at the village of Pisky on Tuesday. No"
                    + " one was injured.|mortar; Pisky; 2024-05-14; Separatist gunners; village of"
                    + " Pisky; -; 0..0; happened",
                "The bridge at Selva was blown up by unknown attackers on 2 May."
                        + "|ied; Selva; 2024-05-02; unknown attackers; bridge; -; -; happened",
                "The rebels promised to release 12 soldiers in Pasto on Saturday."
                        + "|prisoner; Pasto; 2024-05-18; rebels; 12 soldiers; -; -; planned",
                "The ministry rejected claims that its planes had bombed a school in Rashad."
                        + "|airstrike; Rashad; -; ministry; school; -; -; denied",
                "An improvised explosive device was detonated near a convoy in Marib, injuring six."
                        + "|ied; Marib; -; -; -; -; 6..6; happened",
                "The army did not shell the town of Kordi on Monday."
                        + "|artillery-shelling; Kordi; 2024-05-13; army; town of Kordi; -; -;"
                        + " denied"
            })
    void devicesCapturesDenialsAndNobodyHurt(String text, String expected) {
        assertThat(read(text)).extracting(IncidentsTest::line).containsExactly(expected);
    }

    @Test
    void aSentenceMayTellOfTwo() {
        assertThat(read("Government forces shelled Kinsabba and rebel fighters fired rockets at"
                        + " Latakia on Monday, killing three soldiers and a child."))
                .extracting(IncidentsTest::line)
                .containsExactly(
                        "artillery-shelling; Kinsabba; 2024-05-13; Government forces; Kinsabba; -;"
                                + " -; happened",
                        "rocket; Latakia; 2024-05-13; rebel fighters; Latakia; 4..4; -; happened");
    }

    @Test
    void lossesToldLaterAreThoseOfTheIncidentBefore() {
        String text = "Rockets fell on the outskirts of Belad two days ago. Up to five people died;"
                + " it is not known who fired.";
        List<Incident> incidents = read(text);
        assertThat(incidents)
                .extracting(IncidentsTest::line)
                .containsExactly(
                        "rocket; Belad; 2024-05-13; -; outskirts of Belad; ..5; -; happened");
        assertThat(original(text).text(incidents.getFirst().span())).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The spokesman called on both sides to stop the shelling of villages.",
                "Six cases of firing were recorded in Latakia (4) and Hama (2).",
                "Violence has killed more than 10,000 people since 2014.",
                "The council discussed the humanitarian situation in Geneva on Monday.",
                "There was no attack, and there are no troops of ours on that road.",
                "The next attack will be answered on three roads.",
                "The two sides struck an agreement in Sochi on Monday.",
                "Damascus said on Monday that it wanted peace."
            })
    void whatIsNoIncidentGivesNone(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void noPersonIsNamed() {
        List<Incident> official = read("Gunmen shot dead the deputy head of the local council,"
                + " Samir Adlan, in the market of Deir Sawan last Friday.");
        assertThat(official)
                .extracting(IncidentsTest::line)
                .containsExactly(
                        "assassination; Deir Sawan; 2024-05-10; Gunmen; deputy head of the local"
                                + " council; 1..1; -; happened");
        for (String text : List.of(
                "Gunmen shot dead Samir Adlan in the market of Deir Sawan on Friday.",
                "Gunmen shot dead the farmer Samir Adlan in Deir Sawan on Friday.")) {
            Incident one = read(text).getFirst();
            assertThat(one.toString()).as(text).doesNotContain("Adlan");
            assertThat(one.flags()).as(text).contains(Flag.NAME_WITHHELD);
        }
    }

    @Test
    void aPlaceThatMayBeTwoKeepsBoth() {
        Places.Place one =
                new Places.Place("Hama", new LatLon(35.1, 36.8), "town", Optional.empty());
        Places.Place other =
                new Places.Place("Hama", new LatLon(34.1, 35.8), "town", Optional.empty());
        String text = "The army shelled a farm near Hama on Monday.";
        Incident clear = Incidents.read(
                        Prepared.of(original(text), "en"),
                        Optional.of(DOCUMENT),
                        words -> List.of(one))
                .getFirst();
        assertThat(clear.point()).contains(one.point());
        Incident open = Incidents.read(
                        Prepared.of(original(text), "en"),
                        Optional.of(DOCUMENT),
                        words -> List.of(one, other))
                .getFirst();
        assertThat(open.point()).isEmpty();
        assertThat(open.candidates()).containsExactly(one, other);
        assertThat(open.flags()).containsExactly(Flag.PLACE_AMBIGUOUS);
    }

    @Test
    void withoutADocumentsDateOnlyWholeDatesAreTold() {
        String text = "The army shelled a farm near Hama on Monday. The army shelled a mill near"
                + " Homs on 3 May 2023.";
        assertThat(Incidents.read(Prepared.of(original(text), "en"), Optional.empty(), Places.NONE))
                .extracting(Incident::date)
                .containsExactly(Optional.empty(), Optional.of(LocalDate.of(2023, 5, 3)));
    }
}
