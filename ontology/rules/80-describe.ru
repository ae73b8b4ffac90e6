# What the data set says of itself in figures, in VoID (https://www.w3.org/TR/void/): how much there is, of which
# classes and properties, what leads to other data sets, and what to look at first. What is only said stands in
# data/dataset.ttl.
#
# The counts are those of the graph without its description, which is whatever lies under
# https://w3id.org/firmament/dataset, and without the catalogue, under https://w3id.org/firmament/query/.
# A part is named by what makes it a part, without the scheme: the same graph gives the same IRIs.

PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX fm: <https://w3id.org/firmament/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX void: <http://rdfs.org/ns/void#>
PREFIX void-ext: <http://ldf.fi/void-ext#>

INSERT {
  <https://w3id.org/firmament/dataset> a void:Dataset ; void:triples ?triples ; void:entities ?entities ; void:classes ?classes ;
    void:properties ?properties ; void:distinctSubjects ?subjects ; void:distinctObjects ?objects
}
WHERE {
  { SELECT ( COUNT(*) AS ?triples ) ( COUNT(DISTINCT ?s) AS ?subjects ) ( COUNT(DISTINCT ?p) AS ?properties ) ( COUNT(DISTINCT ?o) AS ?objects )
    WHERE { ?s ?p ?o FILTER ( !REGEX(STR(?s), "^https://w3id[.]org/firmament/(dataset|query/)") ) } }
  { SELECT ( COUNT(DISTINCT ?class) AS ?classes )
    WHERE { ?s a ?class FILTER ( !REGEX(STR(?s), "^https://w3id[.]org/firmament/(dataset|query/)") ) } }
  { SELECT ( COUNT(DISTINCT ?entity) AS ?entities ) WHERE { ?entity a fm:Entity } }
} ;

INSERT {
  <https://w3id.org/firmament/dataset> void:propertyPartition ?part .
  ?part void:property ?property ; void:triples ?triples
}
WHERE {
  { SELECT ?property ( COUNT(*) AS ?triples )
    WHERE { ?s ?property ?o FILTER ( !REGEX(STR(?s), "^https://w3id[.]org/firmament/(dataset|query/)") ) }
    GROUP BY ?property }
  BIND ( IRI(CONCAT("https://w3id.org/firmament/dataset#property=", REPLACE(REPLACE(STR(?property), "^https?://", ""), "#", "/"))) AS ?part )
} ;

INSERT {
  <https://w3id.org/firmament/dataset> void:classPartition ?part .
  ?part void:class ?class ; void:entities ?entities
}
WHERE {
  { SELECT ?class ( COUNT(DISTINCT ?s) AS ?entities )
    WHERE { ?s a ?class FILTER ( !REGEX(STR(?s), "^https://w3id[.]org/firmament/(dataset|query/)") ) }
    GROUP BY ?class }
  BIND ( IRI(CONCAT("https://w3id.org/firmament/dataset#class=", REPLACE(REPLACE(STR(?class), "^https?://", ""), "#", "/"))) AS ?part )
} ;

# What the things of a class have: told of the classes of our own, of which the others are made.

INSERT {
  ?classPart void:propertyPartition ?part .
  ?part void:property ?property ; void:triples ?triples
}
WHERE {
  { SELECT ?classPart ?property ( COUNT(*) AS ?triples )
    WHERE {
      ?class a owl:Class .
      <https://w3id.org/firmament/dataset> void:classPartition ?classPart .
      ?classPart void:class ?class .
      ?s a ?class ; ?property ?o
    }
    GROUP BY ?classPart ?property }
  BIND ( IRI(CONCAT(STR(?classPart), "&property=", REPLACE(REPLACE(STR(?property), "^https?://", ""), "#", "/"))) AS ?part )
} ;

# And where that leads: to things of which class, to values of which datatype.

INSERT {
  ?propertyPart void:classPartition ?part .
  ?part void:class ?objectClass ; void:triples ?triples
}
WHERE {
  { SELECT ?propertyPart ?objectClass ( COUNT(*) AS ?triples )
    WHERE {
      <https://w3id.org/firmament/dataset> void:classPartition ?classPart .
      ?classPart void:class ?class ; void:propertyPartition ?propertyPart .
      ?propertyPart void:property ?property .
      ?s a ?class ; ?property ?o .
      ?o a ?objectClass .
      ?objectClass a owl:Class
    }
    GROUP BY ?propertyPart ?objectClass }
  BIND ( IRI(CONCAT(STR(?propertyPart), "&class=", REPLACE(REPLACE(STR(?objectClass), "^https?://", ""), "#", "/"))) AS ?part )
} ;

INSERT {
  ?propertyPart void-ext:datatypePartition ?part .
  ?part void-ext:datatype ?datatype ; void:triples ?triples
}
WHERE {
  { SELECT ?propertyPart ?datatype ( COUNT(*) AS ?triples )
    WHERE {
      <https://w3id.org/firmament/dataset> void:classPartition ?classPart .
      ?classPart void:class ?class ; void:propertyPartition ?propertyPart .
      ?propertyPart void:property ?property .
      ?s a ?class ; ?property ?o .
      FILTER ( isLiteral(?o) )
      BIND ( DATATYPE(?o) AS ?datatype )
    }
    GROUP BY ?propertyPart ?datatype }
  BIND ( IRI(CONCAT(STR(?propertyPart), "&datatype=", REPLACE(REPLACE(STR(?datatype), "^https?://", ""), "#", "/"))) AS ?part )
} ;

# What leads from our entities to theirs, by data set and property: the identifiers say of which scheme a link is. Where there
# is no identity link, there are pages at the other end and no data set.

INSERT {
  <https://w3id.org/firmament/dataset> void:subset ?links .
  ?links a void:Linkset ; void:linkPredicate ?property ; void:triples ?triples ;
    void:subjectsTarget <https://w3id.org/firmament/dataset> ; void:objectsTarget ?target .
  ?target a void:Dataset ; dcterms:title ?title ; void:uriSpace ?space
}
WHERE {
  { SELECT ?scheme ?property ( COUNT(*) AS ?triples )
    WHERE {
      { SELECT DISTINCT ?scheme ?entity ?property ?iri
        WHERE {
          ?scheme fm:linkProperty skos:exactMatch .
          VALUES ?property { skos:exactMatch skos:closeMatch rdfs:seeAlso }
          ?entity schema:identifier ?identifier ; ?property ?iri .
          ?identifier schema:propertyID ?scheme ; schema:url ?iri .
        } }
    }
    GROUP BY ?scheme ?property }
  ?scheme rdfs:label ?title .
  OPTIONAL { ?scheme fm:iriPrefix ?prefix FILTER ( ?prefix != "" ) BIND ( ?prefix AS ?space ) }
  BIND ( REPLACE(STR(?scheme), "^.*/", "") AS ?name )
  BIND ( IRI(CONCAT("https://w3id.org/firmament/dataset#", ?name)) AS ?target )
  BIND ( IRI(CONCAT("https://w3id.org/firmament/dataset#links=", ?name, "&property=", REPLACE(REPLACE(STR(?property), "^https?://", ""), "#", "/"))) AS ?links )
} ;

# Of each class of entities the one that most is said of; a number of five digits sorts as a text does.

INSERT { <https://w3id.org/firmament/dataset> void:exampleResource ?entity }
WHERE {
  { SELECT ?class ( MAX(?ranked) AS ?first )
    WHERE {
      { SELECT ?class ?thing ( CONCAT(SUBSTR(STR(100000 + COUNT(?statement)), 2), " ", STR(?thing)) AS ?ranked )
        WHERE { ?class rdfs:subClassOf fm:Entity . ?thing a ?class . ?statement fm:subject ?thing }
        GROUP BY ?class ?thing }
    }
    GROUP BY ?class }
  BIND ( IRI(STRAFTER(?first, " ")) AS ?entity )
} ;

# From the articles, all that rests on them is reached; they also say from when to when it goes.

INSERT {
  <https://w3id.org/firmament/dataset> void:rootResource ?article .
  <https://w3id.org/firmament/dataset#period> a dcterms:PeriodOfTime ; dcat:startDate ?first ; dcat:endDate ?last
}
WHERE {
  ?article a fm:Article .
  { SELECT ( MIN(?earliest) AS ?first ) ( MAX(?latest) AS ?last )
    WHERE { ?each a fm:Article ; fm:earliest ?earliest ; fm:latest ?latest } }
}
