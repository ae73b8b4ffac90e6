package io.firmament;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.read.BatchReader;
import io.firmament.vocab.Prefixes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That the ontology changes without leaving anybody behind: what was released stays, what is given up names its replacement
 * and has a migration. The history is short still; a renaming that never was shows that the rules of it hold.
 *
 * <p>When a version comes out, {@code -Drelease.write=true} writes the list of its terms.
 */
class OntologyHistoryTest {

    private static final String IRI = "https://w3id.org/firmament/ontology";
    private static final Node DEPRECATED = NodeFactory.createURI(OWL.NS + "deprecated");
    private static final String OLD = """
            @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
            <https://w3id.org/firmament/ontology/0.2.0> a owl:Ontology ;
                dcterms:isVersionOf <https://w3id.org/firmament/ontology> ; owl:priorVersion <https://w3id.org/firmament/ontology/0.1.0> ;
                owl:versionInfo "0.2.0" ; rdfs:label "0.2.0"@en , "0.2.0"@zh-Hans .
            fm:concerns a owl:ObjectProperty ; owl:deprecated true ; dcterms:isReplacedBy fm:about ;
                rdfs:label "concerns"@en , "涉及"@zh-Hans ;
                skos:definition "What it concerns."@en , "所涉及的对象。"@zh-Hans ;
                skos:changeNote <https://w3id.org/firmament/ontology/change/concerns> .
            <https://w3id.org/firmament/ontology/change/concerns> dcterms:isPartOf <https://w3id.org/firmament/ontology/0.2.0> ;
                rdf:value "Renamed to fm:about."@en , "改名为 fm:about。"@zh-Hans .
            """;
    private static final String MIGRATION = """
            # fm:concerns was renamed, for it was taken for fm:topic.
            PREFIX fm: <https://w3id.org/firmament/ontology#>
            DELETE { ?statement fm:concerns ?entity } INSERT { ?statement fm:about ?entity } WHERE { ?statement fm:concerns ?entity }
            """;

    @TempDir
    private Path folder;

    private static Set<String> terms(Graph ontology) {
        return ontology.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .map(Triple::getSubject)
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(iri -> iri.startsWith(IRI + "#") || iri.startsWith(IRI + "/kind/"))
                .map(iri -> Prefixes.shorten(iri).orElseThrow())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Node> versions(Graph ontology) {
        return ontology.stream(Node.ANY, DCTerms.isVersionOf.asNode(), NodeFactory.createURI(IRI))
                .map(Triple::getSubject)
                .collect(Collectors.toSet());
    }

    private static String number(Node version) {
        return version.getURI().substring(IRI.length() + 1);
    }

    /** What is wrong with the history of an ontology in a folder. */
    private static Set<String> faults(Path folder, Graph ontology) throws IOException {
        var faults = new TreeSet<String>();
        for (var version : versions(ontology)) {
            var list = folder.resolve("released/" + number(version) + ".txt");
            if (!ontology.contains(version, DCTerms.issued.asNode(), Node.ANY)) {
                continue;
            }
            if (!Files.exists(list)) {
                faults.add(number(version) + " is out and its terms are listed nowhere: run with -Drelease.write=true");
                continue;
            }
            var gone = new TreeSet<>(Files.readAllLines(list));
            gone.removeAll(terms(ontology));
            gone.forEach(term -> faults.add(term + " of " + number(version) + " has vanished: deprecate it"));
        }
        var current = NodeFactory.createURI(IRI + "/" + ontology.stream(NodeFactory.createURI(IRI), OWL.versionInfo.asNode(), Node.ANY)
                .findFirst().orElseThrow().getObject().getLiteralLexicalForm());
        if (versions(ontology).stream().filter(v -> !ontology.contains(Node.ANY, OWL.priorVersion.asNode(), v)).anyMatch(v -> !v.equals(current))) {
            faults.add("the newest version of history.ttl is not that of firmament.ttl");
        }
        var used = text(folder, "rules|shapes|lints") + text(Path.of("queries"), ".*");
        var migrations = text(folder, "migrations");
        ontology.stream(Node.ANY, DEPRECATED, Node.ANY).map(t -> Prefixes.shorten(t.getSubject().getURI()).orElseThrow()).forEach(term -> {
            if (!names(migrations, term)) {
                faults.add(term + " is deprecated and no migration names it");
            }
            if (names(used, term)) {
                faults.add(term + " is deprecated and still asked for");
            }
        });
        return faults;
    }

    private static boolean names(String text, String term) {
        return Pattern.compile("(?<![\\w:-])" + Pattern.quote(term) + "(?![\\w-])").matcher(text).find();
    }

    private static String text(Path folder, String parts) throws IOException {
        try (var files = Files.walk(folder)) {
            var text = new StringBuilder();
            for (var file : files.filter(f -> f.toString().matches(".*\\.(rq|ru|ttl)")).filter(f -> f.getParent().getFileName().toString().matches(parts)).toList()) {
                text.append(Files.readString(file).replaceAll("(?m)^\\s*#.*$", "")).append('\n');
            }
            return text.toString();
        }
    }

    /** The ontology with a renaming in it. */
    private Graph renamed() {
        var file = Fixtures.file(folder, "renaming.ttl", OLD);
        var reader = new BatchReader();
        Fixtures.TERMS.forEach(part -> reader.add(Fixtures.ONTOLOGY.resolve(part)));
        return reader.add(file).batch().graph();
    }

    @Test
    void theHistoryOfTheOntologyHasNoFaults() throws IOException {
        var ontology = Fixtures.ontology().graph();
        if (Boolean.getBoolean("release.write")) {
            for (var version : versions(ontology)) {
                var list = Fixtures.ONTOLOGY.resolve("released/" + number(version) + ".txt");
                if (ontology.contains(version, DCTerms.issued.asNode(), Node.ANY) && !Files.exists(list)) {
                    Files.createDirectories(list.getParent());
                    Files.write(list, terms(ontology));
                }
            }
        }
        assertEquals(Set.of(), faults(Fixtures.ONTOLOGY, ontology));
    }

    @Test
    void whatVanishesOrIsGivenUpWithoutAMigrationIsFound() throws IOException {
        var ontology = renamed();
        ontology.add(NodeFactory.createURI(IRI + "/0.1.0"), DCTerms.issued.asNode(), NodeFactory.createLiteralString("2026-12-01"));
        assertEquals(
                Set.of(
                        "0.1.0 is out and its terms are listed nowhere: run with -Drelease.write=true",
                        "fm:concerns is deprecated and no migration names it",
                        "the newest version of history.ttl is not that of firmament.ttl"),
                faults(folder, ontology));

        Files.createDirectories(folder.resolve("released"));
        Files.write(folder.resolve("released/0.1.0.txt"), List.of("fm:about", "fm:aboutness", "kind:joining"));
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations/0.2.0.ru"), MIGRATION);
        ontology.add(NodeFactory.createURI(IRI), OWL.versionInfo.asNode(), NodeFactory.createLiteralString("0.2.0"));
        ontology.delete(NodeFactory.createURI(IRI), OWL.versionInfo.asNode(), NodeFactory.createLiteralString("0.1.0"));
        assertEquals(Set.of("fm:aboutness of 0.1.0 has vanished: deprecate it"), faults(folder, ontology));
    }

    @Test
    void oldDataIsToldOfWithFileAndLineAndFitsOnceItIsMigrated() throws IOException {
        var home = folder.resolve("home");
        Files.createDirectories(home.resolve("data"));
        copy(Fixtures.ONTOLOGY, home.resolve("ontology"));
        Files.createDirectories(home.resolve("queries"));
        var history = home.resolve("ontology/history.ttl");
        Files.writeString(history, Files.readString(history) + Fixtures.PREFIXES + OLD);
        Files.createDirectories(home.resolve("ontology/migrations"));
        Files.writeString(home.resolve("ontology/migrations/0.2.0.ru"), MIGRATION);
        Files.copy(Fixtures.BASE, home.resolve("data/base.ttl"));
        var turtle = """
                ex:old a fm:Statement ; fm:kind kind:judgement ; fm:subject ex:ann ;
                    fm:gist "It will grow."@en , "会增长。"@zh-Hans ;
                    fm:concerns ex:acme ;
                    %s .
                """.formatted(Fixtures.evidence(1, 5, "opinion"));
        var old = Fixtures.file(folder, "old.ttl", turtle);
        var builder = KnowledgeGraph.with().home(home);

        var findings = builder.check(List.of(old)).findings().stream().filter(f -> f.rule().equals("deprecated-term")).toList();
        assertEquals(1, findings.size(), findings::toString);
        assertEquals("fm:concerns is not used any more: write fm:about instead; the command  migrate  rewrites whole files.",
                findings.get(0).message().replaceFirst(" Found: .*", ""));
        assertEquals(Fixtures.PREFIXES.lines().count() + 3, findings.get(0).origin().line());

        var today = folder.resolve("today");
        assertTrue(builder.migrate(old, today));
        assertTrue(Files.readString(old).contains("fm:concerns"), "the file itself stays");
        assertTrue(Files.readString(today.resolve("old.ttl")).contains("fm:about"));
        assertTrue(builder.check(List.of(today.resolve("old.ttl"))).conforms());

        assertThrows(FirmamentException.class, () -> builder.migrate(old, today), "nothing is written over");
        assertEquals(false, builder.migrate(Fixtures.BASE, today));
        assertEquals(-1, Files.mismatch(Fixtures.BASE, today.resolve(Fixtures.BASE.getFileName())), "what is of today is copied");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
