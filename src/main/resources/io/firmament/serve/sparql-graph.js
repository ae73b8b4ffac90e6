// Rows as a graph: an edge from the thing in one column to the thing in another, or a triple's own.
import { compact, label, path } from "./sparql-results.js";
import { element, word } from "./sparql-words.js";

const MOST_EDGES = 500;
const ENTITY = /^https:\/\/w3id\.org\/firmament\/id\/[^/]+$/;

/** The columns that hold things: IRIs, and entities before others. */
function things(columns, rows) {
  const share = (column, test) => rows.slice(0, 200).filter((row) => row[column]?.type === "uri" && test(row[column].value)).length;
  return columns.filter((column) => share(column, () => true) > 0)
    .sort((a, b) => Math.sign(share(b, (iri) => ENTITY.test(iri)) && 1) - Math.sign(share(a, (iri) => ENTITY.test(iri)) && 1));
}

/** Whether there is anything to draw: two columns of things, or triples between them. */
export function joins(columns, rows, triples) {
  return triples ? rows.some((row) => row.object.type === "uri") : things(columns, rows).filter((column) =>
    rows.some((row) => row[column]?.type === "uri" && ENTITY.test(row[column].value))).length > 1;
}

function script(address) {
  return new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src: address, onload: done, onerror: failed }));
  });
}

/** Cytoscape would write a style element, which the page's policy forbids, unless there is something of this name. */
async function library() {
  if (!globalThis.cytoscape) {
    document.head.append(Object.assign(document.createElement("meta"), { id: "__________cytoscape_stylesheet" }));
    for (const file of ["cytoscape.min.js", "layout-base.js", "cose-base.js", "cytoscape-fcose.js"]) {
      await script("/lib/" + file);
    }
  }
}

function style() {
  const page = getComputedStyle(document.documentElement);
  const colour = (name) => page.getPropertyValue("--" + name).trim();
  return [
    { selector: "node", style: {
      "background-color": colour("accent-soft"), "border-width": 1.5, "border-color": colour("accent"), label: "data(label)",
      color: colour("ink"), "font-size": 11, "font-family": colour("sans"), "text-wrap": "wrap", "text-max-width": 120,
      "text-valign": "bottom", "text-margin-y": 4, "text-outline-color": colour("surface"), "text-outline-width": 2, "min-zoomed-font-size": 6, width: 22, height: 22 } },
    { selector: "node[?to]", style: { "background-color": colour("warn-soft"), "border-color": colour("warn"), shape: "round-rectangle" } },
    { selector: "edge", style: {
      width: 1.4, "line-color": colour("quiet"), "target-arrow-color": colour("quiet"), "target-arrow-shape": "triangle", "arrow-scale": 0.9,
      "curve-style": "bezier", label: "data(label)", color: colour("quiet"), "font-size": 8.5, "text-rotation": "autorotate",
      "text-outline-color": colour("surface"), "text-outline-width": 2, opacity: 0.8, "min-zoomed-font-size": 8 } },
  ];
}

function elements(rows, from, to, says) {
  const nodes = new Map();
  const edges = new Map();
  for (const row of rows) {
    const [source, target] = [row[from], row[to]];
    if (source?.type === "uri" && target?.type === "uri" && edges.size < MOST_EDGES) {
      const node = (iri, asTarget) => nodes.set(iri, { data: { id: iri, label: label(iri) || compact(iri), to: (nodes.get(iri)?.data.to ?? true) && asTarget } });
      node(source.value, false);
      node(target.value, true);
      const text = says(row);
      const id = [source.value, text, target.value].join(" ");
      edges.set(id, { data: { id, source: source.value, target: target.value, label: text } });
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

/** Draws; "put" shows what was made. */
export async function graph(columns, rows, triples, name, put) {
  const holding = triples ? ["subject", "object"] : things(columns, rows);
  const canvas = element("div", { class: "canvas", role: "img" });
  const note = element("p", { class: "quiet" });
  const choice = (which, chosen) => element("select", { "aria-label": word(which), onchange: draw },
    ...holding.map((column) => element("option", { value: column, selected: column === chosen }, column)));
  const from = choice("From", holding[0]);
  const to = choice("To", holding[1]);
  const view = put(element("div", {},
    triples ? undefined : element("p", { class: "buttons" }, word("From"), from, word("To"), to), canvas, note));
  await Promise.all([library(), name(rows.slice(0, 4 * MOST_EDGES).flatMap((row) => Object.values(row)))]);
  let cy;

  function draw() {
    // What an edge is: a column of properties says it, else a short text such as a role or a number, else the column it leads to.
    const others = columns.filter((column) => ![from.value, to.value].includes(column) && rows.some((row) => row[column]));
    const property = others.find((column) => rows.every((row) => !row[column] || (row[column].type === "uri" && /#[a-z]\w*$/.test(row[column].value))));
    const text = others.find((column) => rows.every((row) => !row[column] || (row[column].type === "literal" && row[column].value.length < 25)));
    const says = (row) => (triples ? label(row.predicate.value) || compact(row.predicate.value)
      : property ? row[property] ? label(row[property].value) || compact(row[property].value) : ""
      : text ? row[text]?.value ?? "" : to.value);
    const drawn = elements(rows, from.value, to.value, says);
    cy?.destroy();
    cy = cytoscape({ container: canvas, elements: drawn, style: style(), minZoom: 0.1, maxZoom: 3, wheelSensitivity: undefined });
    cy.layout({ name: "fcose", animate: false, quality: drawn.nodes.length > 300 ? "draft" : "default", nodeSeparation: 90, idealEdgeLength: 90, padding: 24 }).run();
    cy.on("tap", "node", ({ target }) => { if (path(target.id())) { location.href = path(target.id()); } });
    cy.on("mouseover", "node", () => { canvas.style.cursor = "pointer"; });
    cy.on("mouseout", "node", () => { canvas.style.cursor = ""; });
    note.textContent = word("GraphText", drawn.nodes.length, drawn.edges.length)
      + (drawn.edges.length >= MOST_EDGES ? " " + word("Cut", MOST_EDGES) : "");
    canvas.setAttribute("aria-label", note.textContent);
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => cy?.style(style()));
  draw();
  return view;
}
