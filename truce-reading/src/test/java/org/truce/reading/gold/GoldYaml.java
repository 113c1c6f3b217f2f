package org.truce.reading.gold;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One mapping of a YAML file, asked by key. */
final class GoldYaml {
    private final Map<String, Object> values = new HashMap<>();

    private GoldYaml(Object node) {
        if (!(node instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("a mapping is expected: " + node);
        }
        map.forEach((key, value) -> values.put(String.valueOf(key), value));
    }

    static GoldYaml read(Path file) throws IOException {
        LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
        return new GoldYaml(new Load(settings).loadFromString(Files.readString(file)));
    }

    /** Throws when it has a key that is none of these. */
    void allow(String... keys) {
        Set<String> known = Set.of(keys);
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException("unknown key " + key + "; known: " + known);
            }
        }
    }

    Optional<String> findText(String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    String getText(String key) {
        return findText(key).orElseThrow(() -> missing(key));
    }

    Optional<Integer> findInt(String key) {
        return findText(key).map(Integer::valueOf);
    }

    Optional<LocalDate> findDate(String key) {
        return findText(key).map(LocalDate::parse);
    }

    LocalDate getDate(String key) {
        return findDate(key).orElseThrow(() -> missing(key));
    }

    boolean getBoolean(String key) {
        if (values.get(key) instanceof Boolean value) {
            return value;
        }
        throw missing(key);
    }

    List<String> listTexts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    List<GoldYaml> getList(String key) {
        if (!(values.get(key) instanceof List<?> list)) {
            throw missing(key);
        }
        return list.stream().map(GoldYaml::new).toList();
    }

    private IllegalArgumentException missing(String key) {
        return new IllegalArgumentException(key + " is missing in " + values);
    }
}
