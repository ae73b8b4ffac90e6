// The picture: puts a view's nodes and edges on the canvas and lays them out. Knows nothing of panes and addresses.
import { nodes } from "./data.js";
import { edgesOf, holds } from "./view.js";
import { stylesheet } from "./looks.js";
import { counted, when } from "./words.js";

/** From so many elements on, lines are drawn plainly and nothing moves by itself. */
const MANY = 900;
/** From so many nodes on, those that hang on one other only are placed by rule. */
const CROWD = 200;
/** From so many on a draft must do. */
const DRAFT = 400;
const GAP = 50;
/** So many edges can all bear their words without being near. */
const TALKATIVE = 30;
/** So many edges of one node can bear their words at once. */
const LEGIBLE = 12;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** What stands on an edge: what it says, when, how surely. */
export function says(edge, apart = " · ") {
  return [edge.label, [when(edge), edge.certainty.join(", ")].filter(Boolean).join(" · ")].filter(Boolean).join(apart);
}

export class Drawing {
  constructor(container) {
    this.container = container;
    this.cy = cytoscape({ container, style: stylesheet(), minZoom: 0.04, maxZoom: 4, boxSelectionEnabled: true });
    this.size = [container.clientWidth, container.clientHeight];
    this.cy.on("mouseover", "node", ({ target }) => target.degree(false) <= LEGIBLE && target.connectedEdges().addClass("near"));
    this.cy.on("mouseout", "node", () => this.cy.edges(".near").removeClass("near"));
    this.cy.on("mouseover", "edge", ({ target }) => target.addClass("near"));
    this.cy.on("mouseout", "edge", ({ target }) => target.removeClass("near"));
  }

  /** Keeps in the middle what is in the middle when a pane opens beside it. */
  resize() {
    const { cy, container } = this;
    const [width, height] = this.size;
    this.size = [container.clientWidth, container.clientHeight];
    cy.resize();
    if (width && height) {
      cy.panBy({ x: (this.size[0] - width) / 2, y: (this.size[1] - height) / 2 });
    }
  }

  restyle() {
    this.cy.style(stylesheet());
  }

  /** Puts on the canvas what a view has, and takes off what it has not; new nodes stand near what they hang on. */
  show(view) {
    const { cy } = this;
    const lines = edgesOf(view);
    const wanted = new Set([...view.nodes, ...lines.map((edge) => edge.id)]);
    const many = wanted.size > MANY;
    const degrees = new Map();
    lines.flatMap(({ source, target }) => [source, target]).forEach((id) => degrees.set(id, (degrees.get(id) ?? 0) + 1));
    const size = (id) => 22 + Math.min(34, 5 * Math.sqrt(degrees.get(id) ?? 0));
    const manner = (many ? "many " : "") + (lines.length > TALKATIVE ? "quiet" : "");
    // Options of the renderer that it reads anew each time it draws.
    Object.assign(cy.renderer(), { hideEdgesOnViewport: wanted.size > 4 * MANY, textureOnViewport: many });
    cy.batch(() => {
      cy.elements().filter((e) => !wanted.has(e.id())).remove();
      cy.elements().forEach((e) => {
        e.toggleClass("many", many);
        e.toggleClass("quiet", lines.length > TALKATIVE);
        if (e.isNode() && e.data("size") !== size(e.id())) {
          e.data("size", size(e.id()));
        }
      });
      // What it is to look like goes with it: each change of a style costs as much as the first.
      cy.add([
        ...view.nodes.filter((id) => cy.getElementById(id).empty()).map((id) => (
          { group: "nodes", classes: manner, data: { ...nodes.get(id), size: size(id) }, position: view.at[id] && { ...view.at[id] } })),
        ...lines.filter((edge) => cy.getElementById(edge.id).empty()).map((edge) => (
          { group: "edges", classes: manner, data: { ...edge, says: says(edge, "\n") } })),
      ]);
      for (const id of view.nodes) {
        if (view.at[id]) {
          cy.getElementById(id).position({ ...view.at[id] });
        }
      }
    });
    this.sift(view);
  }

  /** Applies the filters, the day and the way. */
  sift(view) {
    const { cy } = this;
    const hidden = new Set(view.hidden);
    const steps = new Set(view.way.slice(1).map((id, i) => [view.way[i], id].sort().join(" ")));
    cy.batch(() => {
      cy.nodes().forEach((node) => {
        node.toggleClass("hidden", hidden.has(node.data("type")));
        node.toggleClass("pinned", view.pinned.includes(node.id()));
        node.toggleClass("dim", view.way.length > 0 && !view.way.includes(node.id()));
      });
      cy.edges().forEach((edge) => {
        const step = steps.has([edge.data("source"), edge.data("target")].sort().join(" "));
        edge.toggleClass("hidden", hidden.has(edge.data("theme")));
        edge.toggleClass("gone", !holds(edge.data(), view));
        edge.toggleClass("way", step);
        edge.toggleClass("dim", view.way.length > 0 && !step);
      });
      cy.nodes().forEach((node) => {
        const lines = node.connectedEdges();
        node.toggleClass("lone", lines.nonempty() && lines.every((edge) => edge.hasClass("gone") || edge.hasClass("hidden")));
      });
    });
  }

  /**
   * Finds places.
   *
   * @param view what is shown
   * @param how "grow" leaves those that have a place where they are, "row" lays the way out in a line, "all" moves all but
   *     the pinned, "keep" nothing
   * @param settled the nodes that had a place before
   * @param around the node that the new ones came from
   */
  lay(view, how, settled = new Set(), around = undefined) {
    const { cy } = this;
    const free = cy.nodes().filter((node) => !view.pinned.includes(node.id()) && (how === "all" || !settled.has(node.id())));
    if (how === "row" && view.way.length > 1) {
      this.row(view.way);
    } else if (how !== "keep" && free.nonempty()) {
      const before = new Map(cy.nodes().map((node) => [node.id(), { ...node.position() }]));
      const fixed = cy.nodes().difference(free);
      const centre = around && how === "grow" ? cy.getElementById(around) : cy.collection();
      if (centre.nonempty()) {
        ring(free, centre.position(), cy.nodes().length);
      }
      const leaves = cy.nodes().length > CROWD ? leavesOf(free) : new Map();
      const core = cy.nodes().filter((node) => !leaves.has(node.id()));
      const reach = new Map(core.map((node) => [node.id(), 0]));
      leaves.forEach((parent) => reach.set(parent.id(), (reach.get(parent.id()) ?? 0) + 1));
      seeded(() => core.union(core.edgesWith(core)).layout(layout(core, fixed, how === "all", reach)).run());
      if (core.length > DRAFT) {
        cy.batch(() => loosen(core, reach));
      }
      fixed.forEach((node) => { node.position(before.get(node.id())); });
      cy.batch(() => sunflowers(leaves));
    }
  }

  /** Lets new nodes come out of the one that was expanded. */
  slide(settled, from) {
    const free = this.cy.nodes().filter((node) => !settled.has(node.id()));
    if (calm.matches || this.cy.elements().length > MANY / 2 || free.empty()) {
      return;
    }
    const start = this.cy.getElementById(from).position();
    free.forEach((node) => {
      const to = { ...node.position() };
      node.position({ ...start });
      node.animate({ position: to }, { duration: 260, easing: "ease-out" });
    });
  }

  row(way) {
    const upright = this.container.clientWidth < this.container.clientHeight;
    const step = upright ? 130 : 210;
    way.forEach((id, i) => this.cy.getElementById(id).position(upright ? { x: 0, y: i * step } : { x: i * step, y: 0 }));
  }

  /** Where everything is. */
  places() {
    return Object.fromEntries(this.cy.nodes().map((node) => [node.id(), { ...node.position() }]));
  }

  /** Shows all of it, or some, not larger than is good to read. */
  fit(some = this.seen(), gently = false) {
    const { cy, container } = this;
    this.size = [container.clientWidth, container.clientHeight];
    if (some.empty()) {
      return;
    }
    const box = some.boundingBox({ includeLabels: cy.elements().length < MANY, includeOverlays: false });
    const gap = Math.min(GAP, container.clientWidth / 20);
    const room = (size, length) => Math.max(40, size - 2 * gap) / Math.max(1, length);
    const zoom = Math.min(1.4, room(container.clientWidth, box.w), room(container.clientHeight, box.h));
    const pan = {
      x: container.clientWidth / 2 - zoom * (box.x1 + box.x2) / 2,
      y: container.clientHeight / 2 - zoom * (box.y1 + box.y2) / 2,
    };
    cy.stop();
    if (gently && !calm.matches && cy.elements().length < MANY) {
      cy.animate({ zoom, pan }, { duration: 260 });
    } else {
      cy.viewport({ zoom, pan });
    }
  }

  zoom(factor) {
    const { cy, container } = this;
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: container.clientWidth / 2, y: container.clientHeight / 2 } });
  }

  /** The connected node that lies furthest into a direction, to walk along edges with arrow keys. */
  toward(id, [dx, dy]) {
    const from = this.cy.getElementById(id);
    const at = from.position();
    const scored = from.neighborhood("node:visible").map((node) => {
      const [x, y] = [node.position("x") - at.x, node.position("y") - at.y];
      return { node, turn: (x * dx + y * dy) / (Math.hypot(x, y) || 1), far: Math.hypot(x, y) };
    }).filter(({ turn }) => turn > 0.35);
    return scored.sort((a, b) => b.turn - a.turn || a.far - b.far)[0]?.node.id();
  }

  /**
   * Brings something into sight if it is out of it.
   *
   * @param covered how many pixels at the bottom are covered
   */
  reveal(id, covered) {
    const { cy, container } = this;
    const some = cy.getElementById(id);
    const box = some.renderedBoundingBox();
    const [width, height] = [container.clientWidth, container.clientHeight - covered];
    if (some.nonempty() && (box.x1 < 0 || box.x2 > width || box.y1 < 0 || box.y2 > height)) {
      const pan = { x: cy.pan("x") + width / 2 - (box.x1 + box.x2) / 2, y: cy.pan("y") + height / 2 - (box.y1 + box.y2) / 2 };
      cy.stop().animate({ pan }, { duration: calm.matches ? 0 : 200 });
    }
  }

  /** What is to be seen after filters and day. */
  seen() {
    const nodes_ = this.cy.nodes().not(".hidden");
    return nodes_.union(this.cy.edges().not(".hidden, .gone").filter((edge) => nodes_.contains(edge.source()) && nodes_.contains(edge.target())));
  }

  /** The same in words. */
  tally() {
    const seen = this.seen();
    return counted("Nodes", seen.nodes().length) + ", " + counted("Edges", seen.edges().length);
  }

  /** Brings out what is chosen and what it hangs on; the rest steps back. */
  bringOut(id) {
    const { cy } = this;
    const some = cy.getElementById(id);
    cy.batch(() => {
      cy.elements(".away").removeClass("away");
      if (some.nonempty() && !cy.elements(".dim").nonempty()) {
        const near = some.isNode() ? some.closedNeighborhood() : some.union(some.connectedNodes());
        cy.elements().difference(near).addClass("away");
      }
    });
  }
}

function ring(free, centre, all) {
  free.forEach((node, i) => {
    const angle = (2 * Math.PI * i) / free.length + all;
    node.position({ x: centre.x + 140 * Math.cos(angle), y: centre.y + 140 * Math.sin(angle) });
  });
}

/** Nodes that hang on one other only, with that one; of two that hang on each other one. */
function leavesOf(free) {
  const leaves = new Map();
  free.forEach((node) => {
    const others = node.neighborhood("node");
    if (others.length === 1 && !leaves.has(others.id())) {
      leaves.set(node.id(), others);
    }
  });
  return leaves;
}

const PETAL = 46;
const spread = (leaves) => (leaves ? 60 + PETAL * Math.sqrt(leaves) : 0);

/** Puts leaves around what they hang on as seeds of a sunflower lie: evenly, however many, and at no cost. */
function sunflowers(leaves) {
  const placed = new Map();
  leaves.forEach((parent, id) => {
    const at = (placed.get(parent.id()) ?? 0) + 1;
    placed.set(parent.id(), at);
    const { x, y } = parent.position();
    const [far, angle] = [spread(at), at * Math.PI * (3 - Math.sqrt(5))];
    parent.cy().getElementById(id).position({ x: x + far * Math.cos(angle), y: y + far * Math.sin(angle) });
  });
}

/** Pushes apart what a draft lets lie upon each other: some rounds over the cells of a grid. */
function loosen(core, reach) {
  const points = core.map((node) => ({ node, room: 26 + 0.6 * spread(reach.get(node.id())), ...node.position() }));
  const cell = 120;
  for (let round = 0; round < 40; round++) {
    const grid = new Map();
    for (const p of points) {
      const key = Math.round(p.x / cell) + " " + Math.round(p.y / cell);
      grid.set(key, [...(grid.get(key) ?? []), p]);
    }
    for (const near of grid.values()) {
      near.forEach((p, i) => near.slice(i + 1).forEach((q) => {
        const [dx, dy] = [q.x - p.x || 0.1 * (i + 1), q.y - p.y || 0.1];
        const far = Math.hypot(dx, dy);
        const push = Math.max(0, (p.room + q.room - far) / far / 2);
        p.x -= dx * push;
        p.y -= dy * push;
        q.x += dx * push;
        q.y += dy * push;
      }));
    }
  }
  points.forEach(({ node, x, y }) => node.position({ x, y }));
}

function layout(core, fixed, anew, reach) {
  const size = core.length;
  const standing = fixed.intersection(core);
  if (size > DRAFT) {
    // The other qualities take five rounds for each node, whatever one asks for.
    return { name: "fcose", quality: "draft", animate: false, fit: false, randomize: true, nodeSeparation: 160, sampleSize: 40, packComponents: false };
  }
  return {
    name: "fcose", quality: "default", animate: false, fit: false, randomize: anew || standing.empty(),
    nodeDimensionsIncludeLabels: size <= CROWD, packComponents: false, nodeSeparation: 100,
    idealEdgeLength: (edge) => (size > 15 ? 105 : 170) + spread(reach.get(edge.source().id())) + spread(reach.get(edge.target().id())),
    nodeRepulsion: 9000, edgeElasticity: 0.35, gravity: 0.3,
    numIter: size > 40 ? 900 : 1500,
    fixedNodeConstraint: standing.map((node) => ({ nodeId: node.id(), position: { ...node.position() } })),
  };
}

/** Runs a layout with chance taken out of it: the same link gives the same picture. */
function seeded(work) {
  const { random } = Math;
  let state = 42;
  Math.random = () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
  try {
    work();
  } finally {
    Math.random = random;
  }
}
