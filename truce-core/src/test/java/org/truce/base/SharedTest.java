package org.truce.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

class SharedTest {
    private final Shared shared = new Shared();

    /** Far more texts than there are slots, of every length around the eight bytes of a step. */
    @Test
    void aTextIsAlwaysTheOneThatWasAskedFor() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 200_000; i++) {
            String text = text(random, random.nextInt(30), i % 3 == 0 ? 3 : 50_000);
            byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
            assertThat(shared.text(bytes, 1, bytes.length - 1)).isEqualTo(text);
        }
    }

    @Test
    void aTextThatComesAgainAndAgainIsKeptOnce() {
        byte[] bytes = "Daraa, درعا".getBytes(StandardCharsets.UTF_8);
        shared.text(bytes, 0, bytes.length);
        String second = shared.text(bytes, 0, bytes.length);
        assertThat(shared.text(bytes, 0, bytes.length)).isSameAs(second);
    }

    @Test
    void halfACharacterIsRefusedEachTime() {
        byte[] bytes = {'a', (byte) 0xd8};
        for (int i = 0; i < 3; i++) {
            assertThatIllegalArgumentException().isThrownBy(() -> shared.text(bytes, 0, 2));
        }
    }

    private static String text(SplittableRandom random, int length, int letters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int letter = 'a' + random.nextInt(letters);
            text.append(Character.isSurrogate((char) letter) ? 'z' : (char) letter);
        }
        return text.toString();
    }
}
