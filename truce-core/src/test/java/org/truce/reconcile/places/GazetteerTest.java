package org.truce.reconcile.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.base.LatLon;
import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;
import org.truce.reconcile.places.PlaceSearch.Outcome;

import java.util.List;
import java.util.Optional;

/**
 * A small gazetteer written by hand: rounded points, and two towns invented to be far namesakes.
 */
final class GazetteerTest {
    private static final Gazetteer SMALL = Gazetteer.of(
            List.of(
                    "1\tDar‘ā\tDaraa,Deraa,درعا\t32.62\t36.10\tPPLA\tSY\t06\t97969",
                    "2\tDamascus\tDimashq,دمشق\t33.51\t36.29\tPPLC\tSY\t13\t1569394",
                    "3\tDūmā\tDouma,دوما\t33.57\t36.40\tPPLA2\tSY\t08\t111864",
                    "4\tDoûma\tDouma,دوما\t34.20\t35.84\tPPL\tLB\t09\t0",
                    "5\tIzra‘\tازرع\t32.87\t36.25\tPPLA2\tSY\t06\t0",
                    "6\tAs-Suwayda\tSweida,السويداء\t32.71\t36.57\tPPLA\tSY\t05\t59052",
                    "7\tHoms\tHims,حمص\t34.73\t36.72\tPPLA\tSY\t11\t775404",
                    "8\tIzra Far Away\tIzra\t50.00\t20.00\tPPL\tUA\t\t0",
                    "9\tAleppo\tHalab,حلب\t36.20\t37.16\tPPLA\tSY\t09\t1602264",
                    "10\tOdesa\t\t46.48\t30.72\tPPLA\tUA\t17\t1015826"),
            List.of(
                    "SY.06\tDaraa\tدرعا",
                    "SY.08\tRif Dimashq\tريف دمشق",
                    "SY.09\tAleppo\tحلب",
                    "LB.09\tNorth Lebanon\tلبنان الشمالي"));

    private static PlaceSearch find(String text) {
        return SMALL.find(text, Optional.empty(), Optional.empty());
    }

    private static String firstId(PlaceSearch found) {
        return found.candidates().getFirst().places().getFirst().id();
    }

    private static List<String> whyKeys(Candidate candidate) {
        return candidate.why().stream().map(Phrase::key).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Daraa, 1",
        "درعا, 1",
        "Deraa city, 1",
        "Sweida, 6",
        "السويداء, 6",
        "الشام, 0",
        "حلب, 9",
        "Alep, 9",
        "Hims, 7"
    })
    void aNameInAnySpellingIsFound(String text, String id) {
        PlaceSearch found = find(text);
        if (id.equals("0")) {
            assertThat(found.outcome()).isEqualTo(Outcome.NONE);
            assertThat(found.findOne()).isEmpty();
            return;
        }
        assertThat(found.relation()).isEqualTo(Relation.AT);
        assertThat(found.outcome()).isEqualTo(Outcome.ONE);
        assertThat(firstId(found)).isEqualTo(id);
        Candidate one = found.findOne().orElseThrow();
        assertThat(one.precision()).isEqualTo(PlacePrecision.TOWN);
        assertThat(one.score()).isBetween(0.5, 1.0);
    }

    @Test
    void namesakesStaySeveral() {
        PlaceSearch found = find("Douma");
        assertThat(found.outcome()).isEqualTo(Outcome.AMBIGUOUS);
        assertThat(found.findOne()).isEmpty();
        assertThat(found.countRivals()).isEqualTo(2);
        assertThat(found.candidates())
                .extracting(one -> one.places().getFirst().id())
                .containsExactlyInAnyOrder("3", "4");
    }

    @Test
    void aPointOrALargerPlaceTellsNamesakesApart() {
        LatLon batroun = new LatLon(34.25, 35.66);
        PlaceSearch near = SMALL.find("Douma", Optional.of(batroun), Optional.empty());
        assertThat(near.findOne().orElseThrow().places().getFirst().id()).isEqualTo("4");
        assertThat(near.candidates().getFirst().km().orElseThrow()).isBetween(15.0, 20.0);
        for (String lebanon : List.of("LB", "Lebanon", "لبنان", "North Lebanon", "LB.09")) {
            PlaceSearch inside = SMALL.find("Douma", Optional.empty(), Optional.of(lebanon));
            assertThat(firstId(inside)).as(lebanon).isEqualTo("4");
            assertThat(inside.outcome()).isEqualTo(Outcome.ONE);
            assertThat(whyKeys(inside.candidates().getFirst())).contains("places.why-inside");
        }
        assertThat(firstId(find("Douma, Rif Dimashq"))).isEqualTo("3");
        assertThat(firstId(find("دوما (ريف دمشق)"))).isEqualTo("3");
        assertThat(firstId(find("Izra (Daraa)"))).isEqualTo("5");
    }

    @ParameterizedTest
    @CsvSource({
        "near Daraa, NEAR, 1",
        "قرب درعا, NEAR, 1",
        "outskirts of Izra (Daraa), NEAR, 5",
        "north of Homs, NORTH_OF, 7",
        "5 km north-east of Homs, NORTH_EAST_OF, 7",
        "southwest of Sweida, SOUTH_WEST_OF, 6",
        "شمال حمص, NORTH_OF, 7",
        "جنوب شرق درعا, SOUTH_EAST_OF, 1",
        "شرقي السويداء, EAST_OF, 6",
        "Homs countryside, COUNTRYSIDE, 7",
        "Northern Homs countryside, COUNTRYSIDE, 7",
        "northern countryside of Homs, COUNTRYSIDE, 7",
        "ريف حمص الشمالي, COUNTRYSIDE, 7",
        "Daraa governorate, GOVERNORATE, SY.06",
        "محافظة درعا, GOVERNORATE, SY.06",
        "province of Aleppo, GOVERNORATE, SY.09",
    })
    void aRelationWidensThePlace(String text, Relation relation, String id) {
        PlaceSearch found = find(text);
        assertThat(found.relation()).isEqualTo(relation);
        assertThat(firstId(found)).isEqualTo(id);
        Candidate first = found.candidates().getFirst();
        assertThat(first.precision()).isEqualTo(relation.precision());
        assertThat(first.precision()).isGreaterThan(PlacePrecision.TOWN);
        assertThat(whyKeys(first)).contains("places.relation." + relation.code());
    }

    @Test
    void rifDimashqIsAGovernorate() {
        for (String text : List.of("Rif Dimashq", "ريف دمشق", "rural Damascus")) {
            PlaceSearch found = find(text);
            assertThat(found.outcome()).as(text).isEqualTo(Outcome.ONE);
            assertThat(firstId(found)).as(text).isEqualTo("SY.08");
        }
    }

    @Test
    void betweenTwoPlacesLiesTheMiddle() {
        for (String text : List.of(
                "between Daraa and Izra", "the road between Deraa and Izra", "بين درعا وازرع")) {
            PlaceSearch found = find(text);
            assertThat(found.relation()).isEqualTo(Relation.BETWEEN);
            Candidate first = found.candidates().getFirst();
            assertThat(first.places()).extracting(GazetteerPlace::id).containsExactly("1", "5");
            assertThat(first.point().latDegrees()).isBetween(32.74, 32.75);
            assertThat(first.precision()).isEqualTo(PlacePrecision.DISTRICT);
        }
    }

    @Test
    void ofAQuarterTheLargerPlaceIsFoundAndSaid() {
        Candidate first = find("Kashif (Daraa)").candidates().getFirst();
        assertThat(first.places().getFirst().id()).isEqualTo("1");
        assertThat(first.precision()).isEqualTo(PlacePrecision.DISTRICT);
        assertThat(whyKeys(first)).startsWith("places.why-larger");
    }

    @Test
    void whatOnlySoundsAlikeIsDoubtfulUntilSomethingPlacesItThere() {
        PlaceSearch alone = find("Suwayde");
        assertThat(firstId(alone)).isEqualTo("6");
        assertThat(alone.outcome()).isEqualTo(Outcome.DOUBTFUL);
        assertThat(alone.findOne()).isEmpty();
        for (String syria : List.of("Syria", "سوريا", "SY", "SY.05")) {
            assertThat(SMALL.find("Suwayde", Optional.empty(), Optional.of(syria))
                            .outcome())
                    .as(syria)
                    .isEqualTo(Outcome.ONE);
        }
        PlaceSearch elsewhere = SMALL.find("Sweida", Optional.empty(), Optional.of("Lebanon"));
        assertThat(elsewhere.outcome()).isEqualTo(Outcome.DOUBTFUL);
        assertThat(find("Daraa al-Balad").outcome()).isEqualTo(Outcome.DOUBTFUL);
    }

    @Test
    void parentsAreNamedOrGoBySeat() {
        GazetteerPlace izra = find("ازرع").candidates().getFirst().places().getFirst();
        assertThat(izra.parent().orElseThrow().name()).isEqualTo("Daraa");
        assertThat(izra.parent().orElseThrow().bySeat()).isFalse();
        GazetteerPlace odesa = find("Odesa").candidates().getFirst().places().getFirst();
        assertThat(odesa.parent().orElseThrow().bySeat()).isTrue();
        assertThat(odesa.arabic()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "near", "between and", "(((", "بين و", "of", "((Daraa", "km of x"})
    void anyTextIsRead(String text) {
        PlaceSearch found = find(text);
        assertThat(found.candidates())
                .allSatisfy(one -> assertThat(one.score()).isBetween(0.0, 1.0));
    }

    @Test
    void everyReasonHasWordsInBothLanguages() {
        LatLon near = new LatLon(33, 36);
        List<String> texts = List.of(
                "near Daraa",
                "Douma",
                "between Homs and Daraa",
                "Kashif (Daraa)",
                "محافظة درعا",
                "Izra Far",
                "west of Homs",
                "Rif Dimashq");
        for (String text : texts) {
            for (Candidate one :
                    SMALL.find(text, Optional.of(near), Optional.of("Syria")).candidates()) {
                for (String language : List.of("en", "ar")) {
                    assertThat(one.why())
                            .allSatisfy(why -> assertThat(Phrases.in(language).say(why))
                                    .isNotBlank()
                                    .doesNotContain("{"));
                }
            }
        }
        for (Relation relation : Relation.values()) {
            for (String language : List.of("en", "ar")) {
                assertThat(relation == Relation.AT
                                || Phrases.in(language)
                                        .find("places.relation." + relation.code())
                                        .isPresent())
                        .as("%s %s", relation, language)
                        .isTrue();
            }
        }
    }

    @Test
    void aBrokenLineIsNamed() {
        assertThatThrownBy(() -> Gazetteer.of(List.of("1\tDaraa"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 columns, not 9")
                .hasMessageContaining("Daraa");
        assertThatThrownBy(() ->
                        Gazetteer.of(List.of("1\tDaraa\t\tnorth\t36\tPPL\tSY\t06\t0"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Daraa");
    }
}
