// What comes from the server, and what has come so far. Nodes are known by their slugs (the part of the IRI after the
// root of all things), edges by tail~property~head.
import { language, word } from "./words.js";

const things = document.getElementById("explorer").dataset.things;
const preloaded = document.getElementById("first")?.getAttribute("href");

/** All that has been seen, in view or not: by slug, and by edge. */
export const nodes = new Map();
export const edges = new Map();

export const slug = (iri) => (iri.startsWith(things) ? iri.slice(things.length) : iri);
export const path = (id) => (/^https?:/.test(id) ? id : "/id/" + encodeURIComponent(id).replaceAll("%2F", "/"));
const local = (iri) => iri.slice(Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1);

/** What the server refuses, with the line that says why. */
export class Refused extends Error {}

async function get(address, options) {
  let answer;
  try {
    answer = await fetch(address, options);
  } catch (error) {
    throw new Refused(word("Failed", error.message));
  }
  if (!answer.ok) {
    throw new Refused((await answer.text()).trim().slice(0, 400) || answer.statusText);
  }
  return answer;
}

/** Parameters as an address has them, readable: commas and colons as they are. */
export function encode(parameters) {
  return parameters
    .map(([key, value]) => encodeURIComponent(key) + "=" + encodeURIComponent(value).replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%7E/g, "~"))
    .join("&");
}

/**
 * Fetches a part of the graph and remembers it.
 *
 * @param parameters of /export, as pairs
 * @param first whether this may be what the page has begun to fetch already
 * @return the slugs and the edges that came
 */
export async function load(parameters, first = false) {
  const query = encode([...parameters, ["lang", language]]);
  const long = query.length > 6000;
  const answer = first && preloaded ? await get(preloaded)
    : await get("/export/cytoscape" + (long ? "" : "?" + query),
      long ? { method: "POST", body: query, headers: { "Content-Type": "application/x-www-form-urlencoded" } } : {});
  const { elements } = await answer.json();
  return {
    nodes: elements.nodes.map(({ data }) => remember(nodes, { ...data, id: slug(data.id), iri: data.id })),
    edges: elements.edges.map(({ data }) => {
      const [source, target, property] = [slug(data.source), slug(data.target), local(data.property)];
      return remember(edges, { ...data, source, target, property, id: [source, property, target].join("~") });
    }),
  };
}

function remember(map, data) {
  map.set(data.id, data);
  return data.id;
}

const rows = (answer) => answer.results.bindings.map((row) =>
  Object.fromEntries(Object.entries(row).map(([name, term]) => [name, term.value])));

/** Asks a ready question; a row is an object of texts. */
export async function ask(question, parameters) {
  const address = "/query/" + question + "?" + encode([...Object.entries(parameters), ["lang", language], ["format", "json"]]);
  return rows(await (await get(address)).json());
}

/** How many neighbours something has, by property: the directions of one property together. */
export async function counts(id) {
  const byEdge = new Map();
  for (const row of await ask("edge-counts", { entity: id })) {
    const property = local(row.edge);
    const seen = byEdge.get(property) ?? { property, label: row.edgeLabel, theme: local(row.theme), themeLabel: row.themeLabel, neighbours: 0 };
    byEdge.set(property, { ...seen, neighbours: seen.neighbours + Number(row.neighbours) });
  }
  return [...byEdge.values()];
}

/** The best match of a text, if any. */
export async function find(text) {
  return (await (await get("/suggest?" + encode([["type", "entity"], ["limit", "1"], ["q", text]]))).json())[0];
}

/** The start of the page, where it came without: it began with something to draw. */
export async function start() {
  const page = new DOMParser().parseFromString(await (await get("/explore?lang=" + language)).text(), "text/html");
  return [...document.importNode(page.getElementById("start"), true).childNodes];
}

/** A piece of a page of this server, as nodes to put in; undefined if the server has none. */
export async function fragment(address) {
  try {
    const text = await (await get(address, { headers: { Accept: "text/html" } })).text();
    const { head, body } = new DOMParser().parseFromString(text, "text/html");
    return head.childElementCount ? undefined : document.importNode(body, true);
  } catch {
    return undefined;
  }
}

/** A view's part of the graph in another format, as a file. */
export async function file(format, parameters) {
  const answer = await get("/export/" + format, {
    method: "POST", body: encode([...parameters, ["lang", language]]), headers: { "Content-Type": "application/x-www-form-urlencoded" } });
  return answer.blob();
}
