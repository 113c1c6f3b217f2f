package org.truce.app.serve;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.truce.app.desk.Delivery;
import org.truce.app.desk.Desk;
import org.truce.app.desk.Refusal;
import org.truce.app.desk.Said;
import org.truce.app.desk.Steps;
import org.truce.app.pages.Links;
import org.truce.base.Coded;
import org.truce.base.Phrases;
import org.truce.followup.NoticeLetter;
import org.truce.followup.NoticeState;
import org.truce.record.Channel;
import org.truce.record.FollowUp;
import org.truce.record.NoticeAct;
import org.truce.record.NoticeReply;
import org.truce.show.HandoverView;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The first page of the desk and the page of each notice. Each is whole without a script. */
@RestController
final class DeskController {
    private final DeskSeat seat;

    DeskController(DeskSeat seat) {
        this.seat = seat;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> front(@RequestParam MultiValueMap<String, String> query) {
        Phrases words = DeskSeat.words(query);
        HandoverView view = seat.handover();
        List<DeskGroup> groups = new ArrayList<>();
        add(groups, words.say("desk.group-overdue"), view, HandoverView.Waiting::overdue);
        for (NoticeState.Phase phase : NoticeState.Phase.values()) {
            words.find("desk.group." + phase.code())
                    .ifPresent(title -> add(
                            groups,
                            title,
                            view,
                            one -> !one.overdue() && one.status().equals(phase.code())));
        }
        Map<String, Object> model = seat.model(words, "/?", query, Optional.empty());
        model.put("groups", groups);
        model.put("view", view);
        return seat.html("desk/front.jte", model);
    }

    private static void add(
            List<DeskGroup> groups,
            String title,
            HandoverView view,
            Predicate<HandoverView.Waiting> which) {
        groups.add(new DeskGroup(title, view.notices().stream().filter(which).toList()));
    }

    @GetMapping("/notice")
    ResponseEntity<byte[]> notice(@RequestParam MultiValueMap<String, String> query) {
        return page(query, Optional.empty());
    }

    private ResponseEntity<byte[]> page(
            MultiValueMap<String, String> query, Optional<Refusal> refused) {
        Phrases words = DeskSeat.words(query);
        NoticeState state = seat.desk().get(DeskSeat.first(query, "id"));
        String name = Desk.name(state.notice());
        boolean writes = isOwn(name);
        Map<String, Object> model =
                seat.model(words, "/notice?id=" + Links.encoded(name) + "&", query, refused);
        model.put("state", state);
        model.put("name", name);
        model.put("acts", writes ? Steps.listOpen(state, seat.by()) : List.of());
        model.put("channels", Coded.listCodes(Channel.class));
        model.put("replies", Coded.listCodes(NoticeReply.class));
        model.put("levels", levels(state));
        try {
            NoticeLetter letter = seat.desk().letter(name, NoticeAct.SENT, "", words);
            model.put("letter", String.join("\n", letter.lines()));
            model.put("noLetter", Optional.empty());
        } catch (Refusal why) {
            model.put("letter", "");
            model.put("noLetter", Optional.of(why));
        }
        return seat.html("desk/notice.jte", model);
    }

    private List<String> levels(NoticeState state) {
        return seat.desk()
                .book()
                .findRules(
                        state.notice().register(),
                        state.sentOn().orElse(seat.desk().today()))
                .map(rules -> rules.ladder().stream()
                        .map(FollowUp.NoticeRules.Rung::level)
                        .toList())
                .orElse(List.of());
    }

    @PostMapping("/notice")
    ResponseEntity<byte[]> step(@RequestParam MultiValueMap<String, String> sent) {
        String name = DeskSeat.first(sent, "id");
        Optional<NoticeAct> act = Coded.find(NoticeAct.class, DeskSeat.first(sent, "act"));
        try {
            if (act.isEmpty() || !isOwn(name)) {
                return page(sent, Optional.empty());
            }
            Said.Step said = new Said.Step(
                    DeskSeat.first(sent, "via"),
                    DeskSeat.first(sent, "kind"),
                    DeskSeat.first(sent, "level"),
                    List.of(),
                    DeskSeat.first(sent, "text"));
            Optional<Delivery> delivery = delivery(act.get(), sent);
            if (!DeskSeat.first(sent, "ends").isEmpty()) {
                seat.desk().wentOut(name, seat.who(sent));
            } else if (delivery.isPresent()) {
                seat.desk()
                        .send(
                                name,
                                act.get(),
                                seat.who(sent),
                                said,
                                delivery.get(),
                                Phrases.in(DeskSeat.first(sent, "letter")));
            } else {
                seat.desk().step(name, act.get(), seat.who(sent), said);
            }
            return DeskSeat.onwards("/notice?id=%s&done=%s&lang=%s"
                    .formatted(
                            Links.encoded(name),
                            act.get().code(),
                            DeskSeat.words(sent).language()));
        } catch (Refusal refusal) {
            return page(sent, Optional.of(refusal));
        }
    }

    /** Those of another register are looked at only. */
    private boolean isOwn(String name) {
        return seat.desk().get(name).notice().register().equals(seat.register());
    }

    private static Optional<Delivery> delivery(NoticeAct act, MultiValueMap<String, String> sent) {
        if (!act.goesOut()) {
            return Optional.empty();
        }
        String with = DeskSeat.first(sent, "with");
        return Optional.of(
                DeskSeat.first(sent, "way").equals("hotline")
                        ? new Delivery.ByCall(with)
                        : new Delivery.ByHand());
    }

    /** What went out with a step, to be handed on as a file. */
    @GetMapping("/letter")
    ResponseEntity<byte[]> letter(@RequestParam MultiValueMap<String, String> query) {
        NoticeState state = seat.desk().get(DeskSeat.first(query, "id"));
        FollowUp.NoticeStep step = state.steps().stream()
                .filter(one -> one.act().hasLetter())
                .filter(one -> one.id().equals(DeskSeat.first(query, "step")))
                .findFirst()
                .orElseThrow(() -> Steps.notSent(state));
        Optional<FollowUp.NoticeStep.Letter> kept = step.letter();
        String text = kept.isPresent()
                ? kept.get().text().find().orElseThrow(() -> Steps.notHere(state))
                : madeAnew(state, step, DeskSeat.words(query));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.txt\""
                                .formatted(kept.isPresent() ? "notice" : "notice-made-anew"))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a step from before letters were kept; the record may have grown since. */
    private String madeAnew(NoticeState state, FollowUp.NoticeStep step, Phrases words) {
        return words.say("desk.made-anew", seat.desk().today())
                + "\n\n"
                + seat.desk()
                        .letter(
                                Desk.name(state.notice()),
                                step.act(),
                                step.level().orElse(""),
                                words)
                        .text();
    }
}
