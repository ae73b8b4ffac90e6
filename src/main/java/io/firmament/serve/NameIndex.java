package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.link.Match;
import io.firmament.query.ParameterType;
import io.firmament.vocab.FM;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;

/** All names as a script, for pages without a server: what {@link SearchPage} finds there, {@code copy.js} finds here. */
final class NameIndex {

    private NameIndex() {}

    /** A line for each thing: its page, its labels and kinds in each language, and its names; entities come first. */
    static String of(KnowledgeGraph graph) {
        var kinds = kinds(graph);
        return Stream.of(FM.Entity, FM.Article, ParameterType.KIND.thingClass().orElseThrow())
                .flatMap(type -> graph.named(type.getURI()).entrySet().stream())
                .map(thing -> line(thing.getKey(), thing.getValue(), kinds.getOrDefault(thing.getKey(), List.of("", ""))))
                .collect(Collectors.joining(",\n", "window.firmamentNames = [\n", "\n];\n"));
    }

    private static String line(String iri, List<Match> names, List<String> kinds) {
        var first = names.get(0);
        var line = new JsonArray();
        line.add(SiteAddress.of(Language.EN, Places.path(iri).orElse("/")).file().substring(Language.EN.code.length() + 1));
        line.add(first.label());
        line.add(first.labelZh());
        kinds.forEach(line::add);
        names.stream().map(Match::name).sorted().forEach(line::add);
        return line.toString().replaceAll("\\s*\\R\\s*", "");
    }

    /** The labels of each entity's kinds, in English and in Chinese. */
    private static Map<String, List<String>> kinds(KnowledgeGraph graph) {
        Map<String, List<String>> kinds = new HashMap<>();
        var answer = graph.query("""
                PREFIX fm: <https://w3id.org/firmament/ontology#>
                SELECT ?thing ?kind WHERE { ?thing a fm:Entity ; fm:kind ?kind } ORDER BY ?thing ?kind""");
        for (var row : answer) {
            var labels = Stream.of(Language.EN, Language.ZH).map(language -> row.label("kind", language.tag)).toList();
            kinds.merge(row.iri("thing").orElseThrow(), labels, NameIndex::both);
        }
        return kinds;
    }

    private static List<String> both(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            all.add(some.get(i) + ", " + more.get(i));
        }
        return all;
    }
}
