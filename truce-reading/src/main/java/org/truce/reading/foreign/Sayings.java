package org.truce.reading.foreign;

import org.truce.base.Coded;
import org.truce.reading.foreign.Saying.Shape;
import org.truce.reading.words.Gender;
import org.truce.reading.words.Stance;
import org.truce.reading.words.Table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Forms of the verbs of saying of one language, made from a table of its verbs. */
final class Sayings {
    private final Spelling spelling;
    private final Map<String, Saying> forms = new HashMap<>();

    private Sayings(Spelling spelling) {
        this.spelling = spelling;
    }

    /** The Arabic ones, from arabic-verbs.tsv. */
    static Sayings arabic(Spelling spelling) {
        Sayings made = new Sayings(spelling);
        rows("arabic-verbs").forEach(made::addArabic);
        return made;
    }

    /** The Russian ones, from russian-verbs.tsv. */
    static Sayings russian(Spelling spelling) {
        Sayings made = new Sayings(spelling);
        rows("russian-verbs").forEach(made::addRussian);
        return made;
    }

    static List<Table.Row> rows(String table) {
        return Table.rows("/org/truce/reading/foreign/" + table);
    }

    /** What a key is a form of. */
    Optional<Saying> find(String key) {
        return Optional.ofNullable(forms.get(key));
    }

    private void addArabic(Table.Row row) {
        String verb = row.get("verb");
        List<String> weak = row.list("weak");
        boolean regular = weak.isEmpty();
        perfect(row, verb, Gender.MALE, false);
        perfect(row, regular ? verb + "ت" : weak.get(0), Gender.FEMALE, false);
        perfect(row, regular ? verb + "وا" : weak.get(1), Gender.UNKNOWN, true);
        perfect(row, regular ? verb + "ا" : weak.get(2), Gender.UNKNOWN, true);
        perfect(row, (regular ? verb + "ت" : weak.get(0)) + "ا", Gender.UNKNOWN, true);
        row.find("present").ifPresent(present -> addPresent(row, present));
        for (String participle : row.list("participle")) {
            for (String ending : Set.of("ا", "ة", "ين", "تين")) {
                add(row, participle + ending, Shape.SHARED, Gender.UNKNOWN, false);
            }
        }
        for (String noun : row.list("noun")) {
            for (String owner : Set.of("ه", "ها", "هم", "هما")) {
                Gender gender = owner.equals("ها")
                        ? Gender.FEMALE
                        : owner.equals("ه") ? Gender.MALE : Gender.UNKNOWN;
                add(row, noun + owner, Shape.NOUN, gender, owner.startsWith("هم"));
            }
        }
    }

    /** The perfect, also with the one whom it is said to or of written as one with it. */
    private void perfect(Table.Row row, String form, Gender gender, boolean plural) {
        add(row, form, Shape.FINITE, gender, plural);
        if (row.list("takes").contains("whom")) {
            for (String whom : Set.of("ه", "ها", "هم", "هما", "نا")) {
                boolean silent = form.endsWith("وا");
                String before = silent
                        ? form.substring(0, form.length() - 1)
                        : form.endsWith("ى") ? form.substring(0, form.length() - 1) + "ا" : form;
                add(row, before + whom, Shape.FINITE, gender, plural);
            }
        }
    }

    private void addPresent(Table.Row row, String present) {
        String rest = present.substring(1);
        char last = present.charAt(present.length() - 1);
        boolean weak = "وىي".indexOf(last) >= 0;
        String stem = weak ? rest.substring(0, rest.length() - 1) : rest;
        add(row, present, Shape.FINITE, Gender.MALE, false);
        add(row, "ت" + rest, Shape.FINITE, Gender.FEMALE, false);
        add(row, "ي" + stem + "ون", Shape.FINITE, Gender.UNKNOWN, true);
    }

    private void addRussian(Table.Row row) {
        String past = row.get("past");
        add(row, past, Shape.FINITE, Gender.MALE, false);
        if (!row.list("takes").contains("in")) {
            addPast(row, past);
        }
        List<String> present = row.list("present");
        if (!present.isEmpty()) {
            add(row, present.get(0), Shape.FINITE, Gender.UNKNOWN, false);
            add(row, present.get(1), Shape.FINITE, Gender.UNKNOWN, true);
        }
        row.list("gerund").forEach(form -> add(row, form, Shape.SHARED, Gender.UNKNOWN, false));
    }

    /** The past and short participles: the feminine, the neuter and the plural. */
    private void addPast(Table.Row row, String past) {
        boolean self = past.endsWith("ся");
        String stem = self ? past.substring(0, past.length() - 2) : past;
        String middle = stem.endsWith("л") || stem.endsWith("н") ? "" : "л";
        String many = stem.endsWith("н") ? "ы" : "и";
        String end = self ? "сь" : "";
        add(row, stem + middle + "а" + end, Shape.FINITE, Gender.FEMALE, false);
        add(row, stem + middle + "о" + end, Shape.FINITE, Gender.UNKNOWN, false);
        add(row, stem + middle + many + end, Shape.FINITE, Gender.UNKNOWN, true);
    }

    private void add(Table.Row row, String form, Shape shape, Gender gender, boolean plural) {
        Set<Takes> takes = row.list("takes").stream()
                .map(code -> Coded.find(Takes.class, code).orElseThrow(() -> wrong(row, code)))
                .collect(Collectors.toSet());
        Stance stance = Coded.find(Stance.class, row.get("stance"))
                .orElseThrow(() -> wrong(row, row.get("stance")));
        Set<String> prepositions =
                row.list("prepositions").stream().map(spelling::key).collect(Collectors.toSet());
        forms.putIfAbsent(
                spelling.key(form),
                new Saying(row.get("verb"), stance, takes, prepositions, shape, gender, plural));
    }

    private static IllegalStateException wrong(Table.Row row, String code) {
        return new IllegalStateException(
                "%s:%d: no such code %s".formatted(row.table(), row.line(), code));
    }
}
