package org.truce.show;

import org.truce.base.Phrases;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Logged;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was said of an entry after it: its register's corrections and withdrawals, and decisions by
 * people of any register, in the order of each log. Whoever decided is not named.
 *
 * @param lines a sentence each
 * @param now the entry as its register corrected it last; empty where it never did, or took it back
 */
public record LaterWords(List<String> lines, Optional<EntryView> now) {
    public LaterWords {
        lines = List.copyOf(lines);
    }

    public static LaterWords of(
            List<Logged> all, Entry entry, Disclosure disclosure, Phrases phrases) {
        String kind = EntryCodec.kindOf(entry);
        String text = entry.register() + ":" + entry.id();
        List<String> lines = new ArrayList<>();
        Optional<Entry> now = Optional.empty();
        for (Logged logged : all) {
            boolean own = logged.entry().register().equals(entry.register());
            String day = logged.recordedAt().toString().substring(0, 10);
            switch (logged.entry()) {
                case Entry.Correction c
                when own
                        && c.replacement().id().equals(entry.id())
                        && EntryCodec.kindOf(c.replacement()).equals(kind) -> {
                    lines.add(phrases.say("show.later.corrected", c.id(), day, c.reason()));
                    now = Optional.of(c.replacement());
                }
                case Entry.Withdrawal w
                when own && w.target().equals(entry.id()) && w.targetKind().equals(kind) -> {
                    lines.add(phrases.say("show.later.withdrawn", w.id(), day, w.reason()));
                    now = Optional.empty();
                }
                case Entry.Decision d
                when d.about().contains(text) ->
                    lines.add(phrases.say(
                            "show.decided",
                            text,
                            phrases.say("show.decision." + d.act().code()),
                            d.register(),
                            d.on().toString(),
                            d.why()));
                default -> {}
            }
        }
        return new LaterWords(lines, now.map(latest -> EntryView.of(latest, disclosure, phrases)));
    }
}
