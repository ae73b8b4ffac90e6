package io.firmament.read;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import io.firmament.FirmamentException;
import io.firmament.vocab.FM;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;

/**
 * Reads files and folders into a {@link Batch}. The syntax goes by the file's ending: {@code .ttl}, {@code .nt},
 * {@code .rdf}, {@code .jsonld} and what else <a href="https://jena.apache.org/documentation/io/">Jena RIOT</a> knows
 * for graphs. In folders, files of other kinds are passed over. Nothing outside the files is fetched. Not thread-safe;
 * use one reader per batch.
 */
public final class BatchReader {

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Map<Triple, Origin> origins = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Reads one file, or all RDF files under a folder in the order of their names.
     *
     * @throws FirmamentException if there is no such file or folder, or it holds nothing to read
     */
    public BatchReader add(Path path) {
        if (Files.isDirectory(path)) {
            var files = rdfFiles(path);
            if (files.isEmpty()) {
                throw new FirmamentException("No RDF files under " + path + ". Name a folder with .ttl files, or a file.");
            }
            files.forEach(file -> read(file, path.relativize(file).toString()));
        } else if (Files.isReadable(path)) {
            read(path, path.toString());
        } else {
            throw new FirmamentException("No file or folder " + path + " that can be read.");
        }
        return this;
    }

    /** What was read so far. The reader must not be used afterwards. */
    public Batch batch() {
        return new Batch(graph, origins, findings);
    }

    private static List<Path> rdfFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> syntaxOf(file) != null)
                    .sorted(java.util.Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new FirmamentException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static @org.jspecify.annotations.Nullable Lang syntaxOf(Path file) {
        var lang = RDFLanguages.filenameToLang(file.getFileName().toString());
        return lang != null && RDFLanguages.isTriples(lang) && RDFParserRegistry.isRegistered(lang) ? lang : null;
    }

    private void read(Path file, String name) {
        var lang = syntaxOf(file);
        if (lang == null) {
            findings.add(new Finding(
                    Severity.ERROR, "syntax", new Origin(name, 0), "", "not an RDF file: use .ttl, .nt, .rdf or .jsonld"));
            return;
        }
        var problems = new Problems(name);
        var context = RIOT.getContext().copy();
        context.set(LangJSONLD11.JSONLD_OPTIONS, withoutRemoteContexts());
        var profile = new LineKeepingProfile(name, problems, context);
        var parser = RDFParserRegistry.getFactory(lang).create(lang, profile);
        try (var in = Files.newInputStream(file)) {
            parser.read(in, FM.ID, lang.getContentType(), new OriginKeepingStream(name, problems, profile), context);
        } catch (RiotException e) {
            problems.addOnce(Severity.ERROR, e.getMessage(), 0);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Parsers answer rubbish with exceptions of many kinds, and deep nesting with an Error.
            problems.addOnce(Severity.ERROR, "cannot be read: " + e.getClass().getSimpleName(), 0);
        }
    }

    static JsonLdOptions withoutRemoteContexts() {
        return new JsonLdOptions((url, options) -> {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "remote contexts are not fetched; write it in the file: " + url);
        });
    }

    /** Notes for each triple the line that the parser has reached. */
    private final class LineKeepingProfile extends ParserProfileStd {

        private final String file;
        private long reached;

        LineKeepingProfile(String file, ErrorHandler errors, Context context) {
            super(
                    new FactoryRDFStd(LabelToNode.createScopeByDocumentHash()),
                    errors,
                    IRIxResolver.create(FM.ID).build(),
                    PrefixMapFactory.create(),
                    context,
                    true,
                    false);
            this.file = file;
        }

        @Override
        public Triple createTriple(Node subject, Node predicate, Node object, long line, long col) {
            var triple = super.createTriple(subject, predicate, object, line, col);
            origins.putIfAbsent(triple, new Origin(file, Math.max(line, 0)));
            return triple;
        }

        // RDF/XML makes its triples by itself, but asks here for their terms.

        @Override
        public Node createURI(String iri, long line, long col) {
            reached = Math.max(line, 0);
            return super.createURI(iri, line, col);
        }

        @Override
        public Node createStringLiteral(String text, long line, long col) {
            reached = Math.max(line, 0);
            return super.createStringLiteral(text, line, col);
        }

        @Override
        public Node createLangLiteral(String text, String tag, long line, long col) {
            reached = Math.max(line, 0);
            return super.createLangLiteral(text, tag, line, col);
        }

        @Override
        public Node createTypedLiteral(String text, RDFDatatype type, long line, long col) {
            reached = Math.max(line, 0);
            return super.createTypedLiteral(text, type, line, col);
        }
    }

    /** Notes the origin of triples that no parser's profile has made, and refuses what has no place in one graph. */
    private final class OriginKeepingStream extends StreamRDFWrapper {

        private final String file;
        private final Problems problems;
        private final LineKeepingProfile profile;

        OriginKeepingStream(String file, Problems problems, LineKeepingProfile profile) {
            super(StreamRDFLib.graph(graph));
            this.file = file;
            this.problems = problems;
            this.profile = profile;
        }

        @Override
        public void triple(Triple triple) {
            origins.putIfAbsent(triple, new Origin(file, profile.reached));
            super.triple(triple);
        }

        @Override
        public void quad(Quad quad) {
            if (quad.isTriple() || quad.isDefaultGraph()) {
                triple(quad.asTriple());
            } else {
                problems.addOnce(Severity.ERROR, "a named graph is not read; write its triples outside of it", profile.reached);
            }
        }
    }

    /** Takes warnings as errors: a date that is none, or an IRI with a space, is a curator's slip. */
    private final class Problems implements ErrorHandler {

        private final String file;
        private boolean any;

        Problems(String file) {
            this.file = file;
        }

        void addOnce(Severity severity, String message, long line) {
            if (!any) {
                add(severity, message, line);
            }
        }

        private void add(Severity severity, String message, long line) {
            any = true;
            // A string that its line does not close is found out on the next.
            var at = message.contains("newline in string") ? line - 1 : line;
            findings.add(new Finding(severity, "syntax", new Origin(file, Math.max(at, 0)), "", message));
        }

        @Override
        public void warning(String message, long line, long col) {
            add(Severity.ERROR, message, line);
        }

        @Override
        public void error(String message, long line, long col) {
            add(Severity.ERROR, message, line);
            throw new RiotException(message);
        }

        @Override
        public void fatal(String message, long line, long col) {
            error(message, line, col);
        }
    }
}
