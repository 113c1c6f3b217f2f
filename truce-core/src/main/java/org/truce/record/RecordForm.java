package org.truce.record;

import org.truce.base.CanonicalReader;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A record as an object whose members stand in the order of their names. Where its type is one of
 * several, a further member says which.
 */
final class RecordForm implements Form {
    private final Constructor<?> constructor;
    private final List<Member> members;
    private final int components;

    /** Whether equal values may be one: nothing in it is protected or long. */
    private final boolean shareable;

    /**
     * @param index which component of the record it is; -1 for the member that names the type
     * @param mark the name in quotation marks, with its colon
     */
    private record Member(
            String name, byte[] mark, int index, Optional<Method> accessor, Form form) {}

    private RecordForm(
            Constructor<?> constructor, List<Member> members, int components, boolean shareable) {
        this.constructor = constructor;
        this.members = members;
        this.components = components;
        this.shareable = shareable;
    }

    /** The form of a record that needs no name. */
    static RecordForm of(Class<?> type) {
        return of(type, List.of());
    }

    /** The form of a record that says in the member {@code property} that it is {@code name}. */
    static RecordForm of(Class<?> type, String property, String name) {
        return of(
                type,
                List.of(new Member(
                        property, mark(property), -1, Optional.empty(), new Constant(name))));
    }

    private static RecordForm of(Class<?> type, List<Member> further) {
        RecordComponent[] components = type.getRecordComponents();
        List<Member> members = new ArrayList<>(further);
        boolean shareable = !Entry.class.isAssignableFrom(type);
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            Form whole = Form.of(component.getGenericType());
            Form form = component.isAnnotationPresent(LaterAdded.class)
                    ? new LeftOutIfEmpty(whole)
                    : whole;
            members.add(new Member(
                    component.getName(),
                    mark(component.getName()),
                    i,
                    Optional.of(accessor),
                    form));
            shareable &= isShareable(form);
        }
        members.sort(Comparator.comparing(Member::name));
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(components)
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new RecordForm(constructor, members, components.length, shareable);
        } catch (NoSuchMethodException everyRecordHasOne) {
            throw new IllegalStateException(everyRecordHasOne);
        }
    }

    static boolean isShareable(Form form) {
        return switch (form) {
            case GuardedForm guarded -> false;
            case Maybe maybe -> maybe.shareable();
            case RecordForm inner -> inner.shareable;
            case OfText<?> text -> true;
            case MaybeWhole number -> true;
            case Plain text -> true;
            default -> false;
        };
    }

    private static byte[] mark(String name) {
        return ("\"" + name + "\":").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void write(Object value, Writing to) {
        Writing within = to.but().isEmpty() ? to : new Writing(to.out(), to.shown(), to.met(), "");
        to.out().sign('{');
        boolean first = true;
        for (Member member : members) {
            Object held =
                    member.accessor().isPresent() ? component(member.accessor().get(), value) : "";
            if (member.form().isAbsent(held) || member.name().equals(to.but())) {
                continue;
            }
            if (!first) {
                to.out().sign(',');
            }
            first = false;
            to.out().raw(member.mark());
            member.form().write(held, within);
        }
        to.out().sign('}');
    }

    private static Object component(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException accessorsDoNotThrow) {
            throw new IllegalStateException(accessorsDoNotThrow);
        }
    }

    @Override
    public Object read(Reading from) {
        Object[] held = new Object[components];
        from.in().expect('{');
        boolean first = true;
        boolean comma = false;
        for (Member member : members) {
            // A comma stands before the next member, which may not be this one.
            if (!first && !comma) {
                comma = from.in().accept(',');
            }
            boolean here = (first || comma) && from.in().accept(member.mark());
            Object value;
            if (here) {
                value = member.form().read(from);
                first = false;
                comma = false;
            } else {
                value = member.form().whenAbsent().orElseThrow(CanonicalReader::notCanonical);
            }
            if (member.index() >= 0) {
                held[member.index()] = value;
            }
        }
        if (comma) {
            throw CanonicalReader.notCanonical();
        }
        from.in().expect('}');
        Object made = construct(held);
        return shareable ? from.shared().one(made) : made;
    }

    private Object construct(Object[] held) {
        try {
            return constructor.newInstance(held);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException why) {
                throw why;
            }
            throw new IllegalArgumentException("a value is not of its kind", refused.getCause());
        } catch (InstantiationException | IllegalAccessException recordsCanBeMade) {
            throw new IllegalStateException(recordsCanBeMade);
        }
    }

    /** The word that names a type. */
    private record Constant(String word) implements Form {
        @Override
        public void write(Object unused, Writing to) {
            to.out().text(word);
        }

        @Override
        public Object read(Reading from) {
            if (!from.in().text().equals(word)) {
                throw CanonicalReader.notCanonical();
            }
            return word;
        }
    }
}
