# A span may be written on the evidence or on its selector, as Web Annotation has it. Here it
# moves to the evidence, so that one pattern finds it.

PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX fm: <https://w3id.org/firmament/ontology#>

DELETE { ?evidence oa:hasSelector ?selector . ?selector ?p ?o }
INSERT { ?evidence oa:start ?start ; oa:end ?end }
WHERE {
  ?statement fm:evidence ?evidence .
  ?evidence oa:hasSelector ?selector .
  ?selector oa:start ?start ; oa:end ?end ; ?p ?o .
}
