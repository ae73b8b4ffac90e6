package io.firmament;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows of the house: which room may know which. */
class ArchitectureTest {

    private static final String ROOT = "io.firmament";

    /** For each room those that it may know. What stands here is the picture in the README. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            entry("serve", Set.of("federate", "reconcile", "picture", "link", "match", "graph", "query", "check", "verify", "store", "read", "vocab")),
            entry("picture", Set.of("query", "vocab")),
            entry("reconcile", Set.of("link", "match", "query", "store", "vocab")),
            entry("link", Set.of("match", "store", "read", "vocab")),
            entry("match", Set.of("store", "vocab")),
            entry("federate", Set.of()),
            entry("verify", Set.of("store", "vocab")),
            entry("graph", Set.of("store", "vocab")),
            entry("query", Set.of("store", "vocab")),
            entry("derive", Set.of("store", "vocab")),
            entry("check", Set.of("read", "vocab")),
            entry("store", Set.of()),
            entry("read", Set.of("vocab")),
            entry("vocab", Set.of()));

    private static JavaClasses main;

    @BeforeAll
    static void readClasses() {
        main = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
    }

    static Set<String> rooms() {
        return new TreeSet<>(MAY_KNOW.keySet());
    }

    private static String roomOf(JavaClass c) {
        return c.getPackageName().equals(ROOT) ? "" : c.getPackageName().substring(ROOT.length() + 1).replaceFirst("\\..*", "");
    }

    private static DescribedPredicate<JavaClass> ours() {
        return describe("are ours", c -> c.getPackageName().equals(ROOT) || c.getPackageName().startsWith(ROOT + "."));
    }

    private static DescribedPredicate<JavaClass> inRooms(Set<String> rooms) {
        return describe("are in " + rooms, c -> ours().test(c) && rooms.contains(roomOf(c)));
    }

    private static DescribedPredicate<JavaClass> from(String... packages) {
        return describe("are from " + List.of(packages), c -> List.of(packages).stream()
                .anyMatch(p -> c.getPackageName().equals(p) || c.getPackageName().startsWith(p + ".")));
    }

    private static DescribedPredicate<JavaClass> inRoot(String... names) {
        return describe("are " + List.of(names),
                c -> c.getPackageName().equals(ROOT) && List.of(names).contains(c.getName().replaceFirst(".*\\.", "").replaceFirst("\\$.*", "")));
    }

    @Test
    void everyRoomIsOnThePlan() {
        var rooms = main.stream().map(ArchitectureTest::roomOf).collect(Collectors.toCollection(TreeSet::new));
        var planned = new TreeSet<>(rooms());
        planned.addAll(Set.of("", "cli"));
        assertEquals(planned, rooms);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomKnowsOnlyThoseBelowItAndTheRootException(String room) {
        var known = inRooms(MAY_KNOW.get(room)).or(inRooms(Set.of(room))).or(inRoot("FirmamentException"));
        if (room.equals("serve")) {
            known = known.or(inRoot("KnowledgeGraph"));
        }
        classes().that(inRooms(Set.of(room)))
                .should().onlyDependOnClassesThat(known.or(DescribedPredicate.not(ours())))
                .check(main);
    }

    @Test
    void nothingKnowsTheCommandLine() {
        noClasses().that(DescribedPredicate.not(inRooms(Set.of("cli"))))
                .should().dependOnClassesThat(inRooms(Set.of("cli")))
                .check(main);
    }

    @Test
    void onlyTheFrontDoorAndTheCommandLineKnowTheServer() {
        noClasses().that(DescribedPredicate.not(inRooms(Set.of("", "cli", "serve"))))
                .should().dependOnClassesThat(inRooms(Set.of("serve")))
                .check(main);
    }

    @Test
    void onlyTheServerUsesFusekiJettyServletsAndTemplates() {
        noClasses().that(DescribedPredicate.not(inRooms(Set.of("serve"))))
                .should().dependOnClassesThat(
                        from("org.apache.jena.fuseki", "org.eclipse.jetty", "jakarta.servlet", "com.samskivert.mustache"))
                .check(main);
    }

    @Test
    void onlyTheCommandLineUsesPicocli() {
        noClasses().that(DescribedPredicate.not(inRooms(Set.of("cli"))))
                .should().dependOnClassesThat(from("picocli"))
                .check(main);
    }

    @Test
    void onlyTheMatcherUsesWhatReadsChineseAndLucene() {
        noClasses().that(DescribedPredicate.not(inRooms(Set.of("match"))))
                .should().dependOnClassesThat(from("com.github.houbb", "org.apache.lucene"))
                .check(main);
    }

    @Test
    void onlyTheCommandLinePrintsToTheTerminal() {
        noClasses().that(DescribedPredicate.not(inRooms(Set.of("cli"))))
                .should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err")
                .check(main);
    }

    @Test
    void noPackageIsADrawerForLeftovers() {
        noClasses().should().resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..").check(main);
    }

    @Test
    void noJavaSourceNamesAParticularKindOfStatementOrEntity() throws IOException {
        var kinds = subjects(Fixtures.ONTOLOGY.resolve("statements.ttl"), "kind:");
        assertFalse(kinds.isEmpty());
        var entities = new TreeSet<String>();
        try (var files = Files.list(Path.of("data/entities"))) {
            for (var file : files.toList()) {
                entities.addAll(subjects(file, "id:"));
            }
        }
        assertFalse(entities.isEmpty());
        var iris = Pattern.compile("\\b(?:kind[:/]|KIND \\+ \")(?<kind>[A-Za-z0-9-]+)|\\b(?:id[:/]|ID \\+ \")(?<entity>[A-Za-z0-9-]+)");
        var named = new ArrayList<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
                var matcher = iris.matcher(Files.readString(source));
                while (matcher.find()) {
                    if (kinds.contains(matcher.group("kind") + "") || entities.contains(matcher.group("entity") + "")) {
                        named.add(source.getFileName() + ": " + matcher.group());
                    }
                }
            }
        }
        assertEquals(List.of(), named);
    }

    /** What a Turtle file describes under a prefix. */
    private static Set<String> subjects(Path file, String prefix) throws IOException {
        var subjects = Pattern.compile("^" + prefix + "([A-Za-z0-9-]+)", Pattern.MULTILINE).matcher(Files.readString(file));
        return subjects.results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
