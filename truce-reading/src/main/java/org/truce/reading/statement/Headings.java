package org.truce.reading.statement;

import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Frame;
import org.truce.reading.words.Heads;
import org.truce.reading.words.Stance;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Attribution by a mark: "Lavrov: We …", "Ceasefire holds - UN envoy". */
final class Headings {
    private static final Heads HEADS = Dictionaries.get().heads();
    private static final int LONGEST_SPEAKER = 16;
    private static final Set<String> ASKING = Set.of(
            "how", "what", "why", "when", "where", "who", "which", "whom", "do", "does", "did");
    private static final Set<String> QUESTIONS = Set.of(
            "q",
            "question",
            "presenter",
            "host",
            "interviewer",
            "moderator",
            "anchor",
            "reporter",
            "journalist",
            "correspondent",
            "editor",
            "correction",
            "update",
            "note",
            "photo",
            "picture",
            "video",
            "listen",
            "watch",
            "read",
            "related",
            "analysis",
            "background",
            "timeline",
            "live",
            "breaking",
            "source",
            "sources",
            "context",
            "map",
            "graphic");

    private Headings() {}

    static List<Content> of(Line line) {
        return colon(line).or(() -> dash(line)).map(List::of).orElseGet(List::of);
    }

    /** "Ceasefire holds - UN envoy": a headline has no full stop, and its verb is not the cue. */
    static List<Content> ofHeadline(Line line) {
        return dash(line)
                .or(() -> colon(line).filter(content -> isTranscript(line, content)))
                .map(List::of)
                .orElseGet(List::of);
    }

    /** "The Minister: I do": somebody's own words, whoever else is said to say something there. */
    private static boolean isTranscript(Line line, Content content) {
        Range who = content.cue().subject().orElseThrow();
        NounPhrase.Kind kind = NounPhrases.of(line, who).kind();
        boolean own =
                line.key(who.end() + 1).equals("i") || line.key(who.end() + 1).equals("we");
        return content.rule().equals("C22")
                && own
                && (kind == NounPhrase.Kind.PERSON || kind == NounPhrase.Kind.ROLE);
    }

    /** Whether somebody asks it, and it is not asked in quoted words. */
    static boolean isQuestion(Line line) {
        int start = skipTime(line, line.size());
        for (int i = start; i < Math.min(line.size(), start + 6); i++) {
            if (line.isColon(i)) {
                start = i + 1;
            }
        }
        boolean asks = line.tag(start).startsWith("AUX") || ASKING.contains(line.key(start));
        return asks && line.key(line.size() - 1).equals("?") && !line.hasQuote(0, line.size());
    }

    private static Optional<Content> colon(Line line) {
        int colon = firstColon(line);
        if (colon < 0) {
            return Optional.empty();
        }
        if (line.isQuote(colon + 1)) {
            return speaker(line, colon)
                    .map(who -> content(
                            line,
                            who,
                            new Range(colon, colon + 1),
                            new Range(colon + 1, colon + 2),
                            true,
                            "C21"));
        }
        int start = skipTime(line, colon);
        boolean brief = colon - start <= 6
                && !line.hasFinite(start, colon)
                && isSpeaker(line, start, colon);
        int end = line.end();
        boolean says = line.hasFinite(colon + 1, end) || line.hasQuote(colon + 1, end);
        boolean narrated = Set.of("that", "this", "it", "there").contains(line.key(colon + 1))
                && line.tag(colon + 2).startsWith("AUX")
                && line.hasTag(start, "NUM");
        boolean titled = ASKING.contains(line.key(colon + 1));
        return brief
                        && !narrated
                        && !titled
                        && start < colon
                        && colon + 1 < end
                        && says
                        && !line.key(line.size() - 1).equals("?")
                        && !QUESTIONS.contains(line.key(start))
                ? Optional.of(content(
                        line,
                        new Range(start, colon),
                        new Range(colon, colon + 1),
                        new Range(colon + 1, end),
                        false,
                        "C22"))
                : Optional.empty();
    }

    private static int firstColon(Line line) {
        for (int i = 1; i < line.size() - 1; i++) {
            if (line.isColon(i)) {
                return i;
            }
        }
        return -1;
    }

    /** A clock time before a speaker, as in a live report. */
    private static int skipTime(Line line, int limit) {
        int i = 0;
        while (i < limit
                && (line.hasTag(i, "NUM")
                        || Character.isDigit(line.key(i).charAt(0))
                        || line.hasTag(i, "PUNCT"))) {
            i++;
        }
        return i;
    }

    private static Optional<Range> speaker(Line line, int colon) {
        int start = skipTime(line, colon);
        if (!line.hasFinite(start, colon)
                && colon - start <= LONGEST_SPEAKER
                && isSpeaker(line, start, colon)) {
            return Optional.of(new Range(start, colon));
        }
        return new SubjectFinder(line)
                .main(colon)
                .or(() -> colon - start <= LONGEST_SPEAKER
                                && !line.hasFinite(start, colon)
                                && isSpeaker(line, start, colon)
                        ? Optional.of(new Range(start, colon))
                        : Optional.empty());
    }

    private static boolean isSpeaker(Line line, int start, int end) {
        for (int i = start; i < end; i++) {
            boolean head = HEADS.is(line.key(i), Heads.Kind.ROLE)
                    || HEADS.is(line.key(i), Heads.Kind.INSTITUTION)
                    || HEADS.is(line.key(i), Heads.Kind.CROWD);
            if (head || NounPhrases.isNameWord(line.word(i)) || line.hasTag(i, "PRON")) {
                return true;
            }
        }
        return false;
    }

    /** At the end of a headline, which has no full stop. */
    private static Optional<Content> dash(Line line) {
        if (line.end() < line.size()) {
            return Optional.empty();
        }
        for (int i = line.size() - 2; i >= Math.max(1, line.size() - 8); i--) {
            if (line.isDash(i)) {
                boolean speaker =
                        !line.hasFinite(i + 1, line.size()) && isSpeaker(line, i + 1, line.size());
                boolean quote = i == 1 && line.isQuote(0);
                return speaker && (quote || line.hasFinite(0, i))
                        ? Optional.of(content(
                                line,
                                new Range(i + 1, line.size()),
                                new Range(i, i + 1),
                                new Range(0, i),
                                quote,
                                "C23"))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Content content(
            Line line, Range speaker, Range mark, Range items, boolean alone, String rule) {
        Cue cue = new Cue(
                Cue.Type.COLON,
                mark,
                line.key(mark.start()),
                Stance.SAY,
                Set.of(Frame.CLAUSE),
                Optional.of(speaker),
                speaker.start(),
                true);
        return new Content(cue, items, alone, rule);
    }
}
