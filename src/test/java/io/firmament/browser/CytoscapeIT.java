package io.firmament.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The export for Cytoscape, read by Cytoscape.js itself, which refuses edges without ends and ids that stand twice. */
class CytoscapeIT {

    @RegisterExtension
    static final Browser browser = new Browser(Servers::real);

    /** Reads an export without drawing it; the answer tells of the file and of the graph that came of it. */
    private static final String READ = """
            const [path, done] = arguments;
            const labels = pairs => JSON.stringify(pairs.map(pair => pair.join(' ')).sort());
            async function read() {
              const answer = await fetch(path);
              if (!answer.ok) throw new Error(answer.status + ': ' + await answer.text());
              const file = await answer.json();
              const written = [...file.elements.nodes, ...file.elements.edges].map(e => [e.data.id, e.data.label]);
              const cy = cytoscape({ headless: true, ...file });
              return {
                nodes: file.elements.nodes.length, edges: file.elements.edges.length,
                readNodes: cy.nodes().length, readEdges: cy.edges().length,
                same: labels(written) === labels(cy.elements().map(e => [e.id(), e.data('label')])),
              };
            }
            const library = document.createElement('script');
            library.src = '/lib/cytoscape.min.js';
            library.onload = () => read().then(done, fault => done({ fault: String(fault) }));
            document.head.append(library);""";

    @ParameterizedTest
    @ValueSource(strings = {"lang=en", "lang=zh", "level=statements&lang=en", "near=bytedance&limit=30&lang=zh",
        "question=shortest-chain&from=zhou-chang&to=zhipu-ai"})
    void itIsReadBackWithEqualCountsAndLabels(String part) {
        var read = (Map<?, ?>) browser.open("/").scriptThatWaits(READ, "/export/cytoscape?" + part);
        assertNull(read.get("fault"));
        assertTrue((long) read.get("nodes") > 1 && (long) read.get("edges") > 0, read::toString);
        assertEquals(List.of(read.get("nodes"), read.get("edges"), true),
                List.of(read.get("readNodes"), read.get("readEdges"), read.get("same")));
    }
}
