package org.truce.reading.foreign;

import org.truce.reading.foreign.Naming.Kind;
import org.truce.reading.words.Gender;

import java.util.EnumSet;
import java.util.Set;

/** What the tables tell of an Arabic word, whatever is written as one with it. */
final class ArabicWords {
    /** After these a name goes on with the next word, article or not. */
    static final Set<String> JOINING =
            Set.of("عبد", "ابو", "ابي", "بن", "ابن", "ال", "ام", "نصر", "سيف", "دي", "فون", "فان");

    static final Set<String> BOUNDARIES = Set.of(
            "في", "من", "الي", "علي", "عن", "مع", "عبر", "خلال", "بعد", "قبل", "عقب", "منذ", "حتي",
            "لدي", "بين", "ضد", "حول", "حيال", "ازاء", "تجاه", "نحو", "ردا", "تعليقا", "بشان",
            "اثناء", "اثر", "ضمن", "رغم", "الذي", "التي", "الذين", "قد", "ان", "بان", "ايضا",
            "كذلك", "بدوره", "بدورها", "هنا", "هناك", "كما", "فيما", "بينما", "حيث", "لكن", "ولكن",
            "لا", "لم", "لن", "ليس", "كان", "كانت", "هذا", "هذه", "ذلك", "تلك", "عندما", "حين",
            "وذلك", "حسب", "بحسب", "وفق", "وفقا", "قائلا", "عند", "امام", "تحت", "فوق", "سوي",
            "الا", "اي", "ما", "اذا", "بل", "ثم", "او", "غير", "دون", "مثل", "نقلا", "لان", "انه",
            "انها", "بانه", "بانها", "قوله", "قولها", "انهم", "هو", "هي", "كي", "لكي", "علما",
            "وقد", "وكان", "بما", "ل", "ب");

    /** Second parts of names such as Nasir al-Din, behind which the name goes on. */
    static final Set<String> COMPOUND = Set.of(
            "الدين",
            "الله",
            "الهدي",
            "الزهراء",
            "الاسلام",
            "الحق",
            "النبي",
            "الرحمن",
            "العابدين",
            "الزمان",
            "الخير",
            "النور",
            "العز",
            "المجد",
            "الفضل",
            "اللطيف",
            "الهادي",
            "النصر",
            "العرب",
            "الملوك",
            "الحسن",
            "الحسين",
            "الرضا",
            "المهدي",
            "الباقي",
            "العلا",
            "الفداء");

    static final Set<String> NEGATIONS = Set.of("لا", "لم", "لن", "ما", "ولم", "ولا", "فلم");

    /** "the same", behind a title that is meant again. */
    static final Set<String> SAME = Set.of(
            "ذاته",
            "ذاتها",
            "نفسه",
            "نفسها",
            "عينه",
            "عينها",
            "المذكور",
            "المذكوره",
            "ذاتهم",
            "انفسهم",
            "نفسهم");

    /** "for the time being", of whoever holds an office. */
    static final Set<String> ACTING = Set.of("بالوكاله", "بالانابه", "بالنيابه");

    private static final Set<String> HONORIFICS = Set.of(
            "السيد",
            "السيده",
            "الدكتور",
            "الدكتوره",
            "الشيخ",
            "العقيد",
            "العميد",
            "اللواء",
            "الفريق",
            "المقدم",
            "الرائد",
            "النقيب",
            "الملازم",
            "الجنرال",
            "الكولونيل",
            "المهندس",
            "المهندسه",
            "الاستاذ",
            "الاستاذه",
            "الحاج",
            "الحاجه",
            "السفير",
            "السفيره",
            "القاضي",
            "الادميرال",
            "البروفيسور",
            "الطبيب",
            "الطبيبه",
            "المحامي",
            "المحاميه");

    /** "who is called". */
    private static final Set<String> CALLED =
            Set.of("يدعي", "تدعي", "ويدعي", "وتدعي", "اسمه", "اسمها", "يسمي", "تسمي", "ويسمي");

    private static final Set<String> CONCERNED = Set.of(
            "المعني",
            "المعنيه",
            "معني",
            "معنيه",
            "المكلف",
            "المكلفه",
            "المعروف",
            "المعروفه",
            "الملقب",
            "المختص",
            "المختصه");

    private static final Set<String> MEDIA = Set.of(
            "وكاله", "قناه", "صحيفه", "اذاعه", "تلفزيون", "موقع", "شبكه", "جريده", "مجله", "راديو");

    private final Nouns nouns;

    ArabicWords(Nouns nouns) {
        this.nouns = nouns;
    }

    /** A word that is no part of a name; Ali, with dots, is none, though folded it is "on". */
    static boolean isBoundary(Item item) {
        return BOUNDARIES.contains(item.key()) && !item.form().endsWith("علي");
    }

    static boolean isHonorific(String key) {
        return HONORIFICS.contains(key);
    }

    /** "a man who is called Omar", but not "claims that". */
    static boolean isCalled(Phrase phrase, int at) {
        return CALLED.contains(phrase.key(at))
                && phrase.isWord(at + 1)
                && !BOUNDARIES.contains(phrase.key(at + 1));
    }

    /**
     * A title in the feminine tells more than a name, a name more than a title in the masculine.
     */
    Gender genderOf(Gender title, String name) {
        Gender told = nouns.gender(name);
        return title == Gender.FEMALE || told == Gender.UNKNOWN ? title : told;
    }

    /** "المعنية بمنع …", "المعروف باسم …": a participle and the word with its preposition. */
    static boolean isConcerned(Phrase phrase, int at) {
        return CONCERNED.contains(phrase.key(at)) && phrase.key(at + 1).startsWith("ب");
    }

    static boolean isMedium(String bare) {
        return MEDIA.contains(bare);
    }

    /** Bodies that sit in a country not their own. */
    static boolean isAbroad(Set<String> roles) {
        return roles.stream()
                .anyMatch(
                        Set.of("بعثه", "مكتب", "وفد", "فرع", "لجنه", "مجلس", "مركز", "غرفه")
                                ::contains);
    }

    /** "a number of", "one of". */
    static boolean isCount(Set<String> roles) {
        return roles.stream().anyMatch(Set.of("عدد", "احد", "عشرات", "بعض", "مجموعه")::contains);
    }

    /** Whether a title may be followed by where its holder was sent. */
    static boolean isSent(Set<String> roles) {
        return roles.stream()
                .anyMatch(role -> role.startsWith("مبعوث")
                        || role.startsWith("سفير")
                        || role.startsWith("ممثل")
                        || role.startsWith("موفد")
                        || role.startsWith("مندوب")
                        || role.startsWith("منسق")
                        || role.startsWith("قياد"));
    }

    static Kind kind(Set<Noun> kinds) {
        if (kinds.contains(Noun.ROLE)) {
            return Kind.ROLE;
        }
        if (kinds.contains(Noun.PAPER)) {
            return Kind.PAPER;
        }
        return kinds.contains(Noun.INSTITUTION) ? Kind.BODY : Kind.CROWD;
    }

    Gender told(Item item) {
        return item.variants().stream()
                .map(nouns::gender)
                .filter(one -> one != Gender.UNKNOWN)
                .findFirst()
                .orElse(Gender.UNKNOWN);
    }

    /** The word in the form its tables have: without particles and article. */
    String bare(Item item) {
        return item.variants().stream()
                .filter(nouns::isKnown)
                .findFirst()
                .orElse(item.variants().getLast());
    }

    Set<Noun> kinds(Item item) {
        EnumSet<Noun> all = EnumSet.noneOf(Noun.class);
        item.variants().forEach(one -> all.addAll(nouns.kinds(one)));
        return all;
    }

    boolean is(Item item, Noun noun) {
        return kinds(item).contains(noun);
    }
}
