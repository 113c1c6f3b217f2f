package org.truce.app.serve;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.truce.app.desk.Desk;
import org.truce.app.desk.Memory;
import org.truce.app.desk.Refusal;
import org.truce.app.desk.Said;
import org.truce.app.pages.Pages;
import org.truce.assess.Evidence;
import org.truce.base.Phrases;
import org.truce.followup.Handover;
import org.truce.show.HandoverView;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the desk's pages share.
 *
 * @param register whose notices and log are written
 * @param by who sits at it
 */
record DeskSeat(
        Desk desk,
        Memory memory,
        String register,
        String by,
        Pages pages,
        ReviewSecrets secrets,
        Clock clock) {

    static Phrases words(MultiValueMap<String, String> query) {
        return Phrases.in(first(query, "lang"));
    }

    /** Blank where it was not sent. */
    static String first(MultiValueMap<String, String> query, String name) {
        return Objects.requireNonNullElse(query.getFirst(name), "");
    }

    static List<String> all(MultiValueMap<String, String> query, String name) {
        return Objects.requireNonNullElse(query.get(name), List.of());
    }

    Said.Who who(MultiValueMap<String, String> query) {
        return new Said.Who(by, first(query, "on"));
    }

    HandoverView handover() {
        return HandoverView.of(Handover.of(memory.listAll(), Optional.empty(), clock.instant()));
    }

    /** In which the desk's own times are told. */
    ZoneId zone() {
        return Evidence.zoneOf(memory.listAll());
    }

    /**
     * What every page of the desk needs.
     *
     * @param here the page's own address, up to where its language is named
     * @param sent what a form was filled in with, to be shown again
     */
    Map<String, Object> model(
            Phrases words,
            String here,
            MultiValueMap<String, String> sent,
            Optional<Refusal> refused) {
        Map<String, Object> model = new HashMap<>();
        model.put("words", words);
        model.put("here", here);
        model.put("by", by);
        model.put("secret", secrets.form());
        model.put("today", desk.today().toString());
        model.put("sent", sent.toSingleValueMap());
        model.put("refused", refused);
        return model;
    }

    ResponseEntity<byte[]> html(String template, Map<String, Object> model) {
        boolean refused = model.get("refused") instanceof Optional<?> said && said.isPresent();
        return ResponseEntity.status(refused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(pages.render(template, model));
    }

    /** So that reading the page again puts nothing down twice. */
    static ResponseEntity<byte[]> onwards(String to) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, to)
                .build();
    }
}
