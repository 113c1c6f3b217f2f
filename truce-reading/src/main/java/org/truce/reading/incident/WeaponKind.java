package org.truce.reading.incident;

import org.truce.base.Coded;
import org.truce.base.Weapon;
import org.truce.reading.text.Words;
import org.truce.reading.words.Table;

import java.util.List;
import java.util.Optional;

/** The kind of weapon that a text's words for it name, as agreements tell them apart. */
public final class WeaponKind {
    private static final List<Kind> KINDS = Table.rows("weapon-kinds").stream()
            .map(row -> new Kind(
                    Coded.find(Weapon.class, row.get("kind")).orElseThrow(), row.list("words")))
            .toList();

    private record Kind(Weapon weapon, List<String> words) {}

    private WeaponKind() {}

    /** Empty where the words leave it open, such as for "shells". */
    public static Optional<Weapon> find(String words) {
        String keys = " " + String.join(" ", Words.keys(words)) + " ";
        return KINDS.stream()
                .filter(kind ->
                        kind.words().stream().anyMatch(word -> keys.contains(" " + word + " ")))
                .map(Kind::weapon)
                .findFirst();
    }
}
