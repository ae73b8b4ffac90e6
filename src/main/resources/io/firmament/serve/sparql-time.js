// Rows by their day: how many fall when, and each of them in order. Days may be partial, as sources give them.
import { term } from "./sparql-results.js";
import { element, language, word } from "./sparql-words.js";

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-H([12])|-Q([1-4]))?(?:T.*|Z|[+-]\d\d:\d\d)?$/;
const MOST_ROWS = 1000;
const SVG = "http://www.w3.org/2000/svg";

/** The columns that hold days. */
export function days(columns, rows) {
  return columns.filter((column) => {
    const filled = rows.slice(0, 300).filter((row) => row[column]);
    return filled.length > 0 && filled.every((row) => row[column].type !== "uri" && DAY.test(row[column].value))
      && filled.some((row) => /(date|gYear|gYearMonth|dateTime)$/.test(row[column].datatype ?? "") || row[column].value.length > 4);
  });
}

/** Where a day stands in months since the year 0; the beginning of what is partial. */
function month(text) {
  const [, year, part, day, half, quarter] = DAY.exec(text);
  return 12 * Number(year) + (part ? Number(part) - 1 : half ? 6 * (half - 1) : quarter ? 3 * (quarter - 1) : 0) + (day ? (day - 1) / 31 : 0);
}

function drawn(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

/** How many rows fall when: a bar for each month, or for each year where there are many. */
function bars(counts, step) {
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  const slots = last - first + 1;
  const [width, height] = [Math.max(320, Math.min(1200, slots * 34)), 92];
  const slot = width / slots;
  const most = Math.max(...counts.values());
  const picture = drawn("svg", { class: "bars", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" });
  for (let at = first; at <= last; at++) {
    const x = (at - first) * slot;
    const count = counts.get(at) ?? 0;
    const tall = count && Math.max(3, (count / most) * 52);
    const year = Math.floor((at * step) / 12);
    const text = step === 12 ? String(year) : `${year}-${String(((at * step) % 12) + 1).padStart(2, "0")}`;
    picture.append(drawn("rect", { x: x + slot * 0.12, y: 70 - tall, width: slot * 0.76, height: tall, rx: 2, class: "bar-of" },
      drawn("title", {}, `${text}: ${count}`)));
    if (count && slot > 15) {
      picture.append(drawn("text", { x: x + slot / 2, y: 66 - tall, class: "tick" }, String(count)));
    }
    const labelled = step === 12 ? at % Math.ceil(34 / slot) === 0 : (at * step) % 12 === 0 || at === first;
    if (labelled) {
      picture.append(drawn("text", { x: x + slot / 2, y: 86, class: "tick" }, step === 12 || (at * step) % 12 === 0 ? String(year) : text));
    }
  }
  return element("div", { class: "scroll" }, picture);
}

/** Draws; "put" shows what was made. */
export async function timeline(columns, rows, name, put) {
  const dated = days(columns, rows);
  const body = element("div", { class: "timeline" });
  const choice = element("select", { "aria-label": word("Date"), onchange: draw },
    ...dated.map((column) => element("option", { value: column }, column)));
  const view = put(element("div", {}, dated.length > 1 ? element("p", { class: "buttons" }, word("Date"), choice) : undefined, body));
  await name(rows.slice(0, MOST_ROWS).flatMap((row) => Object.values(row)));

  function draw() {
    const column = choice.value;
    const filled = rows.filter((row) => row[column]).sort((a, b) => month(a[column].value) - month(b[column].value));
    const counts = new Map();
    const months = filled.map((row) => Math.floor(month(row[column].value)));
    const step = months.at(-1) - months[0] > 36 ? 12 : 1;
    months.forEach((at) => counts.set(Math.floor(at / step), (counts.get(Math.floor(at / step)) ?? 0) + 1));
    const byDay = new Map();
    filled.slice(0, MOST_ROWS).forEach((row) => byDay.set(row[column].value, [...(byDay.get(row[column].value) ?? []), row]));
    // Columns of days are said already, and one that is the same in all rows says nothing.
    const told = columns.filter((other) => !dated.includes(other)).slice(0, 6);
    const without = rows.length - filled.length;
    body.replaceChildren(
      element("p", { class: "quiet" }, word("TimeText", filled.length.toLocaleString(language)) + (without ? " " + word("Undated", without) : "")
        + (filled.length > MOST_ROWS ? " " + word("Cut", MOST_ROWS) : "")),
      bars(counts, step),
      element("ol", {}, ...[...byDay].map(([day, some]) => element("li", {}, element("time", { datetime: day }, day),
        element("ul", {}, ...once(some.map((row) => element("li", {}, ...told.filter((other) => row[other])
          .flatMap((other, i) => [i ? element("span", { class: "quiet" }, " · ") : "", short(row[other])])))))))));
  }

  draw();
  return view;
}

/** Rows that read the same are told once, with how many there are. */
function once(items) {
  const alike = new Map();
  items.forEach((item) => alike.set(item.textContent, [...(alike.get(item.textContent) ?? []), item]));
  return [...alike.values()].map(([first, ...others]) => {
    first.append(...(others.length ? [element("span", { class: "quiet" }, ` ×${others.length + 1}`)] : []));
    return first;
  });
}

/** A thing by its label alone, where it has one. */
function short(node) {
  const shown = term(node);
  const known = shown.querySelector?.(".called");
  if (known) {
    shown.querySelector("a").textContent = known.textContent;
    return shown.querySelector("a");
  }
  return shown;
}
