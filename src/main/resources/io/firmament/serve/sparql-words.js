// The words of the page in the reader's language, as the server wrote them into it.
export { element } from "./elements.js";

const bench = document.getElementById("bench");
const texts = JSON.parse(bench.dataset.words);

export const language = document.documentElement.lang;
export const chinese = language.startsWith("zh");

/** A text with {0}, {1} … filled in. */
export function word(key, ...values) {
  return values.reduce((text, value, i) => text.replaceAll("{" + i + "}", value), texts["query" + key] ?? key);
}

/** A link inside the site keeps the language that the reader chose. */
export function inside(path) {
  const chosen = new URLSearchParams(location.search).get("lang");
  if (!chosen) {
    return path;
  }
  const [before, hash] = path.split("#");
  return before + (before.includes("?") ? "&" : "?") + "lang=" + encodeURIComponent(chosen) + (hash ? "#" + hash : "");
}

/** Prefixes and terms of the ontology; asked for once. */
export const vocabulary = fetch("/terms").then((answer) => answer.json()).catch(() => ({ prefixes: {}, terms: [] }));

/** What a term or thing is called. */
export function called(thing) {
  return (chinese ? thing.labelZh : thing.label) || thing.label || "";
}
