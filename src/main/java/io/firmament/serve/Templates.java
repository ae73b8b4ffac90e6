package io.firmament.serve;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.firmament.FirmamentException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The pages' templates, in which everything that is filled in is escaped. Safe for use by many threads. */
final class Templates {

    /** All that matters in text and in quoted attributes, and all attributes are quoted. */
    private static final Mustache.Escaper HTML = Escapers.simple(new String[][] {
        {"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}
    });

    private final Mustache.Compiler compiler =
            Mustache.compiler().withEscaper(HTML).defaultValue("").emptyStringIsFalse(true).withLoader(Templates::source);
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    private final boolean live;

    /**
     * @param live whether a server stands behind the pages; templates leave out what needs one if not
     */
    Templates(boolean live) {
        this.live = live;
    }

    /** Whether a server stands behind the pages. */
    boolean live() {
        return live;
    }

    private static Reader source(String name) {
        var in = Templates.class.getResourceAsStream(name + ".mustache");
        if (in == null) {
            throw new FirmamentException("The template " + name + " is missing from the class path.");
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    private Template template(String name) {
        return compiled.computeIfAbsent(name, n -> {
            try (var in = source(n)) {
                return compiler.compile(in);
            } catch (IOException e) {
                throw new FirmamentException("The template " + n + " cannot be read: " + e.getMessage(), e);
            }
        });
    }

    /**
     * Writes a page.
     *
     * @param name the template
     * @param title what the page is about
     * @param model what its template fills in, besides what stands on all pages
     */
    void write(HttpServletResponse response, Visit visit, String name, String title, Map<String, ?> model)
            throws IOException {
        Map<String, Object> page = new HashMap<>(model);
        page.put("t", visit.words().all());
        page.put("title", title);
        page.put("lang", visit.language().tag);
        page.put("live", live);
        page.put("langCode", live && visit.chosen() ? visit.language().code : "");
        page.put("home", visit.href("/"));
        page.put("isHome", name.equals("home"));
        page.put("explorer", visit.href(ExplorePage.PATH));
        page.put("exportHref", visit.href(ExportPage.PATH));
        page.put("allNamesHref", visit.href("/search"));
        page.put("sparql", visit.href(Gate.SPARQL));
        page.put("gallery", visit.href(PictureGallery.PATH));
        page.put("ontology", visit.href("/ontology"));
        page.put("datasetHref", visit.href(DatasetPage.PATH));
        page.put("otherLanguage", visit.language().other().name);
        page.put("otherLanguageTag", visit.language().other().tag);
        page.put("otherLanguageHref", visit.otherLanguage());
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Content-Language", visit.language().tag);
        if (!response.containsHeader("Vary")) {
            response.setHeader("Vary", "Accept, Accept-Language");
        }
        // Rendered whole before anything is sent: a fault in the middle must not leave half a page.
        var html = template(name).execute(page).getBytes(StandardCharsets.UTF_8);
        Kept.send(visit.request(), response, html);
    }
}
