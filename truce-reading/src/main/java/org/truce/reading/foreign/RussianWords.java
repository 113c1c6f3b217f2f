package org.truce.reading.foreign;

import java.util.Set;

/** Words by which a Russian noun phrase ends, goes on or asks for more. */
final class RussianWords {
    /** In small letters, and yet parts of names. */
    static final Set<String> PARTICLES = Set.of(
            "де", "ди", "да", "ван", "фон", "бен", "бин", "ибн", "аль", "эль", "оглы", "дер");

    static final Set<String> STOPS = Set.of(
            "также",
            "тоже",
            "ранее",
            "позже",
            "уже",
            "однако",
            "еще",
            "теперь",
            "что",
            "чтобы",
            "как",
            "когда",
            "и",
            "а",
            "но",
            "не",
            "или",
            "либо",
            "если",
            "пока",
            "где",
            "затем",
            "же",
            "при",
            "этом",
            "это",
            "этого",
            "так",
            "сегодня",
            "вчера",
            "накануне",
            "здесь",
            "там",
            "журналистам",
            "репортерам",
            "агентству",
            "телеканалу",
            "газете",
            "изданию",
            "порталу",
            "новости",
            "говоря",
            "лично",
            "снова",
            "вновь",
            "далее",
            "тем",
            "временем",
            "будет",
            "является",
            "был",
            "была",
            "были",
            "было",
            "его",
            "ее",
            "их",
            "в",
            "о",
            "об",
            "из",
            "к",
            "до",
            "за",
            "под",
            "после",
            "перед",
            "во",
            "со",
            "через",
            "между",
            "без",
            "для",
            "у");

    static final Set<String> PLACE_HEADS = Set.of(
            "провинции",
            "района",
            "города",
            "области",
            "села",
            "деревни",
            "поселка",
            "округа",
            "штата",
            "мухафазы",
            "города-порта");

    static boolean isVerb(String key) {
        return key.length() > 4
                && key.matches(
                        ".*([аеиыу]л|[аеиыу]л[аио]|лся|лась|лись|ть|ться|вши|[аяеиу]т|тся|но)");
    }

    static boolean isPreposition(String key) {
        return Set.of("по", "при", "в", "на", "от", "с", "из").contains(key);
    }

    private static final Set<String> SENT = Set.of(
            "верховный",
            "глава",
            "директор",
            "заместитель",
            "замминистра",
            "источник",
            "комитет",
            "координатор",
            "министр",
            "миссия",
            "обсерватория",
            "организация",
            "помощник",
            "посланник",
            "посол",
            "постпред",
            "представитель",
            "секретарь",
            "служба",
            "собеседник",
            "совет",
            "сопредседатель",
            "депутат",
            "посредник",
            "наблюдатель",
            "делегат",
            "заместительница",
            "представительница",
            "руководитель",
            "советник",
            "сотрудник",
            "управление",
            "центр");

    private RussianWords() {}

    /** Bodies whose short names have no cases. */
    static boolean isFixed(String head) {
        return Set.of("мид", "минобороны", "мвд", "мчс", "минздрав", "нато", "обсе", "фсб")
                .contains(head);
    }

    /** Whether a title may be followed by a preposition that tells for what or where it is. */
    static boolean isSent(String role) {
        return SENT.contains(role)
                || role.equals("один")
                || role.startsWith("спец")
                || role.startsWith("комисс")
                || role.startsWith("уполномоченн")
                || role.startsWith("наблюдател");
    }
}
