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
# those are found by the edges drawn above. The card says what it takes: fm:endedBy, that the ending is
# not known to be earlier; fm:endedByLater, that it is known not to be.

INSERT { ?from ?edge ?to }
WHERE {
  ?card fm:edgeFrom ?fromProperty ; fm:edgeProperty ?edge ; fm:edgeTo ?toProperty .
  FILTER EXISTS { ?card fm:endedBy|fm:endedByLater ?ending }
  ?kind fm:edgeCard ?card .
  ?statement fm:kind ?kind ; fm:asserted true ; ?fromProperty ?from ; ?toProperty ?to .
  FILTER NOT EXISTS { ?statement fm:end ?over }
  OPTIONAL { ?statement fm:earliest ?earliest }
  OPTIONAL { ?statement fm:latest ?latest }
  FILTER NOT EXISTS {
    VALUES ?ends { fm:endedBy fm:endedByLater }
    ?card ?ends ?endingEdge .
    ?endingCard fm:edgeProperty ?endingEdge ; fm:edgeFrom ?endingFrom ; fm:edgeTo ?endingTo .
    ?endingKind fm:edgeCard ?endingCard .
    ?end fm:kind ?endingKind ; fm:asserted true ; ?endingFrom ?from ; ?endingTo ?whole .
    ?to fm:partOf* ?whole .
    OPTIONAL { ?end fm:earliest ?endedFrom }
    OPTIONAL { ?end fm:latest ?endedBy }
    FILTER ( IF(?ends = fm:endedBy, COALESCE(?endedBy >= ?earliest, true), COALESCE(?endedFrom >= ?latest, false)) )
  }
}
