package org.truce.record;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.truce.base.EventType;
import org.truce.base.Moment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A fact that somebody put down. An entry is never changed and never deleted. Its id is unique
 * among the entries of its kind in its register: the source file's own id where it has one, else
 * one made from its content, so that the same row entered twice has the same id.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.RegisterDeclared.class, name = "register"),
    @JsonSubTypes.Type(value = Entry.Report.class, name = "report"),
    @JsonSubTypes.Type(value = Entry.SummaryReport.class, name = "summary-report"),
    @JsonSubTypes.Type(value = Entry.CalmReport.class, name = "calm-report"),
    @JsonSubTypes.Type(value = Entry.Tally.class, name = "tally"),
    @JsonSubTypes.Type(value = Entry.PublishedTotal.class, name = "published-total"),
    @JsonSubTypes.Type(value = Entry.PeriodCount.class, name = "period-count"),
    @JsonSubTypes.Type(value = Entry.Statement.class, name = "statement"),
    @JsonSubTypes.Type(value = Entry.ClaimTest.class, name = "claim-test"),
    @JsonSubTypes.Type(value = Entry.AreaOutline.class, name = "area-outline"),
    @JsonSubTypes.Type(value = Entry.AgreementText.class, name = "agreement"),
    @JsonSubTypes.Type(value = Entry.RejectedRow.class, name = "rejected-row")
})
public sealed interface Entry {
    String register();

    String id();

    Entered entered();

    /** An entry whose day of becoming known is its publication when it was entered afterwards. */
    sealed interface Dated extends Entry {
        Optional<LocalDate> published();
    }

    /**
     * A register says what it is.
     *
     * @param observes what it watches, and how evenly
     * @param enteredAfterwards whether it was coded later from published pages
     * @param sourcesPublished whether its sources are public, and may be named to every reader
     * @param limits what a reader must know before using it, by language code (en, ar)
     * @param attribution the source and licence to print wherever the register is shown
     */
    record RegisterDeclared(
            String register,
            String id,
            Entered entered,
            String title,
            Observes observes,
            boolean enteredAfterwards,
            boolean sourcesPublished,
            Map<String, List<String>> limits,
            Optional<String> attribution)
            implements Entry {
        public RegisterDeclared {
            limits = limits.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, said -> List.copyOf(said.getValue())));
        }
    }

    /** One source's account of one thing. */
    record Report(
            String register,
            String id,
            Entered entered,
            Account account,
            EventType type,
            OptionalInt count,
            Participants participants,
            Casualties casualties,
            Optional<String> sameAs)
            implements Dated {
        @Override
        public Optional<LocalDate> published() {
            return account.published();
        }
    }

    /**
     * A row that sums up several things (a monthly line, a total of breaches); overlaps reports.
     */
    record SummaryReport(
            String register,
            String id,
            Entered entered,
            Account account,
            EventType type,
            OptionalInt count,
            Participants participants,
            Casualties casualties)
            implements Dated {
        @Override
        public Optional<LocalDate> published() {
            return account.published();
        }
    }

    /** A source says that it watched and saw nothing. */
    record CalmReport(String register, String id, Entered entered, Account account)
            implements Dated {
        @Override
        public Optional<LocalDate> published() {
            return account.published();
        }
    }

    /** One side's count for a province and a day, with its unit; not a list of incidents. */
    record Tally(
            String register,
            String id,
            Entered entered,
            Optional<LocalDate> published,
            String url,
            String side,
            Optional<String> province,
            int count,
            OptionalInt statedTotal,
            Optional<String> note)
            implements Dated {}

    /** A published total over an area and a stretch of time, in the source's own measure. */
    record PublishedTotal(
            String register,
            String id,
            Entered entered,
            String source,
            String url,
            String area,
            LocalDate from,
            LocalDate to,
            String measure,
            String value,
            Optional<String> note)
            implements Dated {
        /** Totals come without a date of publication. */
        @Override
        public Optional<LocalDate> published() {
            return Optional.empty();
        }
    }

    /**
     * How many things of one kind a steadily watching register counts in an area and a period.
     *
     * @param countedRegister whose count it is
     * @param from the first local day counted
     * @param to the last local day counted, inside
     * @param parties between whom, as the file has it
     */
    record PeriodCount(
            String register,
            String id,
            Entered entered,
            String countedRegister,
            String area,
            Optional<String> reading,
            LocalDate from,
            LocalDate to,
            String parties,
            String unit,
            int count,
            OptionalInt deathsBest,
            OptionalInt civilianDeathsBest)
            implements Dated {
        /** Counts by period come without a date of publication. */
        @Override
        public Optional<LocalDate> published() {
            return Optional.empty();
        }
    }

    /** What an official said in public, in our own words. */
    record Statement(
            String register,
            String id,
            Entered entered,
            String speaker,
            String role,
            LocalDate date,
            Optional<String> place,
            StatementKind statementKind,
            String paraphrase,
            String about,
            String url)
            implements Dated {
        @Override
        public Optional<LocalDate> published() {
            return Optional.of(date);
        }
    }

    /**
     * How somebody proposes to hold a statement against the evidence. The choice of test is theirs
     * and stays beside the result.
     *
     * @param statement the id of the statement in the same register
     * @param quote the speaker's own words, as short as will do
     * @param from the first local day that the claim speaks of
     * @param to the last local day that it speaks of
     * @param baselineFrom the first local day to compare with
     * @param baselineTo the last local day to compare with
     */
    record ClaimTest(
            String register,
            String id,
            Entered entered,
            String statement,
            String quote,
            ClaimMeasure measure,
            String area,
            LocalDate from,
            LocalDate to,
            LocalDate baselineFrom,
            LocalDate baselineTo)
            implements Entry {}

    /**
     * One outline of an area, under one reading, with the time in which it is in force.
     *
     * @param geometry a GeoJSON geometry (Polygon or MultiPolygon), longitude before latitude
     * @param precisionMetres how far the drawn line may be from the agreed one
     */
    record AreaOutline(
            String register,
            String id,
            Entered entered,
            String area,
            String name,
            Optional<String> nameAr,
            Optional<String> reading,
            Optional<Moment> inForceFrom,
            Optional<Moment> inForceTo,
            int precisionMetres,
            Optional<String> drawn,
            Optional<String> note,
            Optional<String> endNote,
            Optional<String> source,
            String geometry)
            implements Entry {}

    /** An agreement as data. */
    record AgreementText(String register, String id, Entered entered, Agreement agreement)
            implements Entry {}

    /**
     * A row that could not be taken in, kept with its place.
     *
     * @param refusal what was wrong, what to do, and the row as it stood: all of it protected, for
     *     nobody has looked yet at what is in it
     */
    record RejectedRow(String register, String id, Entered entered, String column, Guarded refusal)
            implements Entry {}
}
