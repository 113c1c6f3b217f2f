package org.truce.reading.statement;

import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Frame;
import org.truce.reading.words.Stance;

import java.util.Optional;
import java.util.Set;

/** Cues without a verb: "according to the minister", "in his view", "in the words of". */
final class Sources {
    private static final Set<String> VIEWS = Set.of(
            "view",
            "opinion",
            "words",
            "judgment",
            "judgement",
            "assessment",
            "estimation",
            "eyes",
            "estimate",
            "account",
            "reckoning",
            "telling",
            "reading",
            "version");
    private static final Set<String> POINTS = Set.of("point", "position", "theory", "thesis");

    private final Line line;
    private final SubjectFinder subjects;

    Sources(Line line, SubjectFinder subjects) {
        this.line = line;
        this.subjects = subjects;
    }

    /** @param end the place after the cue */
    record Found(Cue cue, int end) {}

    /** The cue that begins at a place. */
    Optional<Found> at(int i) {
        return line.key(i).equals("according") && line.key(i + 1).equals("to")
                ? according(i, i + 2)
                : view(i).or(() -> noun(i)).or(() -> inEyesOf(i)).or(() -> point(i));
    }

    /** "Her point is that": a noun of saying with its owner, and the clause. */
    private Optional<Found> point(int i) {
        boolean that = line.key(i + 1).equals("that") && line.tag(i).startsWith("AUX");
        boolean noun = Dictionaries.get().speech().findNoun(line.key(i - 1)).isPresent()
                || POINTS.contains(line.key(i - 1));
        if (!that || !noun) {
            return Optional.empty();
        }
        int start = Grammar.nounPhraseStart(line, i, 0);
        Range speaker = owner(start, i);
        if (speaker.isEmpty()) {
            return Optional.empty();
        }
        Cue cue = new Cue(
                Cue.Type.PLAIN,
                new Range(i, i + 1),
                "be",
                Dictionaries.get().speech().findNoun(line.key(i - 1)).orElse(Stance.ASSESS),
                Set.of(Frame.THAT),
                Optional.of(speaker),
                start,
                true);
        return Optional.of(new Found(cue, i + 1));
    }

    /** "For Petrov, an analyst in Kyiv, the truce is \"a pause\"". */
    private Optional<Found> inEyesOf(int i) {
        if (i != 0 || !line.key(0).equals("for")) {
            return Optional.empty();
        }
        int end = Grammar.fullEnd(line, 1, line.size());
        int after = subjects.withApposition(1, end, true);
        boolean named = line.isComma(after)
                && !NounPhrases.of(line, new Range(1, after)).name().isEmpty();
        boolean told = line.hasQuote(after, line.size()) || after > end;
        if (!named || !told || !line.hasFinite(after, line.size())) {
            return Optional.empty();
        }
        Cue cue = new Cue(
                Cue.Type.ACCORDING,
                new Range(0, 1),
                "for",
                Stance.ASSESS,
                Set.of(Frame.CLAUSE),
                Optional.of(new Range(1, after)),
                0,
                true);
        return Optional.of(new Found(cue, after));
    }

    /** "…" was the answer of the general; "…" is her comment. */
    private Optional<Found> noun(int i) {
        if (!line.tag(i).startsWith("AUX") || !line.isQuote(i - 1)) {
            return Optional.empty();
        }
        int end = Grammar.simpleEnd(line, i + 1, line.size());
        Optional<Stance> stance = end > i + 1
                ? Dictionaries.get().speech().findNoun(line.key(end - 1))
                : Optional.empty();
        if (stance.isEmpty()) {
            return Optional.empty();
        }
        boolean whose = Set.of("of", "from", "by").contains(line.key(end));
        int after = whose ? Grammar.fullEnd(line, end + 1, line.size()) : end;
        Range speaker = whose
                ? new Range(end + 1, subjects.withApposition(end + 1, after, false))
                : owner(i + 1, end);
        if (speaker.isEmpty()) {
            return Optional.empty();
        }
        Cue cue = new Cue(
                Cue.Type.ACCORDING,
                new Range(i, end),
                line.key(end - 1),
                stance.get(),
                Set.of(Frame.CLAUSE),
                Optional.of(speaker),
                i,
                true);
        return Optional.of(new Found(cue, Math.max(end, speaker.end())));
    }

    /** Whose the noun phrase is: "the general" of "the general's answer", "her" of "her answer". */
    private Range owner(int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (line.isPossessive(i)) {
                return new Range(start, i);
            }
        }
        return line.hasTag(start, "PRON") ? new Range(start, start + 1) : new Range(start, start);
    }

    private Optional<Found> according(int start, int speaker) {
        int end = Grammar.fullEnd(line, speaker, line.size());
        if (end == speaker) {
            return Optional.empty();
        }
        if (start == 0 && line.isFinite(Grammar.simpleEnd(line, end, line.size()))) {
            end = firstComma(end);
        }
        end = subjects.withApposition(speaker, end, start == 0 || !line.isComma(start - 1));
        int from = line.isComma(start - 1) ? start - 1 : start;
        Cue cue = new Cue(
                Cue.Type.ACCORDING,
                new Range(start, speaker),
                "according to",
                Stance.SAY,
                Set.of(Frame.CLAUSE),
                Optional.of(new Range(speaker, end)),
                from,
                true);
        return Optional.of(new Found(cue, end));
    }

    /** "According to a statement the mission issued, …": a clause may hang on the noun. */
    private int firstComma(int from) {
        for (int i = from; i < line.size(); i++) {
            if (line.isComma(i)) {
                return i;
            }
        }
        return from;
    }

    /** "in his view", "in the minister's words", "in the words of the minister". */
    private Optional<Found> view(int i) {
        if (!line.key(i).equals("in") || line.hasTag(i - 1, "VERB")) {
            return Optional.empty();
        }
        int end = Grammar.simpleEnd(line, i + 1, line.size());
        if (end - i < 3 || end - i > 12 || !VIEWS.contains(line.key(end - 1))) {
            return Optional.empty();
        }
        Range speaker;
        int after = end;
        if (line.isPossessive(end - 2)) {
            speaker = new Range(i + 1, end - 2);
        } else if (line.hasTag(end - 2, "PRON") && end - i == 3) {
            speaker = new Range(end - 2, end - 1);
        } else if (line.key(end).equals("of")) {
            after = Grammar.fullEnd(line, end + 1, line.size());
            speaker = new Range(end + 1, after);
        } else {
            return Optional.empty();
        }
        if (speaker.isEmpty()) {
            return Optional.empty();
        }
        Cue cue = new Cue(
                Cue.Type.ACCORDING,
                new Range(i, after),
                "in the words of",
                line.key(end - 1).equals("words") ? Stance.SAY : Stance.ASSESS,
                Set.of(Frame.CLAUSE),
                Optional.of(speaker),
                line.isComma(i - 1) ? i - 1 : i,
                true);
        return Optional.of(new Found(cue, after));
    }
}
