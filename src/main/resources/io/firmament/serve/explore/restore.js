// What an address asks for, as a view.
import { edges, find, load } from "./data.js";
import { language, word } from "./words.js";

export const labelOf = (hit, text) => (hit ? (language === "zh" ? hit.labelZh : hit.label) : text);

/** The nodes of a chain in order: breadth first along the edges that came. */
export function chain(came, from, to) {
  const before = new Map([[from, from]]);
  const queue = [from];
  for (let at = queue.shift(); at && !before.has(to); at = queue.shift()) {
    for (const { source, target } of came.edges.map((id) => edges.get(id))) {
      const next = source === at ? target : target === at ? source : undefined;
      if (next && !before.has(next)) {
        before.set(next, at);
        queue.push(next);
      }
    }
  }
  const way = [];
  for (let at = before.has(to) ? to : from; at !== from; at = before.get(at)) {
    way.unshift(at);
  }
  return way.length ? [from, ...way] : [];
}

/**
 * Fetches what an address asks for.
 *
 * @param asked as parse in view.js gives it
 * @param first whether the page has begun to fetch it
 * @return the view, and how it is to be laid out
 */
export async function viewOf(asked, first) {
  const question = asked.base.some(([key]) => key === "question");
  let came = await load([...asked.base, ...(asked.added.length && !question ? [["node", asked.added.join(",")]] : [])], first);
  const added = new Set(asked.added);
  const chained = await wayOf(asked.base, came);
  // Of a chain's answer its own nodes; who told of it, and where somebody came from, are in it too.
  const based = (chained.length ? chained : asked.base.length ? came.nodes : []).filter((id) => !added.has(id));
  const only = question || asked.base.some(([key]) => key === "edge") ? new Set(came.edges) : null;
  if (question && added.size) {
    came = await load([["node", [...based, ...added].join(",")]]);
  }
  const without = new Set(asked.without);
  const all = [...new Set([...based, ...(chained.length && !added.size ? [] : came.nodes)])].filter((id) => !without.has(id));
  const way = (asked.way.length ? asked.way : chained).filter((id) => all.includes(id));
  const sorted = [...all].sort();
  const exact = asked.places.length === all.length && all.length > 0;
  const at = exact ? Object.fromEntries(sorted.map((id, i) => [id, { x: asked.places[i][0], y: asked.places[i][1] }])) : asked.pins;
  const rowed = way.length > 1 && way.length === all.length;
  return {
    how: exact ? "keep" : rowed ? "row" : "all",
    view: {
      base: asked.base, based, nodes: rowed ? way : all, only: added.size ? null : only, at,
      pinned: Object.keys(asked.pins).filter((id) => all.includes(id)),
      hidden: asked.hidden, day: asked.day, told: asked.told, way,
    },
  };
}

/** What to say where there is nothing. */
export async function nothing(asked) {
  const base = Object.fromEntries(asked.base);
  if (base.question === "shortest-chain") {
    const [from, to] = await Promise.all([find(base.from), find(base.to)]);
    return word("NoWay", labelOf(from, base.from), labelOf(to, base.to));
  }
  return word("NothingHere");
}

/** The way that an address asks for by the ends of a chain. */
async function wayOf(base, came) {
  const { question, from, to } = Object.fromEntries(base);
  if (question !== "shortest-chain" || came.nodes.length === 0) {
    return [];
  }
  const ends = await Promise.all([from, to].map(async (text) => (came.nodes.includes(text) ? text : (await find(text))?.slug)));
  return chain(came, ...ends);
}
