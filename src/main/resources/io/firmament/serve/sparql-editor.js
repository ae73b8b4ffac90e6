// The editor: Yasqe with our own prefixes, words and completion. It asks no other host: Yasqe's own completers, which
// would, are not enabled, and nothing is kept in the browser, so that what the address says is what is shown.
import { completion } from "./sparql-complete.js";
import { called, element, vocabulary, word } from "./sparql-words.js";

const OURS = "https://w3id.org/firmament/";

/** What the grammar calls what may stand somewhere, as people would write it. */
const WRITTEN = {
  VAR1: "?variable", VAR2: "", IRI_REF: "<iri>", PNAME_LN: "prefix:name", PNAME_NS: "", BLANK_NODE_LABEL: "", ANON: "[]", NIL: "",
  STRING_LITERAL1: "\"text\"", STRING_LITERAL2: "", STRING_LITERAL_LONG1: "", STRING_LITERAL_LONG2: "", INTEGER: "1", DECIMAL: "", DOUBLE: "",
  INTEGER_POSITIVE: "", DECIMAL_POSITIVE: "", DOUBLE_POSITIVE: "", INTEGER_NEGATIVE: "", DECIMAL_NEGATIVE: "", DOUBLE_NEGATIVE: "",
};

/** Puts an editor in the place of a text area, which keeps its value and sends the form where scripts fail. */
export async function editor(area, run) {
  const { prefixes, terms } = await vocabulary;
  const known = new Set(terms.map((term) => term.iri));
  const unknown = new Map();
  const problems = element("div", { class: "problems", role: "status" });
  Yasgui.Yasqe.defaults.autocompleters = [];
  const frame = element("div", { class: "editor" });
  area.before(frame);
  const code = new Yasgui.Yasqe(frame, {
    value: area.value, persistenceId: null, createShareableLink: null, consumeShareLink: null, showQueryButton: false,
    // Yasqe says in its own words, and with an inline style, what does not parse; we say it below.
    syntaxErrorCheck: false, resizeable: true, editorHeight: "auto", viewportMargin: Infinity, inputStyle: "contenteditable",
    screenReaderLabel: document.getElementById("query-label").textContent, highlightSelectionMatches: false,
    extraKeys: {
      "Ctrl-Enter": run, "Cmd-Enter": run, "Ctrl-Space": () => complete(true), "Ctrl-/": () => code.commentLines(),
      "Shift-Ctrl-F": () => code.autoformat(), "Ctrl-S": false, Esc: leave,
    },
  });
  area.hidden = true;
  frame.after(problems);
  const field = code.getInputField();
  field.setAttribute("aria-describedby", "query-keys");
  document.getElementById("query-keys").hidden = false;

  /** Tab indents; after Esc it leaves, as everywhere else on the page. */
  function leave() {
    code.addKeyMap({ name: "leaving", Tab: false, "Shift-Tab": false });
  }
  code.on("blur", () => code.removeKeyMap("leaving"));

  const complete = completion(code, prefixes, terms);
  code.on("inputRead", (cm, change) => {
    const typed = change.text.join("\n");
    const before = code.getLine(code.getCursor().line).slice(0, code.getCursor().ch);
    const prefix = /(?:^|[\s(|/^!{])([a-z]+):$/.exec(before)?.[1];
    if (typed === ":" && prefix && prefixes[prefix] && !/PREFIX\s+\w+:$/i.test(before)) {
      code.addPrefixes({ [prefix]: prefixes[prefix] });
    }
    if (/^[\w:?$-]$|^\p{Script=Han}+$/u.test(typed) && !code.state.completionActive) {
      complete(false);
    }
  });

  let timer = 0;
  code.on("change", () => {
    clear();
    area.value = code.getValue();
    clearTimeout(timer);
    timer = setTimeout(check, 400);
  });

  /** The IRIs of our namespaces that stand in the text, each with its place. */
  function ours() {
    const declared = code.getPrefixesFromQuery();
    const found = [];
    for (let line = 0; line < code.lineCount(); line++) {
      if (/^\s*PREFIX\s/i.test(code.getLine(line))) {
        continue;
      }
      for (const token of code.getLineTokens(line)) {
        const short = /^([\w-]*):(.+)$/.exec(token.string);
        const iri = token.string.startsWith("<") ? token.string.slice(1, -1)
          : short && token.type !== "string" && declared[short[1]] ? declared[short[1]] + short[2] : "";
        if (iri.startsWith(OURS) && token.type !== "comment") {
          found.push({ iri, text: token.string, from: { line, ch: token.start }, to: { line, ch: token.end } });
        }
      }
    }
    return found;
  }

  function isBeingTyped({ from, to }) {
    const { line, ch } = code.getCursor();
    return code.state.completionActive && line === from.line && ch >= from.ch && ch <= to.ch;
  }

  /** Marks what does not exist or does not parse, and says below what to do about it. */
  async function check() {
    const asked = [...new Set(ours().map((place) => place.iri))].filter((iri) => !known.has(iri) && !unknown.has(iri)).slice(0, 40);
    if (asked.length) {
      try {
        const answer = await (await fetch("/terms/unknown?" + asked.map((iri) => "iri=" + encodeURIComponent(iri)).join("&"))).json();
        asked.forEach((iri) => known.add(iri));
        answer.forEach((wrong) => {
          known.delete(wrong.iri);
          unknown.set(wrong.iri, wrong);
        });
      } catch {
        return;
      }
    }
    code.getAllMarks().filter((mark) => mark.className === "unknown").forEach((mark) => mark.clear());
    const wrong = new Map();
    for (const place of ours().filter((found) => unknown.has(found.iri) && !isBeingTyped(found))) {
      code.markText(place.from, place.to, { className: "unknown", attributes: { title: word("Unknown", place.text) } });
      wrong.set(place.iri, place.text);
    }
    problems.replaceChildren(...mistake(), ...[...wrong].map(([iri, text]) => element("p", {}, word("Unknown", text), " ",
      ...unknown.get(iri).near.map((near) => element("button", {
        type: "button", class: "use", title: [called(near), near.definition].filter(Boolean).join(": "),
        onclick: () => replace(iri, near),
      }, word("Use", near.short))))));
  }

  function clear() {
    code.eachLine((handle) => code.removeLineClass(handle, "background", "wrong"));
  }

  /** Where the text stops being a query. */
  function mistake() {
    for (let line = 0; line < code.lineCount(); line++) {
      const { state } = code.getTokenAt({ line, ch: code.getLine(line).length }, true);
      if (state.OK === false) {
        const expected = (state.possibleCurrent ?? []).map((token) => WRITTEN[token] ?? token).filter(Boolean).slice(0, 12).join("   ");
        return [element("p", { class: "mistake" }, word("Line", line + 1), " ",
          state.errorMsg ?? word("Expected", expected))];
      }
    }
    return [];
  }

  function replace(iri, near) {
    const declared = Object.entries(code.getPrefixesFromQuery()).find(([, namespace]) => near.iri.startsWith(namespace)
      && /^[\w-]+$/.test(near.iri.slice(namespace.length)));
    const text = declared ? declared[0] + ":" + near.iri.slice(declared[1].length) : "<" + near.iri + ">";
    code.operation(() => ours().filter((place) => place.iri === iri).reverse()
      .forEach((place) => code.replaceRange(text, place.from, place.to)));
    code.focus();
    check();
  }

  check();
  return {
    get value() {
      return code.getValue();
    },
    set value(text) {
      code.setValue(text);
    },
    /** Marks a line that the server could not read; without a number, none. */
    wrong(line) {
      clear();
      if (line && line <= code.lineCount()) {
        code.addLineClass(line - 1, "background", "wrong");
        code.setCursor({ line: line - 1, ch: 0 });
      }
    },
  };
}
