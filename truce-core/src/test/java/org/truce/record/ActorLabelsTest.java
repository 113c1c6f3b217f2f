package org.truce.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Labels as the sample and UCDP write them, against names as the sample's agreement gives them. */
final class ActorLabelsTest {
    private final ActorBook book = new ActorBook(List.of(agreement()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "unknown",
                "Unknown",
                "unknown (source blames government)",
                "unknown (factions blame government agents)",
                "unknown (office suspects government)",
                "unidentified aircraft",
                "unidentified gunmen",
                "armed assailants",
                "mines (unattributed)",
                "gunmen (ISIL suspected by local commander)",
                "suspected suicide bomber (unclaimed)",
                "suicide bomber (Khalid ibn al-Walid army suspected)",
                "drone, Hezbollah suspected by Israel"
            })
    void aSuspicionIsNoAttribution(String label) {
        assertThat(book.isUnknown(label)).isTrue();
        assertThat(book.resolve(label)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "Syrian government forces = syrian-government",
                "SYRIAN  government-forces = syrian-government",
                "Russia = russia",
                "Russian and Syrian aircraft = russia | syrian-government",
                "Syrian and Russian aircraft = syrian-government | russia",
                "HTS / jihadist car bomber = nusra-front",
                "HTS / Nusra Front (as the ministry says) = nusra-front",
                "Khalid ibn al-Walid army = isil",
                "Syrian government forces and Iran-backed militias ="
                        + " syrian-government | iran-and-allies",
                "Syrian government forces and Hezbollah = syrian-government | iran-and-allies",
                "Iran-backed forces and Hezbollah = iran-and-allies",
                "HTS and factions = nusra-front | opposition-factions",
                "FSA and Russia = opposition-factions | russia",
                "HTS and Jaysh al-Tawhid = nusra-front | opposition-factions",
                "government and factions = syrian-government | opposition-factions",
                "US, Russia, Jordan = united-states | russia | jordan",
                // What no agreement names stays what the source called it.
                "Syrian Arab Red Crescent = Syrian Arab Red Crescent",
                "UN cross-border operation = UN cross-border operation",
                "gunmen of Jaysh al-Thawra = gunmen of Jaysh al-Thawra",
                // Sides as UCDP writes them; two names of one actor are that actor once.
                "Government of Syria = syrian-government",
                "Syrian insurgents = syrian-insurgents",
                "IS = isil",
                "Hay’at Tahrir al-Sham = nusra-front",
                "Tahrir al- Sham Army = opposition-factions",
                "Ahrar al-Sham, HTS, Southern Front = opposition-factions | nusra-front",
                "'Aknaf Bait al-Maqdis, HTS, Jaysh al-Islam, Sons of Yarmouk Movement, Southern"
                        + " Front' = opposition-factions | nusra-front",
                "HTS, Rahman Corps = nusra-front | Rahman Corps",
                "قوات الحكومة السورية = syrian-government"
            })
    void aLabelNamesTheseActors(String label, String ids) {
        String bare = label.replaceAll("^'|'$", "");
        assertThat(book.isUnknown(bare)).isFalse();
        assertThat(book.resolve(bare))
                .containsExactlyElementsOf(
                        Arrays.stream(ids.split("\\|")).map(String::strip).toList());
    }

    @Test
    void aLabelForTwoSidesIsToldApart() {
        assertThat(book.findTwoSided("Both sides"))
                .contains(new Agreement.Label(
                        "both sides", "syrian-government", "opposition-factions"));
        assertThat(book.findTwoSided("government and factions")).isPresent();
        assertThat(book.findTwoSided("Syrian government forces")).isEmpty();
        assertThat(book.isUnknown("both sides")).isFalse();
    }

    @Test
    void aNameIsTheAgreementsOwnOrTheLabel() {
        assertThat(book.name("isil")).isEqualTo("ISIL");
        assertThat(book.name("Rahman Corps")).isEqualTo("Rahman Corps");
        assertThat(book.find("isil")).isPresent();
        assertThat(book.find("ISIL")).as("ids are found letter for letter").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "army positions near Tafas = ",
                "FSA near Air Intelligence building = opposition-factions",
                "Jaysh al-Islam training camp = opposition-factions",
                "factions and ISIL-linked group = isil | opposition-factions",
                // Of two letters only: too short to be looked for in a sentence.
                "it is town = "
            })
    void aNameIsFoundAsWholeWordsInAText(String text, String ids) {
        List<String> expected = ids == null
                ? List.of()
                : Arrays.stream(ids.split("\\|")).map(String::strip).toList();
        assertThat(book.listNamedIn(text)).containsExactlyElementsOf(expected);
    }

    /** Two agreements may name one actor; the first one's name stays, aliases of both are found. */
    @Test
    void agreementsAddToOneAnother() {
        Agreement.Actor again = actor("isil", "Da'esh", "Caliphate Army");
        ActorBook both = new ActorBook(List.of(agreement(), agreement(List.of(again), List.of())));
        assertThat(both.name("isil")).isEqualTo("ISIL");
        assertThat(both.resolve("Caliphate Army")).containsExactly("isil");
        assertThat(both.resolve("Daesh")).containsExactly("isil");
    }

    private static Agreement agreement() {
        return agreement(
                List.of(
                        actor(
                                "syrian-government",
                                "Syrian government forces",
                                "Government of Syria",
                                "government",
                                "Syrian aircraft"),
                        actor(
                                "iran-and-allies",
                                "Iran-backed forces",
                                "Iran-backed militias",
                                "Iran-backed forces and Hezbollah",
                                "Hezbollah"),
                        actor(
                                "opposition-factions",
                                "opposition factions",
                                "factions",
                                "FSA",
                                "Southern Front",
                                "Ahrar al-Sham",
                                "Jaysh al-Islam",
                                "Jaysh al-Tawhid",
                                "Sons of Yarmouk Movement",
                                "Tahrir al-Sham Army",
                                "Aknaf Bait al-Maqdis"),
                        actor("syrian-insurgents", "Syrian insurgents"),
                        actor("isil", "ISIL", "IS", "Daesh", "Khalid ibn al-Walid army"),
                        actor(
                                "nusra-front",
                                "Nusra Front and its successors",
                                "HTS",
                                "Hay'at Tahrir al-Sham",
                                "HTS / Nusra Front",
                                "HTS / jihadist car bomber"),
                        actor("russia", "Russian forces", "Russia", "Russian aircraft"),
                        actor("united-states", "United States forces", "US"),
                        actor("jordan", "Jordanian forces", "Jordan")),
                List.of(
                        new Agreement.Label(
                                "both sides", "syrian-government", "opposition-factions"),
                        new Agreement.Label(
                                "government and factions",
                                "syrian-government",
                                "opposition-factions")));
    }

    private static Agreement agreement(List<Agreement.Actor> actors, List<Agreement.Label> labels) {
        return new Agreement(
                "a",
                new Agreement.Words("a", Optional.empty()),
                ZoneId.of("Asia/Damascus"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                actors,
                labels,
                List.of());
    }

    private static Agreement.Actor actor(String id, String name, String... aliases) {
        Optional<String> arabic = id.equals("syrian-government")
                ? Optional.of("قوات الحكومة السورية")
                : Optional.empty();
        return new Agreement.Actor(
                id, new Agreement.Words(name, arabic), List.of(aliases), Optional.empty());
    }
}
