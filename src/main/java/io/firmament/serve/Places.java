package io.firmament.serve;

import io.firmament.vocab.Prefixes;
import io.firmament.vocab.FM;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where on this server things are: their IRIs are proposed at w3id.org, and resolved here. */
final class Places {

    private static final String ROOT = FM.ID.substring(0, FM.ID.length() - "/id/".length());
    private static final String ONTOLOGY = "/ontology";

    private Places() {}

    /** The path of a thing's page; empty for what is not ours. */
    static Optional<String> path(String iri) {
        var ours = iri.startsWith(FM.ID) || iri.equals(ROOT + ONTOLOGY) || iri.startsWith(ROOT + ONTOLOGY + "#")
                || iri.startsWith(ROOT + ONTOLOGY + "/");
        if (!ours) {
            return Optional.empty();
        }
        var path = iri.substring(ROOT.length());
        var hash = path.indexOf('#');
        try {
            return Optional.of(
                    new URI(null, null, hash < 0 ? path : path.substring(0, hash), hash < 0 ? null : path.substring(hash + 1))
                            .toASCIIString());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The IRI of what a path stands for. */
    static String iri(String path) {
        return ROOT + path;
    }

    /** The last part of an IRI. */
    static String slug(String iri) {
        return Prefixes.localName(iri);
    }
}
