package io.firmament;

import io.firmament.federate.Services;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** A second endpoint on this machine, in the place of one that a question asks over the network: Fuseki as it comes. */
public final class Mirror implements AutoCloseable {

    public static final String WIKIDATA = "https://query.wikidata.org/sparql";

    /** What it holds: invented, in Wikidata's shape. */
    public static final Path DATA = Path.of("src/test/resources/linked/wikidata.ttl");

    private final FusekiServer server;

    public Mirror() {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        RDFDataMgr.read(dataset, DATA.toString());
        server = FusekiServer.create().port(0).loopback(true).add("/sparql", dataset, false).start();
    }

    public String address() {
        return "http://localhost:" + server.getPort() + "/sparql";
    }

    /** What lets a graph ask it, by the name that questions use. */
    public Services services() {
        return Services.of(List.of(WIKIDATA + "=" + address()));
    }

    @Override
    public void close() {
        server.stop();
    }
}
