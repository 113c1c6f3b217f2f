package org.truce.reading.foreign;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands before or around its attribution in an Arabic sentence: "according to", "in his
 * words", a verb of saying and its subject behind a quotation.
 */
final class ArabicAfter {
    private final Phrase phrase;
    private final Arabic arabic;
    private final int end;

    ArabicAfter(Phrase phrase, Arabic arabic, int end) {
        this.phrase = phrase;
        this.arabic = arabic;
        this.end = end;
    }

    List<Found> read() {
        for (int i = 0; i < end; i++) {
            Optional<Found> found = isAccording(i)
                    ? according(i, i + 1)
                    : isInWordsOf(i) ? according(i, i + 3) : isInWords(i) ? inWords(i) : behind(i);
            if (found.isPresent()) {
                return List.of(found.get());
            }
        }
        return List.of();
    }

    private boolean isAccording(int at) {
        String key = phrase.key(at);
        return ArabicCues.isAccording(key)
                || (key.equals("نقلا") && phrase.key(at + 1).equals("عن"));
    }

    private boolean isInWords(int at) {
        return phrase.key(at).equals("علي")
                && phrase.key(at + 1).equals("حد")
                && ArabicCues.isInWords(phrase.key(at + 2));
    }

    /** "in the words of the mayor". */
    private boolean isInWordsOf(int at) {
        return phrase.key(at).equals("علي")
                && phrase.key(at + 1).equals("حد")
                && Set.of("قول", "تعبير", "وصف").contains(phrase.key(at + 2));
    }

    private Optional<Found> according(int at, int first) {
        int from = first;
        while (from < end && Set.of("عن", "ما", "الي", "ل").contains(phrase.key(from))) {
            from++;
        }
        if (from < end && arabic.sayings().find(phrase.key(from)).isPresent()) {
            from++;
        }
        Optional<Naming> speaker = ArabicNames.read(phrase, arabic, from, end).map(this::bare);
        if (speaker.isEmpty()) {
            return Optional.empty();
        }
        int after = speaker.get().words().end();
        Stretch cue = new Stretch(at, from);
        int comma = after;
        while (comma < end && !phrase.isComma(comma) && !phrase.key(comma).startsWith("فان")) {
            comma++;
        }
        boolean opens = at <= 1;
        if (opens) {
            int start = pastThen(phrase.isComma(comma) ? comma + 1 : comma);
            return start < end
                    ? clause(new Stretch(start, end), cue, speaker, "A10")
                    : Optional.empty();
        }
        Stretch before = new Stretch(0, phrase.isComma(at - 1) ? at - 1 : at);
        Stretch behind = new Stretch(Math.min(comma + 1, end), end);
        boolean longer = behind.length() > before.length();
        return clause(longer ? behind : before, cue, speaker, "A9");
    }

    /**
     * Past "then" in "وبحسب الوزارة، فإن"; with a pronoun joined to it, it belongs to the clause.
     */
    private int pastThen(int at) {
        return Set.of("فان", "ان", "فقد").contains(phrase.key(at)) ? at + 1 : at;
    }

    /** After "according to" a name has its preposition joined to it. */
    private Naming bare(Naming naming) {
        String key = phrase.key(naming.words().start());
        boolean joined = naming.kind() == Naming.Kind.PERSON
                && Set.of("وفقا", "طبقا", "ووفقا", "وطبقا")
                        .contains(phrase.key(naming.words().start() - 1))
                && naming.keys().getFirst().startsWith("ل")
                && key.equals(naming.keys().getFirst());
        return joined ? naming.withoutFirstLetter() : naming;
    }

    private Optional<Found> inWords(int at) {
        Stretch before = new Stretch(0, phrase.isComma(at - 1) ? at - 1 : at);
        return before.isEmpty()
                ? Optional.empty()
                : clause(before, new Stretch(at, at + 3), Optional.empty(), "A9");
    }

    /** A verb of saying behind a quotation, with or without a comma between. */
    Optional<Found> behind(int at) {
        Optional<Saying> saying = arabic.sayings()
                .find(phrase.key(at))
                .or(() -> arabic.sayings().find(ArabicSpelling.withoutAnd(phrase.key(at))))
                .filter(one -> one.shape() == Saying.Shape.FINITE)
                .filter(one -> one.may(Takes.THAT) || one.may(Takes.QUOTE));
        int quote = at - 1;
        while (quote >= 0
                && (phrase.isComma(quote)
                        || phrase.isDash(quote)
                        || phrase.get(quote).isOneOf(".")
                        || phrase.key(quote).equals("هكذا"))) {
            quote--;
        }
        if (saying.isEmpty() || !phrase.isQuotation(quote)) {
            return Optional.empty();
        }
        Optional<Naming> subject = ArabicNames.read(phrase, arabic, at + 1, end);
        Stretch before = new Stretch(quote == 0 ? 0 : clauseStart(quote), quote + 1);
        return clause(before, new Stretch(at, at + 1), subject, "A8")
                .map(found -> new Found(
                        phrase, found.content(), found.form(), saying, found.cue(), subject, "A8"));
    }

    private int clauseStart(int quote) {
        return phrase.countWords(phrase.get(quote).quotation().orElseThrow()) > 3 ? quote : 0;
    }

    private Optional<Found> clause(
            Stretch stretch, Stretch cue, Optional<Naming> subject, String rule) {
        int stop = stretch.end();
        while (stop > stretch.start() && (phrase.isComma(stop - 1) || phrase.isDash(stop - 1))) {
            stop--;
        }
        if (stop - stretch.start() < 1) {
            return Optional.empty();
        }
        Stretch content = new Stretch(stretch.start(), stop);
        if (!phrase.isWholeQuotation(content) && content.length() < 3) {
            return Optional.empty();
        }
        return Optional.of(new Found(
                phrase,
                phrase.saidSpan(content),
                phrase.form(content),
                Optional.empty(),
                Optional.of(cue),
                subject,
                rule));
    }
}
