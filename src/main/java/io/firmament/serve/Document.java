package io.firmament.serve;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.lib.IRILib;
import org.apache.jena.graph.Triple;

/**
 * The document about a thing: where it lies, in which syntaxes, and what the headers of an answer tell of that.
 *
 * @param path of the thing, as in addresses
 * @param named whether the client named the syntax in the address, so that {@code Accept} has no say
 */
record Document(String path, boolean named) {

    /** Where it lies in a syntax. */
    String in(Syntax syntax) {
        return path + "." + syntax.suffix;
    }

    /**
     * <a href="https://www.rfc-editor.org/rfc/rfc8288">Links</a> for the header of that name: the other syntaxes, what the
     * document is about, and its licence.
     */
    List<String> links(String thing, Optional<String> license) {
        List<String> links = new ArrayList<>();
        links.add(link(thing, "rel=\"describes\""));
        for (var syntax : Syntax.values()) {
            links.add(alternate(syntax));
        }
        links.add(link(in(Syntax.TURTLE), "rel=\"describedby\"; type=\"" + Syntax.TURTLE.mediaType + "\""));
        license.ifPresent(iri -> links.add(link(iri, "rel=\"license\"")));
        return links;
    }

    private String alternate(Syntax syntax) {
        return link(in(syntax), "rel=\"alternate\"; type=\"" + syntax.mediaType + "\"");
    }

    static String link(String target, String parameters) {
        return "<" + IRILib.encodeNonASCII(target) + ">; " + parameters;
    }

    /** Says what the answer depends on, and where this form of it has its own address. */
    void locate(Syntax syntax, Visit visit, HttpServletResponse response) {
        var byLanguage = syntax == Syntax.HTML && !visit.chosen();
        var varies = (named ? "" : "Accept") + (named || !byLanguage ? "" : ", ") + (byLanguage ? "Accept-Language" : "");
        if (!varies.isEmpty()) {
            response.setHeader("Vary", varies);
        }
        // What else is asked for, such as a page, stays unsaid.
        if (Set.of("lang", "format").containsAll(visit.request().form().values().keySet())) {
            var address = in(syntax);
            response.setHeader("Content-Location",
                    syntax == Syntax.HTML ? Visit.with(address, "lang", visit.language().code) : address);
        }
    }

    /** No syntax of ours is welcome. */
    Refusal notAcceptable() {
        return new Refusal(406, "This comes as " + Arrays.stream(Syntax.values())
                .map(syntax -> syntax + " (" + syntax.mediaType + ") at " + in(syntax))
                .collect(Collectors.joining(", ")) + ".", Arrays.stream(Syntax.values()).map(this::alternate).toList());
    }

    /** The number of the page that is asked for, from 1. */
    static int page(Visit visit) {
        var page = visit.parameter("page").orElse("1");
        if (!page.matches("[1-9][0-9]{0,5}")) {
            throw Refusal.badRequest("A page is a number from 1.");
        }
        return Integer.parseInt(page);
    }

    /** Says that a page is not the last; in every syntax alike. */
    Triple next(URI base, int page) {
        var here = base.resolve(path).toString();
        return Description.next(page == 1 ? here : Visit.with(here, "page", "" + page), Visit.with(here, "page", "" + (page + 1)));
    }
}
