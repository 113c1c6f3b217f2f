package org.truce.app.serve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page read strictly: every element that is opened is closed in its order. Our templates write no
 * HTML that needs a browser's forgiveness.
 */
final class Html {
    private static final Pattern TAG = Pattern.compile(
            "<!--.*?-->|<!DOCTYPE html>|</([a-zA-Z0-9]+)\\s*>"
                    + "|<([a-zA-Z0-9]+)((?:\\s+[a-zA-Z0-9:_-]+(?:=\"[^\"]*\")?)*)\\s*(/?)>|<",
            Pattern.DOTALL);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([a-zA-Z0-9:_-]+)(?:=\"([^\"]*)\")?", Pattern.DOTALL);
    private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "img", "hr");
    private static final Set<String> RAW = Set.of("script", "style");

    private final List<Element> elements = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int titles;
    private final StringBuilder words = new StringBuilder();

    /** An element with its attributes and, for a script or style, what stands in it. */
    record Element(String name, Map<String, String> attributes, String raw) {}

    private Html() {}

    static Html read(String page) {
        Html html = new Html();
        html.parse(page);
        html.checkWhole(page);
        return html;
    }

    /** What is wrong with it; empty when it is whole. */
    List<String> problems() {
        return problems;
    }

    List<Element> all(String name) {
        return elements.stream().filter(element -> element.name().equals(name)).toList();
    }

    List<Element> all() {
        return elements;
    }

    /** What a reader reads, with references resolved. */
    String words() {
        return unescaped(words.toString());
    }

    /** Everything that leads somewhere: links, forms, scripts, styles, images. */
    List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        for (Element element : elements) {
            for (String attribute : List.of("href", "src", "action")) {
                if (element.attributes().containsKey(attribute)) {
                    addresses.add(element.attributes().get(attribute));
                }
            }
        }
        return addresses;
    }

    private void parse(String page) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(page);
        int at = 0;
        while (tag.find(at)) {
            words.append(page, at, tag.start()).append(' ');
            at = tag.end();
            if (tag.group(1) != null) {
                close(tag.group(1), open);
            } else if (tag.group(2) != null) {
                String name = tag.group(2);
                String raw = "";
                if (RAW.contains(name)) {
                    int end = page.indexOf("</" + name + ">", at);
                    raw = end < 0 ? "" : page.substring(at, end);
                    at = end < 0 ? page.length() : end;
                }
                elements.add(new Element(name, attributes(tag.group(3)), raw));
                if (name.equals("title") && open.contains("head")) {
                    titles++;
                }
                if (!VOID.contains(name) && tag.group(4).isEmpty()) {
                    open.push(name);
                }
            } else if (tag.group().equals("<")) {
                problems.add(
                        "a stray < before " + page.substring(at, Math.min(page.length(), at + 60)));
            }
        }
        if (!open.isEmpty()) {
            problems.add("never closed: " + open);
        }
    }

    private void close(String name, Deque<String> open) {
        if (open.isEmpty() || !open.peek().equals(name)) {
            problems.add("</" + name + "> while open are " + open);
            open.remove(name);
        } else {
            open.pop();
        }
    }

    private Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            String value = attribute.group(2) == null ? "" : unescaped(attribute.group(2));
            if (attributes.put(attribute.group(1), value) != null) {
                problems.add("twice in one element: " + attribute.group(1));
            }
        }
        return attributes;
    }

    private void checkWhole(String page) {
        if (!page.startsWith("<!DOCTYPE html>") || !page.strip().endsWith("</html>")) {
            problems.add("not from <!DOCTYPE html> to </html>");
        }
        for (String once : List.of("html", "head", "body", "main", "h1")) {
            if (all(once).size() != 1) {
                problems.add(all(once).size() + " times <" + once + ">");
            }
        }
        if (titles != 1) {
            problems.add(titles + " titles in the head");
        }
        Set<String> ids = new HashSet<>();
        for (Element element : elements) {
            String id = element.attributes().get("id");
            if (id != null && (!ids.add(id) || id.matches(".*\\s.*") || id.isEmpty())) {
                problems.add("not an id, or twice: " + id);
            }
        }
        for (String address : addresses()) {
            if (address.startsWith("#") && !ids.contains(address.substring(1))) {
                problems.add("leads nowhere on its page: " + address);
            }
        }
        for (String unfinished : List.of("Optional[", "Optional.empty", "${", "null", "{0}")) {
            if (words.indexOf(unfinished) >= 0) {
                problems.add("says " + unfinished);
            }
        }
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
