package org.truce.record;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.truce.base.CanonicalReader;
import org.truce.base.Coded;
import org.truce.base.Hash;
import org.truce.base.Moment;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Works out the {@link Form} of a type. */
final class Forms {
    private Forms() {}

    private static final Map<Class<?>, Form> SIMPLE = Map.ofEntries(
            Map.entry(String.class, new Form.Plain()),
            Map.entry(int.class, new Form.Whole(Math::toIntExact)),
            Map.entry(long.class, new Form.Whole(number -> number)),
            Map.entry(boolean.class, new Form.Bool()),
            Map.entry(OptionalInt.class, new Form.MaybeWhole()),
            Map.entry(Hash.class, new Form.OfHash()),
            Map.entry(Guarded.class, new GuardedForm()),
            Map.entry(
                    LocalDate.class,
                    new Form.OfText<>(LocalDate.class, LocalDate::toString, LocalDate::parse)),
            Map.entry(
                    LocalTime.class,
                    new Form.OfText<>(LocalTime.class, LocalTime::toString, LocalTime::parse)),
            Map.entry(ZoneId.class, new Form.OfText<>(ZoneId.class, ZoneId::getId, ZoneId::of)),
            Map.entry(Moment.class, new Form.OfText<>(Moment.class, Moment::text, Moment::get)));

    /**
     * Throws {@link IllegalStateException} for a type that no entry has had so far: it needs a
     * decision how it stands in bytes that are signed for good.
     */
    static Form of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType().equals(Optional.class)) {
                Form inner = of(of[0]);
                return new Form.Maybe(inner, RecordForm.isShareable(inner));
            }
            if (generic.getRawType().equals(List.class)) {
                return new Form.Listed(of(of[0]));
            }
            if (generic.getRawType().equals(Map.class) && of[0].equals(String.class)) {
                return new Form.Named(of(of[1]));
            }
        } else if (type instanceof Class<?> plain) {
            Form simple = SIMPLE.get(plain);
            if (simple != null) {
                return simple;
            }
            if (plain.isEnum() && Coded.class.isAssignableFrom(plain)) {
                return coded(plain.asSubclass(Coded.class));
            }
            if (plain.isAnnotationPresent(JsonSubTypes.class)) {
                return OneOf.of(plain);
            }
            if (plain.isRecord()) {
                return RecordForm.of(plain);
            }
        }
        throw new IllegalStateException("no canonical form is known of " + type);
    }

    /** Of the enum itself, not of {@link Coded}: two enums may have a code in common. */
    private static <C extends Coded> Form coded(Class<C> type) {
        Map<String, C> byCode = new HashMap<>();
        for (C constant : Objects.requireNonNull(type.getEnumConstants())) {
            byCode.put(constant.code(), constant);
        }
        return new Form.OfText<>(
                type,
                Coded::code,
                code -> Optional.ofNullable(byCode.get(code))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "not one of the words that may stand here")));
    }

    /**
     * One of several records, which a member tells apart.
     *
     * @param mark the member's name in quotation marks, with its colon
     */
    record OneOf(byte[] mark, Map<Class<?>, RecordForm> byType, Map<String, RecordForm> byName)
            implements Form {
        /** Forms are made while they are first used: an entry may hold an entry. */
        private static final Map<Class<?>, OneOf> MADE = new HashMap<>();

        static synchronized OneOf of(Class<?> type) {
            OneOf known = MADE.get(type);
            if (known != null) {
                return known;
            }
            String property = Objects.requireNonNull(type.getAnnotation(JsonTypeInfo.class))
                    .property();
            OneOf made = new OneOf(
                    ("\"" + property + "\":").getBytes(StandardCharsets.UTF_8),
                    new HashMap<>(),
                    new HashMap<>());
            MADE.put(type, made);
            List<JsonSubTypes.Type> kinds = new ArrayList<>(
                    List.of(Objects.requireNonNull(type.getAnnotation(JsonSubTypes.class))
                            .value()));
            for (JsonSubTypes.Type kind : kinds) {
                RecordForm form = RecordForm.of(kind.value(), property, kind.name());
                made.byType.put(kind.value(), form);
                made.byName.put(kind.name(), form);
            }
            return made;
        }

        @Override
        public void write(Object value, Writing to) {
            Objects.requireNonNull(byType.get(value.getClass())).write(value, to);
        }

        @Override
        public Object read(Reading from) {
            boolean known = !from.kind().isEmpty();
            RecordForm form = byName.get(known ? from.kind() : from.in().peekText(mark));
            if (form == null) {
                throw CanonicalReader.notCanonical();
            }
            return form.read(
                    known ? new Form.Reading(from.in(), "", from.values(), from.shared()) : from);
        }
    }
}
