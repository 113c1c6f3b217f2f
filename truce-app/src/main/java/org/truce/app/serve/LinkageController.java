package org.truce.app.serve;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.truce.app.pages.Links;
import org.truce.app.pages.Pages;
import org.truce.assess.Evidence;
import org.truce.assess.History;
import org.truce.base.Phrases;
import org.truce.show.Asked;
import org.truce.show.DoubtBlock;
import org.truce.show.Overview;
import org.truce.show.Overviews;
import org.truce.show.SidesTable;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which reports are held to be one incident: where that is in doubt, and where sides differ. */
@RestController
final class LinkageController {
    private static final int MOST_DOUBTS = 50;
    private static final int ROWS_A_PAGE = 100;

    private final Live live;
    private final Pages pages;
    private final Clock clock;

    LinkageController(Live live, Pages pages, Clock clock) {
        this.live = live;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/doubts")
    ResponseEntity<byte[]> doubts(@RequestParam Map<String, String> query) {
        Phrases words = PageController.words(query);
        History history = live.history();
        Evidence evidence = history.on(Optional.empty());
        Map<String, Object> model =
                PageController.model(words, new Links.Pages(PageController.other(words)).doubts());
        model.put(
                "doubts",
                DoubtBlock.list(
                        evidence, MOST_DOUBTS, PageController.reader(history, clock), words));
        model.put("all", evidence.listDoubts().size());
        model.put("registers", registers(history, words));
        return PageController.html(pages, "doubts.jte", model);
    }

    @GetMapping("/sides")
    ResponseEntity<byte[]> sides(
            @RequestParam(name = "page", defaultValue = "1") int page,
            @RequestParam Map<String, String> query) {
        Phrases words = PageController.words(query);
        History history = live.history();
        Set<String> known = history.on(Optional.empty()).known().registers().keySet();
        boolean unknown = Stream.of("one", "other")
                .flatMap(side -> PageController.find(query, side).stream())
                .anyMatch(name -> !known.contains(name));
        if (unknown) {
            return ProblemController.page(
                    pages, HttpStatus.NOT_FOUND, words.say("show.problem.no-register"), words);
        }
        SidesTable sides = SidesTable.of(
                history.on(Optional.empty()),
                PageController.find(query, "one"),
                PageController.find(query, "other"),
                words);
        int count = Math.max(1, Math.ceilDiv(sides.rows().size(), ROWS_A_PAGE));
        int shown = Math.clamp(page, 1, count);
        Map<String, Object> model = PageController.model(
                words,
                new Links.Pages(PageController.other(words))
                        .sides(sides.one(), sides.other(), shown));
        model.put("sides", sides);
        model.put("registers", registers(history, words));
        model.put("page", shown);
        model.put("pages", count);
        model.put(
                "rows",
                sides.rows().stream()
                        .skip((long) (shown - 1) * ROWS_A_PAGE)
                        .limit(ROWS_A_PAGE)
                        .toList());
        return PageController.html(pages, "sides.jte", model);
    }

    /** With their limits, which stand wherever what they hold does. */
    private List<Overview.Register> registers(History history, Phrases words) {
        return new Overviews(
                        history,
                        Asked.NOTHING,
                        clock.instant(),
                        PageController.reader(history, clock),
                        words)
                .listRegisters();
    }
}
