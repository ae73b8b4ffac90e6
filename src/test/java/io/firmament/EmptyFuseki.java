package io.firmament;

import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** Fuseki as it comes, with nothing in it: what our server's start is compared with. */
public final class EmptyFuseki {

    private EmptyFuseki() {}

    public static void main(String[] arguments) {
        var server = FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/sparql", DatasetGraphFactory.createTxnMem(), false)
                .start();
        System.out.println("http://localhost:" + server.getPort() + "/sparql");
    }
}
