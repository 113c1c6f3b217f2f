package org.truce.reconcile.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What equal points are taken for. */
final class PointsTest {
    private final List<Accounts.Row> rows = new ArrayList<>();

    /** So many points, each given by so many accounts, days apart. */
    private void share(int points, int accounts) {
        for (int point = 0; point < points; point++) {
            double lat = 32 + 0.001 * rows.size();
            for (int account = 0; account < accounts; account++) {
                int day = 30 * account;
                rows.add(new Accounts.Row(
                        "r" + rows.size(), 0, day, day, lat, 36, 0, new int[0], Set.of()));
            }
        }
    }

    private Points points() {
        return Points.of(rows, 4);
    }

    @Test
    void mostlySharedPointsComeFromAList() {
        share(20, 6);
        share(30, 1);

        assertThat(points()).isEqualTo(Points.LISTED);
        assertThat(points().isStandIn(100)).isFalse();
    }

    @Test
    void whereManyShareMostOfThemTwoAreEnough() {
        share(200, 1);
        share(8, 6);
        share(10, 2);

        assertThat(points()).isEqualTo(Points.STACKED);
        assertThat(points().isStandIn(2)).isTrue();
    }

    /** A house may be hit twice. */
    @Test
    void whereFewShareMostOfThemItTakesFour() {
        share(200, 1);
        share(2, 4);
        share(20, 2);

        assertThat(points()).isEqualTo(Points.SCATTERED);
        assertThat(points().isStandIn(3)).isFalse();
        assertThat(points().isStandIn(4)).isTrue();
    }
}
