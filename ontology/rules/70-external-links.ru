# Links to other data sets, from the identifiers that the curators keep. What link a scheme makes, and
# how an IRI is made of its identifiers, stands on the scheme. An identity link needs an identifier
# that is verified and names the entity itself.

PREFIX kind: <https://w3id.org/firmament/ontology/kind/>
PREFIX fm: <https://w3id.org/firmament/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT { ?identifier schema:url ?iri }
WHERE {
  ?scheme fm:iriPrefix ?prefix .
  ?identifier schema:propertyID ?scheme ; schema:value ?value .
  BIND ( IRI(CONCAT(?prefix, REPLACE(?value, " ", ""))) AS ?iri )
} ;

INSERT { ?entity ?link ?iri }
WHERE {
  ?scheme fm:linkProperty ?sure ; fm:looseLinkProperty ?unsure .
  ?identifier schema:propertyID ?scheme ; fm:confidence ?confidence ; schema:url ?iri .
  ?entity schema:identifier ?identifier .
  OPTIONAL { ?identifier fm:reach ?reach }
  BIND ( IF(BOUND(?reach), rdfs:seeAlso, IF(?confidence = kind:verified, ?sure, ?unsure)) AS ?link )
} ;

INSERT { ?entity ?property ?value }
WHERE {
  ?scheme fm:valueProperty ?property .
  ?identifier schema:propertyID ?scheme ; fm:confidence kind:verified ; schema:value ?value .
  ?entity schema:identifier ?identifier .
  FILTER NOT EXISTS { ?identifier fm:reach ?reach }
} ;

INSERT { ?entity schema:sameAs ?iri }
WHERE { ?entity a fm:Entity ; skos:exactMatch ?iri }
