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
            "وقد", "وكان", "بما");

    private final Nouns nouns;

    ArabicWords(Nouns nouns) {
        this.nouns = nouns;
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
