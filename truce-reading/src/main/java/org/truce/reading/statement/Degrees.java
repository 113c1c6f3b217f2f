package org.truce.reading.statement;

import org.truce.reading.text.Token;

import java.util.List;
import java.util.Set;

/** What is compared with something else: by a degree, or one figure with another. */
final class Degrees {
    /** Degrees of what is counted or lies somewhere. */
    private static final Set<String> COUNTED = Set.of(
            "fewer",
            "lower",
            "higher",
            "later",
            "earlier",
            "other",
            "older",
            "younger",
            "longer",
            "shorter",
            "larger",
            "nearest",
            "latest",
            "lowest",
            "highest",
            "earliest",
            "oldest",
            "youngest",
            "largest",
            "shortest",
            "longest",
            "smallest",
            "nearer",
            "greater");

    private Degrees() {}

    /** "calmer than", "the ugliest": degrees that no register counts. */
    static boolean grade(List<Token> tokens, List<String> tags) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            String key = tokens.get(i).key();
            boolean than = key.endsWith("er") && tokens.get(i + 1).key().equals("than");
            boolean most = i > 0
                    && key.endsWith("est")
                    && key.length() > 5
                    && tokens.get(i - 1).key().equals("the");
            if (tags.get(i).equals("ADJ") && (than || most) && !COUNTED.contains(key)) {
                return true;
            }
        }
        return false;
    }

    /** "one incident, not four". */
    static boolean correctFigure(List<Token> tokens, List<String> tags) {
        for (int i = 2; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).key().equals("not")
                    && tokens.get(i - 1).key().equals(",")
                    && tags.get(i + 1).equals("NUM")) {
                return true;
            }
        }
        return false;
    }
}
