package org.truce.reading.statement;

import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Heads;
import org.truce.reading.words.Phrasebook;
import org.truce.reading.words.SpeechVerb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the cues of one line, from left to right. */
final class CueFinder {
    private static final Dictionaries WORDS = Dictionaries.get();

    private static final Set<String> BE =
            Set.of("was", "were", "is", "are", "been", "being", "be", "get", "got");
    private static final Set<String> NEGATION = Set.of("not", "n't", "never", "nor", "without");
    private static final Set<String> HEARD =
            Set.of("tell", "inform", "notify", "brief", "remind", "assure", "reassure");
    private static final Set<String> COUNTS = Set.of("both", "all", "some", "many", "few");
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
    private final Line line;
    private final SubjectFinder subjects;
    private final Sources sources;
    private final List<Cue> cues = new ArrayList<>();

    private CueFinder(Line line) {
        this.line = line;
        this.subjects = new SubjectFinder(line);
        this.sources = new Sources(line, subjects);
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
        Optional<Sources.Found> source = sources.at(i);
        if (source.isPresent()) {
            cues.add(source.get().cue());
            return source.get().end();
        }
        Optional<Phrasebook.Found<SpeechVerb>> found =
                WORDS.speech().verbs().findAt(line.words(), i, line.size());
        if (found.isPresent()) {
            return verb(found.get());
        }
        return i;
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
            sure = line.tag(i).startsWith("AUX")
                    || line.hasTag(i - 1, "PROPN")
                    || line.hasTag(i - 1, "PRON")
                    || line.isComma(i - 1)
                    || line.isQuote(i - 1);
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
        boolean barred = (line.hasTag(i - 1, "DET") && !COUNTS.contains(line.key(i - 1)))
                || line.isPossessive(i - 1)
                || (line.hasTag(i - 1, "ADP") && !line.key(i - 1).equals("to") && !first.ending());
        sure |= first.ending() && (nextThat || line.isComma(i - 1));
        return sure && !barred
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
                        && !line.key(before - 2).endsWith("self")
                        && !line.key(before - 2).endsWith("selves")
                        && !line.isQuote(before - 1))) {
            return start;
        }
        Optional<Range> subject = cues.isEmpty() ? subjects.main(start) : lastSubject();
        int from = clauseStart(before);
        add(Cue.Type.SHARED, found, verb, subject, from, true);
        return found.end();
    }

    private Optional<Range> lastSubject() {
        Optional<Range> last = Optional.empty();
        for (Cue cue : cues.reversed()) {
            last = last.isPresent() ? last : cue.subject();
            if (cue.subject().isPresent() && cue.separate()) {
                return cue.subject();
            }
        }
        return last;
    }

    private int finite(SpeechVerb verb, Phrasebook.Found<SpeechVerb> found) {
        int start = found.start();
        if (!Uttered.is(line, verb, found)) {
            return start;
        }
        Optional<Range> inverted =
                subjects.after(found.end(), start).filter(who -> !isObject(who, start));
        if (inverted.isPresent() && verb.takesWords() && !HEARD.contains(verb.lemma())) {
            int from = clauseStart(Grammar.beforeVerb(line, start, 0));
            add(Cue.Type.INVERTED, found, verb, inverted, from, true);
            return inverted.get().end();
        }
        int head = Uttered.head(line, start);
        int before = Grammar.beforeVerb(line, head, 0);
        Optional<Range> subject = subjects.before(head, 0);
        if (subject.filter(this::isNarrator).isPresent()) {
            return start;
        }
        if (subject.isPresent()) {
            int from = subject.get().start();
            add(Cue.Type.PLAIN, found, verb, subject, clauseStart(from), isSeparate(from));
            return found.end();
        }
        if (JOINING.contains(line.key(before - 1))) {
            Optional<Range> shared = cues.isEmpty() ? subjects.main(start) : lastSubject();
            add(Cue.Type.SHARED, found, verb, shared, clauseStart(before), true);
            return found.end();
        }
        return start;
    }

    private void add(
            Cue.Type type,
            Phrasebook.Found<SpeechVerb> found,
            SpeechVerb verb,
            Optional<Range> subject,
            int from,
            boolean separate) {
        cues.add(new Cue(
                type,
                new Range(found.start(), found.end()),
                verb.lemma(),
                Uttered.stance(line, verb, found),
                verb.frames(),
                subject,
                from,
                separate));
    }

    /** "I", "we": whoever writes, and nobody whom the text tells of. */
    private boolean isNarrator(Range who) {
        return who.end() == who.start() + 1
                && Set.of("i", "we", "you").contains(line.key(who.start()));
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
