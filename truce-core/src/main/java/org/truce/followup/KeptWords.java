package org.truce.followup;

import org.truce.assess.Evidence;
import org.truce.base.PlacePrecision;
import org.truce.record.Account;
import org.truce.record.ActorBook;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Guarded;
import org.truce.record.NoticePlace;
import org.truce.record.Place;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that may not stand in a text for an addressee: names of sources and of places more exact
 * than an addressee is told, names of those who drafted, addresses and coordinates. Whatever the
 * record knows as an actor or a governorate may stand.
 */
public final class KeptWords {
    private static final int SHORTEST = 3;
    private static final int MOST_WORDS = 12;
    private static final Pattern PARTS =
            Pattern.compile("(?iu)[()\\[\\],;/]|\\b(?:via|citing)\\b|(?<!\\p{L})عبر(?!\\p{L})");
    private static final Pattern ADDRESS =
            Pattern.compile("(?iu)\\b(?:https?://|www\\.)\\S+|\\S+@\\S+\\.\\S+"
                    + "|\\b[\\w-]+\\.(?:com|org|net|info)\\b");

    /** Decimal degrees, degrees with their sign, and squares of the military grid. */
    private static final Pattern POINT =
            Pattern.compile("(?U)\\b\\d{1,3}[.٫]\\d{2,}\\b|\\b\\d{1,3}\\s*°"
                    + "|\\b\\d{2}\\s?[C-X]\\s?[A-Z]{2}\\s?\\d{2,5}\\s?\\d{2,5}\\b");

    private final Set<String> names = new HashSet<>();

    /** Proper names inside longer ones; they count only where a text writes them as such. */
    private final Set<String> parts = new HashSet<>();

    private final Set<String> free = new HashSet<>();
    private final ActorBook actors;
    private final NoticePlace told;

    /**
     * @param told how exactly the addressee is told where
     * @param people who drafted, approved or was spoken to
     */
    public KeptWords(Evidence evidence, NoticePlace told, Collection<String> people) {
        actors = evidence.actors();
        this.told = told;
        for (Entry entry : evidence.known().entries()) {
            add(entry);
        }
        people.forEach(this::keep);
    }

    private void add(Entry entry) {
        if (entry instanceof Entry.Told one) {
            add(one.account());
        } else if (entry instanceof Entry.PublishedTotal total) {
            addSource(total.source());
        } else if (entry instanceof FollowUp.Sourced one) {
            addSource(one.basis().source());
            if (one instanceof FollowUp.Deployment deployment) {
                add(deployment.place());
            }
        }
    }

    private void add(Account account) {
        addSource(account.source());
        account.citedOrigin().ifPresent(this::addSource);
        add(account.place());
    }

    private void add(Place place) {
        place.admin1().map(KeptWords::key).ifPresent(free::add);
        PlacePrecision finest =
                told == NoticePlace.DISTRICT ? PlacePrecision.DISTRICT : PlacePrecision.GOVERNORATE;
        if (place.precision().compareTo(finest) < 0) {
            place.name().find().ifPresent(this::keepParts);
        } else {
            place.name().find().map(KeptWords::key).ifPresent(free::add);
        }
    }

    private void addSource(Guarded source) {
        source.find().ifPresent(this::keepParts);
    }

    private void keepParts(String name) {
        keep(name);
        PARTS.splitAsStream(name).forEach(part -> {
            keep(part);
            keepRuns(part);
        });
    }

    private void keep(String name) {
        String key = String.join(" ", lower(words(name)));
        if (key.length() >= SHORTEST) {
            names.add(key);
        }
    }

    /** "Zulu Seven" of "Informant Zulu Seven", "Hidden Well" of "Hidden Well farm". */
    private void keepRuns(String name) {
        List<String> words = words(name);
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 2; to <= words.size(); to++) {
                if (words.subList(from, to).stream().allMatch(KeptWords::isCapital)) {
                    parts.add(String.join(" ", lower(words.subList(from, to))));
                }
            }
        }
        boolean onlyFirst = words.size() > 1
                && isCapital(words.getFirst())
                && words.stream().filter(KeptWords::isCapital).count() == 1;
        if (onlyFirst && words.getFirst().length() > SHORTEST) {
            parts.add(words.getFirst().toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isCapital(String word) {
        return Character.isUpperCase(word.codePointAt(0));
    }

    /** Each as it was entered or stands in the text; empty where nothing is to be kept back. */
    public List<String> listIn(String text) {
        Set<String> found = new TreeSet<>();
        Stream.of(ADDRESS, POINT)
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(MatchResult::group)
                .forEach(found::add);
        List<String> words = words(text);
        int from = 0;
        while (from < words.size()) {
            from += step(words.subList(from, Math.min(words.size(), from + MOST_WORDS)), found);
        }
        return List.copyOf(found);
    }

    /** How many words the longest name at the start of {@code words} has, or 1. */
    private int step(List<String> words, Set<String> found) {
        List<String> lower = lower(words);
        for (int length = words.size(); length > 0; length--) {
            String run = String.join(" ", lower.subList(0, length));
            if (free.contains(run) || isActor(run)) {
                return length;
            }
            boolean asName = words.subList(0, length).stream().allMatch(KeptWords::isCapital);
            if (names.contains(run) || (asName && parts.contains(run))) {
                found.add(run);
                return length;
            }
        }
        return 1;
    }

    private boolean isActor(String name) {
        List<String> ids = actors.resolve(name);
        return ids.size() == 1 && actors.find(ids.getFirst()).isPresent();
    }

    private static String key(String text) {
        return String.join(" ", lower(words(text)));
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** Letters and digits only; vowel signs are left out. */
    private static List<String> words(String text) {
        return Stream.of(text.replaceAll("[\\p{Mn}ـ'’`]", "").split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
