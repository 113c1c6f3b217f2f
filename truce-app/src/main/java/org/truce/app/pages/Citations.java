package org.truce.app.pages;

import org.truce.record.Proofs;
import org.truce.show.CitedEntry;
import org.truce.show.EntryView;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads back what a written report cites, and holds it against the proofs beside it: the list at
 * its end, and each id in its body.
 */
public final class Citations {
    private static final Pattern LISTED = Pattern.compile("<li class=\"proven\">([^<]*)</li>");
    private static final Pattern LINK = Pattern.compile("href=\"#([ei]-[^\"]*)\"");
    private static final Pattern WORD_END = Pattern.compile("[\\s|]");
    private static final Pattern TRAILING = Pattern.compile("[:;,.)\\]]+$");

    /** As they read after an escaped text was read back. */
    private static final Map<String, String> ESCAPES =
            Map.of("&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#34;", "\"", "&#39;", "'");

    private final Map<Place, String> proven = new HashMap<>();
    private final Map<String, Set<String>> ids = new HashMap<>();
    private final Set<String> anchors = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private long count;

    private record Place(String register, long number, String id) {}

    /**
     * The proofs that reports are held against.
     *
     * @param proofs as they were read; whether they hold is another question
     */
    public Citations(Proofs proofs) {
        for (CitedEntry entry : CitedEntry.listAll(proofs)) {
            proven.put(new Place(entry.register(), entry.number(), entry.id()), entry.sha256());
            ids.computeIfAbsent(entry.register(), register -> new HashSet<>()).add(entry.id());
            anchors.add(Links.anchor(EntryView.anchor(entry.register(), entry.id())));
            anchors.add(Links.anchor("i-" + entry.register() + ":" + entry.id()));
        }
    }

    /** A report as HTML. */
    public void html(String name, String text) {
        List<CitedEntry> listed = new ArrayList<>();
        Matcher item = LISTED.matcher(text);
        while (item.find()) {
            CitedEntry.find(unescaped(item.group(1))).ifPresent(listed::add);
        }
        hold(name, listed);
        Set<String> unknown = new HashSet<>();
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            String anchor = unescaped(link.group(1));
            if (!anchors.contains(anchor) && unknown.add(anchor)) {
                problems.add("%s cites %s: there is no proof of it".formatted(name, anchor));
            }
        }
    }

    private static String unescaped(String text) {
        String plain = text;
        for (Map.Entry<String, String> escape : ESCAPES.entrySet()) {
            plain = plain.replace(escape.getKey(), escape.getValue());
        }
        // Last, so that an ampersand that was written out does not begin another escape.
        return plain.replace("&amp;", "&");
    }

    /** A report as plain text. */
    public void text(String name, String text) {
        List<CitedEntry> listed = new ArrayList<>();
        text.lines().forEach(line -> CitedEntry.find(line).ifPresent(listed::add));
        hold(name, listed);
        ids.forEach((register, own) -> incidents(name, text, register, own));
    }

    /** Incidents stand in a text as {@code register:id}. */
    private void incidents(String name, String text, String register, Set<String> own) {
        Set<String> unknown = new HashSet<>();
        String begin = register + ":";
        for (int at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
            boolean whole = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            String rest = text.substring(
                    at + begin.length(), Math.min(text.length(), at + begin.length() + 300));
            String id = TRAILING.matcher(WORD_END.split(rest, 2)[0]).replaceFirst("");
            if (whole
                    && !id.isEmpty()
                    && own.stream().noneMatch(known -> known.startsWith(id))
                    && unknown.add(id)) {
                problems.add("%s cites %s%s: there is no proof of it".formatted(name, begin, id));
            }
        }
    }

    private void hold(String name, List<CitedEntry> listed) {
        if (listed.isEmpty()) {
            problems.add(
                    "%s lists no entries: it was altered, or an earlier version of Truce wrote it"
                            .formatted(name));
        }
        Set<Place> met = new HashSet<>();
        for (CitedEntry entry : listed) {
            Place place = new Place(entry.register(), entry.number(), entry.id());
            met.add(place);
            String hash = proven.get(place);
            if (hash == null) {
                problems.add("%s cites entry %d (%s) of register %s: there is no proof of it"
                        .formatted(name, entry.number(), entry.id(), entry.register()));
            } else if (!hash.equals(entry.sha256())) {
                problems.add("%s cites entry %d (%s) of register %s as another than the proven one"
                        .formatted(name, entry.number(), entry.id(), entry.register()));
            }
        }
        if (!listed.isEmpty()) {
            proven.keySet().stream()
                    .filter(place -> !met.contains(place))
                    .sorted(Comparator.comparing(Place::register).thenComparing(Place::number))
                    .forEach(place -> problems.add(
                            "%s does not list entry %d (%s) of register %s, which the proofs hold"
                                    .formatted(
                                            name, place.number(), place.id(), place.register())));
        }
        count = Math.max(count, met.size());
    }

    /** How many entries the reports list. */
    public long count() {
        return count;
    }

    /** What is cited without a proof or proven and not cited, by name; empty when nothing is. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
