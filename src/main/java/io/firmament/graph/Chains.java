package io.firmament.graph;

import io.firmament.FirmamentException;
import io.firmament.store.Table;
import io.firmament.store.View;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;

/**
 * Finds the shortest chain between two entities, breadth first. What counts as a step is a query's to say: for a node
 * it answers rows with the neighbour in {@code ?next} and, in further columns, what the step rests on.
 */
public final class Chains {

    /** The column in which a step's query names the neighbour. */
    public static final String NEXT = "next";

    private static final int MOST_NODES = 100_000;
    private static final Duration MOST_TIME = Duration.ofSeconds(10);

    private Chains() {}

    /**
     * The shortest chain; of several the first in the order of the step's query.
     *
     * @param view the graph
     * @param from where it starts
     * @param to where it ends
     * @param step the query of one step from a node
     * @return a row per step and thing it rests on, in order: {@code step} (from 1), {@code node}, then the columns of
     *     the step's query; no rows if there is no chain
     * @throws FirmamentException if the search is given up because it has seen too many nodes or takes too long
     */
    public static Table shortest(View view, Node from, Node to, Function<Node, Query> step) {
        Map<Node, Node> cameFrom = new HashMap<>(Map.of(from, from));
        Map<Node, Table> steps = new HashMap<>();
        var queue = new ArrayDeque<>(List.of(from));
        List<String> columns = new ArrayList<>();
        var deadline = System.nanoTime() + MOST_TIME.toNanos();
        while (!queue.isEmpty() && !cameFrom.containsKey(to)) {
            var node = queue.remove();
            var table = view.select(step.apply(node));
            columns = table.columns();
            steps.put(node, table);
            for (var row : table.rows()) {
                var next = row.get(NEXT);
                if (next != null && cameFrom.putIfAbsent(next, node) == null) {
                    queue.add(next);
                }
            }
            if (cameFrom.size() > MOST_NODES || System.nanoTime() > deadline) {
                throw new FirmamentException("No chain found among the " + cameFrom.size() + " entities nearest to " + from
                        + ", nor in " + MOST_TIME.toSeconds() + " s.");
            }
        }
        return new Table(columns(columns), rows(from, to, cameFrom, steps));
    }

    /** The columns of a chain, where a step has these. */
    public static List<String> columns(List<String> ofStep) {
        return Stream.concat(Stream.of("step", "node"), ofStep.stream()).toList();
    }

    private static List<Map<String, Node>> rows(
            Node from, Node to, Map<Node, Node> cameFrom, Map<Node, Table> steps) {
        if (!cameFrom.containsKey(to)) {
            return List.of();
        }
        List<Node> chain = new ArrayList<>();
        for (var node = to; !node.equals(from); node = cameFrom.get(node)) {
            chain.add(node);
        }
        Collections.reverse(chain);
        List<Map<String, Node>> rows = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            var node = cameFrom.get(chain.get(i));
            for (var row : steps.get(node).rows()) {
                if (chain.get(i).equals(row.get(NEXT))) {
                    Map<String, Node> wide = new LinkedHashMap<>();
                    wide.put("step", NodeFactory.createLiteralDT(String.valueOf(i + 1), XSDDatatype.XSDinteger));
                    wide.put("node", node);
                    wide.putAll(row);
                    rows.add(wide);
                }
            }
        }
        return rows;
    }
}
