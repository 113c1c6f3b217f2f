package org.truce.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.truce.base.Hash;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A letter that is kept with its step; steps from before have the bytes that they had. */
final class NoticeLetterBytesTest {
    private static final String TEXT = "Notice N-9\nTo: Russia\n";

    // printf 'truce guarded 1\n' + the 16 bytes 00 to 0f + the text | sha256sum; and of the text.
    private static final String GUARDED =
            "c4fabb6a3b156740eb043972a101241597e90093610667bd31627ae887419a4a";
    private static final String SHA_256 =
            "b55ccc036e8c8f2627de0605cd8bc4b44db7958476796b262c5ed43a22851c90";

    private static FollowUp.NoticeStep step(
            NoticeAct act, Optional<String> level, Optional<FollowUp.NoticeStep.Letter> letter) {
        return new FollowUp.NoticeStep(
                "desk",
                "NS-1",
                new Entered(new Guarded.Clear("invented.csv"), 22),
                "N-9",
                act,
                LocalDate.parse("2017-07-31"),
                new Guarded.Clear("Amal"),
                Optional.of(Channel.E_MAIL),
                Optional.empty(),
                level,
                List.of(),
                Optional.empty(),
                letter);
    }

    private static FollowUp.NoticeStep.Letter letter() {
        return FollowUp.NoticeStep.Letter.of(TEXT, () -> OneOfEach.SALT);
    }

    @Test
    void itsTextIsProtectedAndItsHashIsOpen() {
        FollowUp.NoticeStep sent = step(NoticeAct.SENT, Optional.empty(), Optional.of(letter()));
        EntryCodec codec = new EntryCodec();
        String body = new String(codec.seal(sent).body(), StandardCharsets.UTF_8);
        assertThat(body)
                .isEqualTo(("{'act':'sent','by':'Amal','entered':{'file':'invented.csv',"
                                + "'line':22},'evidence':[],'id':'NS-1','kind':'notice-step',"
                                + "'letter':{'sha256':'" + SHA_256 + "','text':{'guarded':'"
                                + GUARDED
                                + "'}},'notice':'N-9','on':'2017-07-31','register':'desk','via':'e-mail'}")
                        .replace('\'', '"'));
        FollowUp.NoticeStep back =
                (FollowUp.NoticeStep) codec.open(body.getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(back.letter().orElseThrow().text().find()).isEmpty();
        assertThat(back.letter().orElseThrow().sha256()).isEqualTo(new Hash(SHA_256));
        assertThat(ProtectedFields.of(sent)).containsKey("letter.text");
    }

    @Test
    void aStepWithoutOneSaysNothingOfIt() {
        String body = new String(
                new EntryCodec()
                        .seal(step(NoticeAct.SENT, Optional.empty(), Optional.empty()))
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(body).doesNotContain("letter");
    }

    @Test
    void onlyWhatGoesOutHasALetterAndOnlyAnEscalationALevel() {
        assertThatThrownBy(() -> step(NoticeAct.NOT_SENT, Optional.empty(), Optional.of(letter())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> step(NoticeAct.SENT, Optional.of("capital"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(step(NoticeAct.SENDING, Optional.of("capital"), Optional.of(letter()))
                        .level())
                .contains("capital");
    }
}
