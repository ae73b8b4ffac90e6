package io.firmament.graph;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes XML 1.0 piece by piece, an element a line. Characters that XML 1.0 has no way to say are left out, and line
 * breaks are as XML knows them.
 */
final class Xml {

    private final XMLStreamWriter xml;

    Xml(OutputStream out) {
        try {
            // Java's own, wherever it runs: another might write the same otherwise.
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** @param attributes name, value, name, value; where the value is null there is no such attribute */
    Xml open(String name, @Nullable String... attributes) {
        try {
            xml.writeCharacters("\n");
            xml.writeStartElement(name);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    Xml close() {
        try {
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** An element without content. */
    Xml empty(String name, @Nullable String... attributes) {
        try {
            xml.writeEmptyElement(name);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** An element that holds nothing but text. */
    Xml text(String name, String text, @Nullable String... attributes) {
        try {
            xml.writeStartElement(name);
            attributes(attributes);
            xml.writeCharacters(clean(text));
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** Ends the document and flushes it; the stream below stays open. */
    void end() {
        try {
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    private void attributes(@Nullable String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i] != null && attributes[i + 1] != null) {
                xml.writeAttribute(attributes[i], clean(attributes[i + 1]));
            }
        }
    }

    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.replaceAll("\r\n?", "\n").codePoints().filter(Xml::allowed).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** The <a href="https://www.w3.org/TR/xml/#charsets">characters of XML 1.0</a>. */
    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    private static RuntimeException failed(XMLStreamException e) {
        return e.getCause() instanceof java.io.IOException cause
                ? new java.io.UncheckedIOException(cause)
                : new IllegalStateException(e);
    }
}
