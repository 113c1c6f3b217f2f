package org.truce.reading.model;

import org.truce.reading.text.Prepared;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Span;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks for a speaker's words and a cue beside a content. They must belong together, and stand in
 * the content's sentence or right at a quotation that is a sentence of its own. In English the
 * parts of speech between them are looked at as well; in other languages nothing is known of them.
 */
final class Beside {
    /** How far from either end of the content the speaker's words and the cue may reach. */
    static final int REACH_CODE_POINTS = 400;

    /** The most between the speaker's words and a cue after them. */
    static final int APPOSITION_CODE_POINTS = 120;

    /** The most between a cue and the speaker's words after it. */
    static final int TITLE_CODE_POINTS = 40;

    /** Of words that stand all over, only so many on each side are tried, the nearest first. */
    private static final int MOST_TRIED = 20;

    private static final String QUOTES = "\"“”„«»";

    private final Prepared prepared;
    private final String plain;
    private final Verbatim verbatim;
    private final Optional<English> english;

    Beside(Prepared prepared, Verbatim verbatim) {
        this.prepared = prepared;
        this.plain = prepared.original().plain();
        this.verbatim = verbatim;
        this.english = prepared.language().equals("en")
                ? Optional.of(new English(prepared))
                : Optional.empty();
    }

    /** Whether words say that somebody speaks; outside English any words may. */
    boolean isCue(String cue) {
        return english.isEmpty() || English.isCue(cue);
    }

    /** The nearest speaker's words and cue that belong to a content. */
    Optional<Attributed> find(Proposal proposal, Span content) {
        Span before = new Span(Math.max(0, content.start() - REACH_CODE_POINTS), content.start());
        Span after = new Span(
                content.end(), Math.min(plain.length(), content.end() + REACH_CODE_POINTS));
        List<Attributed> all = new ArrayList<>();
        for (Span side : List.of(before, after)) {
            List<Span> cues = nearest(proposal.cue(), side, content);
            for (Span speaker : nearest(proposal.speakerText(), side, content)) {
                cues.stream()
                        .filter(cue -> belong(content, speaker, cue))
                        .map(cue -> attributed(content, speaker, cue))
                        .forEach(all::add);
            }
        }
        return all.stream().min(Comparator.comparing(Attributed::distance));
    }

    private List<Span> nearest(String words, Span side, Span content) {
        return verbatim.listIn(words, side).stream()
                .sorted(Comparator.comparing(
                        span -> Attributed.between(span, content).length()))
                .limit(MOST_TRIED)
                .toList();
    }

    private static Attributed attributed(Span content, Span speaker, Span cue) {
        int apart = Attributed.between(speaker, cue).length();
        Span hull = Attributed.hull(speaker, cue);
        return new Attributed(
                content, speaker, cue, apart + Attributed.between(hull, content).length());
    }

    private boolean belong(Span content, Span speaker, Span cue) {
        Span hull = Attributed.hull(speaker, cue);
        boolean somebody = english.isEmpty() || english.get().isSomebody(speaker);
        if (speaker.overlaps(cue) || !somebody || prepared.sentencesIn(hull).size() != 1) {
            return false;
        }
        Span gap = Attributed.between(speaker, cue);
        boolean together = cue.end() <= speaker.start() ? isInverted(cue, gap) : isSubject(gap);
        return together && isAt(content, hull);
    }

    /** "said Minister Velikhova": nothing but a title between, and no other subject before. */
    private boolean isInverted(Span cue, Span gap) {
        boolean near = gap.length() <= TITLE_CODE_POINTS
                && plain(gap).chars().noneMatch(c -> ",;:()".indexOf(c) >= 0)
                && !hasQuote(gap);
        boolean according = plain(cue).toLowerCase(Locale.ROOT).startsWith("according");
        return near && (english.isEmpty() || according || !english.get().followsWord(cue));
    }

    /** "Velikhova, who asked for calm, said"; not "met Velikhova and said". */
    private boolean isSubject(Span gap) {
        return gap.length() <= APPOSITION_CODE_POINTS
                && !hasQuote(gap)
                && (english.isEmpty() || english.get().isSubject(gap));
    }

    private boolean isAt(Span content, Span hull) {
        Span gap = Attributed.between(hull, content);
        boolean follows = hull.end() <= content.start();
        List<Sentence> own = prepared.sentencesIn(content);
        if (own.stream().anyMatch(sentence -> sentence.span().contains(hull))) {
            return english.isEmpty()
                    || (follows
                            ? english.get().leads(gap)
                            : hasMark(gap) && english.get().trails(gap));
        }
        return own.size() == 1
                && !hasLetterOutside(own.getFirst().span(), content)
                && !hasVerbOfSaying(gap)
                && ((isNext(hull, own.getFirst()) && !isSaidAfter(content, own.getFirst()))
                        || isCutByMark(content, gap));
    }

    /** Velikhova said on Monday. "We keep our word.": the quotation is the next sentence. */
    private boolean isNext(Span hull, Sentence sentence) {
        Sentence before = prepared.sentencesIn(hull).getFirst();
        return before.number() + 1 == sentence.number()
                && before.paragraph() == sentence.paragraph();
    }

    /** Whether a quotation that ends in a mark has its own "Orlan asked" after it. */
    private boolean isSaidAfter(Span content, Sentence sentence) {
        int next = sentence.number() + 1;
        return isMarked(content)
                && next < prepared.sentences().size()
                && prepared.sentences().get(next).paragraph() == sentence.paragraph()
                && hasVerbOfSaying(prepared.sentences().get(next).span());
    }

    private boolean isMarked(Span content) {
        return "!?".indexOf(plain.charAt(content.end() - 1)) >= 0;
    }

    /** "Is it open?" Velikhova asked: the mark only seems to end a sentence. */
    private boolean isCutByMark(Span content, Span gap) {
        return gap.start() == content.end()
                && !hasLetter(gap)
                && plain(gap).indexOf('\n') < 0
                && isMarked(content);
    }

    private boolean hasVerbOfSaying(Span span) {
        return english.filter(one -> one.hasVerbOfSaying(span)).isPresent();
    }

    private boolean hasLetterOutside(Span sentence, Span content) {
        return hasLetter(new Span(sentence.start(), Math.max(sentence.start(), content.start())))
                || hasLetter(new Span(Math.min(content.end(), sentence.end()), sentence.end()));
    }

    private boolean hasLetter(Span span) {
        return plain(span).chars().anyMatch(Character::isLetterOrDigit);
    }

    /** "The road is open, he said": a mark parts what was said from who said it. */
    private boolean hasMark(Span span) {
        return plain(span).chars().anyMatch(c -> (QUOTES + ",;-–—?!").indexOf(c) >= 0);
    }

    private boolean hasQuote(Span span) {
        return plain(span).chars().anyMatch(c -> QUOTES.indexOf(c) >= 0);
    }

    private String plain(Span span) {
        return prepared.original().plain(span);
    }
}
