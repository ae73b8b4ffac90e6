package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pictures that fit an entity: of each question that has a picture and takes such a thing, the answer drawn. */
final class PictureGallery {

    private PictureGallery() {}

    /**
     * Draws what the questions with a picture answer about a thing. Where an answer has nothing to draw, there is no picture.
     *
     * @param iri the thing
     * @param typesAndSchemes its classes, and the schemes that it is in
     * @return for each picture {@code title}, {@code href} (the question's page), {@code svg} (markup, safe as it stands) and
     *     {@code caption}; the values are texts
     */
    static List<Map<String, Object>> of(KnowledgeGraph graph, String iri, Set<String> typesAndSchemes, Visit visit) {
        return List.of();
    }
}
