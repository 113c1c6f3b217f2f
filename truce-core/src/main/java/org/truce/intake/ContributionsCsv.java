package org.truce.intake;

import org.truce.record.ContributionKind;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Stage;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Contributions: one row is what somebody gave, bore or promised to give. */
final class ContributionsCsv implements EntryTable {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,6})?");

    @Override
    public List<String> required() {
        return FollowUpColumns.with(
                "contribution_id",
                "actor",
                "kind",
                "stage",
                "what",
                "for_whom",
                "place",
                "amount",
                "unit",
                "from",
                "to",
                "against");
    }

    @Override
    public List<String> optional() {
        return List.of();
    }

    @Override
    public Entry entry(Row row) throws BadValue {
        FollowUpColumns.Days days = FollowUpColumns.days(row);
        Optional<String> amount = row.findText("amount");
        Optional<String> unit = row.findText("unit");
        if (amount.isPresent() && unit.isEmpty()) {
            throw new BadValue(
                    "unit",
                    "an amount without a unit says nothing",
                    "write what is counted: persons, USD, trucks");
        }
        return new FollowUp.Contribution(
                row.register(),
                row.getText("contribution_id"),
                row.entered(),
                row.getText("actor"),
                row.getCode("kind", ContributionKind.class),
                row.getCode("stage", Stage.class),
                row.getText("what"),
                row.findText("for_whom"),
                row.findText("place"),
                amount.isEmpty() ? amount : Optional.of(amount("amount", amount.get())),
                unit,
                days.from(),
                days.to(),
                row.findText("against"),
                FollowUpColumns.basis(row));
    }

    static String amount(String column, String text) throws BadValue {
        if (!AMOUNT.matcher(text).matches()) {
            throw new BadValue(
                    column,
                    "'%s' is not an amount".formatted(text),
                    "write digits, with a point before decimals and no separators of thousands");
        }
        return text;
    }
}
