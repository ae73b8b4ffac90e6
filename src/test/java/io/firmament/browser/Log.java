package io.firmament.browser;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.List;
import java.util.ArrayList;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.logging.LogType;

/** What a browser complains of on its console, and whom it asks over the network. Reading it empties it. */
final class Log {

    /** What stays inside the browser. */
    private static final Set<String> INNER = Set.of("data", "blob", "about", "chrome", "devtools");

    private final ChromeDriver driver;
    private final Json json = new Json();

    Log(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Errors since the last call, and requests to others than this server. */
    List<String> faults(URI server) {
        List<String> faults = new ArrayList<>();
        for (var entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                faults.add("console: " + entry.getMessage());
            }
        }
        for (var entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            var address = requested(entry.getMessage());
            if (!address.isEmpty() && !INNER.contains(address.replaceFirst(":.*", "")) && !address.startsWith(server.toString())) {
                faults.add("request: " + address);
            }
        }
        return faults;
    }

    /** The address that an entry says is asked, or nothing. */
    private String requested(String entry) {
        var message = map(map(json.toType(entry, Json.MAP_TYPE)).get("message"));
        var parameters = map(message.get("params"));
        return switch (String.valueOf(message.get("method"))) {
            case "Network.requestWillBeSent" -> String.valueOf(map(parameters.get("request")).get("url"));
            case "Network.webSocketCreated" -> String.valueOf(parameters.get("url"));
            default -> "";
        };
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
