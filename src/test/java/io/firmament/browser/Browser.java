package io.firmament.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
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
    private static final Duration PATIENCE = Duration.ofSeconds(20);

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
        emulate("Performance.enable", Map.of("timeDomain", "threadTicks"));
        resize(WIDE, 900);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (Chromium.isHere()) {
            start();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Chromium.orSkip();
        resize(WIDE, 900);
        light();
        reading("en-US,en");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (driver == null) {
            return;
        }
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
                Map.of("features", List.of(
                        Map.of("name", "prefers-color-scheme", "value", scheme),
                        // What is clicked must not be moving.
                        Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
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

    /** Clicks at a place of the window, such as on a canvas. */
    Browser clickAt(int x, int y) {
        new Actions(driver).moveToLocation(x, y).click().perform();
        return this;
    }

    /** Writes into a field, in place of what stands there. */
    Browser type(String css, String text) {
        var field = waitFor(css);
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** Puts a text in where the focus is, at once and whatever signs it has, as pasting does. */
    Browser insert(String text) {
        return emulate("Input.insertText", Map.of("text", text));
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
        return strings(Sight.TEXTS, css);
    }

    /** Path and parameters of the page, without the server. */
    String address() {
        return driver.getCurrentUrl().replaceFirst("^https?://[^/]+", "");
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** What a script of the page hands to the function that is its last argument. */
    Object scriptThatWaits(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    /** How much of the processor's time the pages have taken so far. */
    double busyMillis() {
        var metrics = (List<?>) driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
        return metrics.stream().map(metric -> (Map<?, ?>) metric).filter(metric -> metric.get("name").equals("TaskDuration"))
                .mapToDouble(metric -> 1000 * ((Number) metric.get("value")).doubleValue()).sum();
    }

    /** A number that the page works out. */
    double number(String expression, Object... arguments) {
        return ((Number) script("return " + expression, arguments)).doubleValue();
    }

    /** The texts that a script answers with. */
    List<String> strings(String script, Object... arguments) {
        return ((List<?>) script(script, arguments)).stream().map(String::valueOf).toList();
    }

    /** Fails if the page can be scrolled sideways, and names what is too wide. */
    Browser assertFitsItsWidth() {
        assertEquals(List.of(), strings(Sight.TOO_WIDE), () -> "too wide: " + address());
        return this;
    }

    /** Fails if a text is hard to read before what is behind it, and names one of each kind. */
    Browser assertReadable() {
        assertEquals(List.of(), strings(Sight.HARD_TO_READ), () -> "hard to read: " + address());
        return this;
    }

    /** Keeps what is on the screen as {@code target/screenshots/NAME.png}. */
    Browser screenshot(String name) {
        return keep(name + ".png", driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Keeps what is on the screen as {@code target/screenshots/NAME.webp}, small enough to be shown elsewhere. */
    Browser picture(String name) {
        var taken = driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "webp", "quality", 90));
        return keep(name + ".webp", Base64.getDecoder().decode(taken.get("data").toString()));
    }

    private Browser keep(String file, byte[] content) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(file), content);
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
