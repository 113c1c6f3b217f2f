package org.truce.assess;

import org.truce.assess.change.ChangeAlarm;
import org.truce.assess.change.SeveralChanges;
import org.truce.base.Phrase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What changed lately: a mean over a year hides how it ended. */
final class Recently {
    private Recently() {}

    /** Days of the window, in order; none where nothing is counted by day. */
    static List<Watched> days(Counting counting, Window window) {
        return counting.how() == Answer.How.INCIDENTS
                ? counting.series().stream()
                        .filter(day -> window.period().contains(day.period().from()))
                        .toList()
                : List.of();
    }

    static Optional<ChangeAlarm> alarm(Counting counting, Window window, AssessSettings settings) {
        return ChangeAlarm.find(
                days(counting, window).stream().map(Watched::rate).toList(), settings.alarmShare());
    }

    /** Times of one rate each, of the baseline and the window. */
    static List<Further.Step> steps(Counting counting, Window window) {
        List<Watched> series = counting.series();
        if (series.isEmpty()) {
            return List.of();
        }
        List<Integer> ends = new ArrayList<>(
                SeveralChanges.find(series.stream().map(Watched::rate).toList()));
        ends.add(series.size());
        List<Further.Step> steps = new ArrayList<>();
        int from = 0;
        for (int to : ends) {
            List<Watched> part = series.subList(from, to);
            int breaches = part.stream().mapToInt(Watched::breaches).sum();
            double days = part.stream().mapToDouble(Watched::days).sum();
            steps.add(new Further.Step(
                    new Window(part.getFirst().period(), window.zone()).firstDay(),
                    new Window(part.getLast().period(), window.zone()).lastDay(),
                    breaches,
                    breaches / days));
            from = to;
        }
        return steps;
    }

    /** Since when the rate is what it is, where that is later than the window's first day. */
    static Optional<Phrase> step(Counting counting, Window window) {
        List<Further.Step> steps = steps(counting, window);
        LocalDate first = window.firstDay();
        return steps.size() < 2 || !steps.getLast().first().isAfter(first)
                ? Optional.empty()
                : Optional.of(Phrase.of(
                        "assess.last-step",
                        FigureText.date(steps.getLast().first()),
                        FigureText.decimal(steps.getLast().perDay()),
                        FigureText.decimal(steps.get(steps.size() - 2).perDay())));
    }
}
