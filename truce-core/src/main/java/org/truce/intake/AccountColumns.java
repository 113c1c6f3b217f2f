package org.truce.intake;

import org.truce.base.LatLon;
import org.truce.base.Moment;
import org.truce.base.Occurred;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.record.Account;
import org.truce.record.Place;

import java.util.Optional;

/** The columns that reports and coverage share: who says so, since when, of when and where. */
final class AccountColumns {
    private AccountColumns() {}

    static Account account(Row row) throws BadValue {
        Optional<LatLon> point = Points.find(row, "lat", "lon");
        return new Account(
                row.seal(row.getText("source")),
                Optional.empty(),
                row.sealed("source_url"),
                row.findDate("published"),
                occurred(row),
                new Place(
                        row.seal(row.text("place_name")),
                        row.findText("admin1"),
                        point.map(LatLon::text).map(row::seal),
                        row.getCode("place_precision", PlacePrecision.class)),
                row.sealed("note"));
    }

    private static Occurred occurred(Row row) throws BadValue {
        Moment from = row.getMoment("occurred_from");
        Moment to = row.text("occurred_to").isEmpty() ? from : row.getMoment("occurred_to");
        Spans.requireOrder(from, to, "occurred_to");
        TimePrecision written = from instanceof Moment.Day ? TimePrecision.DAY : TimePrecision.HOUR;
        boolean stated = row.findText("date_precision").isPresent();
        return new Occurred(
                from, to, stated ? row.getCode("date_precision", TimePrecision.class) : written);
    }
}
