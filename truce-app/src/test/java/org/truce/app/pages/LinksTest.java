package org.truce.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as readers see them. */
final class LinksTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.example/%D8%AF%D8%B1%D8%B9%D8%A7/1?share=x, https://a.example/درعا/1?share=x",
        "https://a.example/%d8%af+b, https://a.example/د+b",
        "https://a.example/, https://a.example/"
    })
    void lettersAreReadAsLetters(String address, String read) {
        assertThat(Links.readable(address)).isEqualTo(read);
    }

    /** A mark of direction, a coded slash, a blank, bytes that are no text, half a number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/%E2%80%AEgpj.exe",
                "https://a.example%2Fb",
                "https://a.example/a%20b",
                "https://a.example/%C2%A0b",
                "https://a.example/%FF%FE",
                "https://a.example/a%0Ab",
                "https://a.example/%D8%",
                "https://a.example/100%"
            })
    void whatWouldHideOrChangeSomethingStaysAsItStands(String address) {
        assertThat(Links.readable(address)).isEqualTo(address);
    }
}
