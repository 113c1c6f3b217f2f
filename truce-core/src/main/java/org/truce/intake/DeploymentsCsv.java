package org.truce.intake;

import org.truce.base.LatLon;
import org.truce.base.PlacePrecision;
import org.truce.record.DeploymentKind;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Mandate;
import org.truce.record.Place;

import java.util.List;
import java.util.OptionalInt;

/** Deployments: one row is people sent to one place, and on what ground. */
final class DeploymentsCsv implements EntryTable {
    @Override
    public List<String> required() {
        return FollowUpColumns.with(
                "deployment_id",
                "actor",
                "kind",
                "number_min",
                "number_max",
                "from",
                "to",
                "partners",
                "mandate",
                "mandate_under",
                "disputed_by",
                "place_name",
                "admin1",
                "lat",
                "lon",
                "place_precision");
    }

    @Override
    public List<String> optional() {
        return List.of();
    }

    @Override
    public Entry entry(Row row) throws BadValue {
        FollowUpColumns.Days days = FollowUpColumns.days(row);
        OptionalInt min = row.findCount("number_min");
        OptionalInt max = row.findCount("number_max");
        if (min.isPresent() && max.isPresent() && min.getAsInt() > max.getAsInt()) {
            throw new BadValue(
                    "number_max",
                    "%d is less than %d".formatted(max.getAsInt(), min.getAsInt()),
                    "write the least number in number_min and the most in number_max");
        }
        return new FollowUp.Deployment(
                row.register(),
                row.getText("deployment_id"),
                row.entered(),
                row.getText("actor"),
                row.getCode("kind", DeploymentKind.class),
                min,
                max,
                days.from(),
                days.to(),
                FollowUpColumns.list(row, "partners"),
                row.getCode("mandate", Mandate.class),
                row.findText("mandate_under"),
                FollowUpColumns.list(row, "disputed_by"),
                new Place(
                        row.seal(row.text("place_name")),
                        row.findText("admin1"),
                        Points.find(row, "lat", "lon").map(LatLon::text).map(row::seal),
                        row.getCode("place_precision", PlacePrecision.class)),
                FollowUpColumns.basis(row));
    }
}
