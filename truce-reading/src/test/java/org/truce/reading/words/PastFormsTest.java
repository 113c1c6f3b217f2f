package org.truce.reading.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

final class PastFormsTest {
    @ParameterizedTest
    @CsvSource({
        "withdrew,withdraw",
        "withdrawn,withdraw",
        "stopped,stop",
        "shelled,shell",
        "denied,deny",
        "opened,open",
        "put,put"
    })
    void aPastFormHasABase(String form, String base) {
        assertThat(Dictionaries.get().pasts().findBase(form)).contains(base);
    }

    @ParameterizedTest
    @CsvSource({"withdraw", "need", "firing", "red", "truce", "exceed"})
    void anotherFormHasNone(String form) {
        assertThat(Dictionaries.get().pasts().findBase(form)).isEqualTo(Optional.empty());
    }
}
