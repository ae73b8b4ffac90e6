package io.firmament.serve;

import io.firmament.graph.ExportFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The address of a page of ours, and the file that it becomes in a site without a server.
 *
 * @param language the language of the page; empty for what is the same in all
 * @param path the path, decoded
 * @param parameters the others
 */
record SiteAddress(Optional<Language> language, String path, SortedMap<String, String> parameters) {

    /** What answers need a server, whoever links to them. */
    private static final Pattern SERVER_ONLY = Pattern.compile("/(sparql|explore|suggest|health)\\b.*");
    /** Of the other forms that a page comes in, those that are worth a file: tables of answers, and triples. */
    private static final Set<String> FORMATS = Set.of("csv", "ttl");
    /** Of exports, those of all of the graph. */
    private static final Set<String> EXPORT_PARAMETERS = Set.of("level", "lang");
    /** Triples have all languages in them. */
    private static final Pattern TRIPLES = Pattern.compile("/export/(turtle|nquads|jsonld)");

    private static final Pattern SAFE = Pattern.compile("(?!(con|prn|aux|nul|com\\d|lpt\\d)(\\.|$)|\\.)[a-z0-9._=,-]{1,80}(?<!\\.)");

    /** A page in a language. */
    static SiteAddress of(Language language, String path) {
        return new SiteAddress(Optional.of(language), path, new TreeMap<>());
    }

    /**
     * Where a link leads, if it leads to a page that can do without the server.
     *
     * @param link its path and query, as on the page
     */
    Optional<SiteAddress> follow(String link) {
        var target = URI.create(request()).resolve(link);
        var path = Form.decode(target.getRawPath(), false);
        var form = new Form().add(Optional.ofNullable(target.getRawQuery()).orElse(""));
        var syntax = ThingPage.PATH.matcher(path).matches() ? Syntax.atEnd(path) : Optional.<Syntax>empty();
        if (syntax.isPresent()) {
            // Another way to ask for a format.
            form.add("format=" + syntax.get().suffix);
            path = path.substring(0, path.lastIndexOf('.'));
        }
        var format = form.first("format");
        if (SERVER_ONLY.matcher(path).matches()
                || form.has("fragment")
                || format.filter(f -> !FORMATS.contains(f)).isPresent()
                || export(path).isPresent() && !EXPORT_PARAMETERS.containsAll(form.values().keySet())) {
            return Optional.empty();
        }
        var parameters = new TreeMap<String, String>();
        form.values().forEach((name, values) -> parameters.put(name, String.join(",", values)));
        parameters.remove("lang");
        var reading = isFile(path) || TRIPLES.matcher(path).matches() || format.filter("ttl"::equals).isPresent()
                ? Optional.<Language>empty()
                : form.first("lang").flatMap(Language::of).or(() -> language);
        return Optional.of(new SiteAddress(reading, path, parameters));
    }

    private static boolean isFile(String path) {
        return Pages.isFile(path) || path.equals("/copy.js") || path.equals(ExportPage.CONTEXT);
    }

    private static Optional<ExportFormat> export(String path) {
        return path.startsWith(ExportPage.PATH) ? ExportFormat.named(path.substring(ExportPage.PATH.length())) : Optional.empty();
    }

    /** Path and query, as the server takes them. */
    String request() {
        var address = Arrays.stream(path.split("/", -1)).map(Visit::encode).collect(Collectors.joining("/"));
        for (var parameter : parameters.entrySet()) {
            address = Visit.with(address, parameter.getKey(), parameter.getValue());
        }
        return language.isEmpty() ? address : Visit.with(address, "lang", language.get().code);
    }

    /** The file's path from the site's folder, of characters that are safe on all file systems and in addresses. */
    String file() {
        if (isFile(path)) {
            return path.substring(1);
        }
        var exported = export(path);
        if (exported.isPresent()) {
            var level = parameters.containsKey("level") ? "-" + safe(parameters.get("level")) : "";
            return language.map(l -> l.code).orElse("data") + "/firmament" + level + "." + exported.get().extension();
        }
        var named = Arrays.stream((path.endsWith("/") ? path + "index" : path).substring(1).split("/"))
                .map(SiteAddress::safe)
                .collect(Collectors.joining("/"));
        var asked = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("format"))
                .map(Map.Entry::toString)
                .collect(Collectors.joining(","));
        return language.map(l -> l.code).orElse("data") + "/" + named + (asked.isEmpty() ? "" : "/" + safe(asked)) + "."
                + parameters.getOrDefault("format", "html");
    }

    /** Unsafe, too long, reserved, or different in case only: such a name is told from others by its hash. */
    private static String safe(String name) {
        if (SAFE.matcher(name).matches()) {
            return name;
        }
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9=,-]+", "-");
            return plain.substring(0, Math.min(60, plain.length())) + "-" + HexFormat.of().formatHex(hash, 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** The way from a file of the site to another. */
    static String way(String from, String to) {
        var same = 0;
        for (int i = 0; i < Math.min(from.length(), to.length()) && from.charAt(i) == to.charAt(i); i++) {
            same = from.charAt(i) == '/' ? i + 1 : same;
        }
        var up = (int) from.substring(same).chars().filter(c -> c == '/').count();
        return "../".repeat(up) + to.substring(same);
    }
}
