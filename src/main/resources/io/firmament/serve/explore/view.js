// What is seen, as a value: which nodes, where, what is hidden, which day. An address says it, undo and redo go through it.
import { encode, edges } from "./data.js";

/**
 * @typedef {object} View
 * @property {string[][]} base how the address names the first nodes, as pairs: near=… or question=… with its parameters
 * @property {string[]} based the nodes that the base stands for
 * @property {string[]} nodes in view
 * @property {Set<string>|null} only these edges, such as those of an answer; null for all between the nodes
 * @property {Object<string, {x: number, y: number}>} at where nodes are
 * @property {string[]} pinned nodes that keep their place
 * @property {string[]} hidden themes and classes that are filtered out
 * @property {string} day what held, or had been told, on this day; empty for all time
 * @property {boolean} told whether the day is that of the telling
 * @property {string[]} way the nodes of a chain, in order
 */
export const EMPTY = { base: [], based: [], nodes: [], only: null, at: {}, pinned: [], hidden: [], day: "", told: false, way: [] };

/** The edges between the nodes of a view. */
export function edgesOf(view) {
  const seen = new Set(view.nodes);
  return [...edges.values()].filter((edge) => seen.has(edge.source) && seen.has(edge.target) && (!view.only || view.only.has(edge.id)));
}

/** Whether an edge is to be seen on the view's day. Without a date it always is. */
export function holds(edge, view) {
  if (!view.day) {
    return true;
  }
  if (view.told) {
    return !edge.told || edge.told <= view.day;
  }
  return (!edge.since || edge.since <= view.day) && (!edge.until || edge.until >= view.day);
}

const list = (text) => (text ? text.split(",").filter(Boolean) : []);
const OWN = ["near", "limit", "edge", "node", "without", "pin", "at", "hide", "held", "said", "way", "focus", "lang"];

/** What an address asks for; the nodes are the server's to tell. */
export function parse(search) {
  const all = [...new URLSearchParams(search)];
  const get = (name) => all.find(([key]) => key === name)?.[1] ?? "";
  const question = get("question");
  const base = question ? all.filter(([key]) => !OWN.includes(key)) : all.filter(([key]) => ["near", "limit", "edge"].includes(key));
  return {
    base: base.some(([key]) => key === "near" || key === "question") ? base : [],
    added: all.filter(([key]) => key === "node").flatMap(([, value]) => list(value)),
    without: list(get("without")),
    pins: Object.fromEntries(list(get("pin")).map((pin) => pin.split(":")).filter((p) => p.length === 3)
      .map(([id, x, y]) => [id, { x: Number(x), y: Number(y) }])),
    places: list(get("at")).map((place) => place.split(":").map(Number)),
    hidden: list(get("hide")),
    day: get("held") || get("said"),
    told: Boolean(get("said")),
    way: list(get("way")),
    focus: get("focus"),
    language: get("lang"),
  };
}

/**
 * The address of a view, as short as may be.
 *
 * @param exact whether the place of each node is to be kept
 */
export function address(view, focus, lang, exact = false) {
  const seen = new Set(view.nodes);
  const based = new Set(view.based);
  const added = view.nodes.filter((id) => !based.has(id));
  const without = view.based.filter((id) => !seen.has(id));
  const asked = view.base.some(([key]) => key === "question");
  const listed = !view.only && (view.base.length === 0 || asked || without.length + added.length > view.nodes.length);
  const round = ({ x, y }) => Math.round(x) + ":" + Math.round(y);
  const parts = [
    ...(listed ? [] : view.base),
    ["node", (listed ? view.nodes : added).join(",")],
    ["without", (listed ? [] : without).join(",")],
    ["hide", view.hidden.join(",")],
    [view.told ? "said" : "held", view.day],
    ["way", view.way.join(",")],
    ["pin", view.pinned.filter((id) => seen.has(id)).map((id) => id + ":" + round(view.at[id])).join(",")],
    ["at", exact ? [...view.nodes].sort().map((id) => round(view.at[id])).join(",") : ""],
    ["focus", focus],
    ["lang", lang],
  ].filter(([, value]) => value);
  return location.pathname + (parts.length ? "?" + encode(parts) : "");
}

/** Steps that can be taken back. */
export class History {
  now = EMPTY;
  past = [];
  future = [];

  go(view) {
    this.past.push(this.now);
    this.future = [];
    this.now = view;
  }

  undo() {
    this.future.push(this.now);
    this.now = this.past.pop();
  }

  redo() {
    this.past.push(this.now);
    this.now = this.future.pop();
  }
}
