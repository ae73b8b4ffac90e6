package io.firmament.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/**
 * A reader at a screen: the system's Chromium, one session for all tests of a class.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final Browser browser = new Browser(Servers::real);
 * }</pre>
 *
 * <p>Each test begins in English, in the light, 1440 pixels wide, and fails if a page wrote an error to the console or asked
 * another host for something. A test that fails for whatever reason leaves a screenshot. Where there is no Chromium, or no
 * driver of it, the tests are skipped.
 */
final class Browser implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, AutoCloseable {

    static final int WIDE = 1440;
    static final int NARROW = 360;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** As https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio defines it; what is behind a text is the nearest opaque colour. */
    private static final String CONTRAST = """
            const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const channels = color => {
              paint.clearRect(0, 0, 1, 1); paint.fillStyle = color; paint.fillRect(0, 0, 1, 1);
              return [...paint.getImageData(0, 0, 1, 1).data];
            };
            const light = color => channels(color).slice(0, 3).map(c => c / 255)
              .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
              .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
            const behind = e => !e ? 'white' : channels(getComputedStyle(e).backgroundColor)[3] === 255
              ? getComputedStyle(e).backgroundColor : behind(e.parentElement);
            const seen = new Map();
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
              const e = texts.currentNode.parentElement;
              if (!texts.currentNode.data.trim() || e.closest('svg, script') || !e.checkVisibility()) continue;
              const [ink, paper] = [getComputedStyle(e).color, behind(e)];
              if (seen.has(ink + paper)) continue;
              const [dim, bright] = [light(ink), light(paper)].sort((a, b) => a - b);
              seen.set(ink + paper, (bright + 0.05) / (dim + 0.05) < arguments[0]
                ? `${texts.currentNode.data.trim().slice(0, 30)}: ${ink} on ${paper}` : '');
            }
            return [...seen.values()].filter(Boolean);""";

    private final Supplier<URI> server;
    private ChromeDriver driver;
    private Log log;

    Browser(Supplier<URI> server) {
        this.server = server;
    }

    /** Another one on the same server, that has seen nothing yet. */
    Browser fresh() {
        var other = new Browser(server);
        other.start();
        return other;
    }

    private void start() {
        driver = Chromium.start();
        log = new Log(driver);
        resize(WIDE, 900);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        resize(WIDE, 900);
        light();
        reading("en-US,en");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var failed = context.getExecutionException().isPresent();
        if (failed) {
            screenshot("failed-" + context.getRequiredTestClass().getSimpleName() + "-" + context.getRequiredTestMethod().getName());
        }
        var faults = log.faults(server.get());
        if (!failed) {
            assertEquals(List.of(), faults, "what the console says, and who else was asked");
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** Ends it; errors on its console fail the test that has not looked at them. */
    @Override
    public void close() {
        if (driver != null) {
            var faults = log.faults(server.get());
            driver.quit();
            driver = null;
            assertEquals(List.of(), faults, "what the console says, and who else was asked");
        }
    }

    // How it is held

    /** Makes the window so large, in CSS pixels. */
    Browser resize(int width, int height) {
        return emulate("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    Browser dark() {
        return scheme("dark");
    }

    Browser light() {
        return scheme("light");
    }

    private Browser scheme(String scheme) {
        return emulate("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** What its reader likes to read, as in the header Accept-Language. */
    Browser reading(String languages) {
        var agent = script("return navigator.userAgent").toString();
        return emulate("Emulation.setUserAgentOverride", Map.of("userAgent", agent, "acceptLanguage", languages));
    }

    private Browser emulate(String command, Map<String, Object> parameters) {
        driver.executeCdpCommand(command, parameters);
        return this;
    }

    // What a reader does

    /** Goes to a path of the server. */
    Browser open(String path) {
        driver.get(server.get().resolve(path).toString());
        return this;
    }

    Browser click(String css) {
        waitFor(css).click();
        return this;
    }

    /** Writes into a field, in place of what stands there. */
    Browser type(String css, String text) {
        var field = waitFor(css);
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** Presses keys one after the other, wherever the focus is. */
    Browser press(CharSequence... keys) {
        for (var key : keys) {
            new Actions(driver).sendKeys(key).perform();
        }
        return this;
    }

    /** Presses a key while others are held. */
    Browser chord(Keys held, CharSequence key) {
        new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
        return this;
    }

    /** Walks with the Tab key to something, as who has no mouse; fails if it is not reached within so many steps. */
    Browser tabTo(String css, int steps) {
        for (int i = 0; i < steps; i++) {
            press(Keys.TAB);
            if (Boolean.TRUE.equals(script("return document.activeElement.matches(arguments[0])", css))) {
                return this;
            }
        }
        throw new AssertionError(steps + " times Tab do not lead to " + css);
    }

    Browser back() {
        driver.navigate().back();
        return this;
    }

    // What a reader sees

    /** Waits for something to be seen. */
    WebElement waitFor(String css) {
        return await("not seen: " + css,
                () -> driver.findElements(By.cssSelector(css)).stream().filter(WebElement::isDisplayed).findFirst());
    }

    /** Waits until an expression of the page is true. */
    Browser waitUntil(String expression, Object... arguments) {
        await("never true: " + expression,
                () -> Optional.ofNullable(script("return !!(" + expression + ")", arguments)).filter(Boolean.TRUE::equals));
        return this;
    }

    private <T> T await(String otherwise, Supplier<Optional<T>> look) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                var seen = look.get();
                if (seen.isPresent()) {
                    return seen.get();
                }
                Thread.sleep(20);
            } catch (StaleElementReferenceException e) {
                // The page has just been drawn anew: look again.
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError(otherwise + " at " + address());
    }

    String text(String css) {
        return waitFor(css).getText();
    }

    /** The texts of all that is seen of these. */
    List<String> texts(String css) {
        return driver.findElements(By.cssSelector(css)).stream().filter(WebElement::isDisplayed).map(WebElement::getText).toList();
    }

    /** Path and parameters of the page, without the server. */
    String address() {
        return driver.getCurrentUrl().replaceFirst("^https?://[^/]+", "");
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** A number that the page works out. */
    double number(String expression, Object... arguments) {
        return ((Number) script("return " + expression, arguments)).doubleValue();
    }

    /** Fails if the page can be scrolled sideways, and names what is too wide. */
    Browser assertFitsItsWidth() {
        var tooWide = script("""
                const page = document.scrollingElement;
                if (page.scrollWidth <= innerWidth) return [];
                const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth + 1);
                return ['page: ' + page.scrollWidth + ' > ' + innerWidth,
                    ...out.slice(0, 5).map(e => e.outerHTML.slice(0, 120))];""");
        assertEquals(List.of(), tooWide, () -> "too wide: " + address());
        return this;
    }

    /** The texts on the page whose contrast with what is behind them is less than this ratio. */
    Object hardToRead(double least) {
        return script(CONTRAST, least);
    }

    /** Keeps what is on the screen as {@code target/screenshots/NAME.png}. */
    Browser screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Takes note of errors that a test provokes, so that they do not fail it; fails if there are none. */
    Browser forgiveErrors(String part) {
        var faults = log.faults(server.get());
        assertTrue(!faults.isEmpty() && faults.stream().allMatch(fault -> fault.contains(part)), faults::toString);
        return this;
    }
}
