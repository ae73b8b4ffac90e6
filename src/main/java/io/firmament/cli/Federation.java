package io.firmament.cli;

import io.firmament.federate.Services;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that says which other endpoints queries may ask, shared by the commands that answer queries. */
final class Federation {

    @Option(
            names = "--service",
            paramLabel = "IRI[=ADDRESS]",
            description = {
                "Let queries ask this SPARQL endpoint with SERVICE, by this IRI; with ADDRESS it is really asked there, at a mirror, say.",
                "May be given several times. Without it, no other server is ever asked."
            })
    private List<String> allowed = new ArrayList<>();

    Services services() {
        return Services.of(allowed);
    }
}
