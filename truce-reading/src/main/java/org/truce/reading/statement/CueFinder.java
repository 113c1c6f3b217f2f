package org.truce.reading.statement;

import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Frame;
import org.truce.reading.words.Heads;
import org.truce.reading.words.Phrasebook;
import org.truce.reading.words.SpeechVerb;
import org.truce.reading.words.Stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the cues of one line, from left to right. */
final class CueFinder {
    private static final Dictionaries WORDS = Dictionaries.get();

    private static final Set<String> BE =
            Set.of("was", "were", "is", "are", "been", "being", "be", "get", "got");
    private static final Set<String> MODAL = Set.of(
            "would",
            "could",
            "should",
            "may",
            "might",
            "must",
            "will",
            "shall",
            "cannot",
            "wo",
            "ca",
            "wouldn't");
    private static final Set<String> NEGATION = Set.of("not", "n't", "never", "nor", "without");
    private static final Set<String> HEARD =
            Set.of("tell", "inform", "notify", "brief", "remind", "assure", "reassure");
    private static final Set<String> NOBODY = Set.of("nobody", "none", "neither", "nothing");
    private static final Set<String> CERTAIN = Set.of(
            "said",
            "says",
            "told",
            "tells",
            "stressed",
            "denied",
            "warned",
            "urged",
            "added",
            "insisted",
            "noted",
            "accused",
            "vowed",
            "asserted",
            "wrote",
            "pledged",
            "explained",
            "called",
            "emphasized",
            "emphasised",
            "underlined",
            "replied",
            "answered",
            "announced");
    private static final Set<String> JOINING =
            Set.of("and", "but", "while", "whereas", "or", "yet");
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
            "account");

    private final Line line;
    private final SubjectFinder subjects;
    private final List<Cue> cues = new ArrayList<>();

    private CueFinder(Line line) {
        this.line = line;
        this.subjects = new SubjectFinder(line);
    }

    static List<Cue> of(Line line) {
        CueFinder finder = new CueFinder(line);
        int i = 0;
        while (i < line.size()) {
            i = Math.max(i + 1, finder.readAt(i));
        }
        return List.copyOf(finder.cues);
    }

    /** Returns the place after the cue that begins there, or the same place. */
    private int readAt(int i) {
        if (line.key(i).equals("according") && line.key(i + 1).equals("to")) {
            return according(i, i + 2);
        }
        Optional<Integer> view = view(i);
        if (view.isPresent()) {
            return view.get();
        }
        Optional<Phrasebook.Found<SpeechVerb>> found =
                WORDS.speech().verbs().findAt(line.words(), i, line.size());
        if (found.isPresent()) {
            return verb(found.get());
        }
        return i;
    }

    private int according(int start, int speaker) {
        int end = Grammar.fullEnd(line, speaker, line.size());
        if (end == speaker) {
            return start;
        }
        if (start == 0 && line.isFinite(Grammar.simpleEnd(line, end, line.size()))) {
            end = firstComma(end);
        }
        end = subjects.withApposition(speaker, end, start == 0 || !line.isComma(start - 1));
        int from = line.isComma(start - 1) ? start - 1 : start;
        cues.add(new Cue(
                Cue.Type.ACCORDING,
                new Range(start, speaker),
                "according to",
                Stance.SAY,
                Set.of(Frame.CLAUSE),
                Optional.of(new Range(speaker, end)),
                from,
                true));
        return end;
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
    private Optional<Integer> view(int i) {
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
        cues.add(new Cue(
                Cue.Type.ACCORDING,
                new Range(i, after),
                "in the words of",
                line.key(end - 1).equals("words") ? Stance.SAY : Stance.ASSESS,
                Set.of(Frame.CLAUSE),
                Optional.of(speaker),
                line.isComma(i - 1) ? i - 1 : i,
                true));
        return Optional.of(after);
    }

    private int verb(Phrasebook.Found<SpeechVerb> found) {
        int start = found.start();
        Optional<SpeechVerb> chosen = choose(found);
        if (chosen.isEmpty()) {
            return start;
        }
        SpeechVerb verb = chosen.get();
        Optional<Integer> quoted =
                verb.lemma().equals("say") && line.key(start - 1).equals("as")
                        ? Optional.of(start)
                        : Optional.empty();
        if (quoted.isPresent()) {
            return quotedAs(verb, found) ? found.end() : start;
        }
        boolean progressive = verb.ending() && line.tag(start - 1).startsWith("AUX");
        if (verb.ending() && !progressive) {
            return ending(verb, found);
        }
        return finite(verb, found);
    }

    /** Words that may be something else than this verb are told apart by their part of speech. */
    private Optional<SpeechVerb> choose(Phrasebook.Found<SpeechVerb> found) {
        int i = found.start();
        SpeechVerb first = found.meanings().getFirst();
        boolean sure = line.hasTag(i, "VERB") || CERTAIN.contains(line.key(i));
        if (!sure && line.tag(i).equals("NOUN") && line.hasTag(i - 1, "PRON")) {
            sure = Set.of("he", "she", "they", "it", "who").contains(line.key(i - 1));
        }
        if (!sure && found.end() - i > 1) {
            sure = line.tag(i).startsWith("AUX") || line.hasTag(i - 1, "PROPN");
        }
        if (!sure && line.hasTag(i, "NOUN") && !line.hasFinite(0, line.size())) {
            // A form that may be a noun is the verb where the sentence has no other.
            sure = line.hasTag(found.end(), "DET")
                    || line.hasTag(found.end(), "PRON")
                    || line.hasTag(found.end(), "NOUN")
                    || line.hasTag(found.end(), "ADJ");
        }
        boolean nextThat = line.key(found.end()).equals("that");
        sure |= nextThat && first.past() && !line.hasTag(i - 1, "DET");
        boolean barred = line.hasTag(i - 1, "DET") || line.isPossessive(i - 1);
        sure |= first.ending() && (nextThat || line.isComma(i - 1));
        return sure && !(barred && (!line.hasTag(i, "VERB") || !first.past()))
                ? found.meanings().stream()
                        .filter(one -> one.ending() == first.ending())
                        .findFirst()
                : Optional.empty();
    }

    /** "was quoted as saying", "quoted the minister as saying". */
    private boolean quotedAs(SpeechVerb verb, Phrasebook.Found<SpeechVerb> found) {
        int as = found.start() - 1;
        for (int i = as - 1; i >= Math.max(0, as - 14); i--) {
            String key = line.key(i);
            if (key.equals("quoted")
                    || key.equals("cited")
                    || key.equals("quotes")
                    || key.equals("quoting")
                    || key.equals("citing")
                    || key.equals("cites")) {
                boolean passive = BE.contains(line.key(i - 1)) || line.hasTag(i - 1, "ADV");
                boolean told = passive || i + 1 == as;
                int agency = told ? found.start() : Grammar.nounPhraseStart(line, i, 0);
                Optional<Range> subject = passive || i + 1 == as
                        ? subjects.before(i, 0)
                        : Optional.of(new Range(i + 1, as));
                subject.ifPresent(who -> cues.add(new Cue(
                        Cue.Type.PLAIN,
                        new Range(Math.min(i(who, found), agency), found.end()),
                        verb.lemma(),
                        verb.stance(),
                        verb.frames(),
                        Optional.of(who),
                        clauseStart(Math.min(who.start(), agency)),
                        true)));
                return subject.isPresent();
            }
        }
        return false;
    }

    private static int i(Range who, Phrasebook.Found<SpeechVerb> found) {
        return Math.max(who.end(), found.start() - 1);
    }

    /** A verb in -ing: "adding that", "a statement saying that", "Speaking …, X". */
    private int ending(SpeechVerb verb, Phrasebook.Found<SpeechVerb> found) {
        int start = found.start();
        int before = Grammar.beforeVerb(line, start, 0);
        boolean comma = line.isComma(before - 1)
                || line.key(before - 1).equals("and")
                || line.isDash(before - 1);
        boolean paper = WORDS.heads().is(line.key(before - 1), Heads.Kind.PAPER);
        if (NEGATION.contains(line.key(before - 1))
                || (!comma
                        && !paper
                        && before > 0
                        && !line.key(before - 1).equals("while")
                        && !line.key(before - 1).equals("by")
                        && !line.isQuote(before - 1))) {
            return start;
        }
        Optional<Range> subject = cues.isEmpty() ? subjects.main(start) : lastSubject();
        int from = clauseStart(before);
        cues.add(new Cue(
                Cue.Type.SHARED,
                new Range(start, found.end()),
                verb.lemma(),
                verb.stance(),
                verb.frames(),
                subject,
                from,
                true));
        return found.end();
    }

    private Optional<Range> lastSubject() {
        for (int i = cues.size() - 1; i >= 0; i--) {
            if (cues.get(i).subject().isPresent()) {
                return cues.get(i).subject();
            }
        }
        return Optional.empty();
    }

    private int finite(SpeechVerb verb, Phrasebook.Found<SpeechVerb> found) {
        int start = found.start();
        if (isBarred(verb, start)) {
            return start;
        }
        Optional<Range> inverted =
                subjects.after(found.end(), start).filter(who -> !isObject(who, start));
        if (inverted.isPresent() && verb.takesWords() && !HEARD.contains(verb.lemma())) {
            cues.add(new Cue(
                    Cue.Type.INVERTED,
                    new Range(start, found.end()),
                    verb.lemma(),
                    verb.stance(),
                    verb.frames(),
                    inverted,
                    clauseStart(Grammar.beforeVerb(line, start, 0)),
                    true));
            return inverted.get().end();
        }
        int before = Grammar.beforeVerb(line, start, 0);
        String joining = line.key(before - 1);
        Optional<Range> subject = subjects.before(start, 0);
        if (subject.isPresent()) {
            int from = subject.get().start();
            cues.add(new Cue(
                    Cue.Type.PLAIN,
                    new Range(start, found.end()),
                    verb.lemma(),
                    verb.stance(),
                    verb.frames(),
                    subject,
                    clauseStart(from),
                    isSeparate(from)));
            return found.end();
        }
        if (JOINING.contains(joining)) {
            Optional<Range> shared = cues.isEmpty() ? subjects.main(start) : lastSubject();
            cues.add(new Cue(
                    Cue.Type.SHARED,
                    new Range(start, found.end()),
                    verb.lemma(),
                    verb.stance(),
                    verb.frames(),
                    shared,
                    clauseStart(before),
                    true));
            return found.end();
        }
        return start;
    }

    /** "X, who leads them, warned the troops against …": what follows the verb is whom it warns. */
    private boolean isObject(Range who, int start) {
        int before = Grammar.beforeVerb(line, start, 0);
        boolean goesOn = who.end() < line.end()
                && !line.isComma(who.end())
                && !line.isQuote(who.end())
                && !line.isColon(who.end())
                && !Grammar.isTime(line, who.end());
        for (int i = who.start(); i < who.end(); i++) {
            goesOn |= line.key(i).equals("against");
        }
        return line.isComma(before - 1)
                && !line.isQuote(before - 2)
                && goesOn
                && subjects.before(start, 0).isPresent();
    }

    /** What is not said, would be said, or is said by nobody in particular is no statement. */
    private boolean isBarred(SpeechVerb verb, int start) {
        int before = Grammar.beforeVerb(line, start, 0);
        boolean what = line.key(before - 2).equals("what") && verb.takes(Frame.AS);
        boolean nobody = what
                || NOBODY.contains(line.key(before - 1))
                || (line.key(before - 1).equals("one") && line.key(before - 2).equals("no"));
        if (line.key(start - 1).equals("to") || nobody) {
            return true;
        }
        for (int i = start - 1; i >= Math.max(0, start - 4); i--) {
            String key = line.key(i);
            boolean between = line.tag(i).startsWith("AUX")
                    || line.tag(i).startsWith("PART")
                    || line.hasTag(i, "ADV")
                    || NEGATION.contains(key);
            if (!between) {
                break;
            }
            boolean passive = BE.contains(key) && verb.past();
            if (NEGATION.contains(key)
                    || MODAL.contains(key)
                    || passive
                    || line.tag(i).contains("PART")) {
                return true;
            }
        }
        return false;
    }

    /** With the comma and the "and" before it. */
    private int clauseStart(int from) {
        int i = from;
        while (i > 0 && (JOINING.contains(line.key(i - 1)) || line.key(i - 1).equals("by"))) {
            i--;
        }
        return i > 0
                        && (line.isComma(i - 1)
                                || line.isDash(i - 1)
                                || line.key(i - 1).equals(";"))
                ? i - 1
                : i;
    }

    private boolean isSeparate(int from) {
        if (cues.isEmpty()) {
            return true;
        }
        String before = line.key(from - 1);
        return JOINING.contains(before)
                || before.equals(",")
                || before.equals(";")
                || line.isQuote(from - 1)
                || line.isDash(from - 1);
    }
}
