package org.truce.app.serve;

import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.truce.app.desk.Refusal;
import org.truce.app.desk.Said;
import org.truce.base.Coded;
import org.truce.followup.PointBook;
import org.truce.record.Channel;
import org.truce.record.PointState;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The log of hotline and radio, and the handover from shift to shift. */
@RestController
final class DeskLogController {
    private static final int SHOWN = 100;

    private final DeskSeat seat;

    DeskLogController(DeskSeat seat) {
        this.seat = seat;
    }

    @GetMapping("/log")
    ResponseEntity<byte[]> log(@RequestParam MultiValueMap<String, String> query) {
        return log(query, Optional.empty());
    }

    private ResponseEntity<byte[]> log(
            MultiValueMap<String, String> query, Optional<Refusal> refused) {
        Map<String, Object> model = seat.model(DeskSeat.words(query), "/log?", query, refused);
        List<PointBook.Line> lines = seat.desk().points().listLines();
        model.put("lines", lines.reversed().stream().limit(SHOWN).toList());
        model.put("view", seat.handover());
        model.put("channels", Coded.listCodes(Channel.class));
        model.put("states", Coded.listCodes(PointState.class));
        return seat.html("desk/log.jte", model);
    }

    @PostMapping("/log")
    ResponseEntity<byte[]> write(@RequestParam MultiValueMap<String, String> sent) {
        try {
            seat.desk()
                    .log(
                            seat.register(),
                            seat.by(),
                            new Said.Line(
                                    DeskSeat.first(sent, "at"),
                                    DeskSeat.first(sent, "channel"),
                                    DeskSeat.first(sent, "with"),
                                    DeskSeat.first(sent, "text"),
                                    DeskSeat.first(sent, "point"),
                                    DeskSeat.first(sent, "state"),
                                    DeskSeat.first(sent, "holder")));
            return DeskSeat.onwards("/log?done=1&lang=" + DeskSeat.words(sent).language());
        } catch (Refusal refusal) {
            return log(sent, Optional.of(refusal));
        }
    }

    @GetMapping("/handover")
    ResponseEntity<byte[]> handover(@RequestParam MultiValueMap<String, String> query) {
        return handover(query, Optional.empty());
    }

    private ResponseEntity<byte[]> handover(
            MultiValueMap<String, String> query, Optional<Refusal> refused) {
        Map<String, Object> model = seat.model(DeskSeat.words(query), "/handover?", query, refused);
        model.put("view", seat.handover());
        model.put("zone", seat.zone());
        return seat.html("desk/handover.jte", model);
    }

    @PostMapping("/handover")
    ResponseEntity<byte[]> handOver(@RequestParam MultiValueMap<String, String> sent) {
        try {
            seat.desk()
                    .handOver(
                            seat.register(),
                            seat.by(),
                            DeskSeat.first(sent, "to"),
                            DeskSeat.first(sent, "text"));
            return DeskSeat.onwards(
                    "/handover?done=1&lang=" + DeskSeat.words(sent).language());
        } catch (Refusal refusal) {
            return handover(sent, Optional.of(refusal));
        }
    }
}
