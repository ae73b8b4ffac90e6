package io.firmament.browser;

import io.firmament.KnowledgeGraph;
import io.firmament.serve.ServerOptions;
import java.net.URI;

/** What the browsers look at. Each is started when first asked for, and runs until the tests end. */
final class Servers {

    private Servers() {}

    /** The real graph. */
    static URI real() {
        return Real.ADDRESS;
    }

    private static final class Real {
        static final URI ADDRESS = serve(KnowledgeGraph.open());
    }

    /** The world with hostile names and large hubs. */
    static URI invented() {
        return Invented.ADDRESS;
    }

    private static final class Invented {
        static final URI ADDRESS = serve(KnowledgeGraph.with().home(World.home()).open());
    }

    private static URI serve(KnowledgeGraph graph) {
        var server = graph.serve(ServerOptions.defaults().withPort(0));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server.address();
    }
}
