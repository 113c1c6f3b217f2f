package org.truce.app.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.truce.base.Hash;
import org.truce.reading.model.Checked;
import org.truce.reading.model.Prompt;
import org.truce.reading.model.Proposals;
import org.truce.reading.model.Refusal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the model that the settings name, and logs it. */
public final class AskedModel {
    private final ModelSettings settings;
    private final Endpoint endpoint;
    private final ModelLog log;
    private final Clock clock;

    /**
     * @param environment the variables, among them the one that the settings name; throws
     *     {@link ModelException} where it holds no key
     */
    public AskedModel(
            ModelSettings settings, Map<String, String> environment, ModelLog log, Clock clock) {
        this.settings = settings;
        this.endpoint = new Endpoint(settings, settings.findKey(environment));
        this.log = log;
        this.clock = clock;
    }

    /** Common to all lines of the log. */
    private record Asked(
            Instant time,
            String host,
            String model,
            int promptVersion,
            Hash promptSha256,
            Hash documentSha256) {}

    private record Sending(String event, @JsonUnwrapped Asked asked, int codePoints) {}

    private record Replied(
            String event,
            @JsonUnwrapped Asked asked,
            String reply,
            int accepted,
            List<Refusal> refused) {}

    private record Failed(
            String event, @JsonUnwrapped Asked asked, Optional<String> reply, String why) {}

    /**
     * Sends one text and checks the reply. The caller has the consent of whoever may give it.
     *
     * @param document the SHA-256 of the text's bytes
     * @throws ModelException when no reply came; that is logged as well
     */
    public Checked ask(Proposals proposals, Hash document) throws InterruptedException {
        String message = proposals.message();
        int codePoints = message.codePointCount(0, message.length());
        Endpoint.Answer answer;
        try {
            answer = endpoint.ask(
                    Prompt.instructions(),
                    message,
                    () -> log.append(new Sending("sending", asked(document), codePoints)));
        } catch (ModelException failed) {
            log.append(new Failed("failed", asked(document), Optional.empty(), failed.why()));
            throw failed;
        }
        String reply = answer.content().orElseThrow(() -> noChatAnswer(document, answer.body()));
        Checked checked = proposals.check(reply);
        log.append(new Replied(
                "replied", asked(document), reply, checked.accepted().size(), checked.refused()));
        return checked;
    }

    private ModelException noChatAnswer(Hash document, String body) {
        String why = ("%s answered, but not as OpenAI's chat interface does: check the url, which"
                        + " ends before /chat/completions")
                .formatted(settings.host());
        log.append(new Failed("failed", asked(document), Optional.of(body), why));
        return new ModelException(why);
    }

    private Asked asked(Hash document) {
        return new Asked(
                clock.instant(),
                settings.host(),
                settings.model(),
                Prompt.VERSION,
                Prompt.hash(),
                document);
    }
}
