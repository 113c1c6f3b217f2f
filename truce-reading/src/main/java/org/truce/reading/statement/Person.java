package org.truce.reading.statement;

import org.truce.reading.text.Fold;
import org.truce.reading.words.Gender;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Somebody, or a body, whom the text names or describes, and what it has told of them so far. */
final class Person {
    private String name;
    private List<String> keys;
    private final boolean body;
    private final Set<String> roles = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> shortNames = new HashSet<>();
    private Gender gender = Gender.UNKNOWN;
    private boolean unnamed;
    private Optional<String> id = Optional.empty();
    private final TreeMap<Integer, Mention> mentions = new TreeMap<>();
    private final TreeMap<Integer, Mention> spoken = new TreeMap<>();

    /**
     * The text speaks of somebody.
     *
     * @param weight 2 for who speaks, 1 for who is named first in a sentence, 0 otherwise
     */
    record Mention(int sentence, int position, int weight) {}

    Person(String name, boolean body) {
        this.name = name;
        this.body = body;
        this.keys = keys(name);
    }

    /** The folded words of a name, without the Arabic article, which texts write or leave out. */
    static List<String> keys(String name) {
        List<String> keys = new ArrayList<>();
        for (String word : Fold.key(name).split("[ \n]+", -1)) {
            keys.add(word.startsWith("al-") || word.startsWith("el-") ? word.substring(3) : word);
        }
        return List.copyOf(keys);
    }

    String name() {
        return name;
    }

    /** Takes on a fuller form of the name. */
    void rename(String fuller) {
        name = fuller;
        keys = keys(fuller);
    }

    List<String> keys() {
        return keys;
    }

    /** Whether the text gives no name, only what he or she is: "pensioner from Zaitseve". */
    boolean isDescribed() {
        return unnamed || (!body && !Character.isUpperCase(name.charAt(0)));
    }

    /** Notes that the name is only what the text calls him or her. */
    void describe() {
        unnamed = true;
    }

    boolean isBody() {
        return body;
    }

    /** Whether words of a name are all among this one's. */
    boolean answersTo(List<String> words) {
        return keys.containsAll(words);
    }

    /** Takes on the words that the text introduces somebody with. */
    void addTold(List<String> words) {
        told.addAll(words);
    }

    Set<String> told() {
        return told;
    }

    /** Takes on words by which a body is called for short: "the mission". */
    void addShortNames(Set<String> words) {
        shortNames.addAll(words);
    }

    boolean isCalled(String word) {
        return keys.contains(word) || shortNames.contains(word);
    }

    Set<String> roles() {
        return roles;
    }

    void addRoles(Set<String> words) {
        roles.addAll(words);
    }

    Gender gender() {
        return gender;
    }

    void learn(Gender told) {
        if (gender == Gender.UNKNOWN) {
            gender = told;
        }
    }

    Optional<String> id() {
        return id;
    }

    void identify(String known) {
        id = Optional.of(known);
    }

    void mentioned(Mention mention) {
        mentions.merge(
                mention.position(),
                mention,
                (one, other) -> one.weight() >= other.weight() ? one : other);
        if (mention.weight() == 2) {
            spoken.put(mention.position(), mention);
        }
    }

    /** All mentions before a position, from a sentence on. */
    List<Mention> listBefore(int position, int sentence) {
        List<Mention> found = new ArrayList<>();
        for (Mention mention : mentions.headMap(position, false).descendingMap().values()) {
            if (mention.sentence() < sentence) {
                break;
            }
            found.add(mention);
        }
        return found;
    }

    /** The last mention before a position. */
    Optional<Mention> findBefore(int position) {
        return Optional.ofNullable(mentions.lowerEntry(position)).map(Map.Entry::getValue);
    }

    /** The last time before a position that he, she or it spoke. */
    Optional<Mention> findSpokenBefore(int position) {
        return Optional.ofNullable(spoken.lowerEntry(position)).map(Map.Entry::getValue);
    }
}
