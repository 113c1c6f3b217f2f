package org.truce.reading.words;

import org.truce.reading.text.Fold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Words of one sense or use, whatever their form; from word-classes.tsv. */
public final class WordClasses {
    private final Map<String, Set<String>> classes = new HashMap<>();
    private final PastForms pasts;

    private WordClasses(PastForms pasts) {
        this.pasts = pasts;
        for (Table.Row row : Table.rows("word-classes")) {
            for (String word : row.list("words")) {
                classes.computeIfAbsent(Fold.key(word), key -> new TreeSet<>())
                        .add(row.get("class"));
            }
        }
    }

    static WordClasses load(PastForms pasts) {
        return new WordClasses(pasts);
    }

    /** The classes of a folded word in whatever form; none when it is in no class. */
    public Set<String> list(String key) {
        return classes.getOrDefault(base(key), Set.of());
    }

    /** The base form of a folded word, the likeliest of those that English endings allow. */
    public String base(String key) {
        if (classes.containsKey(key)) {
            return key;
        }
        List<String> candidates = candidates(key);
        return candidates.stream()
                .filter(classes::containsKey)
                .findFirst()
                .orElse(candidates.getFirst());
    }

    private List<String> candidates(String key) {
        List<String> all = new ArrayList<>();
        pasts.findBase(key).ifPresent(base -> {
            all.add(base);
            all.add(base + "e");
        });
        if (key.endsWith("ies") && key.length() > 4) {
            all.add(key.substring(0, key.length() - 3) + "y");
        } else if (key.endsWith("s") && !key.endsWith("ss") && key.length() > 3) {
            all.add(key.substring(0, key.length() - 1));
            if (key.endsWith("es")) {
                all.add(key.substring(0, key.length() - 2));
            }
        } else if (key.endsWith("ing") && key.length() > 5) {
            String stem = key.substring(0, key.length() - 3);
            int last = stem.length() - 1;
            boolean twice = stem.charAt(last) == stem.charAt(last - 1);
            all.add(twice && "lsz".indexOf(stem.charAt(last)) < 0 ? stem.substring(0, last) : stem);
            all.add(stem + "e");
        }
        all.add(key);
        return all;
    }
}
