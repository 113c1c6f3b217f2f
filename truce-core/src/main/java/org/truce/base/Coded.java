package org.truce.base;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An enum constant with the stable word by which files, screens and signed bytes call it. */
public interface Coded {
    @JsonValue
    String code();

    /** The constant of {@code type} whose code is {@code code}, letter for letter. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.code().equals(code))
                .findFirst();
    }

    /** All codes of {@code type} in their declared order. */
    static <E extends Enum<E> & Coded> List<String> listCodes(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Coded::code).toList();
    }
}
