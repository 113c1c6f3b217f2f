package org.truce.reading.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.base.Hash;
import org.truce.reading.Reader;
import org.truce.reading.text.Original;

import java.util.List;
import java.util.Optional;

/** One invented sentence or two for each rule K, with the kind that a coder gives it. */
final class KindsTest {
    private static List<Statement> read(String text) {
        return new Reader()
                .read(new Original(Hash.ZERO, text), Optional.empty(), Optional.of("en"))
                .statements();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
        K1  | demand     | General Osman Reyes urged both sides to open the road.
        K1  | demand     | General Osman Reyes stressed the need for a longer pause.
        K2  | denial     | General Osman Reyes dismissed the report as a tale.
        K3  | threat     | General Osman Reyes threatened to close the bridge.
        K4  | threat     | General Osman Reyes warned that any attack would be met with fire.
        K4  | threat     | "If they send drones again, we shall march on Tilvar," said Osman Reyes.
        K5  | threat     | "If they touch the bridge, nobody will sleep here," said Osman Reyes.
        K5  | threat     | Osman Reyes warned he would leave the talks if one more shell fell.
        K6  | commitment | General Osman Reyes promised to come back on Monday.
        K6  | commitment | General Osman Reyes announced the opening of two crossings.
        K7  | claim      | General Osman Reyes accused the rebels of moving guns.
        K8  | demand     | "Buy our maize," said Osman Reyes.
        K8  | demand     | General Osman Reyes said that the barricades had to come down.
        K9  | denial     | "There is no split in our ranks," said Osman Reyes.
        K10 | commitment | "Our own boys will guard the market," said Osman Reyes.
        K10 | commitment | "If they open the road, we will release the drivers," said Osman Reyes.
        K9  | denial     | "There was one shot in June, not four," said Osman Reyes.
        K11 | denial     | General Osman Reyes said that nobody had opened a bag.
        K12 | assessment | General Osman Reyes argued that the army was tired.
        K13 | assessment | "It is a courageous step," said Osman Reyes.
        K13 | assessment | "The nights are calmer than the days," said Osman Reyes.
        K14 | assessment | General Osman Reyes said that more shells could fall.
        K15 | assessment | "A truce of sixty days is a question," said Osman Reyes.
        K15 | assessment | "A gang that has stopped is still a gang," said Osman Reyes.
        K15 | assessment | "We kept the truce. A truce is not a settlement," said Osman Reyes.
        K16 | claim      | "We have not answered the letter," said Osman Reyes.
        K16 | claim      | General Osman Reyes said that the matter was with the police.
        K16 | claim      | General Osman Reyes said that his men no longer charge a toll.
        K16 | claim      | General Osman Reyes said that two shells had fallen on a school.
        K16 | claim      | General Osman Reyes said that some 1,400 people remain in the camp.
        K16 | claim      | "Most of the shots come from the hill," said Osman Reyes.
        K16 | claim      | "They search the lorries and the carts," said Osman Reyes.
        K15 | assessment | "They shoot less," said Osman Reyes.
        K16 | claim      | General Osman Reyes regretted that two drivers had been killed.
        K16 | claim      | General Osman Reyes said that nobody had fired for a week.
        K17 | threat     | "One more shot, and the road is closed," said Osman Reyes.
        K17 | commitment | "The keys of the store stay with the observers," said Osman Reyes.
        K18 | commitment | Osman Reyes said that a team was leaving for the valley in the morning.
        """)
    void aSentenceIsOfTheKindOfItsRule(String rule, String kind, String text) {
        assertThat(read(text)).singleElement().satisfies(one -> {
            assertThat(one.kind().code()).as(one.rules().toString()).isEqualTo(kind);
            assertThat(one.rules()).contains(rule);
        });
    }

    /** What was not done is a claim, and a denial where somebody was accused of it just before. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
        claim  | The bridge is open again.
        denial | Villagers accused the army of leaving its barracks.
        """)
    void aNegationAnswersAnAllegation(String kind, String before) {
        String text = before + "\n\n\"No unit has left its barracks since May,\" said Osman Reyes.";
        assertThat(read(text).getLast().kind().code()).isEqualTo(kind);
    }
}
