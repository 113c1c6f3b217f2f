package org.truce.reading.foreign;

import java.util.Optional;
import java.util.Set;

/** Whom a Russian verb of saying has as its subject. */
final class RussianSubjects {
    private static final Set<String> HEARERS = Set.of(
            "соцсетях",
            "социальных",
            "сетях",
            "своем",
            "своей",
            "канале",
            "странице",
            "telegram-канале",
            "telegram",
            "твиттере",
            "комментарии",
            "ответ",
            "вопрос",
            "свою",
            "очередь",
            "журналистам",
            "репортерам",
            "агентству",
            "телеканалу",
            "газете",
            "изданию",
            "порталу",
            "корреспонденту",
            "риа",
            "тасс",
            "интерфаксу",
            "новости",
            "радиостанции",
            "в",
            "также",
            "ранее",
            "позже",
            "накануне",
            "сегодня",
            "вчера",
            "во",
            "эфире",
            "интервью",
            "беседе",
            "ему",
            "ей",
            "им",
            "нам",
            "тогда",
            "позднее",
            "понедельник",
            "вторник",
            "среду",
            "четверг",
            "пятницу",
            "субботу",
            "воскресенье",
            "ходе",
            "брифинга",
            "брифинге",
            "на",
            "пресс-конференции");

    private static final Set<String> MEDIA = Set.of(
            "интервью",
            "эфире",
            "беседе",
            "агентству",
            "телеканалу",
            "газете",
            "изданию",
            "порталу",
            "радиостанции",
            "корреспонденту");

    private static final Set<String> PAPERS = Set.of(
            "заявлении",
            "сообщении",
            "коммюнике",
            "письме",
            "послании",
            "докладе",
            "документе",
            "отчете",
            "пресс-релизе",
            "релизе",
            "тексте",
            "ноте",
            "статье",
            "сводке",
            "публикации",
            "бюллетене",
            "обращении",
            "резолюции");

    private static final String OBLIQUE_ADJECTIVE = ".+(ого|его|ому|ему|ой|ей|ую|юю|ым|им|ом|ем)";

    /** A subject stands no farther from its verb. */
    private static final int FARTHEST = 50;

    private final Phrase phrase;
    private final Russian russian;
    private final int end;

    RussianSubjects(Phrase phrase, Russian russian, int end) {
        this.phrase = phrase;
        this.russian = russian;
        this.end = end;
    }

    /** The noun phrase behind a verb, past those who are told. */
    Optional<Naming> behind(int after) {
        int at = pastHearers(after);
        return RussianNames.read(phrase, russian, at, end).filter(one -> isFirstCase(one, at));
    }

    /** "агентство со ссылкой на министра": an agency only passes it on. */
    Optional<Naming> through(int from, int to) {
        int last = Math.min(Math.min(end, to), from + 2 * FARTHEST) - 1;
        for (int i = Math.max(0, from); i < last; i++) {
            if (phrase.key(i).equals("ссылкой") && phrase.key(i + 1).equals("на")) {
                return RussianNames.read(phrase, russian, i + 2, end);
            }
        }
        return Optional.empty();
    }

    /** "приводит агентство слова министра", "цитирует его агентство". */
    Optional<Naming> quoted(int at) {
        int last = Math.min(end, at + FARTHEST);
        int words = at + 1;
        while (words < last && !phrase.key(words).equals("слова")) {
            words++;
        }
        int place = words < last ? words + 1 : at + 1;
        int owner =
                words < last ? words - 1 : phrase.key(at - 1).matches("его|ее") ? at - 1 : at + 1;
        if (Set.of("его", "ее").contains(phrase.key(owner))) {
            return RussianNames.owner(phrase, owner);
        }
        Optional<Naming> naming = RussianNames.read(phrase, russian, place, end);
        boolean agency = naming.filter(one -> one.kind() == Naming.Kind.BODY).isPresent();
        return agency && words >= last
                ? RussianNames.read(phrase, russian, naming.get().words().end(), end)
                        .or(() -> naming)
                : naming;
    }

    private int pastHearers(int from) {
        int at = from;
        while (at < end && isHearer(at)) {
            at++;
        }
        return at;
    }

    private boolean isHearer(int at) {
        String key = phrase.key(at);
        boolean verb = russian.sayings().find(phrase.key(at - 1)).isPresent();
        boolean name = phrase.isQuotation(at)
                && (HEARERS.contains(phrase.key(at - 1)) || (verb && phrase.isWord(at + 1)))
                && phrase.countWords(phrase.get(at).quotation().orElseThrow()) <= 3;
        return HEARERS.contains(key) || name;
    }

    /** Whether a noun phrase is in the nominative, as far as its words tell. */
    private boolean isFirstCase(Naming naming, int at) {
        if (naming.kind() == Naming.Kind.PRONOUN) {
            return true;
        }
        for (int i = at; i < naming.words().end(); i++) {
            String key = phrase.key(i);
            if (russian.nouns().isKnown(key)) {
                return true;
            }
            if (RussianForms.findHead(key, russian.nouns()).isPresent()
                    && russian.known().find(phrase, i, end).isEmpty()) {
                return false;
            }
            if (phrase.get(i).isCapitalised()) {
                return russian.nouns().isGivenName(key)
                        || RussianForms.findGivenName(key, russian.nouns()).isEmpty();
            }
            if (key.matches(".*(ого|ему|ому|ым|ыми|ими|ых|их|ую)")) {
                return false;
            }
        }
        return true;
    }

    /** The nearest noun phrase in the nominative before a verb, not before a place on the left. */
    Optional<Naming> before(int at, int left, Saying saying) {
        Optional<Naming> nearest = Optional.empty();
        int place = Math.max(left, at - FARTHEST);
        while (place < at) {
            Optional<Naming> naming = isLed(place)
                    ? Optional.empty()
                    : RussianNames.read(phrase, russian, place, at)
                            .filter(one -> fits(one, saying));
            if (naming.isPresent() && isFirstCase(naming.get(), place)) {
                Naming next = naming.get();
                nearest = nearest.flatMap(one -> apposed(one, next)).or(() -> Optional.of(next));
            }
            Optional<Naming> any =
                    naming.isPresent() ? naming : RussianNames.read(phrase, russian, place, at);
            place = any.map(one -> Math.max(one.words().end(), one.words().start() + 1))
                    .orElse(place + 1);
        }
        return nearest.isPresent() ? nearest : in(at, left, saying);
    }

    /** "Имя Фамилия, глава миссии, заявил": the person, with the title behind the comma. */
    private Optional<Naming> apposed(Naming person, Naming title) {
        boolean beside = person.kind() == Naming.Kind.PERSON
                && title.kind() == Naming.Kind.ROLE
                && phrase.isComma(person.words().end())
                && title.words().start() == person.words().end() + 1;
        return beside ? Optional.of(person.with(title)) : Optional.empty();
    }

    private boolean isLed(int place) {
        if (MEDIA.contains(phrase.key(place - 1)) && phrase.get(place).isCapitalised()) {
            return true;
        }
        int before = place - 1;
        while (before > place - 4 && phrase.key(before).matches(OBLIQUE_ADJECTIVE)) {
            before--;
        }
        return Set.of(
                        "в", "на", "с", "к", "о", "об", "по", "из", "от", "для", "у", "за", "при",
                        "под", "над", "со", "между", "до", "перед", "против")
                .contains(phrase.key(before));
    }

    private static boolean fits(Naming naming, Saying saying) {
        boolean gender =
                (naming.kind() != Naming.Kind.PERSON && naming.kind() != Naming.Kind.PRONOUN)
                        || naming.gender().agrees(saying.gender());
        boolean number = !saying.plural()
                || naming.plural()
                || naming.kind() == Naming.Kind.CROWD
                || naming.kind() == Naming.Kind.BODY
                || naming.kind() == Naming.Kind.PERSON;
        return gender && number;
    }

    /** "в министерстве заявили": the body in which they are who say it. */
    private Optional<Naming> in(int at, int left, Saying saying) {
        if (!saying.plural()) {
            return Optional.empty();
        }
        for (int i = at - 1; i >= Math.max(left, at - FARTHEST); i--) {
            if (phrase.key(i).equals("в") || phrase.key(i).equals("во")) {
                Optional<Naming> body = RussianNames.read(phrase, russian, i + 1, at)
                        .filter(one -> one.kind() == Naming.Kind.BODY);
                if (body.isPresent()) {
                    return body;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether "it says" is followed or preceded by a paper in which it stands. */
    boolean hasPaper(int at) {
        return paperAt(at) >= 0;
    }

    private int paperAt(int at) {
        for (int i = at + 1; i < Math.min(end, at + 4); i++) {
            if (PAPERS.contains(phrase.key(i)) || phrase.key(i - 1).equals("из")) {
                return i;
            }
        }
        for (int i = at - 1; i >= Math.max(0, at - FARTHEST); i--) {
            if (PAPERS.contains(phrase.key(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The body whose paper it is, or the paper. */
    Optional<Naming> paper(int at) {
        int place = paperAt(at);
        if (place > 0 && Set.of("его", "ее", "их").contains(phrase.key(place - 1))) {
            return RussianNames.owner(phrase, place - 1);
        }
        return place < 0
                ? Optional.empty()
                : RussianNames.read(phrase, russian, place, place < at ? at : end);
    }
}
