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

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that may not stand in a text for an addressee: names of sources and of places more exact
 * than an addressee is told, names of those who drafted, names of entries, and what else leads to a
 * place or a person ({@link Traces}). Whatever the record knows as an actor or a governorate may
 * stand.
 */
public final class KeptWords {
    private static final int SHORTEST = 3;
    private static final int MOST_WORDS = 12;
    private static final Pattern PARTS =
            Pattern.compile("(?iu)[()\\[\\],;/]|\\b(?:via|citing)\\b|(?<!\\p{L})عبر(?!\\p{L})");
    /** Letters one by one, as somebody may write a name that is looked for. */
    private static final Pattern SPELLED =
            Pattern.compile("(?<!\\p{L})\\p{L}(?:[\\s.*_-]+\\p{L}(?!\\p{L})){2,}");

    private static final Pattern NAMED_ENTRY = Pattern.compile("(?U)\\b(\\w[\\w-]*):[\\w-]+\\b");

    /** What Arabic joins to a word: and, so, with, to, like, the. */
    private static final Pattern JOINED = Pattern.compile("^[وف]?(?:لل|[بلك]?(?:ال)?)(?=.{3})");

    private static final Pattern ARTICLE =
            Pattern.compile("(?iu)^(?:al|el|a[dnrstz]|ad[hz]|ash|ath)[- ](?=\\p{L})");

    private final Set<String> names = new HashSet<>();

    /** Proper names inside longer ones; they count only where a text writes them as such. */
    private final Set<String> parts = new HashSet<>();

    private final Set<String> free = new HashSet<>();
    private final Set<String> registers = new HashSet<>();
    private final ActorBook actors;
    private final NoticePlace told;
    private final Function<String, Collection<String>> alsoCalled;

    /**
     * @param told how exactly the addressee is told where
     * @param people who drafted, approved or was spoken to
     * @param alsoCalled other names of a place, in any script
     */
    public KeptWords(
            Evidence evidence,
            NoticePlace told,
            Collection<String> people,
            Function<String, Collection<String>> alsoCalled) {
        actors = evidence.actors();
        this.told = told;
        this.alsoCalled = alsoCalled;
        for (Entry entry : evidence.known().entries()) {
            registers.add(entry.register());
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
        place.admin1().ifPresent(this::let);
        PlacePrecision finest =
                told == NoticePlace.DISTRICT ? PlacePrecision.DISTRICT : PlacePrecision.GOVERNORATE;
        if (place.precision().compareTo(finest) < 0) {
            place.name().find().ifPresent(name -> {
                keepParts(name);
                alsoCalled.apply(name).forEach(this::keep);
            });
        } else {
            place.name().find().ifPresent(this::let);
        }
    }

    /** "As-Suwayda" may stand, and so may "Suwayda". */
    private void let(String name) {
        free.add(key(name));
        free.add(bare(words(name)));
        free.add(key(ARTICLE.matcher(name).replaceFirst("")));
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
        List<Word> words = words(name);
        String key = key(words);
        for (String one : List.of(key, bare(words), key.replace(" ", ""))) {
            if (one.length() >= SHORTEST) {
                names.add(one);
            }
        }
    }

    /**
     * "Zulu Seven" of "Informant Zulu Seven", "Hidden Well" of "Hidden Well farm", "I. Seven" of
     * the first.
     */
    private void keepRuns(String name) {
        List<Word> words = words(name);
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 2; to <= words.size(); to++) {
                if (words.subList(from, to).stream().allMatch(Word::isCapital)) {
                    parts.add(key(words.subList(from, to)));
                    parts.add(words.get(from).key().substring(0, 1)
                            + " "
                            + words.get(to - 1).key());
                }
            }
        }
        boolean onlyFirst = words.size() > 1
                && words.getFirst().isCapital()
                && words.stream().filter(Word::isCapital).count() == 1;
        if (onlyFirst && words.getFirst().key().length() > SHORTEST) {
            parts.add(words.getFirst().key());
        }
    }

    /**
     * Each as it stands in the text, in lower case and without what cannot be seen; empty where
     * nothing is to be kept back.
     */
    public List<String> listIn(String text) {
        String plain = Traces.plain(text);
        Set<String> found = new TreeSet<>(Traces.listIn(text));
        NAMED_ENTRY
                .matcher(plain)
                .results()
                .filter(named -> registers.contains(named.group(1)))
                .map(MatchResult::group)
                .forEach(found::add);
        List<Word> words = words(SPELLED.matcher(plain)
                .replaceAll(spelled -> spelled.group().replaceAll("\\P{L}+", "")));
        int from = 0;
        while (from < words.size()) {
            from += step(words.subList(from, Math.min(words.size(), from + MOST_WORDS)), found);
        }
        return List.copyOf(found);
    }

    /** How many words the longest name at the start of {@code words} has, or 1. */
    private int step(List<Word> words, Set<String> found) {
        for (int length = words.size(); length > 0; length--) {
            List<Word> run = words.subList(0, length);
            String key = key(run);
            String bare = bare(run);
            String written = run.stream()
                    .map(word -> word.written().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" "));
            if (free.contains(key) || free.contains(bare) || isActor(written)) {
                return length;
            }
            boolean asName = run.stream().allMatch(Word::isCapital);
            if (names.contains(key) || names.contains(bare) || (asName && parts.contains(key))) {
                found.add(written);
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
        return key(words(text));
    }

    private static String key(List<Word> words) {
        return words.stream().map(Word::key).collect(Collectors.joining(" "));
    }

    /** Without what Arabic joins to a word. */
    private static String bare(List<Word> words) {
        return words.stream()
                .map(word -> JOINED.matcher(word.key()).replaceFirst(""))
                .collect(Collectors.joining(" "));
    }

    /**
     * @param key small letters without signs above and below, those that are written alike as one
     */
    private record Word(String written, String key) {
        static Word of(String written) {
            return new Word(
                    written,
                    Normalizer.normalize(written, Normalizer.Form.NFKD)
                            .replaceFirst("(?iu)['’`]s$", "")
                            .replaceAll("[\\p{Mn}ـ'’`]", "")
                            .replace('ى', 'ي')
                            .replace('ة', 'ه')
                            .toLowerCase(Locale.ROOT));
        }

        boolean isCapital() {
            return Character.isUpperCase(written.codePointAt(0));
        }
    }

    /** Letters and digits only. */
    private static List<Word> words(String text) {
        return Stream.of(Traces.plain(text).split("[^\\p{L}\\p{N}\\p{Mn}ـ'’`]+"))
                .filter(word -> !word.isEmpty())
                .map(Word::of)
                .filter(word -> !word.key().isEmpty())
                .toList();
    }
}
