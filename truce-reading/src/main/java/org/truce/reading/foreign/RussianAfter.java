package org.truce.reading.foreign;

import org.truce.reading.statement.Form;

import java.util.Optional;
import java.util.Set;

/**
 * "According to" before, behind and inside a Russian clause, "as the minister said", and "this the
 * ministry said" about the sentence before.
 */
final class RussianAfter {
    private static final Set<String> WORDS = Set.of(
            "словам",
            "мнению",
            "данным",
            "сведениям",
            "информации",
            "заявлению",
            "заявлениям",
            "оценке",
            "оценкам",
            "версии",
            "утверждению",
            "утверждениям",
            "сообщению",
            "сообщениям",
            "убеждению",
            "подсчетам");

    private static final Set<String> OWNERS = Set.of("его", "ее", "их");

    private final Phrase phrase;
    private final Russian russian;
    private final int end;
    private final Optional<Phrase> before;

    RussianAfter(Phrase phrase, Russian russian, int end, Optional<Phrase> before) {
        this.phrase = phrase;
        this.russian = russian;
        this.end = end;
        this.before = before;
    }

    static boolean isWords(String key) {
        return WORDS.contains(key) || OWNERS.contains(key);
    }

    Optional<Found> read() {
        for (int i = 0; i < end; i++) {
            Optional<Found> found = at(i);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Found> at(int i) {
        String key = phrase.key(i);
        String next = phrase.key(i + 1);
        if (key.equals("по") && WORDS.contains(next)) {
            return according(i, i + 2);
        }
        if (key.equals("по") && OWNERS.contains(next) && WORDS.contains(phrase.key(i + 2))) {
            return pronoun(i);
        }
        if (key.equals("со") && next.equals("ссылкой") && phrase.key(i + 2).equals("на")) {
            return according(i, i + 3);
        }
        if (key.equals("согласно")) {
            return according(i, i + 1);
        }
        boolean as = key.equals("как")
                && (i == 0 || phrase.isComma(i - 1))
                && russian.sayings().find(next).isPresent();
        if (as) {
            return according(i, i + 2);
        }
        boolean about = key.equals("об") && next.equals("этом");
        return about && i <= 1 ? aboutBefore(i) : Optional.empty();
    }

    private Optional<Found> according(int at, int from) {
        int start = from;
        while (start < end && Set.of("журналистам", "ранее", "в").contains(phrase.key(start))) {
            start++;
        }
        Optional<Naming> speaker = RussianNames.read(phrase, russian, start, end);
        if (speaker.isEmpty()) {
            return Optional.empty();
        }
        return around(at, speaker.get().words().end(), new Stretch(at, from), speaker);
    }

    private Optional<Found> pronoun(int at) {
        return around(at, at + 3, new Stretch(at, at + 3), Optional.empty());
    }

    /** The clause around an attribution: of what stands before and behind it the longer part. */
    private Optional<Found> around(int at, int after, Stretch cue, Optional<Naming> speaker) {
        int comma = after;
        while (comma < end && !phrase.isComma(comma)) {
            comma++;
        }
        Stretch left = new Stretch(0, phrase.isComma(at - 1) ? at - 1 : at);
        Stretch right = new Stretch(Math.min(comma + 1, end), end);
        boolean first = at <= 1 || right.length() > left.length();
        Stretch part = first ? right : left;
        return part.length() < 2
                ? Optional.empty()
                : Optional.of(found(part, cue, speaker, first ? "U15" : "U16"));
    }

    /** "Об этом сообщили в министерстве": the sentence before is what is reported. */
    private Optional<Found> aboutBefore(int at) {
        int verb = verbFrom(at + 2);
        if (verb >= end || before.isEmpty() || before.get().endOfWords() < 2) {
            return Optional.empty();
        }
        Saying saying = russian.sayings().find(phrase.key(verb)).orElseThrow();
        RussianSubjects subjects = new RussianSubjects(phrase, russian, end);
        Optional<Naming> subject = subjects.behind(verb + 1)
                .or(() -> RussianNames.read(phrase, russian, at + 2, verb))
                .or(() -> inBody(verb + 1));
        int from = new RussianContents(before.get(), russian, before.get().endOfWords())
                .pastDateline();
        Stretch all = new Stretch(from, before.get().endOfWords());
        if (subject.isEmpty() || all.isEmpty()) {
            return Optional.empty();
        }
        Form form = before.get().quotations(all).isEmpty() ? Form.INDIRECT : Form.MIXED;
        return Optional.of(new Found(
                phrase,
                before.get().span(all),
                form,
                Optional.of(saying),
                Optional.of(new Stretch(verb, verb + 1)),
                subject,
                "U17"));
    }

    private int verbFrom(int from) {
        int verb = from;
        while (verb < end && russian.sayings().find(phrase.key(verb)).isEmpty()) {
            verb++;
        }
        return verb;
    }

    private Optional<Naming> inBody(int from) {
        boolean in = phrase.key(from).equals("в") || phrase.key(from).equals("во");
        return in ? RussianNames.read(phrase, russian, from + 1, end) : Optional.empty();
    }

    private Found found(Stretch part, Stretch cue, Optional<Naming> speaker, String rule) {
        int stop = part.end();
        while (stop > part.start() + 1 && (phrase.isComma(stop - 1) || phrase.isDash(stop - 1))) {
            stop--;
        }
        Stretch content = new Stretch(part.start(), stop);
        return new Found(
                phrase,
                phrase.saidSpan(content),
                phrase.form(content),
                Optional.empty(),
                Optional.of(cue),
                speaker,
                rule);
    }
}
