# The same facts in the terms of other vocabularies, as alignments.ttl ties them to ours.

PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX fm: <https://w3id.org/firmament/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT { ?thing a ?other }
WHERE { ?class rdfs:subClassOf+ ?other . ?thing a ?class } ;

INSERT { ?s ?other ?o }
WHERE { ?property rdfs:subPropertyOf+ ?other . ?s ?property ?o } ;

INSERT { ?o ?inverse ?s }
WHERE { ?property owl:inverseOf|fm:impliesInverse ?inverse . ?s ?property ?o }
