package org.truce.reading.statement;

import org.truce.reading.text.Token;
import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Frame;
import org.truce.reading.words.Heads;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What can be told of a statement without its meaning, each trait named in a few words: the cue,
 * the marked phrases, the words and their classes, who does what in which tense, and its shape.
 * Names of persons and places are no traits. The learned rules K17 and K18 weigh them.
 */
final class Traits {
    private static final Dictionaries WORDS = Dictionaries.get();

    /** Frames of a cue that take the very words; all other frames are traits. */
    private static final Set<Frame> OF_WORDS =
            Set.of(Frame.CLAUSE, Frame.QUOTE, Frame.THAT, Frame.HEARER);

    private static final String ENDS = ".!?";
    private static final int MOST_COUNTED = 3;

    private final List<Token> tokens;
    private final List<String> tags;
    private final String form;
    private final SortedSet<String> all = new TreeSet<>();

    private Traits(Said said, Form form) {
        this.tokens = said.tokens();
        this.tags = said.tags();
        this.form = form == Form.DIRECT ? "direct" : "reported";
    }

    /**
     * The traits of one statement, in their order.
     *
     * @param alleged whether somebody has been accused or asked shortly before
     * @param proposed what the rules by phrases take it for
     */
    static SortedSet<String> of(
            Said said, Form form, Cue cue, boolean alleged, Kinds.Chosen proposed) {
        Traits traits = new Traits(said, form);
        traits.addCue(cue);
        traits.all.add("rule " + proposed.rule());
        traits.addBoth("rules say " + proposed.kind().code());
        if (alleged) {
            traits.all.add("alleged");
        }
        WORDS.modality().listMarkers().stream()
                .filter(said::has)
                .forEach(marker -> traits.all.add("marker " + marker));
        traits.addWords();
        traits.addClauses();
        traits.addStart();
        traits.addShape();
        return traits.all;
    }

    /** A trait by itself and together with whether the words are the speaker's own. */
    private void addBoth(String trait) {
        all.add(trait);
        all.add(trait + ", " + form);
    }

    private void addCue(Cue cue) {
        all.add("form " + form);
        all.add("cue " + cue.lemma());
        addBoth("stance " + cue.stance().code());
        cue.frames().stream()
                .filter(frame -> !OF_WORDS.contains(frame))
                .forEach(frame -> all.add("frame " + frame.code()));
    }

    private String key(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).key() : "";
    }

    private String tag(int i) {
        return i >= 0 && i < tags.size() ? tags.get(i) : "";
    }

    private void addWords() {
        for (int i = 0; i < tokens.size(); i++) {
            boolean named = tag(i).equals("PROPN") || tag(i).equals("NUM");
            if (tokens.get(i).isWord() && !named) {
                addBoth("word " + WORDS.classes().base(key(i)));
                WORDS.classes().list(key(i)).forEach(one -> all.add("class " + one));
            }
        }
    }

    private void addClauses() {
        List<Clause> clauses = Clause.of(tokens, tags);
        if (clauses.isEmpty()) {
            addBoth("no verb");
            WORDS.classes().list(key(0)).forEach(one -> all.add("head " + one));
        }
        for (int i = 0; i < clauses.size(); i++) {
            addClause(clauses.get(i), i == 0);
        }
    }

    private void addClause(Clause clause, boolean first) {
        String where = first ? "first " : "later ";
        SortedSet<String> seen = new TreeSet<>();
        String tense = clause.tense();
        seen.add("tense " + tense);
        seen.add("subject " + clause.subject());
        seen.add("subject " + clause.subject() + ", " + tense);
        if (clause.negated()) {
            seen.add("not, " + tense);
            seen.add("not, subject " + clause.subject());
        }
        for (String one : WORDS.classes().list(key(clause.main()))) {
            seen.add("verb " + one);
            seen.add("verb " + one + ", " + tense);
            if (clause.negated()) {
                seen.add("not, verb " + one);
            }
        }
        if (tense.startsWith("is")) {
            WORDS.classes().list(key(clause.after())).forEach(one -> seen.add("is " + one));
        }
        for (String trait : seen) {
            if (first) {
                addBoth(where + trait);
            } else {
                all.add(where + trait);
            }
        }
    }

    private void addStart() {
        boolean name = tag(0).equals("PROPN");
        addBoth("starts " + (name ? "with a name" : key(0)));
        if (!name && tokens.size() > 1 && !tag(1).equals("PROPN")) {
            all.add("starts " + key(0) + " " + key(1));
        }
    }

    private void addShape() {
        int names = 0;
        int ends = 0;
        for (int i = 0; i < tokens.size(); i++) {
            names += tag(i).equals("PROPN") ? 1 : 0;
            ends += ENDS.contains(key(i)) ? 1 : 0;
            addShape(i);
        }
        all.add("names " + Math.min(MOST_COUNTED, names));
        if (form.equals("direct")) {
            all.add("sentence ends " + Math.min(MOST_COUNTED, ends));
        }
    }

    private void addShape(int i) {
        String key = key(i);
        if (key.equals("?") || key.equals("!")) {
            all.add("has " + key);
        }
        if (tag(i).equals("NUM")) {
            all.add("has a number");
        }
        if (Character.isDigit(key.charAt(0))) {
            all.add("has figures");
        }
        if (WORDS.heads().is(key, Heads.Kind.TIME)) {
            all.add("has a day");
        }
        if (key.endsWith("er") && key(i + 1).equals("than")) {
            all.add("compares");
        }
        if (key.endsWith("est") && key(i - 1).equals("the")) {
            all.add("has a highest degree");
        }
        if (Clause.NOT.contains(key)) {
            all.add(i == 0 ? "starts with not" : "has not");
        }
    }
}
