package io.firmament.serve;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Answers that a client may keep, and need not be sent again while they are the same. */
final class Kept {

    private Kept() {}

    /**
     * Sends an answer with an <a href="https://www.rfc-editor.org/rfc/rfc9110#name-etag">entity tag</a>, or that the client
     * has it already. The tag is of the content: the same graph gives the same bytes, on whatever server.
     */
    static void send(HttpServletRequest request, HttpServletResponse response, byte[] content) throws IOException {
        if (response.getStatus() == HttpServletResponse.SC_OK) {
            var tag = tag(response.getContentType(), content);
            response.setHeader("ETag", tag);
            // To be asked for again each time, which is cheap with the tag: the graph may be another after a restart.
            response.setHeader("Cache-Control", "no-cache");
            if (has(request, tag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static boolean has(HttpServletRequest request, String tag) {
        var known = request.getHeader("If-None-Match");
        return known != null && Arrays.stream(known.split(",")).map(String::strip).anyMatch(one -> one.equals("*") || one.replaceFirst("^W/", "").equals(tag));
    }

    private static String tag(String type, byte[] content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            hash.update(type.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(hash.digest(content), 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
