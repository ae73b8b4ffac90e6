package io.firmament.serve;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gate that every request passes: methods, sizes, media types and parameters are checked here, before Fuseki or a
 * page sees them; every answer gets its headers here, and every refusal is written here.
 */
final class Gate implements Filter {

    static final String SPARQL = "/sparql";

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final String REFUSAL = Refusal.class.getName();

    /**
     * What Fuseki gets to see: the SPARQL 1.1 protocol, the time limit, and a short name of the format; and what the page
     * does, the language and the question to begin with.
     */
    private static final Set<String> SPARQL_PARAMETERS =
            Set.of("query", "default-graph-uri", "named-graph-uri", "timeout", "output", "format", "results", "lang", "question");
    /** These put the client's text into our answers. */
    private static final List<String> REFLECTED = List.of("callback", "stylesheet", "xslt", "force-accept");

    private final Pages pages;
    private final ServerOptions options;

    Gate(Pages pages, ServerOptions options) {
        this.pages = pages;
        this.options = options;
    }

    /** Notes a refusal for the gate to write, from where an exception would not come through. */
    static void refuse(HttpServletRequest request, Refusal refusal) {
        request.setAttribute(REFUSAL, refusal);
    }

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) anyRequest;
        var response = (HttpServletResponse) anyResponse;
        headers(response);
        try {
            if (preflight(request, response)) {
                return;
            }
            var checked = checked(request);
            if (checked.getRequestURI().equals(SPARQL) && !checked.form().has("query")
                    && !checked.getMethod().equals("POST")) {
                pages.writeEndpoint(checked, response);
            } else {
                chain.doFilter(checked, response);
            }
        } catch (Refusal refusal) {
            refuse(request, refusal);
        } catch (StackOverflowError e) {
            refuse(request, Refusal.badRequest("The request is too deeply nested."));
        } catch (EOFException e) {
            // The client has left.
            return;
        } catch (RuntimeException e) {
            LOG.error("A fault in answering {} {}", request.getMethod(), printable(request.getRequestURI()), e);
            refuse(request, new Refusal(500, "A fault in the server. It has been logged."));
        }
        if (request.getAttribute(REFUSAL) instanceof Refusal refusal) {
            write(request, response, refusal);
        }
    }

    private static void headers(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", "Content-Location, ETag, Link");
    }

    private static String allowed(String path) {
        // A view may have more nodes than an address has room for, and a query more letters.
        return path.equals(SPARQL) || path.equals(AdvicePage.WHY) || path.startsWith(ExportPage.PATH)
                        || ReconcilePage.takesBatches(path) ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS";
    }

    private static boolean preflight(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals("OPTIONS")) {
            return false;
        }
        response.setStatus(204);
        response.setHeader("Allow", allowed(request.getRequestURI()));
        response.setHeader("Access-Control-Allow-Methods", allowed(request.getRequestURI()));
        response.setHeader("Access-Control-Allow-Headers", "Accept, Content-Type");
        response.setHeader("Access-Control-Max-Age", "86400");
        return true;
    }

    private CheckedRequest checked(HttpServletRequest request) throws IOException {
        var method = request.getMethod();
        var uri = request.getRequestURI();
        var queryString = request.getQueryString() == null ? "" : request.getQueryString();
        if (!List.of(allowed(uri).split(", ")).contains(method)) {
            throw new Refusal(405, uri.equals(SPARQL)
                    ? "Here queries are answered, by GET or POST; nothing can be changed."
                    : "This can only be read, by GET; queries go to " + SPARQL + ", and nothing can be changed.");
        }
        if (uri.length() + queryString.length() > Limits.URL_CHARS) {
            throw new Refusal(414, "The address is longer than " + Limits.URL_CHARS + " characters; send the query by POST.");
        }
        if (request.getHeader("Content-Encoding") != null) {
            throw new Refusal(415, "Bodies are taken as they are, without Content-Encoding.");
        }
        var path = Form.decode(uri, false);
        if (path.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.badRequest("The address has a control character in it.");
        }
        if (path.startsWith(SPARQL + "/")) {
            throw Refusal.notFound("There is nothing here. The endpoint is " + SPARQL + ".");
        }
        var form = new Form().add(queryString);
        var body = body(request);
        if (uri.equals(SPARQL)) {
            sparql(request, form, body);
        } else if (method.equals("POST") && !ReconcilePage.takesJson(uri)) {
            form.add(Form.utf8(body));
        }
        return new CheckedRequest(request, base(request), path, form, body);
    }

    /** Where this server is reached: as it was told, else by its own address; the header Host is whatever a client likes. */
    private URI base(HttpServletRequest request) {
        return options.base().orElseGet(() -> Server.address(options.host(), request.getLocalPort()));
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        var most = ReconcilePage.takesBatches(request.getRequestURI()) ? Limits.BATCH_BYTES : Limits.BODY_BYTES;
        var tooLarge = Refusal.tooLarge("The body is larger than " + most + " bytes.");
        if (request.getContentLengthLong() > most) {
            throw tooLarge;
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(most + 1);
        } catch (EOFException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw Refusal.badRequest("The body cannot be read.");
        }
        if (body.length > most) {
            throw tooLarge;
        }
        return body;
    }

    /** What the SPARQL 1.1 protocol says of a query, and no more. */
    private static void sparql(HttpServletRequest request, Form form, byte[] body) {
        var post = request.getMethod().equals("POST");
        var type = request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        var media = type.replaceFirst(";.*", "").strip();
        var charset = type.replaceFirst("^[^;]*;?", "").replaceAll("\\s|\"", "");
        if (!charset.isEmpty() && charset.contains("charset=") && !charset.contains("charset=utf-8")) {
            throw new Refusal(415, "Only UTF-8 is understood.");
        }
        var direct = post && media.equals("application/sparql-query");
        if (direct) {
            if (form.has("query")) {
                throw Refusal.badRequest("There are two queries, one in the address and one in the body.");
            }
            Form.utf8(body);
        } else if (post && media.equals("application/x-www-form-urlencoded")) {
            form.add(Form.utf8(body));
        } else if (post && media.equals("application/sparql-update")) {
            throw new Refusal(405, "Here queries are answered; nothing can be changed.");
        } else if (post && !(media.isEmpty() && body.length == 0)) {
            throw new Refusal(415, "Send a query as application/sparql-query, or as the field  query  of a form.");
        }
        if (form.has("update") || form.has("request")) {
            throw new Refusal(405, "Here queries are answered; nothing can be changed.");
        }
        if (REFLECTED.stream().anyMatch(form::has)) {
            throw Refusal.badRequest("The parameters callback, stylesheet and force-accept are not supported.");
        }
        form.retain(SPARQL_PARAMETERS);
        if (form.all("query").size() > 1) {
            throw Refusal.badRequest("There is more than one query.");
        }
        if (form.first("query").filter(String::isBlank).isPresent()) {
            throw Refusal.badRequest("The query is empty.");
        }
        if (post && !direct && !form.has("query")) {
            throw Refusal.badRequest("There is no query: send it as the parameter  query.");
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        if (response.isCommitted()) {
            // The answer has begun and is not whole: break the connection, so that no client takes it for whole.
            throw new IOException("The answer was cut: " + refusal.line());
        }
        // With the stream or the writer that the answer had begun to use, and what its headers told of it.
        response.reset();
        headers(response);
        response.setStatus(refusal.status());
        response.setHeader("Cache-Control", "no-store");
        refusal.links().forEach(link -> response.addHeader("Link", link));
        if (refusal.status() == 405) {
            response.setHeader("Allow", allowed(request.getRequestURI()));
        }
        if (refusal.status() == 503) {
            response.setHeader("Retry-After", "10");
        }
        if (!pages.writeRefusal(request, response, refusal)) {
            response.setContentType("text/plain; charset=utf-8");
            response.getWriter().println(refusal.line());
        }
    }

    private static String printable(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
