package org.truce.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which actors a source's label means, by the names and aliases that the agreements give. What no
 * agreement names stays a label of its own; what the source does not know stays unknown.
 */
public final class ActorBook {
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\([^)]*\\)");
    private static final Pattern JOINTS = Pattern.compile("\\s*(?:,| and | / )\\s*");
    private static final Pattern POSSESSIVE = Pattern.compile("(?iu)['’`]s(?![\\p{L}\\p{N}])");
    private static final Pattern NOT_KNOWN =
            Pattern.compile("(unknown|unidentified|undetermined|unattributed)\\b.*"
                    + "|.*\\bsuspected\\b.*"
                    + "|(armed assailants|gunmen|mines|suicide bomber)?");

    private final Map<String, Agreement.Actor> actors = new LinkedHashMap<>();
    private final Map<String, String> idByLabel = new HashMap<>();
    private final Map<String, Agreement.Label> twoSided = new HashMap<>();
    private final List<String> labelsLongestFirst;

    public ActorBook(List<Agreement> agreements) {
        for (Agreement agreement : agreements) {
            agreement.actors().forEach(this::add);
            agreement.labels().forEach(label -> twoSided.put(key(label.text()), label));
        }
        labelsLongestFirst = idByLabel.keySet().stream()
                .filter(label -> label.length() >= 3)
                .sorted(Comparator.comparingInt(String::length)
                        .reversed()
                        .thenComparing(label -> label))
                .toList();
    }

    private void add(Agreement.Actor actor) {
        actors.putIfAbsent(actor.id(), actor);
        idByLabel.putIfAbsent(key(actor.id()), actor.id());
        idByLabel.putIfAbsent(key(actor.name().en()), actor.id());
        actor.name().ar().ifPresent(name -> idByLabel.putIfAbsent(key(name), actor.id()));
        actor.aliases().forEach(alias -> idByLabel.putIfAbsent(key(alias), actor.id()));
    }

    public Optional<Agreement.Actor> find(String id) {
        return Optional.ofNullable(actors.get(id));
    }

    /** The actor's English name, or the label itself when no agreement names it. */
    public String name(String idOrLabel) {
        return find(idOrLabel).map(actor -> actor.name().en()).orElse(idOrLabel);
    }

    /** Two sides at once ("both sides"), when the label means that. */
    public Optional<Agreement.Label> findTwoSided(String label) {
        return Optional.ofNullable(twoSided.get(key(label)));
    }

    /** Whether the source says that it does not know who it was. A suspicion is no attribution. */
    public boolean isUnknown(String label) {
        return idFor(label).isEmpty()
                && NOT_KNOWN.matcher(key(withoutBrackets(label))).matches();
    }

    /**
     * The ids of all actors that a label names, in its order: the whole label first, then its parts
     * ("Ahrar al-Sham, HTS, Southern Front"), which may share the last word ("Russian and Syrian
     * aircraft"). A part that no agreement names stays as it stands. Empty when the source does not
     * know.
     */
    public List<String> resolve(String label) {
        if (isUnknown(label)) {
            return List.of();
        }
        Optional<String> whole = idFor(label).or(() -> idFor(withoutBrackets(label)));
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        String bare = withoutBrackets(label);
        String lastWord = bare.substring(bare.lastIndexOf(' ') + 1);
        List<String> ids = new ArrayList<>();
        for (String part : JOINTS.split(bare)) {
            if (!part.isBlank()) {
                String id = idFor(part).or(() -> idFor(part + " " + lastWord)).orElse(part.strip());
                if (!ids.contains(id)) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    /**
     * The actor whose id or own name a label is. An alias is none: an agreement may know a state by
     * the name of its forces.
     */
    public Optional<Agreement.Actor> findNamed(String label) {
        List<String> ids = resolve(label);
        return ids.size() == 1
                ? find(ids.getFirst())
                        .filter(actor -> actor.id().equals(label)
                                || actor.name().en().equalsIgnoreCase(label))
                : Optional.empty();
    }

    /**
     * Actors whose name or an alias of three letters or more stands as whole words in a free text.
     * Longer labels take their words first: "Khalid ibn al-Walid army" does not name the army. A
     * possessive names as well: "Turkey's posts".
     */
    public List<String> listNamedIn(String text) {
        String left = " " + key(POSSESSIVE.matcher(text).replaceAll("")) + " ";
        List<String> ids = new ArrayList<>();
        for (String label : labelsLongestFirst) {
            String words = " " + label + " ";
            if (left.contains(words)) {
                left = left.replace(words, " | ");
                String id = Objects.requireNonNull(idByLabel.get(label));
                if (!ids.contains(id)) {
                    ids.add(id);
                }
            }
        }
        ids.sort(null);
        return ids;
    }

    private Optional<String> idFor(String label) {
        return Optional.ofNullable(idByLabel.get(key(label)));
    }

    private static String withoutBrackets(String label) {
        return BRACKETS.matcher(label).replaceAll("").strip();
    }

    /** Lower case, punctuation to blanks, so that "Hay'at Tahrir al-Sham" meets its variants. */
    private static String key(String label) {
        StringBuilder key = new StringBuilder();
        for (String word :
                label.toLowerCase(Locale.ROOT).replaceAll("['’`]", "").split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                key.append(key.isEmpty() ? "" : " ").append(word);
            }
        }
        return key.toString();
    }
}
