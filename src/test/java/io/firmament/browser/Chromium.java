package io.firmament.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Finds the system's Chromium and its driver, on the PATH or where {@code -Dfirmament.chromium} and {@code
 * -Dfirmament.chromedriver} say, and starts them. Nothing is ever fetched: Selenium is told where both are.
 */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    /** Held, since a logger that nobody holds forgets its level. It would warn that it does not know the newest protocol. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private Chromium() {}

    /** Skips the test if there is no Chromium with its driver, and says so. */
    static void orSkip() {
        assumeTrue(isHere(), () -> {
            var reason = "skipped: no Chromium with its driver on the PATH (Debian: apt install chromium chromium-driver)";
            System.out.println(reason);
            return reason;
        });
    }

    static boolean isHere() {
        return browser().isPresent() && driver().isPresent();
    }

    /** A new session with an empty profile. */
    static ChromeDriver start() {
        SELENIUM.setLevel(Level.SEVERE);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver().orElseThrow()).usingAnyFreePort().withSilent(true).build();
        return new ChromeDriver(service, options(browser().orElseThrow()));
    }

    private static Optional<File> browser() {
        return find("firmament.chromium", NAMES);
    }

    private static Optional<File> driver() {
        return find("firmament.chromedriver", List.of("chromedriver"));
    }

    private static ChromeOptions options(File browser) {
        var options = new ChromeOptions();
        options.setBinary(browser);
        // No sandbox, since root gets none in a container. No other host than this machine has a name here.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-extensions", "--no-proxy-server", "--lang=en-US", "--force-color-profile=srgb",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1");
        options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"));
        options.setExperimentalOption("perfLoggingPrefs", Map.of("enableNetwork", true, "enablePage", false));
        return options;
    }

    private static Optional<File> find(String property, List<String> names) {
        var told = System.getProperty(property);
        var places = told != null
                ? Stream.of(Path.of(told))
                : names.stream().flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)));
        return places.filter(Files::isExecutable).findFirst().map(Path::toFile);
    }
}
