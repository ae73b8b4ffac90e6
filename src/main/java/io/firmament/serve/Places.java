package io.firmament.serve;

import io.firmament.vocab.Prefixes;
import io.firmament.vocab.FM;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where on this server things are: their IRIs are proposed at w3id.org, and resolved here. */
final class Places {

    private static final String ROOT = FM.ROOT.substring(0, FM.ROOT.length() - 1);

    /** The document of our classes and properties, which stand behind its hash. */
    static final String ONTOLOGY = ROOT + "/ontology";

    private static final Pattern OTHERS = Pattern.compile(Pattern.quote(ROOT) + "/(ontology|dataset|query)([#/].*)?");

    private Places() {}

    /** The path of a thing's page; empty for what is not ours. */
    static Optional<String> path(String iri) {
        var ours = iri.startsWith(FM.ID) || OTHERS.matcher(iri).matches();
        if (!ours) {
            return Optional.empty();
        }
        var path = iri.substring(ROOT.length());
        var hash = path.indexOf('#');
        // Of what stands behind a hash, only the terms have their places on the page.
        var anchor = hash >= 0 && isTerm(iri) ? path.substring(hash + 1) : null;
        try {
            return Optional.of(new URI(null, null, hash < 0 ? path : path.substring(0, hash), anchor).toASCIIString());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether an IRI is of the ontology, and not of what is said with it. */
    static boolean isTerm(String iri) {
        return iri.startsWith(ONTOLOGY);
    }

    /** The IRI of what a path stands for. */
    static String iri(String path) {
        return ROOT + path;
    }

    /** Whether things may stand behind the hash of an IRI of ours: all individuals have a path of their own. */
    static boolean isDocument(String iri) {
        return iri.equals(ONTOLOGY) || iri.startsWith(ROOT + "/dataset") || iri.startsWith(ROOT + "/query/");
    }

    /** The last part of an IRI. */
    static String slug(String iri) {
        return Prefixes.localName(iri);
    }
}
