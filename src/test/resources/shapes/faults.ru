# For each shape a fault that it must find in a description that was sound, and no other shape: its name, then an update.

# void-kind void-from void-part-of
DELETE { ?d a void:Dataset } WHERE { ?d void:uriSpace "https://w3id.org/firmament/id/" }
# void-title dcat-title
DELETE { ?d dcterms:title ?t } INSERT { ?d dcterms:title "Without language" } WHERE { ?d a dcat:Dataset ; dcterms:title ?t }
# void-description dcat-description
DELETE { ?d dcterms:description ?t } WHERE { ?d a dcat:Dataset ; dcterms:description ?t }
# void-creator dcat-creator
DELETE { ?d dcterms:creator ?c } INSERT { ?d dcterms:creator "Somebody" } WHERE { ?d a dcat:Dataset ; dcterms:creator ?c }
# void-publisher dcat-publisher
DELETE { ?d dcterms:publisher ?c } WHERE { ?d a dcat:Dataset ; dcterms:publisher ?c }
# void-homepage
INSERT { :catalog foaf:homepage ?h } WHERE { ?d a dcat:Dataset ; foaf:homepage ?h }
# void-licence dcat-licence
DELETE { ?d dcterms:license ?l } INSERT { ?d dcterms:license "CC BY 4.0" } WHERE { ?d a dcat:Dataset ; dcterms:license ?l }
# void-feature
INSERT { ?d void:feature <http://www.w3.org/TR/turtle/> } WHERE { ?d a dcat:Dataset }
# void-endpoint
DELETE { ?d void:sparqlEndpoint ?e } WHERE { ?d void:sparqlEndpoint ?e }
# void-dump
DELETE { ?d void:dataDump ?e } INSERT { ?d void:dataDump "/export/turtle" } WHERE { ?d void:dataDump ?e }
# void-root
INSERT { ?d void:rootResource "an article" } WHERE { ?d a dcat:Dataset }
# void-example
INSERT { ?d void:exampleResource <https://example.org/not-ours> } WHERE { ?d a dcat:Dataset }
# void-space
DELETE { ?d void:uriSpace ?s } INSERT { ?d void:uriSpace <https://w3id.org/firmament/id/> } WHERE { ?d a dcat:Dataset ; void:uriSpace ?s }
# void-vocabulary
INSERT { ?d void:vocabulary "skos" } WHERE { ?d a dcat:Dataset }
# void-all-triples sd-triples
DELETE { ?d void:triples ?n } WHERE { ?d a dcat:Dataset ; void:triples ?n }
# void-classes-of
DELETE { ?d void:classPartition ?p } WHERE { ?d a dcat:Dataset ; void:classPartition ?p }
# void-properties-of
DELETE { ?d void:propertyPartition ?p } WHERE { ?d a dcat:Dataset ; void:propertyPartition ?p }
# void-triples
DELETE { ?d void:triples ?n } INSERT { ?d void:triples "many" } WHERE { ?d a dcat:Dataset ; void:triples ?n }
# void-entities
DELETE { ?d void:entities ?n } INSERT { ?d void:entities -1 } WHERE { ?d a dcat:Dataset ; void:entities ?n }
# void-classes
INSERT { ?d void:classes 1 } WHERE { ?d a dcat:Dataset }
# void-properties
DELETE { ?d void:properties ?n } INSERT { ?d void:properties "142" } WHERE { ?d a dcat:Dataset ; void:properties ?n }
# void-subjects
DELETE { ?d void:distinctSubjects ?n } INSERT { ?d void:distinctSubjects 4.5e3 } WHERE { ?d a dcat:Dataset ; void:distinctSubjects ?n }
# void-objects
INSERT { ?d void:distinctObjects 0 } WHERE { ?d a dcat:Dataset }
# void-class-part void-class void-class-size
INSERT { ?d void:classPartition [] } WHERE { ?d a dcat:Dataset }
# void-class
DELETE { ?p void:class ?c } WHERE { ?d a dcat:Dataset ; void:classPartition ?p . ?p void:class ?c }
# void-class-size
DELETE { ?p void:entities ?n } WHERE { ?d a dcat:Dataset ; void:classPartition ?p . ?p void:entities ?n }
# void-property-part void-property void-property-size
INSERT { ?d void:propertyPartition [] } WHERE { ?d a dcat:Dataset }
# void-property
INSERT { ?p void:property rdfs:label , rdfs:comment } WHERE { ?d a dcat:Dataset ; void:propertyPartition ?p }
# void-property-size
DELETE { ?p void:triples ?n } WHERE { ?d a dcat:Dataset ; void:propertyPartition ?p . ?p void:triples ?n }
# void-datatype-part void-datatype
INSERT { ?p void-ext:datatypePartition [] } WHERE { ?d a dcat:Dataset ; void:propertyPartition ?p }
# void-datatype
DELETE { ?p void-ext:datatype ?t } INSERT { ?p void-ext:datatype "string" } WHERE { ?p void-ext:datatype ?t }
# void-from
DELETE { ?l void:subjectsTarget ?d } INSERT { ?l void:subjectsTarget ?other } WHERE { ?l void:subjectsTarget ?d ; void:objectsTarget ?other }
# void-to
DELETE { ?l void:objectsTarget ?d } INSERT { ?l void:objectsTarget <http://www.wikidata.org/> } WHERE { ?l void:objectsTarget ?d }
# void-link
DELETE { ?l void:linkPredicate ?p } INSERT { ?l void:linkPredicate rdf:type } WHERE { ?l void:linkPredicate ?p }
# void-links
DELETE { ?l void:triples ?n } WHERE { ?l a void:Linkset ; void:triples ?n }
# void-part-of
DELETE { ?d void:subset ?l } WHERE { ?d void:subset ?l }

# dcat-catalog-title
DELETE { ?c dcterms:title ?t } WHERE { ?c a dcat:Catalog ; dcterms:title ?t }
# dcat-catalog-description
INSERT { ?c dcterms:description "Again"@en } WHERE { ?c a dcat:Catalog }
# dcat-catalog-publisher
DELETE { ?c dcterms:publisher ?p } WHERE { ?c a dcat:Catalog ; dcterms:publisher ?p }
# dcat-lists
DELETE { ?c dcat:dataset ?d } WHERE { ?c dcat:dataset ?d }
# dcat-services
INSERT { ?c dcat:service <https://example.org/> } WHERE { ?c a dcat:Catalog }
# dcat-rights
DELETE { ?d dcterms:accessRights ?r } INSERT { ?d dcterms:accessRights "public" } WHERE { ?d dcterms:accessRights ?r }
# dcat-language
INSERT { ?d dcterms:language "en" } WHERE { ?d a dcat:Dataset }
# dcat-keyword
INSERT { ?d dcat:keyword "China" } WHERE { ?d a dcat:Dataset }
# dcat-theme
INSERT { ?d dcat:theme "economy" } WHERE { ?d a dcat:Dataset }
# dcat-landing-page
DELETE { ?d dcat:landingPage ?p } WHERE { ?d dcat:landingPage ?p }
# dcat-conforms
INSERT { ?d dcterms:conformsTo "the ontology" } WHERE { ?d a dcat:Dataset }
# dcat-version
DELETE { ?d dcat:version ?v } INSERT { ?d dcat:version 0.1 } WHERE { ?d dcat:version ?v }
# dcat-created
DELETE { ?d dcterms:created ?t } INSERT { ?d dcterms:created "2026" } WHERE { ?d dcterms:created ?t }
# dcat-frequency
DELETE { ?d dcterms:accrualPeriodicity ?f } INSERT { ?d dcterms:accrualPeriodicity "now and then" } WHERE { ?d dcterms:accrualPeriodicity ?f }
# dcat-spatial
INSERT { ?d dcterms:spatial "China" } WHERE { ?d a dcat:Dataset }
# dcat-temporal
INSERT { ?d dcterms:temporal "2023-2024" } WHERE { ?d a dcat:Dataset }
# dcat-distribution
INSERT { ?d dcat:distribution <https://example.org/file> } WHERE { ?d a dcat:Dataset }
# dcat-part-title
DELETE { ?p dcterms:title ?t } WHERE { ?p a dcat:Distribution ; dcterms:title ?t }
# dcat-access
DELETE { ?p dcat:accessURL ?u } WHERE { ?p dcat:accessURL ?u }
# dcat-download
INSERT { :turtle dcat:downloadURL "/export/turtle" } WHERE {}
# dcat-media
DELETE { :turtle dcat:mediaType ?m } INSERT { :turtle dcat:mediaType "text/turtle" } WHERE { :turtle dcat:mediaType ?m }
# dcat-package
DELETE { :csv dcat:packageFormat ?m } INSERT { :csv dcat:packageFormat <urn:zip> } WHERE { :csv dcat:packageFormat ?m }
# dcat-written-in
DELETE { :turtle dcat:mediaType ?m } WHERE { :turtle dcat:mediaType ?m }
# dcat-format
INSERT { :gexf dcterms:format "gexf" } WHERE {}
# dcat-part-licence
DELETE { :dot dcterms:license ?l } WHERE { :dot dcterms:license ?l }
# dcat-by-service
INSERT { :queried dcat:accessService :all } WHERE {}
# dcat-service-title
DELETE { ?s dcterms:title ?t } WHERE { ?s a dcat:DataService ; dcterms:title ?t }
# dcat-endpoint
DELETE { ?s dcat:endpointURL ?u } INSERT { ?s dcat:endpointURL "/sparql" } WHERE { ?s dcat:endpointURL ?u }
# dcat-endpoint-description
INSERT { ?s dcat:endpointDescription "SPARQL 1.1" } WHERE { ?s a dcat:DataService }
# dcat-serves
DELETE { ?s dcat:servesDataset ?d } WHERE { ?s dcat:servesDataset ?d }
# dcat-first
DELETE { ?p dcat:startDate ?t } INSERT { ?p dcat:startDate "2030-01-01"^^xsd:date } WHERE { ?p dcat:startDate ?t }
# dcat-last
DELETE { ?p dcat:endDate ?t } WHERE { ?p dcat:endDate ?t }
# dcat-name
DELETE { ?a foaf:name ?n } WHERE { ?a foaf:name ?n }

# sd-endpoint
DELETE { ?s sd:endpoint ?e } WHERE { ?s sd:endpoint ?e }
# sd-endpoint-of-one
INSERT { <urn:other> sd:endpoint ?e } WHERE { ?s sd:endpoint ?e }
# sd-language
INSERT { ?s sd:supportedLanguage sd:SPARQL11Update } WHERE { ?s a sd:Service }
# sd-format
INSERT { ?s sd:resultFormat "text/csv" } WHERE { ?s a sd:Service }
# sd-feature
INSERT { ?s sd:feature sd:DereferencesURIs } WHERE { ?s a sd:Service }
# sd-function
INSERT { ?s sd:extensionFunction <http://jena.apache.org/ARQ/function#sha1sum> } WHERE { ?s a sd:Service }
# sd-regime
INSERT { ?s sd:defaultEntailmentRegime <http://www.w3.org/ns/entailment/RDFS> } WHERE { ?s a sd:Service }
# sd-default-dataset
DELETE { ?s sd:defaultDataset ?d } WHERE { ?s sd:defaultDataset ?d }
# sd-default-graph
DELETE { ?d sd:defaultGraph ?g } INSERT { ?d sd:defaultGraph :catalog } WHERE { ?d sd:defaultGraph ?g }

# example-select
DELETE { ?q sh:select ?t } WHERE { ?q sh:select ?t }
# example-kind
DELETE { ?q a sh:SPARQLSelectExecutable } WHERE { ?q sh:select ?t }
# example-comment
DELETE { ?q rdfs:comment ?c } WHERE { ?q sh:select ?t ; rdfs:comment ?c FILTER ( LANG(?c) = "zh-Hans" ) }
# example-prefixes
DELETE { ?q sh:prefixes ?o } WHERE { ?q sh:prefixes ?o }
# example-target
DELETE { ?q schema:target ?e } INSERT { ?q schema:target "/sparql" } WHERE { ?q schema:target ?e }
# example-keyword
INSERT { ?q schema:keywords "blank behind " } WHERE { ?q sh:select ?t }
# example-parameter
INSERT { ?q sh:parameter "firm" } WHERE { ?q sh:select ?t }
# parameter-path
DELETE { ?p sh:path ?t } WHERE { ?p sh:path ?t }
# parameter-takes
INSERT { ?p sh:datatype <http://www.w3.org/2001/XMLSchema#string> } WHERE { ?p sh:class ?c }
# parameter-optional
INSERT { ?p sh:optional "yes" } WHERE { ?p a sh:Parameter }
