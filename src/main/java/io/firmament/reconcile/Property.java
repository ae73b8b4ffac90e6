package io.firmament.reconcile;

import io.firmament.vocab.FM;
import io.firmament.vocab.Prefixes;
import java.util.List;

/**
 * What can be asked about an entity.
 *
 * @param id as clients write it: the local name of a direct edge, with a caret for its other direction as in a SPARQL path; of an
 *     identifier, that of its scheme
 * @param name its label
 * @param description when to use it
 * @param holds what its values are
 * @param value what is selected as a value, in SPARQL
 * @param pattern how {@code ?entity} leads to it, in SPARQL
 */
record Property(String id, Text name, Text description, Holds holds, String value, String pattern) {

    /** What the values of a property are. */
    enum Holds {
        /** Other entities. */
        ENTITIES,
        /** What another data set calls the entity: it tells entities apart. */
        IDENTIFIERS,
        /** Texts, numbers, days. */
        FACTS
    }

    /** What the ontology does not list as edge or scheme, and is asked all the same. */
    static final List<Property> FACTS = List.of(
            fact("name", "name", "名称", "Its names, one in each language.", "每种语言一个正式名称。", "?value", "?entity rdfs:label ?value ."),
            fact("otherName", "other name", "别名", "Other names, in whatever script.", "其他名称，不限文字。", "?value", "?entity skos:altLabel ?value ."),
            fact("kind", "kind", "种类", "What kind of entity it is.", "属于哪一种类。", "?value", "?entity fm:kind ?value ."),
            fact("articles", "articles", "文章数", "How many articles tell of it.", "多少篇文章提及。", "( COUNT(DISTINCT ?article) AS ?value )", Parts.TOLD),
            fact("firstTold", "first told", "最早报道", "The day from which an article may first have told of it.", "最早一篇提及它的文章可能的最早日期。",
                    "( MIN(?day) AS ?value )", Parts.TOLD + " ?article fm:earliest ?day ."),
            fact("lastTold", "last told", "最近报道", "The day until which an article may last have told of it.", "最近一篇提及它的文章可能的最晚日期。",
                    "( MAX(?day) AS ?value )", Parts.TOLD + " ?article fm:latest ?day ."));

    private static final class Parts {
        static final String TOLD = "?statement ?part ?entity ; a fm:Statement ; fm:evidence/oa:hasSource ?article .";
    }

    private static Property fact(
            String id, String name, String nameZh, String description, String descriptionZh, String value, String pattern) {
        return new Property(id, new Text(name, nameZh), new Text(description, descriptionZh), Holds.FACTS, value, pattern);
    }

    /** A direct edge from the entity. */
    static Property from(String edge, Text name, Text description) {
        return new Property(
                Prefixes.localName(edge), name, description, Holds.ENTITIES, "?value", "?entity <%s> ?value . ?value a <%s> .".formatted(edge, FM.Entity));
    }

    /** The same edge to the entity. */
    static Property to(String edge, Text name, Text description) {
        return new Property(
                "^" + Prefixes.localName(edge), name, description, Holds.ENTITIES, "?value", "?value <%s> ?entity ; a <%s> .".formatted(edge, FM.Entity));
    }

    /** What another data set calls the entity itself, where that is verified. */
    static Property identifier(String scheme, Text name, Text description) {
        return new Property(Prefixes.localName(scheme), name, description, Holds.IDENTIFIERS, "?value", """
                ?entity schema:identifier ?identifier .
                ?identifier schema:propertyID <%s> ; schema:value ?value ; fm:confidence kind:verified .
                FILTER NOT EXISTS { ?identifier fm:reach ?reach }""".formatted(scheme));
    }

    boolean isCounted() {
        return value.startsWith("(");
    }
}
