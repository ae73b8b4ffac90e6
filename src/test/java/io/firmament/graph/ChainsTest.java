package io.firmament.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.firmament.Fixtures;
import io.firmament.read.BatchReader;
import io.firmament.store.Store;
import io.firmament.store.Table;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainsTest {

    @TempDir
    private Path folder;

    private static Node ex(String slug) {
        return NodeFactory.createURI(Fixtures.EX + slug);
    }

    /** The chain in a graph of ex:a ex:edge ex:b, walked in both directions. */
    private Table chain(String edges, String from, String to) {
        var batch = new BatchReader().add(Fixtures.file(folder, "edges.ttl", edges)).batch();
        try (var store = Store.inMemory()) {
            store.write(writer -> writer.add(batch.graph()));
            return store.read(view -> Chains.shortest(view, ex(from), ex(to), node -> QueryFactory.create("""
                    SELECT ?next ?by WHERE {
                      { <%1$s> ?by ?next } UNION { ?next ?by <%1$s> } FILTER isIRI(?next)
                    } ORDER BY ?next ?by""".formatted(node.getURI()))));
        }
    }

    private static List<String> shown(Table chain) {
        return chain.rows().stream()
                .map(row -> row.get("step").getLiteralLexicalForm() + " " + row.get("node").getLocalName() + " "
                        + row.get("by").getLocalName() + " " + row.get("next").getLocalName())
                .toList();
    }

    @Test
    void theShortestChainIsTakenThoughALongerOneComesFirst() {
        var chain = chain("ex:a ex:p ex:b . ex:b ex:p ex:c . ex:c ex:p ex:z . ex:a ex:p ex:y . ex:y ex:p ex:z .", "a", "z");
        assertEquals(List.of("1 a p y", "2 y p z"), shown(chain));
        assertEquals(List.of("step", "node", "next", "by"), chain.columns());
    }

    @Test
    void ofChainsOfOneLengthTheFirstInTheOrderOfTheStepsIsTaken() {
        assertEquals(
                List.of("1 a p c", "2 c p z"),
                shown(chain("ex:a ex:p ex:d , ex:c . ex:d ex:p ex:z . ex:c ex:p ex:z .", "a", "z")));
    }

    @Test
    void aStepShowsAllThatItRestsOn() {
        assertEquals(List.of("1 a p z", "1 a q z"), shown(chain("ex:a ex:p ex:z ; ex:q ex:z .", "a", "z")));
    }

    @Test
    void circlesEnd() {
        var chain = chain("ex:a ex:p ex:b . ex:b ex:p ex:a , ex:b . ex:y ex:p ex:z .", "a", "z");
        assertEquals(List.of(), chain.rows());
        assertEquals(List.of("step", "node", "next", "by"), chain.columns());
    }

    @Test
    void fromAThingToItselfThereIsNothingToGo() {
        assertEquals(List.of(), chain("ex:a ex:p ex:b .", "a", "a").rows());
    }

    @Test
    void aThingThatIsNotInTheGraphHasNoChain() {
        assertEquals(List.of(), chain("ex:a ex:p ex:b .", "nowhere", "a").rows());
    }
}
