package org.truce.show;

import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.reconcile.Odds;
import org.truce.reconcile.Reasons;
import org.truce.record.Account;
import org.truce.record.Entry;
import org.truce.record.Guarded;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What speaks for and against two reports being about one incident, as far as a reader may know it:
 * how far apart two exact places are, and what that weighs, only where both may be seen; how alike
 * two notes or names of places are only where both may be read. The sum would give away what is
 * left out, and so would what like events in company take from it, which grows with nearness.
 */
record LinkWords(Disclosure disclosure, Phrases phrases) {
    /** One sentence. */
    String say(Entry.Report one, Entry.Report other, List<Phrase> because) {
        boolean places = seesPoint(one) && seesPoint(other);
        boolean words = seesWords(one) && seesWords(other);
        return because.stream()
                .flatMap(reason -> seen(reason, places, words))
                .map(phrases::say)
                .collect(Collectors.joining(phrases.say("show.list-semicolon")));
    }

    private static Stream<Phrase> seen(Phrase reason, boolean places, boolean words) {
        return switch (reason.key()) {
            case Odds.TOGETHER_FOR, Odds.TOGETHER_AGAINST, Odds.COMPANY ->
                places && words ? Stream.of(reason) : Stream.empty();
            case Odds.TIMES -> seenWeighed(reason, places, words);
            default -> Stream.of(reason);
        };
    }

    private static Stream<Phrase> seenWeighed(Phrase weighed, boolean places, boolean words) {
        String compared =
                weighed.arguments().getFirst() instanceof Phrase phrase ? phrase.key() : "";
        if (!words && Reasons.OF_WORDS.contains(compared)) {
            return Stream.empty();
        }
        return Stream.of(
                !places && Reasons.OF_PLACES.contains(compared)
                        ? Phrase.of("show.places-compared")
                        : weighed);
    }

    private boolean seesPoint(Entry.Report report) {
        Account account = report.account();
        return account.place().findPoint().isPresent()
                && account.place().point().stream().allMatch(point -> seesPlace(report, point));
    }

    /** Its name of the place, and its note if it has one. */
    private boolean seesWords(Entry.Report report) {
        Account account = report.account();
        return seesPlace(report, account.place().name())
                && account.note().stream().allMatch(note -> seesPlace(report, note));
    }

    private boolean seesPlace(Entry.Report report, Guarded value) {
        return disclosure
                .placeText(report.register(), value, report.account().occurred())
                .isPresent();
    }
}
