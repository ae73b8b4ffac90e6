package io.firmament.serve;

import io.firmament.FirmamentException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The scripts of others that our pages use, from <a href="https://www.webjars.org/">WebJars</a> on the class path: an
 * exact list, nothing is looked up by what a client sends.
 */
final class Library {

    private static final String PATH = "/lib/";

    /** By the name under {@link #PATH}: the WebJar, and the file in it. */
    private static final Map<String, String> FILES = Map.of(
            "cytoscape.min.js", "cytoscape/dist/cytoscape.min.js",
            "cytoscape-fcose.js", "cytoscape-fcose/cytoscape-fcose.js",
            "cose-base.js", "cose-base/cose-base.js",
            "layout-base.js", "layout-base/layout-base.js",
            "yasgui.min.js", "zazuko__yasgui/build/yasgui.min.js",
            "yasgui.min.css", "zazuko__yasgui/build/yasgui.min.css");

    private static final Map<String, String> VERSIONS = new HashMap<>();

    private Library() {}

    /** Whether a path is one of these files. */
    static boolean has(String path) {
        return path.startsWith(PATH) && FILES.containsKey(path.substring(PATH.length()));
    }

    static String mediaType(String path) {
        return path.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
    }

    /** Opens one of the files. */
    static InputStream open(String path) {
        var file = FILES.get(path.substring(PATH.length()));
        var jar = file.substring(0, file.indexOf('/'));
        var in = Library.class.getResourceAsStream(
                "/META-INF/resources/webjars/" + jar + "/" + version(jar) + file.substring(jar.length()));
        if (in == null) {
            throw new FirmamentException("The WebJar " + jar + " does not hold " + file + ".");
        }
        return in;
    }

    /** A WebJar has its version in the path of its files; what it is stands in what Maven wrote into it. */
    private static synchronized String version(String jar) {
        return VERSIONS.computeIfAbsent(jar, name -> {
            var properties = new Properties();
            try (var in = Library.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
                if (in == null) {
                    throw new FirmamentException("The WebJar " + name + " is missing from the class path.");
                }
                properties.load(in);
            } catch (IOException e) {
                throw new FirmamentException("The WebJar " + name + " cannot be read: " + e.getMessage(), e);
            }
            return properties.getProperty("version");
        });
    }
}
