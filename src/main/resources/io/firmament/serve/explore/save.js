// Pictures and files of what is seen. The SVG is our own: real text, one group per thing, a legend and where it is from.
import { file, nodes } from "./data.js";
import { classes, line, paper, shape, width } from "./looks.js";
import { says } from "./drawing.js";
import { element, word } from "./words.js";

const FORMATS = { gexf: "GEXF (Gephi)", graphml: "GraphML (yEd)", cytoscape: "Cytoscape JSON", dot: "DOT (Graphviz)", csv: "CSV", jsonld: "JSON-LD", nquads: "N-Quads", turtle: "Turtle" };
const ENDINGS = { cytoscape: "json", csv: "zip", nquads: "nq", turtle: "ttl" };
const NAMESPACE = "http://www.w3.org/2000/svg";

/** An SVG element; texts become text, never markup. */
export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS(NAMESPACE, name);
  Object.entries(attributes).filter(([, value]) => value !== "" && value !== undefined).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

/** An arrowhead with its tip at a place, pointing at an angle. */
export function arrowhead(arrow, { x, y }, angle, colour, size = 1) {
  const forms = {
    triangle: "M0 0 L-9 -4 L-9 4 Z", vee: "M0 0 L-9 -5 L-6 0 L-9 5 Z", diamond: "M0 0 L-5 -4 L-10 0 L-5 4 Z",
    square: "M0 -3.5 L-7 -3.5 L-7 3.5 L0 3.5 Z", circle: "M0 0 A4 4 0 1 1 -8 0 A4 4 0 1 1 0 0 Z", tee: "M0 -5 L-2.5 -5 L-2.5 5 L0 5 Z",
    "triangle-tee": "M0 0 L-7 -4 L-7 4 Z M-8.5 -4 L-10.5 -4 L-10.5 4 L-8.5 4 Z", "triangle-cross": "M0 0 L-9 -4 L-9 4 Z M-3 -5 L-4.5 -5 L-4.5 5 L-3 5 Z",
  };
  const turn = (angle * 180) / Math.PI;
  return svg("path", { d: forms[arrow] ?? forms.triangle, fill: colour, transform: `translate(${round(x)} ${round(y)}) rotate(${round(turn)}) scale(${round(size)})` });
}

/** The outline of a class of things. */
export function outline(type, x, y, radius) {
  const { tint, points } = shape(type);
  const look = { fill: tint, stroke: paper().quiet, "stroke-width": 1.5 };
  if (points.length === 0) {
    return svg("circle", { cx: round(x), cy: round(y), r: radius, ...look });
  }
  const corners = [];
  for (let i = 0; i < points.length; i += 2) {
    corners.push(round(x + radius * points[i]) + "," + round(y + radius * points[i + 1]));
  }
  return svg("polygon", { points: corners.join(" "), ...look });
}

const round = (value) => Math.round(value * 10) / 10;

/** The drawing as an SVG document. */
export function picture(cy, view) {
  const look = paper();
  const box = cy.elements(":visible").boundingBox();
  const [x, y] = [box.x1 - 40, box.y1 - 70];
  const all = cy.edges(":visible").map((e) => e.data());
  const themes = [...new Map(all.map((e) => [e.theme, e.themeLabel]))];
  const types = [...new Set(cy.nodes(":visible").map((n) => n.data("type")))];
  const size = { width: Math.max(420, box.w + 80), height: box.h + 150 + 18 * Math.max(themes.length, types.length) };
  const below = box.y2 + 40;
  const text = (content, at, more = {}) => svg("text", { x: round(at.x), y: round(at.y), fill: look.ink, "font-size": 11, ...more }, content);
  const document_ = svg("svg", {
    xmlns: NAMESPACE, viewBox: [x, y, size.width, size.height].map(round).join(" "), width: round(size.width), height: round(size.height),
    "font-family": look.sans, lang: document.documentElement.lang });
  document_.append(
    svg("title", {}, title(cy, view)),
    svg("rect", { x: round(x), y: round(y), width: round(size.width), height: round(size.height), fill: look.paper }),
    text(title(cy, view), { x: x + 20, y: y + 30 }, { "font-size": 17, "font-weight": 600 }),
    svg("g", { fill: "none" }, ...cy.edges(":visible").map((edge) => stroke(edge, look))),
    svg("g", { "text-anchor": "middle" }, ...cy.nodes(":visible").map((node) => svg("g", {},
      outline(node.data("type"), node.position("x"), node.position("y"), node.width() / 2),
      ...wrapped(node.data("label")).map((part, i) => text(part, { x: node.position("x"), y: node.position("y") + node.height() / 2 + 14 + 13 * i },
        { stroke: look.paper, "stroke-width": 2.5, "paint-order": "stroke" }))))),
    ...themes.flatMap(([theme, label], i) => [
      svg("line", { x1: round(x + 20), y1: round(below + 18 * i), x2: round(x + 52), y2: round(below + 18 * i), stroke: line(theme).colour, "stroke-width": 2, "stroke-dasharray": line(theme).dash.join(" ") }),
      arrowhead(line(theme).arrow, { x: x + 60, y: below + 18 * i }, 0, line(theme).colour),
      text(label, { x: x + 68, y: below + 4 + 18 * i })]),
    ...types.flatMap((type, i) => [outline(type, x + 240, below + 18 * i, 7), text(classes[type] ?? type, { x: x + 254, y: below + 4 + 18 * i })]),
    text(word("Licence") + " · " + location.origin + location.pathname, { x: x + 20, y: y + size.height - 14 }, { fill: look.quiet, "font-size": 10 }));
  return new XMLSerializer().serializeToString(document_);
}

/** The best connected, and the day. */
function title(cy, view) {
  const names = cy.nodes(":visible").sort((a, b) => b.degree(false) - a.degree(false)).slice(0, 3).map((node) => node.data("label")).join(", ");
  return "Firmament: " + names + (view.nodes.length > 3 ? " …" : "") + (view.day ? " · " + word(view.told ? "SaidBy" : "HeldOn", view.day) : "");
}

/** One edge: its line as the canvas bends it, its heads, what it says as a tooltip. */
function stroke(edge, look) {
  const data = edge.data();
  const { colour, arrow, dash } = line(data.theme);
  const [from, to] = [edge.sourceEndpoint(), edge.targetEndpoint()];
  const bend = edge.controlPoints()?.[0];
  const d = `M${round(from.x)} ${round(from.y)} ` + (bend ? `Q${round(bend.x)} ${round(bend.y)} ` : "L") + `${round(to.x)} ${round(to.y)}`;
  const angle = (a, b) => Math.atan2(b.y - a.y, b.x - a.x);
  return svg("g", { opacity: data.ended ? 0.38 : 0.9 },
    svg("title", {}, nodes.get(data.source).label + " → " + nodes.get(data.target).label + ": " + says(data)),
    svg("path", { d, stroke: colour, "stroke-width": width(data), "stroke-dasharray": data.disputed ? "1.5 4" : dash.join(" "), "stroke-linecap": data.disputed ? "round" : "" }),
    arrowhead(arrow, to, angle(bend ?? from, to), colour),
    ...(data.mutual ? [arrowhead(arrow, from, angle(bend ?? to, from), colour)] : []),
    ...(edge.hasClass("way") || edge.selected() ? [svg("text", { x: round(edge.midpoint().x), y: round(edge.midpoint().y - 5), fill: look.quiet, "font-size": 9, "text-anchor": "middle" }, says(data))] : []));
}

/** A label in lines of about the width that the canvas gives it. */
function wrapped(label) {
  const lines = [""];
  for (const part of label.split(/(?<=\s)/)) {
    if ((lines.at(-1) + part).length > 22 && lines.at(-1)) {
      lines.push("");
    }
    lines[lines.length - 1] += part;
  }
  return lines.map((one) => one.trim());
}

/** Hands a file to the browser to keep. */
function keep(blob, name) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** What an export has to be told to give what is in view. */
function part(view, cy) {
  const shown = [...new Set(cy.edges(":visible").map((edge) => edge.data("property")))];
  const filtered = view.hidden.length > 0 || view.day;
  return [
    ...(view.only && view.base.length ? view.base : [["node", cy.nodes(":visible").map((node) => node.id()).join(",")]]),
    ...(filtered ? shown.map((property) => ["edge", property]) : []),
  ];
}

/** The menu of all that can be saved. */
export function saveMenu(menu, cy, view, failed) {
  const item = (label, work) => element("button", { type: "button", class: "plain", onclick: async () => {
    menu.closest("details").open = false;
    try {
      await work();
    } catch (error) {
      failed(error.message);
    }
  } }, label);
  menu.append(
    item("SVG", () => keep(new Blob([picture(cy, view())], { type: "image/svg+xml" }), "firmament.svg")),
    item("PNG", async () => keep(await cy.png({ output: "blob-promise", full: true, scale: 2, maxWidth: 8000, maxHeight: 8000, bg: paper().paper }), "firmament.png")),
    element("p", { class: "quiet" }, word("ForTools")),
    ...Object.entries(FORMATS).map(([format, label]) =>
      item(label, async () => keep(await file(format, part(view(), cy)), "firmament." + (ENDINGS[format] ?? format)))));
}

