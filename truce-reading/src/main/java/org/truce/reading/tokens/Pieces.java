package org.truce.reading.tokens;

import org.truce.reading.text.Original;
import org.truce.reading.text.Span;
import org.truce.reading.tokens.Token.Kind;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text as counts need them: figures apart from names and from each other
 * ("Latakia-7", "3-5"), times, dates and calibres as one measure, endings with their word, and a
 * sign for each gap between columns. Looks at each character a bounded number of times.
 */
final class Pieces {
    private static final String DASHES = "-\u2012\u2013\u2014\u2015";
    private static final String QUOTES = "\"“”„«»‹›‟″";
    private static final String BULLETS = "*•◦▪▫‣·●○■□►▶➢✓⁃∙";
    private static final String JOINS_MEASURE = ".:/٫";
    private static final String MEASURES = "%°٪";
    private static final String GROUPED_BY = "٬\u00a0\u202f\u2009";
    private static final int GROUP = 3;

    /** So many blanks in a row part columns. */
    private static final int GAP_BLANKS = 3;

    private final Original original;
    private final String plain;
    private final List<Token> made = new ArrayList<>();

    Pieces(Original original) {
        this.original = original;
        this.plain = original.plain();
    }

    static boolean isBullet(String norm) {
        return norm.equals("*") || norm.equals("-");
    }

    /** The pieces of the words of a sentence, in their order. */
    List<Token> of(List<org.truce.reading.text.Token> words) {
        made.clear();
        for (org.truce.reading.text.Token word : words) {
            add(word);
        }
        return new ArrayList<>(made);
    }

    private void add(org.truce.reading.text.Token word) {
        int start = word.start();
        if (!made.isEmpty()) {
            gap(made.getLast().span().end(), start);
        }
        char first = word.form().charAt(0);
        boolean glued = !made.isEmpty() && made.getLast().span().end() == start;
        boolean ending = first == '\'' || word.key().equals("n't");
        if (ending && word.form().length() > 1 && glued && made.getLast().kind() == Kind.WORD) {
            join(Kind.WORD, word.end());
        } else if (Character.isLetterOrDigit(first)
                || Character.getType(first) == Character.NON_SPACING_MARK) {
            split(word.span());
        } else if (glued && MEASURES.indexOf(first) >= 0 && isNumber(made.getLast())) {
            join(Kind.MEASURE, word.end());
        } else {
            put(Kind.SIGN, word.span());
        }
    }

    /** A tabulator or a row of blanks between two words parts columns. */
    private void gap(int from, int to) {
        if (to - from == 0) {
            return;
        }
        Span between = new Span(from, to);
        String blanks = original.text(between);
        boolean column = blanks.indexOf('\t') >= 0
                || (blanks.length() >= GAP_BLANKS && blanks.isBlank() && !blanks.contains("\n"));
        if (column) {
            made.add(new Token(Kind.SIGN, "\t", "\t", between, false));
        }
    }

    private static boolean isNumber(Token token) {
        return token.kind() == Kind.FIGURE || token.kind() == Kind.MEASURE;
    }

    /** The last piece and what follows it up to a position are one. */
    private void join(Kind kind, int end) {
        Token last = made.removeLast();
        boolean glued = last.glued();
        Span span = new Span(last.span().start(), end);
        String text = text(span);
        made.add(new Token(kind, text, kind == Kind.WORD ? Token.norm(text) : text, span, glued));
    }

    /** A word of the text may hold several pieces: "Latakia-7", "10-12", "24-hour". */
    private void split(Span span) {
        int at = span.start();
        while (at < span.end()) {
            char c = plain.charAt(at);
            int end;
            if (Character.isDigit(c)) {
                end = digits(at, span.end());
            } else if (Character.isLetter(c) || isInside(c)) {
                end = letters(at, span.end());
            } else {
                end = at + 1;
            }
            piece(c, new Span(at, end));
            at = end;
        }
    }

    private void piece(char first, Span span) {
        if (!Character.isDigit(first)) {
            boolean letter = Character.isLetter(first)
                    || Character.getType(first) == Character.NON_SPACING_MARK;
            if (letter && isAttached(span)) {
                join(Kind.MEASURE, span.end());
            } else {
                put(letter ? Kind.WORD : Kind.SIGN, span);
            }
            return;
        }
        if (continuesMeasure(span)) {
            made.removeLast();
            join(Kind.MEASURE, span.end());
        } else if (continuesGroup(span)) {
            if (made.getLast().kind() == Kind.SIGN) {
                made.removeLast();
            }
            join(Kind.FIGURE, span.end());
        } else {
            put(isWhole(span) ? Kind.FIGURE : Kind.MEASURE, span);
        }
    }

    /** "82mm", "24th": letters right behind a figure. */
    private boolean isAttached(Span span) {
        return !made.isEmpty()
                && isNumber(made.getLast())
                && made.getLast().span().end() == span.start();
    }

    /** "203/2021": a figure behind a figure and a slash. */
    private boolean continuesMeasure(Span span) {
        int size = made.size();
        return size > 1
                && made.get(size - 1).span().end() == span.start()
                && made.get(size - 1).glued()
                && JOINS_MEASURE.contains(made.get(size - 1).text())
                && isNumber(made.get(size - 2));
    }

    /** "1 204" with a blank that breaks no line. */
    private boolean continuesGroup(Span span) {
        if (made.isEmpty() || span.length() != GROUP) {
            return false;
        }
        Token last = made.getLast();
        boolean sign = last.isSign("٬") && last.glued() && made.size() > 1;
        Token number = sign ? made.get(made.size() - 2) : last;
        if (number.kind() != Kind.FIGURE
                || (number.text().length() > GROUP && !isGrouped(number))) {
            return false;
        }
        int end = number.span().end();
        return span.start() - end == 1
                && GROUPED_BY.contains(original.text(new Span(end, span.start())));
    }

    private static boolean isGrouped(Token number) {
        return number.text().codePoints().anyMatch(c -> !Character.isDigit(c));
    }

    /** Behind the digits and what joins them within one word of the text. */
    private int digits(int from, int end) {
        int at = from;
        while (at < end) {
            char c = plain.charAt(at);
            boolean joins = at + 1 < end
                    && Character.isDigit(plain.charAt(at + 1))
                    && (c == ',' || c == '.' || c == ':' || (c == '-' && isDate(from, at, end)));
            if (!Character.isDigit(c) && c != Original.IGNORED && !joins) {
                break;
            }
            if (c == ',' && !isGroup(at + 1, end)) {
                break;
            }
            at++;
        }
        return at;
    }

    private boolean isGroup(int from, int end) {
        int at = from;
        while (at < end && at <= from + GROUP && Character.isDigit(plain.charAt(at))) {
            at++;
        }
        return at - from == GROUP;
    }

    /** "2017-10-14": a dash behind four digits, or behind two that follow such a dash. */
    private boolean isDate(int from, int dash, int end) {
        String before = plain.substring(from, dash);
        boolean second = before.matches("\\d{4}-\\d{2}");
        boolean first = before.matches("\\d{4}") && dash + 3 < end && plain.charAt(dash + 3) == '-';
        return first || second;
    }

    /** Digits, in groups of three where a comma parts them. */
    private boolean isWhole(Span span) {
        String text = text(span);
        return text.codePoints().allMatch(c -> Character.isDigit(c) || c == ',');
    }

    private int letters(int from, int end) {
        int at = from;
        boolean arabic =
                Character.UnicodeScript.of(plain.charAt(from)) == Character.UnicodeScript.ARABIC;
        while (at < end) {
            char c = plain.charAt(at);
            // Arabic joins "and" to the figure behind it.
            if (Character.isDigit(c) && arabic) {
                break;
            }
            boolean tail = at + 1 < end && Character.isDigit(plain.charAt(at + 1));
            if (c == '-' && (tail || at + 1 >= end)) {
                break;
            }
            at++;
        }
        return at;
    }

    private static boolean isInside(char c) {
        int type = Character.getType(c);
        return c == Original.IGNORED
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private String text(Span span) {
        return Token.visible(original.text(span));
    }

    private void put(Kind kind, Span span) {
        boolean glued = !made.isEmpty() && made.getLast().span().end() == span.start();
        String text = text(span);
        String norm = switch (kind) {
            case WORD -> Token.norm(text);
            case FIGURE, MEASURE -> text;
            case SIGN -> sign(text);
        };
        made.add(new Token(kind, text, norm, span, glued));
    }

    /** A row of dots that leads from a name to its figure. */
    static boolean isLeader(String text) {
        return text.length() > 2 && text.charAt(0) == '.';
    }

    private static String sign(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int sign = text.codePointAt(0);
        if (isLeader(text)) {
            return "-";
        }
        if (DASHES.indexOf(sign) >= 0 || sign == '\u2010' || sign == '\u2011' || sign == '\u2212') {
            return "-";
        }
        if (QUOTES.indexOf(sign) >= 0) {
            return "\"";
        }
        if (BULLETS.indexOf(sign) >= 0) {
            return "*";
        }
        return switch (sign) {
            case '،', '、', '，' -> ",";
            case '؛', '；' -> ";";
            case '؟', '？' -> "?";
            case '。', '．' -> ".";
            case '：' -> ":";
            case '[', '（', '{' -> "(";
            case ']', '）', '}' -> ")";
            case '｜', '¦', '│' -> "|";
            default -> Character.toString(sign);
        };
    }
}
