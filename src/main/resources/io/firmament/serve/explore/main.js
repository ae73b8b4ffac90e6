// The explorer: what people do, and what follows from it. The view is a value (view.js); each action makes the next one.
import { edges, find, load, nodes, Refused, start } from "./data.js";
import { keys } from "./keys.js";
import { chain, labelOf, nothing, viewOf } from "./restore.js";
import { address, edgesOf, EMPTY, History, parse } from "./view.js";
import { Drawing } from "./drawing.js";
import { onChange } from "./looks.js";
import { List } from "./list.js";
import { Time } from "./time.js";
import * as panes from "./panes.js";
import { saveMenu } from "./save.js";
import { counted, word } from "./words.js";

const SOME = 25;
const $ = (id) => document.getElementById(id);
const name = (id) => nodes.get(id)?.label ?? id;

const drawing = new Drawing($("graph"));
const { cy } = drawing;
const steps = new History();
let chosen = "";
let chosenLanguage = "";
let waiting = 0;

// Telling.

/** Says what has been done, for those who do not see it. */
function tell(text) {
  $("live").textContent = "";
  requestAnimationFrame(() => { $("live").textContent = text; });
}

/** A warning in sight, with what to try; empty takes it away. */
function warn(text = "") {
  $("note").textContent = text;
  $("note").hidden = !text;
}

async function working(work) {
  waiting++;
  $("graph").dataset.state = "loading";
  warn();
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) {
      throw error;
    }
    warn(error.message);
  } finally {
    waiting--;
    ready();
  }
}

function ready() {
  if (waiting === 0) {
    $("graph").dataset.state = steps.now.nodes.length ? "ready" : "empty";
    performance.mark("drawn");
  }
}

// The view and what shows it.

/** Makes the next view. */
function change(next, { how = "keep", around, said = "", fit = how !== "keep" } = {}) {
  warn();
  steps.now = { ...steps.now, at: { ...steps.now.at, ...drawing.places() } };
  steps.go({ at: steps.now.at, ...next });
  render({ how, around, fit });
  tell([said, drawing.tally()].filter(Boolean).join(". "));
}

function render({ how = "keep", around, fit = false, gently = true } = {}) {
  const view = steps.now;
  const settled = new Set(view.nodes.filter((id) => view.at[id]));
  drawing.show(view);
  drawing.lay(view, how, settled, around);
  steps.now = { ...view, at: { ...view.at, ...drawing.places() } };
  refresh();
  if (fit) {
    cy.resize();
    drawing.fit(undefined, gently && settled.size > 0);
  }
  if (how === "grow" && around) {
    drawing.slide(settled, around);
  }
  ready();
}

/** All that tells of the view beside the drawing. */
function refresh() {
  const view = steps.now;
  const empty = view.nodes.length === 0;
  $("start").hidden = !empty;
  if (empty && !$("start").querySelector("li")) {
    start().then((parts) => $("start").replaceChildren(...parts), (error) => warn(error.message));
  }
  $("explorer").classList.toggle("bare", empty);
  $("undo").disabled = steps.past.length === 0;
  $("redo").disabled = steps.future.length === 0;
  for (const id of ["fit", "again", "link", "clear", "in", "out"]) {
    $(id).disabled = empty;
  }
  $("size").textContent = empty ? "" : drawing.tally();
  panes.showLegend(view, actions.filter);
  list.show(view);
  time.show(view);
  if (!cy.getElementById(chosen).nonempty()) {
    chosen = "";
  }
  pane();
  mark();
  if (!empty && drawing.seen().empty()) {
    warn(word("Filtered"));
  }
}

function mark() {
  list.mark(chosen);
  history.replaceState(null, "", address(steps.now, chosen, chosenLanguage));
  const other = document.querySelector("a[hreflang]");
  other.href = address(steps.now, chosen, other.hreflang.startsWith("zh") ? "zh" : "en", true);
}

/** The pane tells of what is chosen. */
function pane() {
  const view = steps.now;
  const some = cy.$(":selected").map((e) => e.id());
  if (some.length > 1) {
    const things = some.filter((id) => nodes.has(id));
    (things.length === 2 ? panes.showTwo : panes.showMany)(things, actions);
  } else if (nodes.has(chosen)) {
    panes.showNode(chosen, view, actions);
  } else if (edges.has(chosen)) {
    panes.showEdge(chosen, view, actions);
  } else if (view.way.length > 1) {
    panes.showWay(view, actions);
  } else {
    panes.close();
  }
  drawing.bringOut(chosen);
  $("explorer").classList.toggle("told", !$("proof").hidden);
}

// What can be done.

const actions = {
  /** Chooses a node or an edge, or with an empty id nothing; a second Enter on what is chosen goes to its pane. */
  choose(id, enter = false) {
    if (enter && id === chosen) {
      panes.focusPane();
      return;
    }
    chosen = id;
    quietly(() => {
      cy.elements(":selected").unselect();
      cy.getElementById(id).select();
    });
    pane();
    mark();
    if (id) {
      drawing.reveal(id, covered());
      const edge = edges.get(id);
      tell(edge ? name(edge.source) + " " + edge.label + " " + name(edge.target)
        : word("Chosen", name(id), nodes.get(id).kindLabel, counted("Edges", cy.getElementById(id).connectedEdges(":visible").length)));
    }
  },

  /** Adds an entity by its slug, with what joins it to what is there; alone it comes with its neighbours. */
  async add(id, label) {
    if (steps.now.nodes.includes(id)) {
      tell(word("AlreadyIn", label));
      actions.choose(id);
      return;
    }
    await working(async () => {
      const { now } = steps;
      const first = now.nodes.length === 0;
      const came = await load(first ? [["near", id]] : [["node", [...now.nodes, id].join(",")]]);
      chosen = id;
      if (first) {
        history.pushState(null, "", location.href);
        change({ ...EMPTY, hidden: now.hidden, base: [["near", id]], based: came.nodes, nodes: came.nodes }, { how: "all", said: word("AddedEntity", label) });
      } else {
        change({ ...now, only: null, nodes: [...now.nodes, id], way: [] }, { how: "grow", said: word("AddedEntity", label) });
      }
      actions.choose(id);
    });
  },

  /** Adds neighbours by some properties, those first that most is said of. */
  async expand(id, properties, atMost = SOME, kinds = 0) {
    if (kinds > 0 && properties.length === 0) {
      warn(word("ChooseKind"));
      return;
    }
    await working(async () => {
      const { now } = steps;
      const seen = new Set(now.nodes);
      const drawn = cy.getElementById(id).neighborhood("node").length;
      const near = await load([["near", id], ["limit", String(drawn + atMost)], ...(properties.length < kinds ? properties : []).map((p) => ["edge", p])]);
      const fresh = near.nodes.filter((other) => !seen.has(other)).slice(0, atMost);
      if (fresh.length === 0 && !now.only) {
        warn(word(properties.length && properties.length < kinds ? "NoneOfKind" : "NothingMore", name(id)));
        return;
      }
      const all = [...now.nodes, ...fresh];
      await load([["node", all.join(",")]]);
      change({ ...now, only: null, nodes: all, way: [] }, { how: "grow", around: id, said: counted("Added", fresh.length) });
    });
  },

  /** Takes away the neighbours that hang on nothing else. */
  collapse(id) {
    const { now } = steps;
    const leaves = cy.getElementById(id).neighborhood("node")
      .filter((node) => node.neighborhood("node").length === 1 && !now.pinned.includes(node.id())).map((node) => node.id());
    if (leaves.length === 0) {
      warn(word("NothingCollapsed", name(id)));
      return;
    }
    change({ ...now, nodes: now.nodes.filter((other) => !leaves.includes(other)) }, { said: counted("Collapsed", leaves.length) });
  },

  pin(...ids) {
    const { now } = steps;
    const loose = ids.every((id) => now.pinned.includes(id));
    change({ ...now, pinned: loose ? now.pinned.filter((id) => !ids.includes(id)) : [...new Set([...now.pinned, ...ids])] },
      { said: word(loose ? "Unpinned" : "Pinned", ids.map(name).join(", ")) });
  },

  remove(...ids) {
    const { now } = steps;
    const gone = new Set(ids);
    change({ ...now, nodes: now.nodes.filter((id) => !gone.has(id)), way: now.way.some((id) => gone.has(id)) ? [] : now.way },
      { said: word("Removed", ids.map(name).join(", ")) });
  },

  filter(what) {
    const { now } = steps;
    change({ ...now, hidden: now.hidden.includes(what) ? now.hidden.filter((h) => h !== what) : [...now.hidden, what] });
  },

  /** Finds a shortest chain; where both ends are in view it is added and brought out, else it is drawn alone. */
  async way(from, to) {
    if (from === to) {
      warn(word("Same"));
      return;
    }
    await working(async () => {
      const base = [["question", "shortest-chain"], ["from", from], ["to", to]];
      const came = await load(base);
      const way = chain(came, from, to);
      if (way.length === 0) {
        warn(word("NoWay", name(from), name(to)));
        return;
      }
      const { now } = steps;
      chosen = "";
      quietly(() => cy.elements().unselect());
      if (now.nodes.includes(from) && now.nodes.includes(to)) {
        const all = [...new Set([...now.nodes, ...way])];
        await load([["node", all.join(",")]]);
        change({ ...now, only: null, nodes: all, way }, { how: "grow", said: counted("WayFound", way.length - 1) });
      } else {
        history.pushState(null, "", location.href);
        change({ ...EMPTY, base, based: way, nodes: way, only: new Set(came.edges), way }, { how: "row", said: counted("WayFound", way.length - 1) });
      }
    });
  },

  wayFrom(id) {
    $("way-pane").open = true;
    side(true);
    $("way-from").value = name(id);
    ends.from = { id, label: name(id) };
    $("way-to").focus();
  },

  onlyWay() {
    const { now } = steps;
    change({ ...now, nodes: now.way, pinned: [] }, { how: "row" });
  },

  endWay() {
    change({ ...steps.now, way: [] });
  },

  undo() {
    if (steps.past.length) {
      warn();
      steps.undo();
      render();
      drawing.fit(undefined, true);
      tell(word("Undone") + ". " + drawing.tally());
    }
  },

  redo() {
    if (steps.future.length) {
      warn();
      steps.redo();
      render();
      drawing.fit(undefined, true);
      tell(word("Redone") + ". " + drawing.tally());
    }
  },

  again() {
    change({ ...steps.now }, { how: "all" });
  },

  clear() {
    history.pushState(null, "", location.href);
    change({ ...EMPTY });
    $("explore-q").focus();
  },

  async link() {
    const link = location.origin + address(steps.now, chosen, chosenLanguage, true);
    try {
      await navigator.clipboard.writeText(link);
      tell(word("Copied"));
      warn(word("Copied"));
      setTimeout(() => warn(), 1500);
    } catch {
      warn(word("CopyThis") + " " + link);
    }
  },
};

/** How much of the drawing the pane will cover at the bottom once it is full; nothing where it stands beside it. */
function covered() {
  const [all, under, over] = ["explorer", "graph", "proof"].map((id) => $(id).getBoundingClientRect());
  return over.left < under.right ? Math.max(0, under.bottom - (all.bottom - 0.55 * all.height)) : 0;
}

// From an address to a view.

async function restore(first) {
  const asked = parse(location.search);
  chosenLanguage = asked.language;
  if (asked.base.length === 0 && asked.added.length === 0) {
    steps.now = { ...EMPTY, hidden: asked.hidden };
    render();
    return;
  }
  steps.now = EMPTY;
  await working(async () => {
    const { view, how } = await viewOf(asked, first);
    if (view.nodes.length === 0) {
      warn(await nothing(asked));
    }
    steps.now = view;
    chosen = asked.focus;
    render({ how, fit: true, gently: false });
    if (chosen) {
      actions.choose(chosen);
    }
    tell(drawing.tally());
  });
  if (steps.now.nodes.length === 0) {
    refresh();
  }
}

// Hands: mouse and fingers, forms, keys.

let heeding = true;

/** Selects without being told of it. */
function quietly(work) {
  heeding = false;
  work();
  heeding = true;
}

let settling = 0;
cy.on("select unselect", () => {
  if (heeding) {
    clearTimeout(settling);
    settling = setTimeout(() => {
      const some = cy.$(":selected");
      chosen = some.length === 1 ? some.id() : "";
      pane();
      mark();
    });
  }
});
cy.on("dbltap", "node", ({ target }) => actions.expand(target.id(), []));
cy.on("grab", "node", () => { steps.now = { ...steps.now, at: { ...steps.now.at, ...drawing.places() } }; });
cy.on("dragfree", "node", ({ target }) => {
  const { now } = steps;
  steps.go({ ...now, at: { ...now.at, ...drawing.places() }, pinned: [...new Set([...now.pinned, target.id()])] });
  drawing.sift(steps.now);
  refresh();
  ready();
});

const list = new List(actions);
const time = new Time((choice, made) => {
  const next = { ...steps.now, ...choice };
  if (made) {
    if (next.day !== passed.day || next.told !== passed.told) {
      steps.now = { ...steps.now, ...passed };
      change(next);
      passed = { day: next.day, told: next.told };
    }
  } else {
    drawing.sift(next);
  }
});
let passed = { day: "", told: false };

const ends = {};
for (const end of ["from", "to"]) {
  $("way-" + end).addEventListener("chosen", ({ detail }) => { ends[end] = { id: detail.slug, label: $("way-" + end).value }; });
}
async function typed(input, known) {
  const text = input.value.trim();
  const hit = known?.label === text ? { slug: known.id } : text && await find(text);
  if (!hit) {
    warn(word("NothingNamed", text));
    input.focus();
  }
  return hit;
}
$("way-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const from = await typed($("way-from"), ends.from);
  const to = from && await typed($("way-to"), ends.to);
  if (to) {
    remember(from);
    remember(to);
    await actions.way(from.slug, to.slug);
  }
});

/** So that a warning can call it by its name. */
function remember(hit) {
  if (hit.label && !nodes.has(hit.slug)) {
    nodes.set(hit.slug, { id: hit.slug, label: labelOf(hit), kindLabel: "", type: "" });
  }
}

$("explore-q").addEventListener("chosen", ({ detail }) => {
  $("explore-q").value = "";
  actions.add(detail.slug, labelOf(detail));
});
$("explore-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const hit = $("explore-q").value.trim() && await typed($("explore-q"));
  if (hit) {
    $("explore-q").value = "";
    actions.add(hit.slug, labelOf(hit));
  }
});

/** On narrow screens search, legend and list lie over the drawing. */
function side(open) {
  $("explorer").classList.toggle("sided", open);
  $("panes").setAttribute("aria-expanded", String(open));
  $(open ? "explore-q" : "panes").focus();
}

const clicks = {
  undo: actions.undo, redo: actions.redo, again: actions.again, clear: actions.clear, link: actions.link,
  in: () => drawing.zoom(1.3), out: () => drawing.zoom(1 / 1.3), fit: () => drawing.fit(undefined, true),
  help: () => $("keys").showModal(),
  panes: () => side(!$("explorer").classList.contains("sided")),
  "side-close": () => side(false),
};
Object.entries(clicks).forEach(([id, work]) => $(id).addEventListener("click", work));
saveMenu($("save-menu"), cy, () => steps.now, warn);

keys(drawing, actions, () => chosen, () => steps.now, side);

onChange(() => {
  drawing.restyle();
  panes.showLegend(steps.now, actions.filter);
});
addEventListener("popstate", () => restore(false));
new ResizeObserver(() => drawing.resize()).observe($("graph"));
if (matchMedia("(max-width: 60rem)").matches) {
  $("list-pane").open = false;
}

window.firmament = { cy, actions, get view() { return steps.now; }, edgesOf: () => edgesOf(steps.now) };
restore(true);
