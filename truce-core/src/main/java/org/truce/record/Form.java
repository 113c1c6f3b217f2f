package org.truce.record;

import org.truce.base.CanonicalReader;
import org.truce.base.CanonicalWriter;
import org.truce.base.Shared;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How the values of one type stand in canonical bytes. A form is worked out once from the type
 * itself ({@link Forms}), so that a new field of an entry needs no code here.
 */
interface Form {
    void write(Object value, Writing to);

    Object read(Reading from);

    /** Whether a member with this value is left out. */
    default boolean isAbsent(Object value) {
        return false;
    }

    /** What a member has that is left out; empty when it may not be. */
    default Optional<Object> whenAbsent() {
        return Optional.empty();
    }

    /** What of a protected value is written in its place. */
    enum Shown {
        AS_COMMITMENT,
        BLANK,
        IN_CLEAR
    }

    /**
     * @param met every protected value, in the order in which they stand
     * @param but a member of the outermost record that is left out; empty for none
     */
    record Writing(CanonicalWriter out, Shown shown, List<Guarded> met, String but) {}

    /**
     * @param kind which of several records stands here, where that is known; empty text where not
     * @param values finds the protected value behind a commitment
     * @param shared keeps what occurs again and again once
     */
    record Reading(
            CanonicalReader in,
            String kind,
            Function<org.truce.base.Hash, Optional<Guarded>> values,
            Shared shared) {}

    /** A value that stands as a text. */
    record OfText<T>(Class<T> type, Function<T, String> text, Function<String, T> value)
            implements Form {
        @Override
        public void write(Object value, Writing to) {
            to.out().text(text.apply(type.cast(value)));
        }

        @Override
        public Object read(Reading from) {
            return from.shared().meaning(from.in().text(), type, value);
        }
    }

    /** A text itself; its reader shares it already. */
    record Plain() implements Form {
        @Override
        public void write(Object value, Writing to) {
            to.out().text((String) value);
        }

        @Override
        public Object read(Reading from) {
            return from.in().text();
        }
    }

    /** A whole number; {@code value} throws when it does not fit. */
    record Whole(Function<Long, Object> value) implements Form {
        @Override
        public void write(Object number, Writing to) {
            to.out().number(((Number) number).longValue());
        }

        @Override
        public Object read(Reading from) {
            return value.apply(from.in().number());
        }
    }

    /** True or false. */
    record Bool() implements Form {
        @Override
        public void write(Object value, Writing to) {
            to.out().bool((Boolean) value);
        }

        @Override
        public Object read(Reading from) {
            return from.in().bool();
        }
    }

    /** A SHA-256 value. */
    record OfHash() implements Form {
        @Override
        public void write(Object value, Writing to) {
            to.out().hash((org.truce.base.Hash) value);
        }

        @Override
        public Object read(Reading from) {
            return from.in().hash();
        }
    }

    /** A value that may be missing: left out as a member. */
    record Maybe(Form inner, boolean shareable) implements Form {
        @Override
        public void write(Object value, Writing to) {
            inner.write(((Optional<?>) value).orElseThrow(), to);
        }

        @Override
        public Object read(Reading from) {
            Optional<Object> read = Optional.of(inner.read(from));
            return shareable ? from.shared().one(read) : read;
        }

        @Override
        public boolean isAbsent(Object value) {
            return ((Optional<?>) value).isEmpty();
        }

        @Override
        public Optional<Object> whenAbsent() {
            return Optional.of(Optional.empty());
        }
    }

    /** A number that may be missing. */
    record MaybeWhole() implements Form {
        private static final Whole WHOLE = new Whole(Math::toIntExact);

        @Override
        public void write(Object value, Writing to) {
            WHOLE.write(((java.util.OptionalInt) value).getAsInt(), to);
        }

        @Override
        public Object read(Reading from) {
            return from.shared().one(java.util.OptionalInt.of((Integer) WHOLE.read(from)));
        }

        @Override
        public boolean isAbsent(Object value) {
            return ((java.util.OptionalInt) value).isEmpty();
        }

        @Override
        public Optional<Object> whenAbsent() {
            return Optional.of(java.util.OptionalInt.empty());
        }
    }

    /** A list, in its order. */
    record Listed(Form item) implements Form {
        @Override
        public void write(Object value, Writing to) {
            to.out().sign('[');
            boolean first = true;
            for (Object one : (List<?>) value) {
                if (!first) {
                    to.out().sign(',');
                }
                first = false;
                item.write(one, to);
            }
            to.out().sign(']');
        }

        @Override
        public Object read(Reading from) {
            List<Object> items = new ArrayList<>();
            from.in().expect('[');
            if (!from.in().accept(']')) {
                do {
                    items.add(item.read(from));
                } while (from.in().accept(','));
                from.in().expect(']');
            }
            return List.copyOf(items);
        }
    }

    /** A list that is left out as a member while it is empty. */
    record LeftOutIfEmpty(Form list) implements Form {
        @Override
        public void write(Object value, Writing to) {
            list.write(value, to);
        }

        @Override
        public Object read(Reading from) {
            Object read = list.read(from);
            if (isAbsent(read)) {
                throw CanonicalReader.notCanonical();
            }
            return read;
        }

        @Override
        public boolean isAbsent(Object value) {
            return ((List<?>) value).isEmpty();
        }

        @Override
        public Optional<Object> whenAbsent() {
            return Optional.of(List.of());
        }
    }

    /** Values by name, in the order of the names. */
    record Named(Form item) implements Form {
        @Override
        public void write(Object value, Writing to) {
            to.out().sign('{');
            boolean first = true;
            for (Map.Entry<?, ?> one : new TreeMap<>((Map<?, ?>) value).entrySet()) {
                if (!first) {
                    to.out().sign(',');
                }
                first = false;
                to.out().text((String) one.getKey());
                to.out().sign(':');
                item.write(one.getValue(), to);
            }
            to.out().sign('}');
        }

        @Override
        public Object read(Reading from) {
            TreeMap<String, Object> items = new TreeMap<>();
            from.in().expect('{');
            if (!from.in().accept('}')) {
                do {
                    String name = from.in().text();
                    from.in().expect(':');
                    if (!items.isEmpty() && items.lastKey().compareTo(name) >= 0) {
                        throw CanonicalReader.notCanonical();
                    }
                    items.put(name, item.read(from));
                } while (from.in().accept(','));
                from.in().expect('}');
            }
            return Map.copyOf(items);
        }
    }

    /** The form of a type, by its Java name; see {@link Forms#of(Type)}. */
    static Form of(Type type) {
        return Forms.of(type);
    }
}
