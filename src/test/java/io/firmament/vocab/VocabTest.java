package io.firmament.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.Fixtures;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

class VocabTest {

    private static List<Node> constants() {
        return Arrays.stream(FM.class.getFields())
                .filter(f -> Modifier.isStatic(f.getModifiers()) && f.getType() == Node.class)
                .map(f -> {
                    try {
                        return (Node) f.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    @Test
    void everyTermThatJavaNamesIsInTheOntology() {
        var ontology = Fixtures.ontology().graph();
        var missing = constants().stream().filter(term -> !ontology.contains(term, RDF.type.asNode(), Node.ANY)).toList();

        assertFalse(constants().isEmpty());
        assertEquals(List.of(), missing);
    }

    @Test
    void everyConstantIsNamedAsItsTerm() throws ReflectiveOperationException {
        for (var field : FM.class.getFields()) {
            if (field.getType() == Node.class) {
                assertEquals(FM.NS + field.getName(), ((Node) field.get(null)).getURI());
            }
        }
    }

    @Test
    void theNamespacesOfTermsAndKindsAreThoseOfTheOntology() {
        var ontology = Fixtures.ontology().graph();
        for (var namespace : List.of(FM.NS, FM.KIND)) {
            assertTrue(ontology.stream().anyMatch(t -> t.getSubject().isURI() && t.getSubject().getURI().startsWith(namespace)), namespace);
        }
    }
}
