package org.truce.record;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.truce.base.ActGroup;
import org.truce.base.Coded;
import org.truce.base.ExemptCase;
import org.truce.base.Moment;
import org.truce.base.Weapon;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A ceasefire's terms as data: who is bound, who stands surety, what is forbidden, owed and exempt,
 * where and since when. Every provision carries its source and how certain it is.
 *
 * @param id the agreement's own id, stable across versions
 * @param zone the local time of its areas; bare dates are whole days of it
 * @param inForceFrom the moment from which the prohibitions apply, where it is known
 * @param inForceTo the moment from which they no longer apply, where one is set
 * @param parties ids of the actors that are bound
 * @param guarantors ids of the actors that undertook to make the parties comply
 * @param excludedGroups ids of the actors that the terms do not cover
 * @param labels words for two sides at once, as sources use them ("both sides")
 * @param lines the lines that provisions speak of
 * @param jointBodies bodies in which the parties or the guarantors sit together
 * @param definitions what words of the text mean
 * @param prevailsOver ids of the agreements that give way to this one where the two differ
 * @param lapse when it ends unless it is renewed; empty where no such day is set
 */
public record Agreement(
        String id,
        Words title,
        ZoneId zone,
        Optional<LocalDate> signed,
        Optional<Moment> inForceFrom,
        Optional<Moment> inForceTo,
        List<String> parties,
        List<String> guarantors,
        List<String> excludedGroups,
        List<AreaTerms> areas,
        List<Actor> actors,
        List<Label> labels,
        List<Provision> provisions,
        @LaterAdded List<LineTerms> lines,
        @LaterAdded List<JointBody> jointBodies,
        @LaterAdded List<Definition> definitions,
        @LaterAdded List<String> prevailsOver,
        Optional<Lapse> lapse) {

    public Agreement {
        parties = List.copyOf(parties);
        guarantors = List.copyOf(guarantors);
        excludedGroups = List.copyOf(excludedGroups);
        areas = List.copyOf(areas);
        actors = List.copyOf(actors);
        labels = List.copyOf(labels);
        provisions = List.copyOf(provisions);
        lines = List.copyOf(lines);
        jointBodies = List.copyOf(jointBodies);
        definitions = List.copyOf(definitions);
        prevailsOver = List.copyOf(prevailsOver);
    }

    /** One without lines, joint bodies, definitions, precedence and lapse. */
    public Agreement(
            String id,
            Words title,
            ZoneId zone,
            Optional<LocalDate> signed,
            Optional<Moment> inForceFrom,
            Optional<Moment> inForceTo,
            List<String> parties,
            List<String> guarantors,
            List<String> excludedGroups,
            List<AreaTerms> areas,
            List<Actor> actors,
            List<Label> labels,
            List<Provision> provisions) {
        this(
                id,
                title,
                zone,
                signed,
                inForceFrom,
                inForceTo,
                parties,
                guarantors,
                excludedGroups,
                areas,
                actors,
                labels,
                provisions,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** A text in English and, where somebody wrote it, in Arabic. */
    public record Words(String en, Optional<String> ar) {}

    /**
     * A state, force, faction or group.
     *
     * @param aliases other labels by which sources and data sets call it
     * @param mixed set when the label lumps bound and excluded groups together: what to tell a
     *     reader
     */
    public record Actor(String id, Words name, List<String> aliases, Optional<Words> mixed) {
        public Actor {
            aliases = List.copyOf(aliases);
        }
    }

    /** A label that means two actors fighting each other, with nobody said to have begun. */
    public record Label(String text, String sideA, String sideB) {}

    /** What the agreement says of one area. */
    public record AreaTerms(String area, List<ReadingTerms> readings) {
        public AreaTerms {
            readings = List.copyOf(readings);
        }
    }

    /**
     * One side's reading of where an area is, in governorates, for reports no more exact than that.
     *
     * @param reading the reading's id; empty for an area on which nobody differs
     * @param name what to call it on a screen; its id where nobody named it
     * @param whole governorates that lie inside as a whole
     * @param partly governorates of which a part lies inside
     */
    public record ReadingTerms(
            Optional<String> reading,
            Optional<Words> name,
            List<String> whole,
            List<String> partly) {
        public ReadingTerms {
            whole = List.copyOf(whole);
            partly = List.copyOf(partly);
        }
    }

    /** A line and how it is read: its courses are outlines with the same id. */
    public record LineTerms(String line, List<LineReading> readings) {
        public LineTerms {
            readings = List.copyOf(readings);
        }
    }

    /**
     * One side's reading of where a line runs.
     *
     * @param reading the reading's id; empty for a line on which nobody differs
     * @param name what to call it on a screen; its id where nobody named it
     */
    public record LineReading(Optional<String> reading, Optional<Words> name) {}

    /**
     * A body in which several sides sit together.
     *
     * @param members actors' ids
     * @param task what it is to do
     */
    public record JointBody(
            String id, Words name, List<String> members, Words task, Citation citation) {
        public JointBody {
            members = List.copyOf(members);
        }
    }

    /** What a word of the text means, in the text's own understanding. */
    public record Definition(String term, Words meaning, Citation citation) {}

    /**
     * An end that a renewal puts off. Between the last day known and the end of the agreement,
     * where one is set, it is not known whether it is in force.
     *
     * @param at the moment at which it first lapses
     * @param renewals those that are known, each later than what stands before it
     */
    public record Lapse(Moment at, List<Renewal> renewals) {
        public Lapse {
            renewals = List.copyOf(renewals);
        }

        /** The moment up to which it is known to be in force. */
        public Moment knownUntil() {
            return renewals.isEmpty() ? at : renewals.getLast().until();
        }
    }

    /** Who agreed to put off the end, and until when. */
    public record Renewal(Moment until, Words text, Citation citation) {}

    /** How a term is known. */
    public enum Certainty implements Coded {
        /** Quoted from a published text. */
        TEXT("text"),
        /** Only from what officials or the press said of it. */
        REPORTED("reported"),
        /** Our inference from reported terms. */
        INFERRED("inferred"),
        /** Generally known; no page at hand confirms it. */
        GENERAL_KNOWLEDGE("general-knowledge");

        private final String code;

        Certainty(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** Where a provision is known from. */
    public record Citation(List<String> sources, Certainty certainty) {
        public Citation {
            sources = List.copyOf(sources);
        }
    }

    /** One clause. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Prohibition.class, name = "prohibition"),
        @JsonSubTypes.Type(value = Obligation.class, name = "obligation"),
        @JsonSubTypes.Type(value = Exemption.class, name = "exemption")
    })
    public sealed interface Provision {
        String id();

        Words text();

        Citation citation();
    }

    /**
     * Must not: acts in areas or near lines, either between two sides or by some actors.
     *
     * @param acts groups of acts that are forbidden
     * @param between two lists of actor ids; an act by one of either against the other is
     *     forbidden; empty where {@code by} says who must not
     * @param bindingUnclear actors of whom the known terms do not say whether they are bound
     * @param areas ids of the areas it applies in
     * @param by ids of the actors that must not; empty where it stands between two sides
     * @param against ids of the actors against whom {@code by} must not; whoever is hit where empty
     * @param weapons with which weapons; any of them; all weapons where empty
     * @param lines where it applies as seen from a line; any of them
     * @param readings under which readings of its areas and lines it applies; all where empty
     * @param when the provision's own time, inside the agreement's
     */
    public record Prohibition(
            String id,
            Words text,
            Citation citation,
            List<ActGroup> acts,
            List<List<String>> between,
            List<String> bindingUnclear,
            List<String> areas,
            @LaterAdded List<String> by,
            @LaterAdded List<String> against,
            @LaterAdded List<WeaponClass> weapons,
            @LaterAdded List<LineZone> lines,
            @LaterAdded List<String> readings,
            Optional<When> when)
            implements Provision {
        public Prohibition {
            acts = List.copyOf(acts);
            between = between.stream().map(List::copyOf).toList();
            bindingUnclear = List.copyOf(bindingUnclear);
            areas = List.copyOf(areas);
            by = List.copyOf(by);
            against = List.copyOf(against);
            weapons = List.copyOf(weapons);
            lines = List.copyOf(lines);
            readings = List.copyOf(readings);
            if (by.isEmpty() ? between.size() != 2 : !between.isEmpty()) {
                throw new IllegalArgumentException(
                        "a prohibition stands between two sides, or binds some actors: " + id);
            }
            if (by.isEmpty() && !against.isEmpty()) {
                throw new IllegalArgumentException("against whom, but not who must not: " + id);
            }
        }

        /** One between two sides in areas, for all weapons, readings and times. */
        public Prohibition(
                String id,
                Words text,
                Citation citation,
                List<ActGroup> acts,
                List<List<String>> between,
                List<String> bindingUnclear,
                List<String> areas) {
            this(
                    id,
                    text,
                    citation,
                    acts,
                    between,
                    bindingUnclear,
                    areas,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty());
        }

        /** Whether it says who must not, rather than between whom. */
        public boolean directed() {
            return !by.isEmpty();
        }
    }

    /**
     * Weapons of one kind, or of every kind, from a calibre on.
     *
     * @param kind every kind where empty
     * @param atLeastMicrometres the smallest calibre meant, in thousandths of a millimetre
     * @param overMicrometres the calibre that is the first not meant
     */
    public record WeaponClass(
            Optional<Weapon> kind, OptionalInt atLeastMicrometres, OptionalInt overMicrometres) {}

    /**
     * A place as seen from a line: not farther than a distance, on one side, or both.
     *
     * @param withinMetres the distance, on either side where {@code sideOf} is empty; above 0
     * @param sideOf the id of the actor on whose side
     */
    public record LineZone(String line, OptionalInt withinMetres, Optional<String> sideOf) {
        public LineZone {
            if (withinMetres.isEmpty() && sideOf.isEmpty()) {
                throw new IllegalArgumentException(
                        "neither a distance nor a side of the line " + line);
            }
        }
    }

    /** A provision's own time: a local pause from one moment to another, or hours of every day. */
    public record When(Optional<Moment> from, Optional<Moment> to, Optional<Hours> hours) {
        public When {
            if (from.isEmpty() && to.isEmpty() && hours.isEmpty()) {
                throw new IllegalArgumentException("a time of which nothing is said is none");
            }
        }
    }

    /** A window of every day in local time, over midnight where it ends before it begins. */
    public record Hours(LocalTime from, LocalTime to) {
        public Hours {
            if (from.equals(to)) {
                throw new IllegalArgumentException("a window of hours ends when it begins");
            }
        }
    }

    /**
     * Must: who owes what, by when, and what would show it.
     *
     * @param by ids of actors or of joint bodies
     * @param exchange whom each side hands over to the other; empty where it is no exchange
     */
    public record Obligation(
            String id,
            Words text,
            Citation citation,
            List<String> by,
            Optional<LocalDate> due,
            Optional<String> shownBy,
            @LaterAdded List<HandedOver> exchange)
            implements Provision {
        public Obligation {
            by = List.copyOf(by);
            exchange = List.copyOf(exchange);
        }
    }

    /**
     * What one side of an exchange of detainees gives.
     *
     * @param count how many people, where the text says so
     */
    public record HandedOver(String by, OptionalInt count) {}

    /**
     * A case in which prohibitions do not apply: fighting by or against groups not covered, or
     * circumstances in which an act is permitted.
     *
     * @param from ids of the prohibitions it limits
     * @param groups actor ids; force by them or against them is exempt
     * @param permitted the circumstances; empty where it is about groups
     */
    public record Exemption(
            String id,
            Words text,
            Citation citation,
            List<String> from,
            List<String> groups,
            Optional<Permitted> permitted)
            implements Provision {
        public Exemption {
            from = List.copyOf(from);
            groups = List.copyOf(groups);
            if (groups.isEmpty() == permitted.isEmpty()) {
                throw new IllegalArgumentException(
                        "an exemption names either groups or circumstances: " + id);
            }
        }
    }

    /**
     * Circumstances in which an act is permitted.
     *
     * @param openIfNotSaid whether an incident of which no source speaks of them is undetermined;
     *     else it counts as not exempt, with a note
     */
    public record Permitted(ExemptCase exemptCase, boolean openIfNotSaid) {}
}
