package org.truce.reading.statement;

import org.truce.reading.statement.Resolver.Resolved;
import org.truce.reading.text.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes speakers, and what a reviewer should look at in them. */
final class Speakers {
    private static final Set<String> PRESS = Set.of(
            "weekly",
            "newspaper",
            "daily",
            "magazine",
            "serial",
            "headline",
            "headlines",
            "sign",
            "signs",
            "poster",
            "posters",
            "placard",
            "placards",
            "banner",
            "banners",
            "billboard",
            "notice",
            "plaque",
            "inscription",
            "graffiti",
            "slogan",
            "blackboard",
            "board",
            "label",
            "sticker",
            "t-shirt",
            "map",
            "legend",
            "proverb",
            "saying",
            "song");
    private static final Set<String> PRONOUNS =
            Set.of("he", "she", "it", "they", "his", "her", "its", "their", "both");

    private Speakers() {}

    static Speaker of(Line line, Optional<Range> words, Optional<Resolved> who) {
        Optional<Span> span = words.map(range -> line.span(range.start(), range.end()));
        String text = words.map(range -> line.text(range.start(), range.end())).orElse("");
        Optional<String> name = who.flatMap(Resolved::name);
        List<Person> people = who.map(Resolved::people).orElse(List.of());
        Optional<String> id =
                name.isPresent() && people.size() == 1 ? people.getFirst().id() : Optional.empty();
        List<String> candidates = who.filter(Resolved::ambiguous)
                .map(one -> one.people().stream().map(Person::name).toList())
                .orElse(List.of());
        return new Speaker(span, text, name, id, candidates);
    }

    /** Whether a paper or a headline "says" it, which is the narrator's way to tell of it. */
    static boolean isPress(Speaker speaker) {
        for (String word : speaker.text().split(" ", -1)) {
            if (PRESS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    static List<String> flags(Speaker speaker, Optional<Resolved> who, Cue cue, boolean closed) {
        List<String> flags = new ArrayList<>();
        if (!speaker.candidates().isEmpty()) {
            flags.add("speaker-ambiguous");
        } else if (speaker.name().isEmpty()) {
            flags.add("speaker-unresolved");
        } else if (who.filter(Resolved::unnamed).isPresent()) {
            flags.add("speaker-unnamed");
        }
        if (PRONOUNS.contains(speaker.text().toLowerCase(java.util.Locale.ROOT))) {
            flags.add("pronoun");
        }
        if (cue.words().isEmpty()) {
            flags.add("continued");
        }
        if (!closed) {
            flags.add("quote-unclosed");
        }
        return List.copyOf(flags);
    }
}
