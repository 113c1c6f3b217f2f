package org.truce.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chromium, and its open pages. Whatever a test does with them, it is noted when something is
 * fetched from elsewhere or goes wrong unseen.
 */
public final class TestBrowser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path AXE = Path.of("src/main/web/node_modules/axe-core/axe.min.js");

    /** Where pictures of the pages go when somebody wants to look at them. */
    private static final Optional<Path> PICTURES =
            Optional.ofNullable(System.getProperty("truce.pictures")).map(Path::of);

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();

    /**
     * What pages may do.
     *
     * @param localSchemes schemes of addresses that lie in the browser itself
     * @param refusedStatus a status from 400 on that a page may be answered with
     */
    public record Allowed(Set<String> localSchemes, Optional<Integer> refusedStatus) {
        public static final Allowed DATA = new Allowed(Set.of("data"), Optional.empty());

        private boolean isRefusal(int status) {
            return refusedStatus.filter(one -> one == status).isPresent();
        }

        private boolean isRefusal(String message) {
            return refusedStatus.filter(one -> message.contains(one.toString())).isPresent();
        }
    }

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips the test where there is no browser. */
    public static TestBrowser launch(String... flags) {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "no browser at " + CHROMIUM + ": install Debian's package chromium");
        List<String> all =
                new ArrayList<>(List.of("--no-sandbox", "--disable-background-networking"));
        all.addAll(List.of(flags));
        Playwright started = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new TestBrowser(
                started,
                started.chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(all)));
    }

    public static Browser.NewContextOptions size(int width, int height) {
        return new Browser.NewContextOptions().setViewportSize(width, height);
    }

    public Page open(String address, Browser.NewContextOptions options, Allowed allowed) {
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        Page page = context.newPage();
        page.onRequest(request -> {
            URI to = URI.create(request.url());
            boolean ours = allowed.localSchemes().contains(to.getScheme())
                    || "localhost".equals(to.getHost());
            if (!ours) {
                complaints.add("foreign request: " + request.url());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400 && !allowed.isRefusal(response.status())) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !allowed.isRefusal(message.text())) {
                complaints.add("console: " + message.text());
            }
        });
        page.navigate(address);
        return page;
    }

    /** Closes all pages: nothing was fetched from elsewhere, and nothing went wrong unseen. */
    public void closePages() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        assertThat(heard).isEmpty();
    }

    /** What axe finds in the way of assistive technology; skips where the web app is not built. */
    public static Object violations(Page page) throws IOException {
        assumeTrue(Files.exists(AXE), "skipped: the web app was not built here");
        page.evaluate(Files.readString(AXE));
        return page.evaluate("axe.run().then(found => found.violations.map("
                + "rule => rule.id + ': ' + rule.nodes[0].html.slice(0, 200)))");
    }

    public static void picture(Page page, String name) {
        PICTURES.ifPresent(to -> page.screenshot(
                new Page.ScreenshotOptions().setPath(to.resolve(name + ".png")).setFullPage(true)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
