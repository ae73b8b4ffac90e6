# A statement is asserted when at least one passage puts it forward as a fact, the curators have not
# deprecated it, and they have not preferred another that contradicts it. Edges and ready questions
# rest on asserted statements; all the others stay, and can be asked for.

PREFIX kind: <https://w3id.org/firmament/ontology/kind/>
PREFIX fm: <https://w3id.org/firmament/ontology#>

INSERT { ?statement fm:asserted true }
WHERE {
  ?statement a fm:Statement .
  FILTER EXISTS { ?statement fm:evidence/fm:certainty/fm:asserts true }
  FILTER NOT EXISTS { ?statement fm:rank kind:deprecated }
  FILTER NOT EXISTS {
    ?statement fm:contradicts|^fm:contradicts ?other .
    ?other fm:rank kind:preferred .
    FILTER NOT EXISTS { ?statement fm:rank kind:preferred }
  }
}
