# The direct edges, drawn from asserted statements by the edge cards of their kinds.

PREFIX fm: <https://w3id.org/firmament/ontology#>

INSERT { ?from ?edge ?to }
WHERE {
  ?card fm:edgeFrom ?fromProperty ; fm:edgeProperty ?edge ; fm:edgeTo ?toProperty .
  FILTER NOT EXISTS { ?card fm:endedBy|fm:endedByLater ?ending }
  ?kind fm:edgeCard ?card .
  ?statement fm:kind ?kind ; fm:asserted true ; ?fromProperty ?from ; ?toProperty ?to .
} ;

# Edges that can end come second, because an ending at a firm also ends what held at its units, and
# those are found by the edges drawn above. An ending that is not wholly before the statement ends it;
# where a date is missing, the card says whether it does.

INSERT { ?from ?edge ?to }
WHERE {
  ?card fm:edgeFrom ?fromProperty ; fm:edgeProperty ?edge ; fm:edgeTo ?toProperty .
  FILTER EXISTS { ?card fm:endedBy|fm:endedByLater ?ending }
  ?kind fm:edgeCard ?card .
  ?statement fm:kind ?kind ; fm:asserted true ; ?fromProperty ?from ; ?toProperty ?to .
  OPTIONAL { ?statement fm:latest ?began }
  FILTER NOT EXISTS {
    VALUES ( ?ends ?whenUnknown ) { ( fm:endedBy true ) ( fm:endedByLater false ) }
    ?card ?ends ?endingKind .
    ?end fm:kind ?endingKind ; fm:asserted true ; ?fromProperty ?from ; ?toProperty ?whole .
    ?to fm:partOf* ?whole .
    OPTIONAL { ?end fm:latest ?ended }
    FILTER ( COALESCE(?ended >= ?began, ?whenUnknown) )
  }
}
