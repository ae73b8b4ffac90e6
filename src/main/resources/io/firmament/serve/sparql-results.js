// An answer in three ways: as a table, as a graph where rows join things, as time where they have days.
import { graph, joins } from "./sparql-graph.js";
import { days, timeline } from "./sparql-time.js";
import { element, inside, language, vocabulary, word } from "./sparql-words.js";

const ROOT = "https://w3id.org/firmament";
const PAGE = 200;
const CHUNK = 400;
const LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
const SAFE = /^https?:\/\/[^\s<>"{}|\\^`]+$/;

/** Labels by IRI, of all that was ever shown on this page. */
const labels = new Map();
let prefixes = [];

export const label = (iri) => labels.get(iri) || "";

/** An IRI as a query would write it. */
export function compact(iri) {
  const [prefix, namespace] = prefixes.find(([, candidate]) => iri.startsWith(candidate)) ?? [];
  return prefix ? prefix + ":" + iri.slice(namespace.length) : iri;
}

/** Where an IRI leads; ours have their pages here. */
export function path(iri) {
  return /^https:\/\/w3id\.org\/firmament\/(id|ontology)([/#]|$)/.test(iri) ? inside(iri.slice(ROOT.length)) : SAFE.test(iri) ? iri : "";
}

/** Asks what things are called that nothing is known of yet. */
async function name(terms) {
  const asked = [...new Set(terms.filter((term) => term?.type === "uri" && !labels.has(term.value)
    && term.value.startsWith(ROOT) && SAFE.test(term.value)).map((term) => term.value))];
  asked.forEach((iri) => labels.set(iri, ""));
  for (let from = 0; from < asked.length; from += CHUNK) {
    const values = asked.slice(from, from + CHUNK).map((iri) => `<${iri}>`).join(" ");
    const body = `SELECT ?thing ?label WHERE { VALUES ?thing { ${values} } ?thing <${LABEL}> ?label }`;
    const headers = { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json" };
    const answer = await fetch("/sparql", { method: "POST", body, headers });
    for (const row of answer.ok ? (await answer.json()).results.bindings : []) {
      if (row.label["xml:lang"] === language || !labels.get(row.thing.value)) {
        labels.set(row.thing.value, row.label.value);
      }
    }
  }
}

/** Triples, as RDF/JSON has them, in rows. */
function triples(json) {
  return Object.entries(json).flatMap(([subject, properties]) => Object.entries(properties).flatMap(([predicate, objects]) =>
    objects.map((object) => ({
      subject: { type: subject.startsWith("_:") ? "bnode" : "uri", value: subject },
      predicate: { type: "uri", value: predicate },
      object: { ...object, "xml:lang": object.lang },
    }))));
}

export function term(node) {
  if (!node) {
    return element("span");
  }
  if (node.type !== "uri") {
    return element("span", { lang: node["xml:lang"], class: node.value.length <= 10 ? "short" : undefined }, node.value);
  }
  const text = compact(node.value);
  const to = path(node.value);
  const shown = to ? element("a", { href: to }, text) : element("span", {}, text);
  const known = label(node.value);
  return known && !text.endsWith(known) ? element("span", {}, shown, " ", element("span", { class: "called" }, known)) : shown;
}

const isNumber = (node) => /(integer|decimal|double|float)$/.test(node.datatype ?? "");

function table(columns, rows) {
  const numeric = new Set(columns.filter((column) => rows.some((row) => row[column]) && rows.every((row) => !row[column] || isNumber(row[column]))));
  let sorted = rows;
  let order = 0;
  let by = "";
  let shown = PAGE;
  const heads = columns.map((column) => element("th", { scope: "col", class: numeric.has(column) ? "plain number" : "plain" },
    element("button", { type: "button", class: "sort", onclick: () => sort(column) }, column)));
  const body = element("tbody");
  const more = element("button", { type: "button", class: "more", onclick: () => { shown += 5 * PAGE; fill(); } }, word("More"));
  const part = element("p", { class: "quiet" });

  function sort(column) {
    order = by === column ? (order === 1 ? -1 : 1) : 1;
    by = column;
    const compare = new Intl.Collator(language, { numeric: true }).compare;
    sorted = [...rows].sort((a, b) => order * compare(a[column]?.value ?? "", b[column]?.value ?? ""));
    heads.forEach((head, i) => (columns[i] === by
      ? head.setAttribute("aria-sort", order > 0 ? "ascending" : "descending") : head.removeAttribute("aria-sort")));
    fill();
  }

  async function fill() {
    const seen = sorted.slice(0, shown);
    const draw = () => body.replaceChildren(...seen.map((row) => element("tr", {},
      ...columns.map((column) => element("td", { class: numeric.has(column) && "number" }, term(row[column]))))));
    draw();
    part.hidden = more.hidden = shown >= rows.length;
    part.textContent = word("Shown", Math.min(shown, rows.length).toLocaleString(language));
    await name(seen.flatMap((row) => Object.values(row)));
    draw();
  }

  fill();
  return element("div", {},
    element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": word("Table") },
      element("table", {}, element("thead", {}, element("tr", {}, ...heads)), body)),
    element("p", { class: "buttons" }, more, part));
}

/** Files of the same answer: from the endpoint, by a form, since a query may be longer than an address. */
function files(query, formats) {
  return formats.map((format) => element("button", {
    type: "button", class: "link", onclick: () => {
      const form = element("form", { action: "/sparql", method: "post", hidden: true, target: "_blank" },
        element("input", { name: "query", value: query }), element("input", { name: "format", value: format }));
      document.body.append(form);
      form.submit();
      form.remove();
    },
  }, format.toUpperCase()));
}

/** Tabs, as https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ describes them; a view is made when it is first seen. */
function tabs(views) {
  const panel = element("div", { role: "tabpanel", id: "result-view" });
  const made = new Map();
  const buttons = views.map(([key, make], i) => element("button", {
    type: "button", role: "tab", "aria-controls": "result-view", onclick: () => open(i),
    onkeydown: (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        open((i + step + views.length) % views.length);
        buttons[(i + step + views.length) % views.length].focus();
      }
    },
  }, word(key)));

  function open(at) {
    buttons.forEach((button, i) => {
      button.setAttribute("aria-selected", String(i === at));
      button.tabIndex = i === at ? 0 : -1;
    });
    const [key, make] = views[at];
    panel.setAttribute("aria-label", word(key));
    const view = made.get(key);
    if (view) {
      panel.replaceChildren(view);
    } else {
      made.set(key, make((drawn) => { panel.replaceChildren(drawn); return drawn; }));
    }
  }

  open(0);
  return [element("div", { role: "tablist", hidden: views.length < 2, class: "tabs", "aria-label": word("Views") }, ...buttons), panel];
}

async function why(query) {
  const answer = await fetch(inside("/why"), {
    method: "POST", body: new URLSearchParams({ query }), headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });
  const { reasons, unknown } = answer.ok ? await answer.json() : { reasons: [], unknown: [] };
  return [
    ...unknown.map((wrong) => element("p", {}, word("Unknown", wrong.short), ...(wrong.near.length
      ? [" ", word("Mean"), " ", ...wrong.near.flatMap((near, i) => [i ? ", " : "", element("code", { title: near.definition }, near.short)])] : []))),
    ...reasons.map((reason) => element("p", {}, reason.says, " ", element("code", {}, reason.part),
      ...(reason.other ? [element("br"), reason.then, " ", element("code", {}, reason.other)] : []))),
  ];
}

/** Shows an answer in the SPARQL results format or in RDF/JSON. */
export async function show(results, json, query, seconds) {
  prefixes = Object.entries((await vocabulary).prefixes);
  const time = seconds.toLocaleString(language, { maximumFractionDigits: seconds < 1 ? 2 : 1 });
  if ("boolean" in json) {
    results.replaceChildren(element("p", { class: "verdict", role: "status" }, word(json.boolean ? "Yes" : "No")),
      ...(json.boolean ? [] : [element("div", { class: "message why" }, ...await why(query))].filter((box) => box.childElementCount)));
    return;
  }
  const drawn = !("head" in json);
  const rows = drawn ? triples(json) : json.results.bindings;
  const columns = drawn ? ["subject", "predicate", "object"] : json.head.vars;
  const count = element("p", { class: "count", role: "status" },
    rows.length === 1 ? word("Row", 1, time) : word("Rows", rows.length.toLocaleString(language), time));
  const bar = element("div", { class: "bar" }, count,
    element("p", { class: "links" }, word("Save"), " ", ...files(query, drawn ? ["ttl", "json", "nt", "xml"] : ["csv", "tsv", "json", "xml"])));
  if (!rows.length) {
    results.replaceChildren(bar, element("div", { class: "message why", role: "status" }, element("p", {}, word("None")), ...await why(query)));
    return;
  }
  const views = [["Table", (put) => put(table(columns, rows))]];
  if (joins(columns, rows, drawn)) {
    views.push(["Graph", (put) => graph(columns, rows, drawn, name, put)]);
  }
  if (days(columns, rows).length) {
    views.push(["Time", (put) => timeline(columns, rows, name, put)]);
  }
  results.replaceChildren(bar, ...tabs(views));
}
