package org.truce.app.serve;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.truce.app.pages.Pages;
import org.truce.assess.Evidence;
import org.truce.assess.History;
import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.show.Asked;
import org.truce.show.Overviews;
import org.truce.show.ReadingsPage;
import org.truce.show.ReadingsView;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where readings of an area or a line differ, and how much the answer depends on them. */
@RestController
final class ReadingsController {
    private static final int MOST_DIFFERING = 200;

    private final Live live;
    private final Pages pages;
    private final Clock clock;

    ReadingsController(Live live, Pages pages, Clock clock) {
        this.live = live;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/readings")
    ResponseEntity<byte[]> readings(@RequestParam Map<String, String> query) {
        Phrases words = PageController.words(query);
        Asked asked;
        try {
            asked = PageController.asked(query, Asked.NOTHING);
        } catch (IllegalArgumentException notADate) {
            return ProblemController.page(
                    pages, HttpStatus.BAD_REQUEST, words.say("show.problem.date"), words);
        }
        History history = live.history();
        Evidence evidence = history.on(asked.asKnown());
        Optional<Phrase> problem = ReadingsPage.findProblem(evidence, asked, clock.instant());
        if (problem.isPresent()) {
            HttpStatus status = problem.get().key().equals("show.problem.no-place")
                    ? HttpStatus.NOT_FOUND
                    : HttpStatus.BAD_REQUEST;
            return ProblemController.page(pages, status, words.say(problem.get()), words);
        }
        ReadingsPage page = ReadingsPage.of(
                evidence, asked, clock.instant(), PageController.reader(history, clock), words);
        Map<String, Object> model = PageController.model(
                words, "/readings?" + PageController.queryIn(query, PageController.other(words)));
        List<ReadingsView.Differing> differing =
                page.view().map(ReadingsView::differing).orElse(List.of());
        model.put("readings", page);
        model.put("differing", differing.stream().limit(MOST_DIFFERING).toList());
        model.put("leftOut", Math.max(0, differing.size() - MOST_DIFFERING));
        model.put(
                "registers",
                new Overviews(
                                history,
                                Asked.NOTHING,
                                clock.instant(),
                                PageController.reader(history, clock),
                                words)
                        .listRegisters());
        return PageController.html(pages, "readings.jte", model);
    }
}
