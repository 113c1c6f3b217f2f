package org.truce.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** RFC 8785, the part of it that we use; expectations are written from the standard by hand. */
final class CanonicalJsonTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void blanksGoAndOrderOfAListStays() {
        assertThat(canonical(" { \"b\" : [ 3 , 1 , null , true , false ] , \"a\" : { } } "))
                .isEqualTo("{\"a\":{},\"b\":[3,1,null,true,false]}");
        assertThat(canonical("[]")).isEqualTo("[]");
    }

    /** The example of section 3.2.3 of the standard, in the order that it prints. */
    @Test
    void membersStandInTheOrderOfTheirUtf16CodeUnits() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        List<String> inOrder =
                List.of("\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33");
        List.of(4, 1, 6, 0, 5, 3, 2).forEach(i -> node.put(inOrder.get(i), i));
        // By code points, U+1F600 would come behind U+FB33; by code units D83D comes before FB33.
        assertThat(text(CanonicalJson.bytes(node)))
                .isEqualTo("{\"\\r\":0,\"1\":1,\"\u0080\":2,\"\u00f6\":3,\"\u20ac\":4,"
                        + "\"\ud83d\ude00\":5,\"\ufb33\":6}");
    }

    @Test
    void onlyWhatMustBeEscapedIs() {
        String all = "\u0000\b\t\n\u000b\f\r\u001f \"\\/\u007f\u2028é";
        assertThat(text(CanonicalJson.bytes(JsonNodeFactory.instance.stringNode(all))))
                .isEqualTo("\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f \\\"\\\\/\u007f\u2028é\"");
    }

    @Test
    void bytesAreUtf8() {
        assertThat(CanonicalJson.bytes(JsonNodeFactory.instance.stringNode("é\ud83d\ude00")))
                .containsExactly('"', 0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80, '"');
    }

    @Test
    void halfACharacterIsRefusedAndNotShown() {
        for (String half : List.of("secret\ud83d", "\ude00secret", "secret\ud83d\ud83d\ude00")) {
            assertThatThrownBy(() -> CanonicalJson.bytes(JsonNodeFactory.instance.stringNode(half)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("half a character")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void aFractionIsRefusedEvenWhenItIsWhole() {
        for (String number : List.of("0.5", "1.0", "1e2")) {
            assertThatThrownBy(() -> canonical("{\"a\":" + number + "}"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("as text");
        }
    }

    @Test
    void wholeNumbersGoAsFarAsEveryReaderKeepsThem() {
        assertThat(canonical("[9007199254740991,-9007199254740991,0]"))
                .isEqualTo("[9007199254740991,-9007199254740991,0]");
        assertThatThrownBy(() -> canonical("9007199254740992"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.bytes(
                        JsonNodeFactory.instance.numberNode(BigInteger.TEN.pow(30))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String canonical(String json) {
        return text(CanonicalJson.bytes(MAPPER.readTree(json)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
