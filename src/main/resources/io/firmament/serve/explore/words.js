// The words of the page in the reader's language, as the server wrote them into it.
export { element } from "../elements.js";

const page = document.getElementById("explorer");
const texts = JSON.parse(page.dataset.words);

export const language = page.dataset.language;

/** A text with {0}, {1} … filled in. */
export function word(key, ...values) {
  return values.reduce((text, value, i) => text.replaceAll("{" + i + "}", value), texts["explore" + key] ?? key);
}

/** A text that counts: "1 neighbour", "3 neighbours". */
export function counted(key, number) {
  return number === 1 ? word(key + "One") : word(key, number.toLocaleString(language));
}

/** A day no more exact than it may be: the first of a year or month stands for the whole of it. */
export function day(text) {
  return text.replace(/-01-01$/, "").replace(/-01$/, "");
}

/** A last day likewise: the last of a year or month stands for the whole of it. */
function lastDay(text) {
  const [year, month] = text.split("-").map(Number);
  const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return text.replace(/-12-31$/, "") !== text ? String(year) : text === end ? text.slice(0, 7) : text;
}

/** When an edge holds, in words; empty if nobody dates it. */
export function when(edge) {
  if (!edge.since && !edge.until) {
    return "";
  }
  if (!edge.lasts && edge.since) {
    return word("On", day(edge.since));
  }
  return [edge.since && word("Since", day(edge.since)), edge.until && word("Until", lastDay(edge.until))].filter(Boolean).join(" ");
}
