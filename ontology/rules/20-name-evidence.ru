# An evidence written as a blank node gets an IRI made from its statement, article and span: nothing
# in the graph is anonymous, and the same input gives the same graph.

PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX fm: <https://w3id.org/firmament/ontology#>

DELETE { ?statement fm:evidence ?blank . ?blank ?p ?o }
INSERT { ?statement fm:evidence ?evidence . ?evidence ?p ?o }
WHERE {
  ?statement fm:evidence ?blank .
  FILTER ( isBlank(?blank) )
  ?blank oa:hasSource ?article ; oa:start ?start ; oa:end ?end ; ?p ?o .
  ?article dcterms:identifier ?identifier .
  BIND ( IRI(CONCAT(STR(?statement), "/", ?identifier, "/", STR(?start), "-", STR(?end))) AS ?evidence )
} ;

INSERT { ?evidence a fm:Evidence } WHERE { ?statement fm:evidence ?evidence }
