package org.truce.reading.foreign;

import org.truce.reading.foreign.Saying.Shape;
import org.truce.reading.statement.Form;
import org.truce.reading.text.Span;
import org.truce.reading.words.Gender;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cues of a Russian sentence: a verb of saying with its subject before or behind it, a gerund that
 * shares the subject before, an attribution behind or inside a quotation, "according to".
 */
final class RussianCues {
    private static final int HEADING = 12;

    private final Phrase phrase;
    private final Russian russian;
    private final Optional<Phrase> before;
    private final RussianContents contents;
    private final RussianSubjects subjects;
    private final int end;
    private final List<Cue> cues = new ArrayList<>();

    /**
     * A cue and what it reports.
     *
     * @param from where its own clause begins: there what was said before ends
     */
    private record Cue(
            Saying saying,
            int from,
            Stretch words,
            Optional<Naming> subject,
            RussianContents.Content content) {}

    RussianCues(Phrase phrase, Russian russian, Optional<Phrase> before) {
        this.phrase = phrase;
        this.russian = russian;
        this.before = before;
        this.end = phrase.endOfWords();
        this.contents = new RussianContents(phrase, russian, end);
        this.subjects = new RussianSubjects(phrase, russian, end);
    }

    List<Found> read() {
        List<Found> heading = new Heading(
                        phrase,
                        end,
                        place -> russian.sayings().find(phrase.key(place)).isPresent(),
                        (from, to) -> RussianNames.read(phrase, russian, from, to),
                        HEADING)
                .read("U12", "U13");
        if (!heading.isEmpty()) {
            return heading;
        }
        List<Found> found = new ArrayList<>();
        for (Item item : phrase.items()) {
            item.quotation()
                    .ifPresent(one -> found.addAll(new RussianInside(phrase, one, russian).read()));
        }
        int at = 0;
        while (at < end) {
            Optional<Cue> cue = cueAt(at);
            cue.ifPresent(cues::add);
            at = cue.filter(one -> one.content().start() > at(one))
                    .map(one -> Math.min(one.content().start(), end))
                    .orElse(at + 1);
        }
        for (int i = 0; i < cues.size(); i++) {
            int next = i + 1 < cues.size() ? cues.get(i + 1).from() : end;
            finish(cues.get(i), next).stream()
                    .filter(one -> found.stream()
                            .noneMatch(other -> other.content().overlaps(one.content())))
                    .forEach(found::add);
        }
        if (found.isEmpty()) {
            new RussianAfter(phrase, russian, end, before).read().ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static int at(Cue cue) {
        return cue.words().start();
    }

    private Optional<Cue> cueAt(int at) {
        Optional<Saying> saying =
                phrase.isWord(at) ? russian.sayings().find(phrase.key(at)) : Optional.empty();
        boolean negated = phrase.key(at - 1).equals("не")
                && saying.filter(one -> !one.verb().startsWith("исключ")).isPresent();
        boolean relay = Set.of("как", "об", "этом").contains(phrase.key(at - 1));
        if (saying.isEmpty()
                || (saying.get().may(Takes.IN) && !subjects.hasPaper(at))
                || negated
                || relay
                || (isInContent(at) && !mayBreak(at, saying.get()))) {
            return Optional.empty();
        }
        if (saying.get().shape() == Shape.SHARED) {
            return shared(at, saying.get());
        }
        boolean quoted = phrase.isDash(at - 1)
                && (phrase.isQuotation(at - 2)
                        || (phrase.isComma(at - 2) && phrase.isQuotation(at - 3)));
        Optional<Cue> behind = quoted ? backward(at, saying.get()) : Optional.empty();
        if (behind.isPresent()) {
            return behind;
        }
        Optional<Cue> forward = forward(at, saying.get());
        return forward.isPresent() ? forward : backward(at, saying.get());
    }

    private boolean isInContent(int at) {
        return !cues.isEmpty() && cues.getLast().content().start() <= at && !isBehindQuotation();
    }

    /** An attribution behind a quotation: what follows is the narrator's again. */
    private boolean isBehindQuotation() {
        return cues.getLast().content().end().isPresent();
    }

    /** Whether a verb inside what was said may begin another cue of the narrator's. */
    private boolean mayBreak(int at, Saying saying) {
        if (saying.shape() == Shape.SHARED) {
            return phrase.isComma(at - 1)
                    || phrase.key(at - 1).equals("и")
                    || phrase.key(at - 1).equals("также");
        }
        Gender gender = cues.getFirst().saying().gender();
        boolean agrees = saying.gender().agrees(gender)
                && saying.plural() == cues.getFirst().saying().plural();
        int place = at - 1;
        while (Set.of("также", "при", "этом", "затем", "далее", "он", "она")
                .contains(phrase.key(place))) {
            place--;
        }
        boolean joined = Set.of("и", "а", "но").contains(phrase.key(place));
        boolean attribution = phrase.isComma(at - 1)
                && subjects.behind(at + 1).isPresent()
                && contents.after(saying, subjects.behind(at + 1).get().words().end())
                        .isEmpty();
        boolean quoted = phrase.isDash(at - 1);
        return (joined && agrees) || attribution || quoted;
    }

    /** The verb with what it reports behind it. */
    private Optional<Cue> forward(int at, Saying saying) {
        Optional<Naming> ahead = isJoined(at) ? joined(at) : ahead(at, saying);
        Optional<Naming> behind = behind(at, saying, ahead);
        Optional<RussianContents.Content> content =
                behind.flatMap(one -> contents.after(saying, one.words().end()));
        boolean follows = content.isPresent();
        if (!follows) {
            content = contents.after(saying, at + 1);
        }
        int told = content.map(RussianContents.Content::start).orElse(at);
        Optional<Naming> subject = subjects.through(at - HEADING, Math.max(at, told))
                .or(() -> saying.may(Takes.IN) ? subjects.paper(at) : follows ? behind : ahead);
        boolean stands = !follows && ahead.isPresent() && !isJoined(at);
        int start = stands ? Math.min(at, ahead.get().words().start()) : at;
        return content.map(
                one -> new Cue(saying, clauseStart(start), new Stretch(at, at + 1), subject, one));
    }

    /** The subject behind a verb; whom somebody calls upon is none. */
    private Optional<Naming> behind(int at, Saying saying, Optional<Naming> ahead) {
        boolean parted = phrase.isComma(at - 1) || phrase.isDash(at - 1);
        if (ahead.isPresent() && !parted) {
            return Optional.empty();
        }
        return subjects.behind(at + 1)
                .filter(one -> !saying.may(Takes.WHOM)
                        || one.kind() == Naming.Kind.PERSON
                        || one.kind() == Naming.Kind.ROLE
                        || one.kind() == Naming.Kind.PRONOUN);
    }

    private Optional<Naming> ahead(int at, Saying saying) {
        int left = 0;
        if (!cues.isEmpty()) {
            left = at;
            while (left > cues.getLast().words().end() && !isConjunction(left - 1)) {
                left--;
            }
        }
        return subjects.before(at, left, saying);
    }

    private boolean isConjunction(int place) {
        return Set.of("и", "а", "но", "также").contains(phrase.key(place));
    }

    private boolean isJoined(int at) {
        return !cues.isEmpty() && isConjunction(at - 1);
    }

    /** A second verb has the subject of the first. */
    private Optional<Naming> joined(int at) {
        return cues.isEmpty() || at == 0 ? Optional.empty() : cues.getLast().subject();
    }

    private Optional<Cue> shared(int at, Saying saying) {
        Optional<RussianContents.Content> content = contents.after(saying, at + 1);
        Optional<Naming> subject =
                cues.isEmpty() ? subjects.before(at, 0, saying) : cues.getLast().subject();
        return content.map(
                one -> new Cue(saying, clauseStart(at), new Stretch(at, at + 1), subject, one));
    }

    /** The verb behind what it reports: a quotation, or a clause and a comma. */
    private Optional<Cue> backward(int at, Saying saying) {
        boolean speaks = saying.may(Takes.FROM)
                || saying.may(Takes.THAT)
                || saying.may(Takes.QUOTE)
                || saying.may(Takes.IN);
        int mark = at - 1;
        while (mark >= 0
                && !phrase.isComma(mark)
                && !phrase.isDash(mark)
                && at - mark < 4
                && phrase.isWord(mark)
                && !phrase.get(mark).isCapitalised()) {
            mark--;
        }
        if (!speaks
                || mark < 1
                || !(phrase.isComma(mark) || phrase.isDash(mark))
                || (!cues.isEmpty()
                        && isInContent(at)
                        && !phrase.isComma(mark)
                        && !phrase.isDash(mark))) {
            return Optional.empty();
        }
        int last = mark;
        while (last > 0
                && (phrase.isComma(last - 1)
                        || phrase.isDash(last - 1)
                        || phrase.get(last - 1).isOneOf("."))) {
            last--;
        }
        Optional<Naming> subject = saying.may(Takes.IN)
                ? subjects.paper(at)
                : saying.may(Takes.FROM) || phrase.key(at + 1).equals("слова")
                        ? subjects.quoted(at)
                        : subjects.through(at, end).or(() -> subjects.behind(at + 1));
        if (subject.isEmpty() && mark < at - 1) {
            subject = subjects.before(at, mark, saying);
        }
        int start = cues.isEmpty() ? 0 : cues.getLast().words().end();
        if (!cues.isEmpty() || last <= start) {
            return Optional.empty();
        }
        boolean quoted = phrase.isQuotation(last - 1)
                && phrase.countWords(phrase.get(last - 1).quotation().orElseThrow()) > 1;
        boolean whole = quoted && last - 1 == contents.pastDateline();
        if (!quoted && ((subject.isEmpty() && end - at > 2) || last < 2)) {
            return Optional.empty();
        }
        int first = whole ? last - 1 : contents.pastDateline();
        String rule = whole ? "U8" : "U9";
        return Optional.of(new Cue(
                saying,
                last,
                new Stretch(at, at + 1),
                subject,
                new RussianContents.Content(first, whole, Optional.of(last), rule)));
    }

    private int clauseStart(int at) {
        int start = at;
        while (start > 0
                && (phrase.isComma(start - 1)
                        || phrase.isDash(start - 1)
                        || Set.of("и", "а", "но", "также", "при", "этом", "однако")
                                .contains(phrase.key(start - 1)))) {
            start--;
        }
        return start;
    }

    private List<Found> finish(Cue cue, int next) {
        RussianContents.Content content = cue.content();
        int limit = content.end().orElse(Math.max(next, content.start()));
        int stop = Math.min(limit, contents.trailing(content.start(), limit));
        stop = withoutLoose(content.start(), stop);
        if (stop <= content.start()) {
            return List.of();
        }
        boolean quotation = phrase.isQuotation(content.start());
        if (quotation && (content.alone() || stop == content.start() + 1)) {
            String rule = content.rule().equals("U1") ? "U2" : content.rule();
            return List.of(found(cue, inner(content.start()), Form.DIRECT, rule));
        }
        List<Found> found = new ArrayList<>();
        int colon = stop - 2;
        boolean adds =
                colon > content.start() && phrase.isColon(colon) && phrase.isQuotation(stop - 1);
        if (adds) {
            found.add(found(cue, inner(stop - 1), Form.DIRECT, "U3"));
        }
        Stretch stretch = new Stretch(content.start(), adds ? colon : stop);
        Form form = phrase.quotations(stretch).isEmpty() ? Form.INDIRECT : Form.MIXED;
        found.addFirst(found(cue, phrase.span(stretch), form, content.rule()));
        return found;
    }

    private int withoutLoose(int start, int end) {
        int stop = end;
        while (stop > start && isLoose(stop - 1)) {
            stop--;
        }
        return stop;
    }

    private Span inner(int place) {
        return phrase.get(place).quotation().orElseThrow().content();
    }

    private Found found(Cue cue, Span span, Form form, String rule) {
        return new Found(
                phrase,
                span,
                form,
                Optional.of(cue.saying()),
                Optional.of(cue.words()),
                cue.subject(),
                rule);
    }

    private boolean isLoose(int place) {
        return phrase.isComma(place)
                || phrase.isDash(place)
                || phrase.get(place).isOneOf(".;")
                || Set.of("и", "а", "но", "также", "при", "этом").contains(phrase.key(place));
    }
}
