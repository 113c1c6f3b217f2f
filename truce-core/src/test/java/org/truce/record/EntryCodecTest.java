package org.truce.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.base.CanonicalJson;
import org.truce.base.Hash;
import org.truce.base.PlacePrecision;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is hashed, and what comes back from it. */
final class EntryCodecTest {
    private static final String OTHER_SALT = "f0".repeat(16);

    private final EntryCodec codec = new EntryCodec();

    /**
     * The file was written from the fields' documentation by another program. When this fails, the
     * bytes of entries that are already signed somewhere no longer fit: do not change the file.
     */
    @Test
    void theBytesOfEveryKindStayAsTheyAre() throws IOException {
        // Names of files were in clear when the file was written. The hash is that of sha256sum
        // over "truce guarded 1", a line feed, the bytes 0f 0e ... 00 and "Invented.csv".
        String sealed = "\"file\":{\"guarded\":"
                + "\"0a4eb237c44f15524b7da95ba8c84195ad4fa4ba5c5726f9008e3ca80e2a2f40\"}";
        assertThat(OneOfEach.full().stream().map(this::body))
                .containsExactlyElementsOf(golden().stream()
                        .map(line -> line.replace("\"file\":\"invented.csv\"", sealed))
                        .toList());
    }

    @Test
    void bytesWithANameInClearAreReadAndStayAsTheyAre() throws IOException {
        for (String line : golden()) {
            Entry entry = codec.open(line.getBytes(StandardCharsets.UTF_8), Map.of());
            assertThat(body(entry)).isEqualTo(line);
            assertThat(entry.entered().file()).isEqualTo(new Guarded.Clear("invented.csv"));
        }
    }

    private static List<String> golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                EntryCodecTest.class.getResourceAsStream("one-of-each.jsonl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void everyKindIsAmongThem() {
        List<String> kinds = Stream.of(
                        Objects.requireNonNull(Entry.class.getAnnotation(JsonSubTypes.class))
                                .value())
                .map(JsonSubTypes.Type::name)
                .toList();
        assertThat(OneOfEach.full().stream().map(EntryCodec::kindOf))
                .containsExactlyElementsOf(kinds);
    }

    @Test
    void withItsValuesAnEntryComesBackEqual() {
        for (Entry entry : all()) {
            EntryCodec.Sealed sealed = codec.seal(entry);
            assertThat(sealed.whole()).isTrue();
            assertThat(codec.open(sealed.body(), byCommitment(sealed.values()))).isEqualTo(entry);
        }
    }

    @Test
    void withoutItsValuesAnEntryKeepsItsBytesAndCommitments() {
        for (Entry entry : all()) {
            EntryCodec.Sealed sealed = codec.seal(entry);
            Entry withheld = codec.open(sealed.body(), Map.of());
            EntryCodec.Sealed again = codec.seal(withheld);
            assertThat(again.body()).isEqualTo(sealed.body());
            assertThat(again.values()).isEmpty();
            assertThat(again.whole()).isEqualTo(sealed.values().isEmpty());
            assertThat(codec.listCommitments(withheld))
                    .isEqualTo(sealed.values().stream()
                            .map(Guarded.Open::commitment)
                            .toList());
            for (String secret : OneOfEach.SECRETS) {
                assertThat(codec.plainText(withheld)).doesNotContain(secret);
            }
        }
    }

    @Test
    void aValueThatIsHandedInForAnotherCommitmentIsNotUsed() {
        EntryCodec.Sealed sealed = codec.seal(OneOfEach.report(OneOfEach.SALT));
        Guarded.Open foreign = OneOfEach.open("Observer Nimr", OTHER_SALT);
        Entry.Report opened =
                (Entry.Report) codec.open(sealed.body(), byCommitment(List.of(foreign)));
        assertThat(opened.account().source().find()).isEmpty();
        assertThat(opened.account().place().findPoint()).isEmpty();
    }

    /** Bytes as the first version wrote them keep their hash, and are shown as carefully. */
    @Test
    void aValueOfTheFirstVersionStaysInClearAndIsProtectedAllTheSame() {
        String body = "{\"count\":5,\"entered\":{\"file\":\"t.csv\",\"line\":2},\"id\":\"T\","
                + "\"kind\":\"tally\",\"note\":\"a note\",\"register\":\"r\",\"side\":\"Turkey\","
                + "\"url\":\"https://example.org/t\"}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Entry.Tally old = (Entry.Tally) codec.open(bytes, Map.of());
        assertThat(old.url().find()).contains("https://example.org/t");
        assertThat(old.toString()).doesNotContain("example.org", "a note");
        EntryCodec.Sealed again = codec.seal(old);
        assertThat(again.body()).isEqualTo(bytes);
        assertThat(again.whole()).isTrue();
        assertThat(codec.listCommitments(old)).isEmpty();
        Entry.Tally now = new Entry.Tally(
                "r",
                "T",
                OneOfEach.at(9),
                Optional.empty(),
                OneOfEach.open("https://example.org/t", OneOfEach.SALT),
                "Turkey",
                Optional.empty(),
                5,
                OptionalInt.empty(),
                Optional.of(OneOfEach.open("a note", OneOfEach.SALT)));
        assertThat(codec.sameContent(old, now)).isTrue();
    }

    @Test
    void theCommitmentIsASaltedHash() {
        // printf 'truce guarded 1\n' + the 16 bytes 00 to 0f + 'Observer Nimr' | sha256sum
        assertThat(OneOfEach.open("Observer Nimr", OneOfEach.SALT).commitment())
                .isEqualTo(new Hash(
                        "42463632f6987aa2968b8de4aca772a926ded3e59a67c31e109c20fbb61c7ac5"));
        assertThat(OneOfEach.open("Observer Nimr", OTHER_SALT).commitment())
                .isNotEqualTo(OneOfEach.open("Observer Nimr", OneOfEach.SALT).commitment());
    }

    @Test
    void noProtectedValueStandsInTheBytesOrIsPrinted() {
        for (Entry entry : OneOfEach.full()) {
            EntryCodec.Sealed sealed = codec.seal(entry);
            Logged logged = new Logged(1, Instant.EPOCH, entry);
            for (String secret : OneOfEach.SECRETS) {
                assertThat(body(entry)).doesNotContain(secret);
                assertThat(logged.toString() + sealed + sealed.values()).doesNotContain(secret);
            }
        }
        assertThat(OneOfEach.report(OneOfEach.SALT).toString()).contains("[protected]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "secret,1", "91.5,36.1", "32.6", ""})
    void aBadPointIsRefusedWithoutShowingIt(String bad) {
        assertThatThrownBy(() -> new Place(
                        OneOfEach.open("Tell Invented", OneOfEach.SALT),
                        Optional.empty(),
                        Optional.of(OneOfEach.open(bad, OneOfEach.SALT)),
                        PlacePrecision.EXACT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a place's point is not latitude,longitude")
                .hasNoCause();
    }

    @Test
    void aProtectedValueThatCannotBeKeptIsRefusedWithoutShowingIt() {
        for (String salt : List.of("00", "00".repeat(17), "zz".repeat(16), "AA".repeat(16))) {
            assertThatThrownBy(() -> OneOfEach.open("secret", salt))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContainingAny("secret", salt);
        }
        assertThatThrownBy(() -> OneOfEach.open("secret\ud83d", OneOfEach.SALT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void otherSaltsAndAnotherLineAreTheSameContent() {
        Entry.Report one = OneOfEach.report(OneOfEach.SALT);
        Entry.Report other = OneOfEach.report(OTHER_SALT);
        Entry.Report moved = new Entry.Report(
                other.register(),
                other.id(),
                new Entered(new Guarded.Clear("copy.csv"), 99),
                other.account(),
                other.type(),
                other.count(),
                other.participants(),
                other.casualties(),
                other.sameAs(),
                Optional.empty());
        assertThat(codec.sameContent(one, moved)).isTrue();
        assertThat(codec.plainText(one)).isEqualTo(codec.plainText(other));
        Entry withheld = codec.open(codec.seal(one).body(), Map.of());
        assertThat(codec.sameContent(withheld, moved)).isTrue();
        assertThat(codec.sameContent(moved, withheld)).isTrue();
    }

    /** Changes one leaf after another in what an entry is written as, and never misses one. */
    @Test
    void anyOtherChangeIsOtherContent() {
        JsonMapper mapper = new JsonMapper();
        int changes = 0;
        for (Entry entry : OneOfEach.full()) {
            JsonNode tree = mapper.readTree(codec.seal(entry).body());
            Map<Hash, Guarded.Open> values = byCommitment(codec.seal(entry).values());
            for (String pointer : leaves(tree, "")) {
                Optional<Entry> changed = changed(tree, pointer, values);
                if (changed.isPresent()) {
                    assertThat(codec.sameContent(entry, changed.get()))
                            .as("%s changed in %s", pointer, EntryCodec.kindOf(entry))
                            .isEqualTo(pointer.startsWith("/entered/"));
                    changes++;
                }
            }
        }
        assertThat(changes).isGreaterThan(150);
    }

    /** The entry with one leaf made another valid value, or left out where it may be. */
    private Optional<Entry> changed(JsonNode tree, String pointer, Map<Hash, Guarded.Open> values) {
        JsonNode copy = tree.deepCopy();
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        JsonNode parent = copy.at(pointer.substring(0, pointer.lastIndexOf('/')));
        if (!(parent instanceof ObjectNode members)) {
            return Optional.empty();
        }
        JsonNode was = members.get(name);
        if (name.equals("guarded")) {
            Guarded.Open value = Objects.requireNonNull(values.get(new Hash(was.stringValue())));
            boolean point = value.value().equals("32.625,36.125");
            Guarded.Open other =
                    new Guarded.Open(point ? "32.62,36.12" : value.value() + "!", value.salt());
            Map<Hash, Guarded.Open> both = new HashMap<>(values);
            both.put(other.commitment(), other);
            members.put(name, other.commitment().hex());
            return Optional.of(codec.open(CanonicalJson.bytes(copy), both));
        }
        if (was.isNumber()) {
            members.put(name, was.intValue() + 1);
        } else if (was.isBoolean()) {
            members.put(name, !was.booleanValue());
        } else if (was.stringValue().matches("20[0-9-]{8}")) {
            members.put(name, "2017-02-03");
        } else {
            members.put(name, was.stringValue() + "!");
        }
        try {
            return Optional.of(codec.open(CanonicalJson.bytes(copy), values));
        } catch (IllegalArgumentException notOfThatType) {
            // A code word, an offset or the kind: a made-up one is refused.
            return Optional.empty();
        }
    }

    private static List<String> leaves(JsonNode node, String pointer) {
        if (node.isValueNode()) {
            return List.of(pointer);
        }
        List<String> found = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                found.addAll(leaves(node.get(i), pointer + "/" + i));
            }
        }
        node.properties()
                .forEach(member ->
                        found.addAll(leaves(member.getValue(), pointer + "/" + member.getKey())));
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"kind\":\"report\"}",
                "{\"kind\":\"no-such-kind\"}",
                "{\"kind\":\"calm-report\",\"register\":\"r\",\"id\":\"C\"}",
                "no json at all"
            })
    void whatIsNoEntryIsRefused(String body) {
        assertThatThrownBy(() -> codec.open(body.getBytes(StandardCharsets.UTF_8), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A member that nobody reads could carry what was never meant to be signed. */
    @Test
    void anEntryWithSomethingAddedIsRefused() {
        for (Entry entry : OneOfEach.full()) {
            String body = body(entry);
            List<String> added = List.of(
                    body.replaceFirst("\\{", "{\"added\":1,"),
                    body.replace("\"guarded\":", "\"clear\":\"x\",\"guarded\":"),
                    body + "{}",
                    body.replaceFirst("\"id\":\"[^\"]*\",", "\"id\":null,"));
            for (String changed : added) {
                if (!changed.equals(body)) {
                    assertThatThrownBy(() ->
                                    codec.open(changed.getBytes(StandardCharsets.UTF_8), Map.of()))
                            .as(changed)
                            .isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
    }

    @Test
    void whatARegisterSaysOfItselfCannotBeChangedFromOutside() {
        List<String> said = new ArrayList<>(List.of("thin"));
        Entry.RegisterDeclared declared = new Entry.RegisterDeclared(
                "r",
                "D-1",
                OneOfEach.at(1),
                "R",
                new Observes.Unevenly(),
                false,
                false,
                Map.of("en", said),
                Optional.empty());
        said.add("added later");
        assertThat(declared.limits()).containsEntry("en", List.of("thin"));
    }

    private static List<Entry> all() {
        return Stream.concat(OneOfEach.full().stream(), OneOfEach.sparse().stream())
                .toList();
    }

    private String body(Entry entry) {
        return new String(codec.seal(entry).body(), StandardCharsets.UTF_8);
    }

    private static Map<Hash, Guarded.Open> byCommitment(List<Guarded.Open> values) {
        return values.stream()
                .collect(Collectors.toMap(
                        Guarded.Open::commitment, value -> value, (one, same) -> one));
    }
}
