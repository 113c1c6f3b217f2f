package org.truce.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The protected values of an entry by the names of their fields, such as {@code source},
 * {@code place.point} or {@code note}. What a report shares with others, and what a correction puts
 * in an entry's place, has the names that it has in the entry.
 */
public final class ProtectedFields {
    private static final String ACCOUNT = "account.";
    private static final String REPLACEMENT = "replacement.";

    private ProtectedFields() {}

    /** In the order in which they stand in the entry. */
    public static Map<String, Guarded> of(Entry entry) {
        Map<String, Guarded> found = new LinkedHashMap<>();
        collect((Record) entry, "", found);
        return found;
    }

    private static void collect(Record from, String path, Map<String, Guarded> found) {
        for (RecordComponent component : from.getClass().getRecordComponents()) {
            Object held = value(component, from);
            if (held instanceof Optional<?> maybe) {
                if (maybe.isEmpty()) {
                    continue;
                }
                held = maybe.get();
            }
            if (held instanceof Guarded value) {
                found.put(named(path + word(component.getName())), value);
            } else if (held instanceof Record inner) {
                collect(inner, path + word(component.getName()) + ".", found);
            }
        }
    }

    private static String named(String path) {
        String own = path.startsWith(REPLACEMENT) ? path.substring(REPLACEMENT.length()) : path;
        return own.startsWith(ACCOUNT) ? own.substring(ACCOUNT.length()) : own;
    }

    /** citedOrigin becomes cited-origin. */
    private static String word(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Object value(RecordComponent component, Record from) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(from);
        } catch (IllegalAccessException | InvocationTargetException accessorsDoNotThrow) {
            throw new IllegalStateException(accessorsDoNotThrow);
        }
    }
}
