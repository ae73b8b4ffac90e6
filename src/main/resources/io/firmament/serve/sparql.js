// The page for queries: asks the endpoint, keeps the address in step, and says what went wrong. Without scripts the page
// is a form that the server answers with a table.
import { editor } from "./sparql-editor.js";
import { show } from "./sparql-results.js";
import { element, inside, word } from "./sparql-words.js";

/** A browser should not be filled with an answer that nobody can read; the files have all of it. */
const MOST_BYTES = 32e6;
/** A longer query goes behind the hash, which no server sees; the endpoint takes no longer address. */
const MOST_ADDRESS = 8000;

const form = document.querySelector("form.sparql");
const area = document.getElementById("query");
const results = document.getElementById("results");
const button = form.querySelector("button[type=submit]");
const given = area.value;

/** Until the editor is there, and where it cannot be, the text area is it. */
let text = {
  get value() { return area.value; },
  set value(query) { area.value = query; },
  wrong() {},
};
let stop;
let wrong;

function script(address) {
  return new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src: address, onload: done, onerror: failed }));
  });
}

function address(query) {
  const path = inside("/sparql");
  const long = path + (path.includes("?") ? "&" : "?") + "query=" + encodeURIComponent(query);
  return long.length < MOST_ADDRESS ? long : path + "#query=" + encodeURIComponent(query);
}

function asked() {
  const behind = new URLSearchParams(location.hash.slice(1)).get("query");
  return behind ?? new URLSearchParams(location.search).get("query");
}

async function limited(answer) {
  const reader = answer.body.getReader();
  const parts = [];
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    bytes += part.value.length;
    if (bytes > MOST_BYTES) {
      reader.cancel();
      throw new Error(word("TooLong"));
    }
  }
  return new Blob(parts).text();
}

/** Asks, unless something is being asked: then that is stopped. */
async function run() {
  if (stop) {
    stop.abort();
    return;
  }
  const query = text.value;
  stop = new AbortController();
  button.textContent = word("Stop");
  results.setAttribute("aria-busy", "true");
  text.wrong(wrong = undefined);
  const start = performance.now();
  try {
    const answer = await fetch("/sparql", {
      method: "POST", body: query, signal: stop.signal,
      headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json, application/rdf+json;q=0.9, text/plain;q=0.1" },
    });
    const body = await limited(answer);
    if (answer.ok) {
      await show(results, JSON.parse(body), query, (performance.now() - start) / 1000);
    } else {
      wrong = Number(/line (\d+)/.exec(body)?.[1]);
      text.wrong(wrong);
      say(body);
    }
  } catch (error) {
    if (error.name !== "AbortError") {
      say(error instanceof TypeError ? word("Failed") : error.message);
    }
  } finally {
    stop = undefined;
    button.textContent = word("Run");
    results.removeAttribute("aria-busy");
  }
}

function say(message) {
  results.replaceChildren(element("p", { class: "message", role: "alert" }, message));
}

function runAndRemember() {
  if (!stop && text.value !== asked()) {
    history.pushState(null, "", address(text.value));
  }
  run();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  runAndRemember();
});
addEventListener("popstate", () => {
  const query = asked();
  text.value = query ?? given;
  if (query === null) {
    results.replaceChildren();
  } else {
    run();
  }
});

form.querySelector(".as").hidden = true;
if (matchMedia("(min-width: 62rem)").matches) {
  document.querySelector("details.examples").open = true;
}
const behind = new URLSearchParams(location.hash.slice(1)).get("query");
if (behind !== null) {
  area.value = behind;
}
const first = asked() !== null || new URLSearchParams(location.search).has("question") ? run() : undefined;
await script("/lib/yasgui.min.js").then(() => editor(area, runAndRemember)).then((made) => {
  text = made;
  text.wrong(wrong);
}, () => {});
await first;
