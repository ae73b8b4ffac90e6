package io.firmament.read;

import io.firmament.FirmamentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/**
 * Reads somebody else's RDF triple by triple, keeping none of it, so that its size does not matter. Where {@link
 * BatchReader} takes a doubtful date or IRI for a curator's slip, this one lets it pass. Nothing outside the file is
 * fetched. Safe for use by many threads.
 */
public final class TripleReader {

    private TripleReader() {}

    /** What is told while a file is read. */
    public interface Sink {

        /** A triple of whatever graph. */
        void triple(Triple triple);

        /** A prefix that the file declares. */
        void prefix(String name, String iri);
    }

    /**
     * Reads a file whose ending says its syntax; it may be packed with gzip, as in .nt.gz.
     *
     * @param base what relative IRIs are resolved against
     * @param most so many triples are read at most
     * @throws FirmamentException if it cannot be read, or is larger
     */
    public static void read(Path file, String base, long most, Sink sink) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new FirmamentException("No file " + file + " that can be read.");
        }
        if (RDFLanguages.filenameToLang(file.toString()) == null) {
            throw new FirmamentException(file + " is not an RDF file: its name ends with .ttl, .nt, .rdf, .jsonld, .nq or .trig.");
        }
        try {
            RDFParser.create()
                    .source(file)
                    .base(base)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .checking(false)
                    .set(LangJSONLD11.JSONLD_OPTIONS, BatchReader.withoutRemoteContexts())
                    .parse(new Counting(sink, file, most));
        } catch (RiotException e) {
            throw new FirmamentException(file + " cannot be read: " + e.getMessage(), e);
        } catch (FirmamentException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // Parsers answer rubbish with exceptions of many kinds, and deep nesting with an Error.
            throw new FirmamentException(file + " cannot be read: " + e, e);
        }
    }

    private static final class Counting extends StreamRDFBase {

        private final Sink sink;
        private final Consumer<Triple> triples;
        private long count;

        Counting(Sink sink, Path file, long most) {
            this.sink = sink;
            this.triples = triple -> {
                if (++count > most) {
                    throw new FirmamentException("%s has more than %,d triples. Take the part with what is to be linked.".formatted(file, most));
                }
                sink.triple(triple);
            };
        }

        @Override
        public void triple(Triple triple) {
            triples.accept(triple);
        }

        @Override
        public void quad(Quad quad) {
            triples.accept(quad.asTriple());
        }

        @Override
        public void prefix(String name, String iri) {
            sink.prefix(name, iri);
        }
    }
}
