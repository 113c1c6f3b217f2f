package org.truce.reading.foreign;

import java.util.Optional;
import java.util.Set;

/**
 * Where what a Russian verb reports begins, and where it ends before a remark of the narrator's.
 */
final class RussianContents {
    private static final int FARTHEST = 40;

    private final Phrase phrase;
    private final Russian russian;
    private final int end;

    /**
     * @param start the first item
     * @param alone whether it is one quotation, which ends it
     * @param end the place after the last item, where it does not end with its clause
     * @param rule the id of the rule that found it
     */
    record Content(int start, boolean alone, Optional<Integer> end, String rule) {}

    RussianContents(Phrase phrase, Russian russian, int end) {
        this.phrase = phrase;
        this.russian = russian;
        this.end = end;
    }

    /** What a verb reports that, with its subject, ends before a place. */
    Optional<Content> after(Saying saying, int from) {
        if (saying.may(Takes.BLAME)) {
            return find(from, "ответственность").map(at -> open(from, "U6"));
        }
        if (saying.may(Takes.WHOM)) {
            return whom(saying, from);
        }
        if (saying.may(Takes.INFINITIVE)) {
            Optional<Integer> infinitive = infinitive(from);
            if (infinitive.isPresent()) {
                return Optional.of(open(infinitive.get(), "U7"));
            }
        }
        Optional<Content> that = that(saying, from);
        if (that.isPresent()) {
            return that;
        }
        if (saying.may(Takes.PREPOSITION)) {
            Optional<Content> led = preposition(saying, from);
            if (led.isPresent()) {
                return led;
            }
        }
        int thing = skipWords(from);
        boolean starts = saying.may(Takes.THING)
                && thing < end
                && end - thing > 1
                && (phrase.isWord(thing) || phrase.isQuotation(thing))
                && !isAdverbial(thing);
        return starts ? Optional.of(open(thing, "U10")) : Optional.empty();
    }

    private static Content open(int start, String rule) {
        return new Content(start, false, Optional.empty(), rule);
    }

    private Optional<Integer> find(int from, String key) {
        for (int i = from; i < Math.min(end, from + 10); i++) {
            if (phrase.key(i).equals(key)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** "что" or "чтобы", a colon, or a quotation. */
    private Optional<Content> that(Saying saying, int from) {
        int limit = Math.min(end, from + FARTHEST);
        boolean speaks = saying.may(Takes.THAT) || saying.may(Takes.QUOTE) || saying.may(Takes.IN);
        boolean any = speaks
                || saying.may(Takes.INFINITIVE)
                || saying.may(Takes.PREPOSITION)
                || saying.may(Takes.THING);
        int commas = 0;
        for (int i = from; i < limit && any; i++) {
            String key = phrase.key(i);
            boolean that = Set.of("что", "чтобы", "будто").contains(key) && isOpening(i);
            if (that && i + 1 < end) {
                return Optional.of(open(i + 1, "U1"));
            }
            if (phrase.isColon(i) && i + 1 < end) {
                boolean quoted = phrase.isQuotation(i + 1);
                return Optional.of(
                        new Content(i + 1, quoted, Optional.empty(), quoted ? "U3" : "U4"));
            }
            if (speaks && isUtterance(i) && i <= from + 6 && !isTitle(i)) {
                return Optional.of(new Content(i, i + 1 >= end, Optional.empty(), "U3"));
            }
            commas += phrase.isComma(i) ? 1 : 0;
            boolean other = russian.sayings().find(key).isPresent();
            boolean led = i == from
                    && saying.may(Takes.PREPOSITION)
                    && saying.prepositions().contains(key)
                    && !leadsToThat(i);
            boolean thing = i == skipWords(from)
                    && saying.may(Takes.THING)
                    && phrase.isWord(i)
                    && !isAdverbial(i)
                    && !that;
            if (commas > 3
                    || other
                    || led
                    || thing
                    || phrase.get(i).isOneOf(";")
                    || (phrase.isDash(i) && i > from)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean leadsToThat(int at) {
        String key = phrase.key(at + 1);
        return key.equals("том") || key.equals("то") || key.equals("тому");
    }

    private boolean isOpening(int at) {
        return phrase.isComma(at - 1)
                || Set.of("том", "то", "тому", "тем").contains(phrase.key(at - 1))
                || phrase.isComma(at);
    }

    private boolean isUtterance(int at) {
        return phrase.isQuotation(at)
                && phrase.countWords(phrase.get(at).quotation().orElseThrow()) > 1;
    }

    /** A paper's or a body's title in marks. */
    private boolean isTitle(int at) {
        return Set.of(
                        "газете",
                        "агентству",
                        "телеканалу",
                        "изданию",
                        "порталу",
                        "радиостанции",
                        "партии",
                        "группировки",
                        "бригады",
                        "движения",
                        "телеканала",
                        "газеты")
                .contains(phrase.key(at - 1));
    }

    private Optional<Content> preposition(Saying saying, int from) {
        int limit = Math.min(end, from + 12);
        for (int i = from; i < limit; i++) {
            if (saying.prepositions().contains(phrase.key(i))
                    && i + 1 < end
                    && !phrase.key(i + 1).equals("этом")) {
                return Optional.of(open(i + 1, "U5"));
            }
            if (phrase.isComma(i) || phrase.isColon(i)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whom, and what to do or of what. */
    private Optional<Content> whom(Saying saying, int from) {
        if ((phrase.isComma(from) && phrase.key(from + 1).equals("что"))
                || (phrase.isComma(from) && phrase.key(from + 1).equals("чтобы"))) {
            return Optional.of(open(from + 2, "U1"));
        }
        if (phrase.isColon(from) && from + 1 < end) {
            return Optional.of(
                    new Content(from + 1, phrase.isQuotation(from + 1), Optional.empty(), "U3"));
        }
        int start = skipWords(from);
        if (saying.prepositions().contains(phrase.key(start)) && start + 1 < end) {
            return Optional.of(
                    leadsToThat(start) && phrase.isComma(start + 2)
                            ? open(Math.min(start + 4, end - 1), "U1")
                            : open(start + 1, "U5"));
        }
        boolean word = start < end && (phrase.isWord(start) || phrase.isQuotation(start));
        boolean behind = end - start > 1;
        return word && behind && !phrase.key(start).equals("что")
                ? Optional.of(open(start, "U6"))
                : Optional.empty();
    }

    private Optional<Integer> infinitive(int from) {
        int at = skipWords(from);
        for (int i = at; i < Math.min(end, at + 3); i++) {
            if (phrase.key(i).matches(".*(ть|ти|чь|ться|тись|чься)")
                    && phrase.key(i).length() > 3) {
                return Optional.of(phrase.key(i - 1).equals("не") && i > at ? i - 1 : i);
            }
        }
        return Optional.empty();
    }

    private int skipWords(int from) {
        int at = from;
        boolean goes = true;
        while (goes && at < end) {
            goes = Set.of(
                            "также",
                            "ранее",
                            "сегодня",
                            "вчера",
                            "накануне",
                            "снова",
                            "вновь",
                            "журналистам",
                            "тогда",
                            "позже",
                            "лично",
                            "категорически",
                            "решительно",
                            "публично")
                    .contains(phrase.key(at));
            at += goes ? 1 : 0;
            if (!goes && isAdverbial(at) && at + 1 < end && isTime(at + 1)) {
                at += 2;
                goes = true;
            }
        }
        return at;
    }

    private boolean isTime(int at) {
        return russian.nouns().kinds(phrase.key(at)).contains(Noun.TIME);
    }

    private boolean isAdverbial(int at) {
        return Set.of("в", "во", "на", "по", "после", "перед", "из", "при", "с", "о", "об", "через")
                .contains(phrase.key(at));
    }

    /** Past "ДАМАСК, 5 мая /ТАСС/." and "Москва. 5 мая. ИНТЕРФАКС -". */
    int pastDateline() {
        for (int i = Math.min(end, 14) - 1; i > 0; i--) {
            if (phrase.isDash(i) && phrase.get(0).isCapitalised() && isPlaceLike(i)) {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean isPlaceLike(int dash) {
        for (int i = 0; i < dash; i++) {
            Item item = phrase.get(i);
            boolean date = item.isWord() && isTime(i);
            if ((item.isWord() && !item.isCapitalised() && !date) || item.isQuotation()) {
                return false;
            }
        }
        return true;
    }

    /** Where the narrator's remark behind what was said begins; the limit where there is none. */
    int trailing(int start, int limit) {
        for (int i = start + 1; i < limit; i++) {
            boolean mark = phrase.isComma(i) || phrase.isDash(i);
            boolean relay = mark && isRelay(i + 1, limit);
            boolean according = phrase.isComma(i)
                    && ((phrase.key(i + 1).equals("по") && RussianAfter.isWords(phrase.key(i + 2)))
                            || (phrase.key(i + 1).equals("со")
                                    && phrase.key(i + 2).equals("ссылкой")));
            if (relay || according) {
                return i;
            }
        }
        return limit;
    }

    /** ", передает ТАСС": who passed the words on. */
    private boolean isRelay(int at, int limit) {
        return Set.of(
                                "передает",
                                "сообщает",
                                "пишет",
                                "передают",
                                "сообщают",
                                "цитирует",
                                "приводит",
                                "передало",
                                "говорится",
                                "отмечается",
                                "подчеркивается")
                        .contains(phrase.key(at))
                && limit - at < 12;
    }
}
