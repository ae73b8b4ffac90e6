package io.firmament.serve;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One request for a page, and what the visitor wants: a language, and HTML or something for machines.
 *
 * @param request the request
 * @param language the language of the page
 * @param words its words
 * @param chosen whether the visitor chose the language, so that links must keep it
 */
record Visit(CheckedRequest request, Language language, Words words, boolean chosen) {

    private static final Words EN = Words.in(Language.EN);
    private static final Words ZH = Words.in(Language.ZH);

    static Visit of(HttpServletRequest raw) {
        var request = CheckedRequest.of(raw);
        var chosen = request.form().first("lang").flatMap(Language::of);
        var language = chosen.orElseGet(() -> Language.preferred(
                Optional.ofNullable(request.getHeader("Accept-Language")).orElse("")));
        return new Visit(request, language, language == Language.EN ? EN : ZH, chosen.isPresent());
    }

    /** Where the world reaches this server; ends with a slash. What other machines are told of it begins so. */
    URI base() {
        return request.base();
    }

    /** A parameter without the spaces around it; empty if it is blank. */
    Optional<String> parameter(String name) {
        return request.form().first(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A link inside the site, in the visitor's language. */
    String href(String path) {
        return chosen ? with(path, "lang", language.code) : path;
    }

    /** Where the page of an IRI is, in the visitor's language; empty if nowhere. */
    String address(String iri) {
        return Places.path(iri).map(this::href).orElse("");
    }

    /** The same page in the other language. */
    String otherLanguage() {
        var rest = request.form().values().entrySet().stream()
                .filter(e -> !e.getKey().equals("lang"))
                .flatMap(e -> e.getValue().stream().map(value -> encode(e.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
        var path = request.getRequestURI() + (rest.isEmpty() ? "" : "?" + rest);
        return path.length() > Limits.URL_CHARS / 2 ? "/?lang=" + language.other().code : with(path, "lang", language.other().code);
    }

    /** An address with one more parameter. */
    static String with(String address, String name, String value) {
        var hash = address.indexOf('#');
        var before = hash < 0 ? address : address.substring(0, hash);
        return before + (before.contains("?") ? '&' : '?') + encode(name) + "=" + encode(value)
                + (hash < 0 ? "" : address.substring(hash));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * The best of the offered media types; the first where the client does not say, empty if it takes none.
     *
     * @throws Refusal if the client says it in a way that cannot be understood
     */
    Optional<String> accepts(String... offered) {
        return Accept.of(request).best(offered);
    }

    /** Whether this is a browser: HTML is asked for by name, not by a wild card, and nothing else is more welcome. */
    boolean browses() {
        var header = request.getHeader("Accept");
        try {
            return header != null && header.contains("text/html") && Accept.of(request).prefers("text/html");
        } catch (Refusal malformed) {
            return false;
        }
    }
}
