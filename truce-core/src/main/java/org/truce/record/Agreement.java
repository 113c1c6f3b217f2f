package org.truce.record;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.truce.base.ActGroup;
import org.truce.base.Coded;
import org.truce.base.Moment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

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
        List<Provision> provisions) {

    public Agreement {
        parties = List.copyOf(parties);
        guarantors = List.copyOf(guarantors);
        excludedGroups = List.copyOf(excludedGroups);
        areas = List.copyOf(areas);
        actors = List.copyOf(actors);
        labels = List.copyOf(labels);
        provisions = List.copyOf(provisions);
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
     * Must not: acts between two sides inside the areas.
     *
     * @param acts groups of acts that are forbidden
     * @param between two lists of actor ids; an act by one of either against the other is forbidden
     * @param bindingUnclear actors of whom the known terms do not say whether they are bound
     * @param areas ids of the areas it applies in
     */
    public record Prohibition(
            String id,
            Words text,
            Citation citation,
            List<ActGroup> acts,
            List<List<String>> between,
            List<String> bindingUnclear,
            List<String> areas)
            implements Provision {
        public Prohibition {
            acts = List.copyOf(acts);
            between = between.stream().map(List::copyOf).toList();
            bindingUnclear = List.copyOf(bindingUnclear);
            areas = List.copyOf(areas);
            if (between.size() != 2) {
                throw new IllegalArgumentException("a prohibition stands between two sides: " + id);
            }
        }
    }

    /** Must: who owes what, by when, and what would show it. */
    public record Obligation(
            String id,
            Words text,
            Citation citation,
            List<String> by,
            Optional<LocalDate> due,
            Optional<String> shownBy)
            implements Provision {
        public Obligation {
            by = List.copyOf(by);
        }
    }

    /**
     * A case in which prohibitions do not apply: fighting by or against groups not covered.
     *
     * @param from ids of the prohibitions it limits
     * @param groups actor ids; force by them or against them is exempt
     */
    public record Exemption(
            String id, Words text, Citation citation, List<String> from, List<String> groups)
            implements Provision {
        public Exemption {
            from = List.copyOf(from);
            groups = List.copyOf(groups);
        }
    }
}
