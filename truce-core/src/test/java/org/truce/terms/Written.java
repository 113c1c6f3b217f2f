package org.truce.terms;

import org.truce.assess.Evidence;
import org.truce.intake.Caution;
import org.truce.intake.Defect;
import org.truce.intake.Intake;
import org.truce.intake.Receiver;
import org.truce.reconcile.Incident;
import org.truce.record.Entry;
import org.truce.record.Logged;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Agreements, outlines and reports as texts, taken in as a user's files are. */
final class Written implements Receiver {
    static final String REGISTER = "test";
    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Logged> logged = new ArrayList<>();

    /** Takes in a text whose format is told from its content; a defect is an error. */
    Written with(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            Intake.read(
                    Intake.recognise(bytes).orElseThrow(),
                    REGISTER,
                    "file",
                    new ByteArrayInputStream(bytes),
                    () -> "00112233445566778899aabbccddeeff",
                    this);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return this;
    }

    Evidence evidence() {
        return Evidence.of(logged, Optional.empty());
    }

    /** The findings on the incident of one report. */
    static List<Finding> findings(Evidence evidence, String report) {
        Incident incident = evidence.findIncident(REGISTER + ":" + report)
                .orElseThrow(() -> new AssertionError("no report " + report));
        return evidence.findings(incident, Terms.Clock.AS_AGREED);
    }

    @Override
    public void take(Entry entry) {
        logged.add(new Logged(logged.size() + 1, RECORDED, entry));
    }

    @Override
    public void refuse(Defect defect) {
        throw new AssertionError(defect);
    }

    @Override
    public void warn(Caution caution) {}
}
