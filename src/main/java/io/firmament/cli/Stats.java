package io.firmament.cli;

import io.firmament.query.Format;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        description = "What the graph holds: entities, statements, evidences, articles, direct edges.")
final class Stats implements Callable<Integer> {

    @Mixin
    private Opening opening = new Opening();

    @Override
    public Integer call() {
        try (var graph = opening.open()) {
            Format.TABLE.write(graph.ask("counts", Map.of()), "en", System.out);
            return 0;
        }
    }
}
