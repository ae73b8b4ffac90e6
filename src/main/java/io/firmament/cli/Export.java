package io.firmament.cli;

import io.firmament.FirmamentException;
import io.firmament.KnowledgeGraph;
import io.firmament.graph.ExportFormat;
import io.firmament.graph.Level;
import io.firmament.graph.Selection;
import io.firmament.vocab.FM;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Write the graph, or a part of it, as a file for graph tools or as RDF.",
            "Its size does not matter, and the same graph gives the same bytes."
        },
        footer = {
            "",
            "For example:",
            "  firmament export --format gexf --out sky.gexf                            all of it, for Gephi",
            "  firmament export --format dot --near 智谱 | dot -Tsvg > zhipu.svg        what is around an entity",
            "  firmament export --format csv --question talent-flow --out flow          what an answer is about",
            "  firmament export --format site sky                                       pages that need no server"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "2:no such format, question or entity, or the file cannot be written"})
final class Export implements Callable<Integer> {

    private static final String SITE = "site";
    private static final String ZIP = ".zip";

    @Option(
            names = {"-f", "--format"},
            required = true,
            description = "gexf (Gephi), graphml (yEd, igraph, NetworkX), cytoscape, dot (Graphviz), csv (nodes and edges, with a CSVW"
                    + " description, in a zip), jsonld, nquads or turtle (RDF); context is what the jsonld names;"
                    + " site is all pages, to be read without a server.")
    private String format = "";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE|DIR",
            description = "Where to; by default the standard output. For csv a folder, unless the name ends with .zip; for site a folder.")
    private @Nullable Path target;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The same, for a site: export --format site DIR.")
    private @Nullable Path folder;

    @Option(
            names = "--level",
            description = "edges (entities, and one edge for all that is said of two by one property) or statements (as nodes too);"
                    + " by default ${DEFAULT-VALUE}. RDF has all.")
    private Level level = Level.EDGES;

    @Option(names = "--lang", paramLabel = "TAG", description = "Language of labels: en or zh-Hans; by default ${DEFAULT-VALUE}.")
    private String language = "en";

    @Option(names = {"-q", "--question"}, paramLabel = "NAME", description = "Only what the answer to a ready question is about.")
    private @Nullable String question;

    @Option(names = {"-p", "--param"}, paramLabel = "NAME=VALUE", description = "A parameter of the question, as for the command query.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--node", paramLabel = "ENTITY", description = "Only this entity, by any name, and others so named; repeat it.")
    private List<String> nodes = List.of();

    @Option(names = "--near", paramLabel = "ENTITY", description = "Only this entity and the neighbours that most is said of.")
    private @Nullable String near;

    @Option(names = "--limit", paramLabel = "N", description = "With --near: at most N neighbours; by default ${DEFAULT-VALUE}.")
    private int limit = 100;

    @Option(names = "--edge", paramLabel = "PROPERTY", description = "Only edges by this property, such as worksFor; repeat it.")
    private List<String> edges = List.of();

    @Mixin
    private Opening opening = new Opening();

    @Override
    public Integer call() {
        if (folder != null) {
            if (target != null || !format.equals(SITE)) {
                throw new FirmamentException("Name what to write to once, with --out.");
            }
            target = folder;
        }
        if (format.equals(SITE)) {
            return site();
        }
        var wanted = ExportFormat.named(format).orElseThrow(() -> new FirmamentException(
                "There is no format " + format + "; there are " + String.join(", ", ExportFormat.names()) + ", " + SITE + "."));
        if (target == null && wanted == ExportFormat.CSV && System.console() != null) {
            throw new FirmamentException("A zip is nothing for a terminal. Name a folder or a file with --out.");
        }
        try (var graph = opening.open()) {
            var selection = selection(graph);
            if (target == null) {
                write(graph, wanted, selection, System.out);
            } else if (wanted == ExportFormat.CSV && !target.toString().endsWith(ZIP)) {
                folder(graph, wanted, selection, target);
            } else {
                file(graph, wanted, selection, target);
            }
            return 0;
        } catch (UncheckedIOException e) {
            throw unwritable(e.getCause());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private int site() {
        if (target == null) {
            throw new FirmamentException("A site is many files. Name a folder for them, as in: export --format site sky");
        }
        if (question != null || near != null || !nodes.isEmpty() || !edges.isEmpty()) {
            throw new FirmamentException("A site is all of the graph; leave out what selects a part.");
        }
        try (var graph = opening.open()) {
            var site = graph.exportSite(target);
            System.out.println("%,d pages, %,d MB. Open %s".formatted(
                    site.pages(), site.bytes() / 1_000_000, target.resolve("index.html")));
            return 0;
        }
    }

    private Selection selection(KnowledgeGraph graph) {
        Set<Node> properties = edges.stream().map(name -> NodeFactory.createURI(FM.NS + name)).collect(Collectors.toSet());
        if (question != null) {
            var asked = graph.catalogue().get(question);
            return graph.selectionOf(question, asked.inLanguage(language, parameters)).by(properties);
        }
        Set<Node> some = new HashSet<>();
        nodes.forEach(name -> some.add(entity(graph, name)));
        if (near != null) {
            var centre = entity(graph, near);
            some.add(centre);
            some.addAll(graph.neighbours(centre, properties, 0, limit));
        }
        return (some.isEmpty() ? Selection.WHOLE : Selection.among(some)).by(properties);
    }

    private static Node entity(KnowledgeGraph graph, String name) {
        return NodeFactory.createURI(graph.resolve(name, FM.Entity.getURI()));
    }

    private void write(KnowledgeGraph graph, ExportFormat wanted, Selection selection, OutputStream out) throws IOException {
        var buffered = new BufferedOutputStream(out, 1 << 16);
        graph.export(wanted, selection, level, language, buffered);
        buffered.flush();
    }

    /** Writes beside the target first: nobody finds half a file there. */
    private void file(KnowledgeGraph graph, ExportFormat wanted, Selection selection, Path file) throws IOException {
        var begun = file.resolveSibling(file.getFileName() + ".begun-" + ProcessHandle.current().pid());
        try {
            try (var out = Files.newOutputStream(begun)) {
                write(graph, wanted, selection, out);
            }
            move(begun, file);
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    /** Unpacks the zip, and moves its files into the folder when all are there. */
    private void folder(KnowledgeGraph graph, ExportFormat wanted, Selection selection, Path folder) throws IOException {
        Files.createDirectories(folder);
        var begun = Files.createTempDirectory(folder, ".export");
        var packed = begun.resolve("all.zip");
        file(graph, wanted, selection, packed);
        try (var zip = new ZipInputStream(Files.newInputStream(packed))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, begun.resolve(entry.getName()));
            }
        }
        Files.delete(packed);
        try (var files = Files.list(begun)) {
            for (var file : files.toList()) {
                move(file, folder.resolve(file.getFileName()));
            }
        }
        Files.delete(begun);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private FirmamentException unwritable(IOException e) {
        return new FirmamentException("Cannot write " + (target == null ? "the output" : target) + ": " + e, e);
    }
}
