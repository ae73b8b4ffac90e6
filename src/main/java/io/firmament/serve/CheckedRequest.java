package io.firmament.serve;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request whose body and parameters have been read and checked, as Fuseki and the pages get to see it. */
final class CheckedRequest extends HttpServletRequestWrapper {

    private static final String ATTRIBUTE = CheckedRequest.class.getName();

    private final URI base;
    private final String path;
    private final Form form;
    private final byte[] body;

    CheckedRequest(HttpServletRequest request, URI base, String path, Form form, byte[] body) {
        super(request);
        this.base = base;
        this.path = path;
        this.form = form;
        this.body = body;
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The checked request that another was made of, however it has been wrapped since. */
    static CheckedRequest of(HttpServletRequest request) {
        return (CheckedRequest) request.getAttribute(ATTRIBUTE);
    }

    /** Where the world reaches this server; ends with a slash. */
    URI base() {
        return base;
    }

    /** The path, decoded. */
    String path() {
        return path;
    }

    Form form() {
        return form;
    }

    /** HEAD is GET; the container leaves out the body. */
    @Override
    public String getMethod() {
        var method = super.getMethod();
        return method.equals("HEAD") ? "GET" : method;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return form.first(name).orElse(null);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return form.has(name) ? form.all(name).toArray(String[]::new) : null;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(form.values().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> map = new HashMap<>();
        form.values().forEach((name, values) -> map.put(name, values.toArray(String[]::new)));
        return map;
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body.length;
    }

    @Override
    public ServletInputStream getInputStream() {
        var bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("The body is here already.");
            }
        };
    }
}
