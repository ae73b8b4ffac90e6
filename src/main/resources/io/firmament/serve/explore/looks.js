// How things look, in the drawing, in the legend and in saved pictures alike: a theme by colour, arrowhead and pattern of
// the line, a class by shape and tint. Themes come in the order in which the site lists them; none is known by name here.
const page = document.getElementById("explorer");
const themes = page.dataset.themes.split(" ");
export const classes = JSON.parse(page.dataset.classes);

const dark = matchMedia("(prefers-color-scheme: dark)");

/** Colours that hold apart for the colour-blind too, each on light and on dark paper. */
const LINES = [
  { colours: ["#1f6fb5", "#6db3f2"], arrow: "triangle", dash: [] },
  { colours: ["#1b8a5a", "#5fd0a0"], arrow: "diamond", dash: [] },
  { colours: ["#c2452d", "#ff8d73"], arrow: "tee", dash: [8, 4] },
  { colours: ["#a86b00", "#f0b64d"], arrow: "vee", dash: [] },
  { colours: ["#6b7280", "#a4afbd"], arrow: "square", dash: [] },
  { colours: ["#8a4fbf", "#c79bf2"], arrow: "circle", dash: [12, 3, 3, 3] },
  { colours: ["#b0307f", "#f087c0"], arrow: "triangle-tee", dash: [4, 4] },
  { colours: ["#0f7f8c", "#58c7d4"], arrow: "triangle-cross", dash: [16, 4] },
];

/** Tints and shapes of the classes, and their outlines as points from -1 to 1; round things have none. */
const SHAPES = {
  Organization: { tints: ["#dbe7f3", "#2b4560"], shape: "round-rectangle", points: [-0.95, -0.95, 0.95, -0.95, 0.95, 0.95, -0.95, 0.95] },
  Person: { tints: ["#f6e2cf", "#5b422c"], shape: "ellipse", points: [] },
  Product: { tints: ["#d5ece2", "#244c3c"], shape: "hexagon", points: turned(6, 0) },
  Group: { tints: ["#e6e3dc", "#3d424a"], shape: "diamond", points: turned(4, 0) },
  Event: { tints: ["#f5e9bd", "#574a1c"], shape: "pentagon", points: turned(5, -90) },
  Programme: { tints: ["#e6daf2", "#463558"], shape: "octagon", points: turned(8, 22.5) },
  Place: { tints: ["#d3ebee", "#21484d"], shape: "triangle", points: turned(3, -90) },
  Statement: { tints: ["#ffffff", "#19202a"], shape: "rectangle", points: [-1, -1, 1, -1, 1, 1, -1, 1] },
};

function turned(corners, angle) {
  return Array.from({ length: corners }, (_, i) => (angle + (360 * i) / corners) * Math.PI / 180)
    .flatMap((a) => [Math.cos(a), Math.sin(a)].map((v) => Math.round(v * 1000) / 1000));
}

const pick = (pair) => pair[dark.matches ? 1 : 0];

export function line(theme) {
  const at = themes.indexOf(theme);
  const look = LINES[(at < 0 ? [...theme].reduce((sum, c) => sum + c.codePointAt(0), 0) : at) % LINES.length];
  return { colour: pick(look.colours), arrow: look.arrow, dash: look.dash };
}

export function shape(type) {
  const look = SHAPES[type] ?? SHAPES.Person;
  return { tint: pick(look.tints), shape: look.shape, points: look.points };
}

export const width = (edge) => (edge.articles > 2 ? 5 : edge.articles > 1 ? 3 : 1.4);

/** The colours of the page itself. */
export function paper() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue("--" + name).trim();
  return { paper: read("paper"), surface: read("surface"), ink: read("ink"), quiet: read("quiet"), line: read("line"), accent: read("accent"), sans: read("sans") };
}

export function onChange(work) {
  dark.addEventListener("change", work);
}

/** Cytoscape's style sheet for the page's colours of the moment. */
export function stylesheet() {
  const { paper: ground, ink, quiet, accent, sans } = paper();
  const tints = Object.keys(SHAPES).map((type) => {
    const look = shape(type);
    return { selector: `node[type = "${type}"]`, style: { "background-color": look.tint, shape: look.shape } };
  });
  return [
    { selector: "node", style: {
      width: "data(size)", height: "data(size)", "background-color": shape("Person").tint, "border-width": 1.5, "border-color": quiet,
      label: "data(label)", color: ink, "font-family": sans, "font-size": 11, "text-valign": "bottom", "text-margin-y": 4,
      "text-wrap": "wrap", "text-max-width": 110, "text-outline-color": ground, "text-outline-width": 2, "min-zoomed-font-size": 6.5 } },
    ...tints,
    { selector: "node.pinned", style: { "border-style": "double", "border-width": 4 } },
    { selector: "node.lone", style: { opacity: 0.3 } },
    { selector: "edge", style: {
      width: (edge) => width(edge.data()), "line-color": (edge) => line(edge.data("theme")).colour, opacity: 0.85,
      "curve-style": "bezier", "control-point-step-size": 42, "arrow-scale": 0.9,
      "target-arrow-color": (edge) => line(edge.data("theme")).colour, "source-arrow-color": (edge) => line(edge.data("theme")).colour,
      "target-arrow-shape": (edge) => line(edge.data("theme")).arrow,
      "source-arrow-shape": (edge) => (edge.data("mutual") ? line(edge.data("theme")).arrow : "none"),
      "line-style": (edge) => (edge.data("disputed") ? "dotted" : line(edge.data("theme")).dash.length ? "dashed" : "solid"),
      "line-dash-pattern": (edge) => (line(edge.data("theme")).dash.length ? line(edge.data("theme")).dash : [6, 3]),
      label: "data(says)", color: quiet, "font-family": sans, "font-size": 8, "text-rotation": "autorotate", "text-wrap": "wrap",
      "text-background-color": ground, "text-background-opacity": 0.88, "text-background-padding": 1, "min-zoomed-font-size": 10.5 } },
    { selector: "edge.quiet", style: { "min-zoomed-font-size": 15 } },
    { selector: "edge[?ended]", style: { opacity: 0.38 } },
    { selector: ".many edge, edge.many", style: { "curve-style": "haystack", "haystack-radius": 0, width: 1, label: "", opacity: 0.5 } },
    { selector: "node.many", style: { "min-zoomed-font-size": 9, "text-outline-width": 0 } },
    { selector: "node.away", style: { opacity: 0.5 } },
    { selector: "edge.away", style: { opacity: 0.16 } },
    { selector: ".dim", style: { opacity: 0.18 } },
    { selector: "edge.near", style: { opacity: 1, "min-zoomed-font-size": 0, "font-size": 9, color: ink, "z-index": 9 } },
    { selector: "edge.way", style: { opacity: 1, width: (edge) => width(edge.data()) + 1.5, "min-zoomed-font-size": 0, "font-size": 9.5, color: ink } },
    { selector: ".hidden, .gone", style: { display: "none" } },
    { selector: "node:selected", style: { "border-color": accent, "border-width": 3, "underlay-color": accent, "underlay-opacity": 0.22, "underlay-padding": 7 } },
    { selector: "edge:selected", style: { opacity: 1, "underlay-color": accent, "underlay-opacity": 0.25, "underlay-padding": 4, "min-zoomed-font-size": 0, "font-size": 9.5, color: ink } },
  ];
}
