# The first and the last day that a date as precise as its source may mean, so that one filter works
# on all dates. Bounds that a curator wrote are kept.

PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX fm: <https://w3id.org/firmament/ontology#>

INSERT { ?thing ?bound ?day }
WHERE {
  VALUES ( ?property ?bound ) {
    ( fm:date fm:earliest ) ( fm:date fm:latest ) ( fm:start fm:earliest ) ( fm:end fm:latest )
  }
  ?thing ?property ?date .
  FILTER NOT EXISTS { ?thing ?bound ?written }
  BIND ( SUBSTR(?date, 1, 4) AS ?year )
  BIND ( SUBSTR(?date, 5) AS ?part )
  OPTIONAL {
    VALUES ( ?part ?first ?last ) {
      ( ""    "-01-01" "-12-31" )
      ( "-H1" "-01-01" "-06-30" ) ( "-H2" "-07-01" "-12-31" )
      ( "-Q1" "-01-01" "-03-31" ) ( "-Q2" "-04-01" "-06-30" )
      ( "-Q3" "-07-01" "-09-30" ) ( "-Q4" "-10-01" "-12-31" )
      ( "-01" "-01-01" "-01-31" ) ( "-02" "-02-01" "-02-28" ) ( "-03" "-03-01" "-03-31" )
      ( "-04" "-04-01" "-04-30" ) ( "-05" "-05-01" "-05-31" ) ( "-06" "-06-01" "-06-30" )
      ( "-07" "-07-01" "-07-31" ) ( "-08" "-08-01" "-08-31" ) ( "-09" "-09-01" "-09-30" )
      ( "-10" "-10-01" "-10-31" ) ( "-11" "-11-01" "-11-30" ) ( "-12" "-12-01" "-12-31" )
    }
  }
  BIND ( xsd:integer(?year) AS ?y )
  BIND ( ( ?y - 4 * FLOOR(?y / 4) = 0 && ?y - 100 * FLOOR(?y / 100) != 0 ) || ?y - 400 * FLOOR(?y / 400) = 0 AS ?leap )
  # A whole day is its own first and last.
  BIND ( IF(?part = "-02" && ?leap, "-02-29", COALESCE(?last, ?part)) AS ?end )
  BIND ( IF(?bound = fm:earliest, COALESCE(?first, ?part), ?end) AS ?rest )
  BIND ( STRDT(CONCAT(?year, ?rest), xsd:date) AS ?day )
}
