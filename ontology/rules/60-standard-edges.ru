# The same facts in the terms of other vocabularies, as alignments.ttl ties them to ours: a fact whose
# subject or object is not what the other property asks for stays ours alone.

PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX fm: <https://w3id.org/firmament/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT { ?thing a ?other }
WHERE { ?class rdfs:subClassOf+ ?other . ?thing a ?class } ;

INSERT { ?s ?other ?o }
WHERE {
  ?property rdfs:subPropertyOf+ ?other . ?s ?property ?o
  FILTER NOT EXISTS { ?other rdfs:domain ?domain FILTER NOT EXISTS { ?s a ?domain } }
  FILTER NOT EXISTS { ?other rdfs:range ?range FILTER NOT EXISTS { ?o a ?range } }
} ;

INSERT { ?o ?inverse ?s }
WHERE {
  ?property owl:inverseOf|fm:impliesInverse ?inverse . ?s ?property ?o
  FILTER NOT EXISTS { ?inverse rdfs:domain ?domain FILTER NOT EXISTS { ?o a ?domain } }
  FILTER NOT EXISTS { ?inverse rdfs:range ?range FILTER NOT EXISTS { ?s a ?range } }
} ;

# Labels and other names of what the graph is about; those of terms and kinds are their own standard already.

INSERT { ?thing schema:name ?name }
WHERE { VALUES ?class { fm:Entity fm:Article } ?thing a ?class ; rdfs:label ?name } ;

INSERT { ?agent foaf:name ?name }
WHERE { ?agent a fm:Entity , foaf:Agent ; rdfs:label ?name } ;

INSERT { ?thing schema:alternateName ?name }
WHERE { ?thing a fm:Entity ; skos:altLabel ?name }
