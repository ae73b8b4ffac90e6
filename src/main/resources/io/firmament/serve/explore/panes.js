// What stands beside the drawing: the legend that filters, and the pane that tells of what is chosen and proves it.
import { counts, edges, fragment, nodes, path } from "./data.js";
import { edgesOf } from "./view.js";
import { classes, line, shape } from "./looks.js";
import { counted, element, language, when, word } from "./words.js";
import { arrowhead, outline, svg } from "./save.js";

const AT_ONCE = [10, 25, 50, 100];
/** A list that need not be opened. */
const SHORT = 12;
const legend = document.getElementById("legend");
const pane = document.getElementById("proof");

// The legend.

function lineSample(look, { dotted = false, faint = false, thick = 2 } = {}) {
  return svg("svg", { viewBox: "0 0 46 14", width: 46, height: 14, "aria-hidden": "true", class: faint ? "faint" : "" },
    svg("line", { x1: 2, y1: 7, x2: look.arrow === "none" ? 44 : 36, y2: 7, stroke: look.colour, "stroke-width": thick,
      "stroke-dasharray": dotted ? "2 3" : look.dash.join(" ") }),
    ...(look.arrow === "none" ? [] : [arrowhead(look.arrow, { x: 42, y: 7 }, 0, look.colour, 1.1)]));
}

function shapeSample(type) {
  return svg("svg", { viewBox: "0 0 20 20", width: 18, height: 18, "aria-hidden": "true" }, outline(type, 10, 10, 8));
}

function filters(title, rows, hidden, toggle) {
  return [element("h3", {}, title), element("ul", { class: "filters" }, ...rows.map(({ name, label, number, sample }) =>
    element("li", {}, element("button", {
      type: "button", class: "filter", "data-filter": name, "aria-pressed": String(!hidden.includes(name)), onclick: () => toggle(name) },
    sample, element("span", {}, label), element("span", { class: "quiet" }, String(number))))))];
}

function grouped(items, key, label) {
  const groups = new Map();
  for (const item of items) {
    const name = item[key];
    groups.set(name, { name, label: label(item), number: (groups.get(name)?.number ?? 0) + 1 });
  }
  return [...groups.values()].sort((a, b) => b.number - a.number || a.name.localeCompare(b.name));
}

export function showLegend(view, toggle) {
  const seen = edgesOf(view);
  const themes = grouped(seen, "theme", (e) => e.themeLabel).map((row) => ({ ...row, sample: lineSample(line(row.name)) }));
  const types = grouped(view.nodes.map((id) => nodes.get(id)), "type", (n) => classes[n.type] ?? n.type)
    .map((row) => ({ ...row, sample: shapeSample(row.name) }));
  const plain = { colour: "currentColor", arrow: "none", dash: [] };
  const held = document.activeElement?.dataset?.filter;
  legend.replaceChildren(
    ...(themes.length ? filters(word("Themes"), themes, view.hidden, toggle) : []),
    ...(types.length ? filters(word("Classes"), types, view.hidden, toggle) : []),
    element("h3", {}, word("Signs")),
    element("ul", { class: "signs" },
      element("li", {}, lineSample(plain, { dotted: true }), word("Disputed")),
      element("li", {}, lineSample(plain, { faint: true }), word("Ended")),
      element("li", {}, lineSample(plain, { thick: 1.4 }), word("OneSource")),
      element("li", {}, lineSample(plain, { thick: 5 }), word("ManySources"))),
    element("p", { class: "quiet" }, word("Licence")));
  if (held) {
    legend.querySelector(`[data-filter="${CSS.escape(held)}"]`)?.focus();
  }
}

// The pane.

let shown = "";

const button = (text, work, attributes = {}) => element("button", { type: "button", class: "plain", onclick: work, ...attributes }, text);

function head(title, small, actions) {
  return [
    element("div", { class: "pane-head" }, element("h2", {}, title),
      element("button", { type: "button", class: "close plain", "aria-label": word("Close"), onclick: () => actions.choose("") }, "\u00d7")),
    element("p", { class: "quiet" }, small),
  ];
}

function open(...content) {
  pane.replaceChildren(...content);
  pane.hidden = false;
}

export function close() {
  shown = "";
  pane.hidden = true;
  pane.replaceChildren();
}

/** Tells of a node: what it is, what can be done with it, what can be added, and a card from its page. */
export async function showNode(id, view, actions) {
  shown = id;
  const node = nodes.get(id);
  const adding = element("div", { id: "expand" }, element("p", { class: "quiet" }, word("Loading")));
  const card = element("div", { class: "card" });
  open(...head(node.label, [node.otherLabel, node.kindLabel].filter(Boolean).join(" · "), actions),
    element("div", { class: "actions" },
      button(word(view.pinned.includes(id) ? "Unpin" : "Pin"), () => actions.pin(id)),
      button(word("Collapse"), () => actions.collapse(id)),
      button(word("Remove"), () => actions.remove(id)),
      button(word("WayFromHere"), () => actions.wayFrom(id)),
      element("a", { href: inLanguage(path(id)) }, word("OpenPage"))),
    card, adding, connections(id, view, actions));
  const [rows, piece] = await Promise.all([
    counts(id).catch((error) => error), fragment(inLanguage(path(id) + "?fragment=true"))]);
  if (shown === id) {
    adding.replaceChildren(...(rows instanceof Error ? [rows.message] : expansion(id, rows, view, actions)));
    if (piece) {
      card.replaceChildren(...piece.childNodes);
    }
  }
}

/** The counts, before anything is added: by theme, then by property. */
function expansion(id, rows, view, actions) {
  const node = nodes.get(id);
  if (rows.length === 0) {
    return [element("p", { class: "message" }, word("NoNeighbours", node.label))];
  }
  const inView = (property) => new Set(edgesOf(view).filter((e) => e.property === property && (e.source === id || e.target === id))
    .map((e) => (e.source === id ? e.target : e.source))).size;
  const themes = [...new Set(rows.map((row) => row.theme))].map((theme) => rows.filter((row) => row.theme === theme));
  const sum = (some) => some.reduce((total, row) => total + row.neighbours, 0);
  const boxes = [];
  const most = element("select", { id: "at-most" }, ...AT_ONCE.map((n) => element("option", { value: n, selected: n === 25 }, String(n))));
  const add = element("button", { type: "submit", id: "add" });
  const ticked = () => boxes.filter((box) => box.checked);
  const offer = () => {
    const rest = ticked().reduce((total, box) => total + Number(box.dataset.rest), 0);
    add.textContent = rest > Number(most.value) ? word("AddOf", most.value, rest) : word("Add");
  };
  const form = element("form", {
    class: "kinds", onchange: offer,
    onsubmit: (event) => {
      event.preventDefault();
      actions.expand(id, ticked().map((box) => box.value), Number(most.value), rows.length);
    } },
  ...themes.map((some) => element("fieldset", {}, element("legend", {}, lineSample(line(some[0].theme)), " " + some[0].themeLabel),
    ...some.map((row) => {
      const seen = inView(row.property);
      const full = seen >= row.neighbours;
      const box = element("input", { type: "checkbox", value: row.property, checked: !full, disabled: full, "data-rest": row.neighbours - seen });
      boxes.push(box);
      return element("label", {}, box, " " + row.label + " ", element("b", {}, String(row.neighbours)),
        element("small", { class: "quiet" }, full ? " " + word("AllInView") : seen ? " " + word("InView", seen) : ""));
    }))),
  boxes.every((box) => box.disabled) ? element("p", { class: "quiet" }, word("NothingMore", node.label))
    : element("div", { class: "row" }, add, element("label", {}, word("AtMost") + " ", most)));
  offer();
  return [element("h3", {}, word("Expand")), element("p", { class: "sum" }, themes.map((some) => sum(some) + " " + some[0].themeLabel).join(", ")), form];
}

/** The edges of a node that are in view, each of which leads to its proof. */
function connections(id, view, actions) {
  const lines = edgesOf(view).filter((e) => e.source === id || e.target === id);
  return lines.length === 0 ? "" : element("details", { class: "fold", open: lines.length <= SHORT }, element("summary", {}, word("ConnectionsOf") + " ", element("span", { class: "quiet" }, String(lines.length))),
    element("ul", { class: "ties" }, ...lines.map((edge) => element("li", {}, button(sentence(edge), () => actions.choose(edge.id), { class: "tie" })))));
}

const sentence = (edge) => nodes.get(edge.source).label + " " + edge.label + " " + nodes.get(edge.target).label;
const inLanguage = (address) => address + (address.includes("?") ? "&" : "?") + "lang=" + language;

/** Proves an edge: who says so, when, how surely, where, and what is said against it. */
export async function showEdge(id, view, actions) {
  shown = id;
  const edge = edges.get(id);
  const [from, to] = [nodes.get(edge.source), nodes.get(edge.target)];
  const address = "/proof?" + [["from", edge.source], ["edge", edge.property], ["to", edge.target], ["lang", language]]
    .map(([key, value]) => key + "=" + encodeURIComponent(value)).join("&");
  const proof = element("div", { class: "card" }, element("p", { class: "quiet" }, word("Loading")));
  const signs = [edge.disputed && word("Disputed"), edge.ended && word("Ended")].filter(Boolean);
  open(...head(edge.label, [edge.themeLabel, when(edge), edge.told && word("Told", edge.told), counted("Articles", edge.articles)].filter(Boolean).join(" · "), actions),
    element("p", { class: "ends" }, button(from.label, () => actions.choose(from.id), { class: "tie" }), edge.mutual ? " ↔ " : " → ",
      button(to.label, () => actions.choose(to.id), { class: "tie" })),
    ...signs.map((sign) => element("span", { class: "badge" }, sign)),
    proof);
  const piece = await fragment(address + "&fragment=true");
  if (shown === id) {
    proof.replaceChildren(...(piece ? [...piece.childNodes, element("p", {}, element("a", { href: address }, word("Stable")))]
      : edge.statements.map((iri) => element("p", {}, element("a", { href: inLanguage(path(iri.replace(from.iri.slice(0, -from.id.length), ""))) }, iri.slice(iri.lastIndexOf("/") + 1).replaceAll("-", " "))))));
  }
}

/** Two things are chosen: the way between them is one button off. */
export function showTwo(ids, actions) {
  shown = ids.join(" ");
  const [one, other] = ids.map((id) => nodes.get(id).label);
  open(...head(one + " … " + other, "", actions),
    element("p", {}, element("button", { type: "button", onclick: () => actions.way(...ids) }, word("WayBoth", one, other))),
    element("p", {}, button(word("Remove"), () => actions.remove(...ids))));
}

/** A chain, step by step. */
export function showWay(view, actions) {
  shown = "way";
  const steps = view.way.slice(1).map((to, i) => [view.way[i], to]);
  open(...head(nodes.get(view.way[0]).label + " … " + nodes.get(view.way.at(-1)).label, counted("WayFound", steps.length), actions),
    element("ol", { class: "ties" }, ...steps.map(([a, b]) => element("li", {}, ...edgesOf(view)
      .filter((e) => (e.source === a && e.target === b) || (e.source === b && e.target === a))
      .map((e) => element("div", {}, button(sentence(e), () => actions.choose(e.id), { class: "tie" })))))),
    element("p", { class: "actions" },
      view.nodes.length > view.way.length ? button(word("OnlyWay"), () => actions.onlyWay()) : "",
      button(word("ShowAll"), () => actions.endWay())));
}

/** Several things are chosen. */
export function showMany(ids, actions) {
  shown = "many";
  open(...head(counted("Nodes", ids.length), "", actions),
    element("p", { class: "actions" }, button(word("Pin"), () => actions.pin(...ids)), button(word("Remove"), () => actions.remove(...ids))));
}

export const focusPane = () => pane.focus();
