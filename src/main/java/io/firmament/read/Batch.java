package io.firmament.read;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/**
 * What was read from some files in one go: one graph, and for each triple the place where it was first written. Not to
 * be changed after it was read; then it may be shared between threads.
 */
public final class Batch {

    private final Graph graph;
    private final Map<Triple, Origin> origins;
    private final List<Finding> findings;

    Batch(Graph graph, Map<Triple, Origin> origins, List<Finding> findings) {
        this.graph = graph;
        this.origins = origins;
        this.findings = List.copyOf(new TreeSet<>(findings));
    }

    /** All triples of all files. */
    public Graph graph() {
        return graph;
    }

    /** What could not be read, each with its file and line; a batch with errors here must not be loaded. */
    public List<Finding> findings() {
        return findings;
    }

    /** Where a triple was written, or {@code null} if it was not. */
    public @Nullable Origin originOf(Triple triple) {
        return origins.get(triple);
    }

    /** The first place where something is said about a node, else the first where it is spoken of, else {@code null}. */
    public @Nullable Origin originOf(Node node) {
        var about = first(node, Node.ANY);
        return about != null ? about : first(Node.ANY, node);
    }

    private @Nullable Origin first(Node subject, Node object) {
        return graph.stream(subject, Node.ANY, object)
                .map(origins::get)
                .filter(java.util.Objects::nonNull)
                .min(java.util.Comparator.comparing(Origin::file).thenComparing(Origin::line))
                .orElse(null);
    }
}
