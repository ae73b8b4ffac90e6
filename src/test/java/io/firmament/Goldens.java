package io.firmament;

import io.firmament.store.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** Results as golden files hold them: CSV as SPARQL 1.1 defines it, but with plain line ends, so that diffs are readable. */
final class Goldens {

    private Goldens() {}

    static String csv(Table table) {
        return csv(table.columns(), table.rows().stream()
                .map(row -> table.columns().stream().map(c -> text(row.get(c))).toList()));
    }

    static String csv(List<String> columns, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(columns), rows)
                .map(cells -> cells.stream().map(Goldens::quoted).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining());
    }

    private static String text(@org.jspecify.annotations.Nullable Node node) {
        return node == null ? "" : node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI();
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
