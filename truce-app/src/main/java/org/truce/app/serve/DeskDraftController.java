package org.truce.app.serve;

import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.truce.app.desk.Desk;
import org.truce.app.desk.Letters;
import org.truce.app.desk.Refusal;
import org.truce.app.desk.Said;
import org.truce.app.pages.Links;
import org.truce.assess.Evidence;
import org.truce.base.Coded;
import org.truce.base.Phrases;
import org.truce.reconcile.Incident;
import org.truce.reconcile.VerificationStatus;
import org.truce.record.FollowUp;
import org.truce.record.Severity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Drafts a notice: first the incidents, then to whom, how grave and what is asked. */
@RestController
final class DeskDraftController {
    /** The latest; older ones are named by hand. */
    private static final int SHOWN = 60;

    private final DeskSeat seat;

    DeskDraftController(DeskSeat seat) {
        this.seat = seat;
    }

    @GetMapping("/new")
    ResponseEntity<byte[]> choose(@RequestParam MultiValueMap<String, String> query) {
        return about(query).isEmpty() ? incidents(query, Optional.empty()) : form(query);
    }

    /** Ticked, and named by hand with blanks or commas between. */
    private static List<String> about(MultiValueMap<String, String> query) {
        return Stream.concat(
                        DeskSeat.all(query, "about").stream(),
                        Arrays.stream(DeskSeat.first(query, "named").split("[\\s,;]+")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private ResponseEntity<byte[]> incidents(
            MultiValueMap<String, String> query, Optional<Refusal> refused) {
        Evidence evidence = seat.memory().evidence();
        List<Incident> latest = evidence.listIncidents().stream()
                .filter(one -> one.status() != VerificationStatus.REFUTED)
                .sorted(Comparator.comparing(
                                (Incident one) -> one.occurred().begins(evidence.zone()))
                        .reversed()
                        .thenComparing(Incident::id))
                .limit(SHOWN)
                .toList();
        Map<String, Object> model = seat.model(DeskSeat.words(query), "/new?", query, refused);
        model.put("incidents", latest);
        model.put("evidence", evidence);
        return seat.html("desk/incidents.jte", model);
    }

    private ResponseEntity<byte[]> form(MultiValueMap<String, String> query) {
        try {
            return form(query, Optional.empty());
        } catch (Refusal refusal) {
            return incidents(query, Optional.of(refusal));
        }
    }

    private ResponseEntity<byte[]> form(
            MultiValueMap<String, String> query, Optional<Refusal> refused) {
        Phrases words = DeskSeat.words(query);
        Letters letters = new Letters(seat.memory().evidence());
        List<String> about = about(query);
        StringBuilder here = new StringBuilder("/new?");
        about.forEach(name -> here.append("about=").append(Links.encoded(name)).append('&'));
        Map<String, Object> model = seat.model(words, here.toString(), query, refused);
        model.put("about", about);
        model.put("incidents", letters.getAll(about));
        model.put("evidence", seat.memory().evidence());
        model.put("proposed", letters.propose(about));
        model.put("severities", Coded.listCodes(Severity.class));
        return seat.html("desk/draft.jte", model);
    }

    @PostMapping("/new")
    ResponseEntity<byte[]> draft(@RequestParam MultiValueMap<String, String> sent) {
        try {
            FollowUp.Notice notice = seat.desk()
                    .draft(
                            seat.register(),
                            seat.who(sent),
                            new Said.Draft(
                                    about(sent),
                                    DeskSeat.first(sent, "to"),
                                    DeskSeat.first(sent, "other"),
                                    DeskSeat.first(sent, "severity"),
                                    DeskSeat.first(sent, "due"),
                                    DeskSeat.first(sent, "text")));
            return DeskSeat.onwards("/notice?id=%s&done=drafted&lang=%s"
                    .formatted(
                            Links.encoded(Desk.name(notice)),
                            DeskSeat.words(sent).language()));
        } catch (Refusal refusal) {
            return refusal.field().equals("about")
                    ? incidents(sent, Optional.of(refusal))
                    : form(sent, Optional.of(refusal));
        }
    }
}
