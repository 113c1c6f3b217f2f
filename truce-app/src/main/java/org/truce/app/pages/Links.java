package org.truce.app.pages;

import org.truce.show.EntryView;
import org.truce.show.FollowPage;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an id leads: to a page of its own, or to a place further down in a report. */
public sealed interface Links {
    /** Bytes of letters beyond ASCII; what is in ASCII may be coded for what it would mean else. */
    Pattern CODED = Pattern.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+");

    /** What a decoder puts for bytes that are no text. */
    int UNREADABLE = 0xFFFD;

    String incident(String id);

    String entry(String register, String id);

    /**
     * The address of a target; empty where it has none here, and where what a register has is no
     * page's address.
     */
    Optional<String> find(FollowPage.Target target);

    /** A text as it may stand in the query of an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Whether an address leads to a page; what a register has could also be a script. */
    static boolean leadsToPage(String address) {
        return address.startsWith("https://") || address.startsWith("http://");
    }

    /**
     * An address with letters where it has hexadecimal digits for such as are not Latin; as it
     * stands where that would hide something, as marks of direction do, or where they are no text.
     */
    static String readable(String address) {
        String read = CODED.matcher(address)
                .replaceAll(coded -> Matcher.quoteReplacement(
                        URLDecoder.decode(coded.group(), StandardCharsets.UTF_8)));
        return read.codePoints().allMatch(Links::isPlain) ? read : address;
    }

    private static boolean isPlain(int letter) {
        int type = Character.getType(letter);
        return letter != UNREADABLE
                && type != Character.FORMAT
                && type != Character.CONTROL
                && type != Character.UNASSIGNED
                && !Character.isWhitespace(letter)
                && !Character.isSpaceChar(letter);
    }

    /** A name for a place on a page: HTML allows no blanks in it, and registers have them. */
    static String anchor(String name) {
        return name.replaceAll("\\s", "_");
    }

    /**
     * On pages of the server, in the reader's language.
     *
     * @param asked what pages of follow-up are asked beside their name: empty, or a query that
     *     begins with an ampersand
     */
    record Pages(String language, String asked) implements Links {
        /** To pages that are asked nothing beside their name. */
        public Pages(String language) {
            this(language, "");
        }

        @Override
        public String incident(String id) {
            return "/incident?id=" + encoded(id) + "&lang=" + language;
        }

        @Override
        public String entry(String register, String id) {
            return "/entry?register=" + encoded(register) + "&id=" + encoded(id) + "&lang="
                    + language;
        }

        public String register(String name, String kind, int page) {
            return "/register?name=%s&kind=%s&page=%d&lang=%s"
                    .formatted(encoded(name), encoded(kind), page, language);
        }

        public String sides(String one, String other, int page) {
            return "/sides?one=%s&other=%s&page=%d&lang=%s"
                    .formatted(encoded(one), encoded(other), page, language);
        }

        public String doubts() {
            return "/doubts?lang=" + language;
        }

        /** A page of follow-up that is asked the same. */
        public String page(FollowPage.Name name) {
            return "/" + name.code() + "?lang=" + language + asked;
        }

        public String article(String document) {
            return page(FollowPage.Name.ARTICLE) + "&id=" + encoded(document);
        }

        @Override
        public Optional<String> find(FollowPage.Target target) {
            return switch (target) {
                case FollowPage.ToEntry(String register, String id) ->
                    Optional.of(entry(register, id));
                case FollowPage.ToIncident(String id) -> Optional.of(incident(id));
                case FollowPage.ToPage(FollowPage.Name name) -> Optional.of(page(name));
                case FollowPage.ToArticle(String document) -> Optional.of(article(document));
                case FollowPage.ToSource(String address) ->
                    Optional.of(address).filter(Links::leadsToPage);
            };
        }
    }

    /** Inside one report file. */
    record Anchors() implements Links {
        @Override
        public String incident(String id) {
            return "#" + anchor("i-" + id);
        }

        @Override
        public String entry(String register, String id) {
            return "#" + anchor(EntryView.anchor(register, id));
        }

        /** A report does not hold every entry that its line of time names. */
        @Override
        public Optional<String> find(FollowPage.Target target) {
            return target instanceof FollowPage.ToSource(String address)
                    ? Optional.of(address).filter(Links::leadsToPage)
                    : Optional.empty();
        }
    }
}
