// Completion: variables of the text, prefixes, terms of the ontology with their definitions, and entities by any name.
import { called, element } from "./sparql-words.js";

/** Terms of other vocabularies that the data uses most; ours come from the server. */
const OTHERS = ["rdfs:label", "rdfs:subClassOf", "rdf:type", "skos:altLabel", "skos:broader", "skos:definition", "skos:inScheme",
  "skos:notation", "skos:exactMatch", "dcterms:identifier", "dcterms:date", "dcterms:publisher", "dcterms:creator", "oa:hasSource", "oa:start", "oa:end"];
const MOST = 40;

/** Makes what opens the list of completions; called with true it opens on a bare word as well. */
export function completion(code, prefixes, terms) {

  function hint(text, more, says = "", apply = undefined) {
    return {
      text,
      hint: (cm, data, chosen) => {
        cm.replaceRange(chosen.text, data.from, data.to, "complete");
        const prefix = /^([a-z]+):/.exec(chosen.text)?.[1];
        if (prefix && prefixes[prefix] && !chosen.declares) {
          code.addPrefixes({ [prefix]: prefixes[prefix] });
        }
      },
      render: (item) => item.append(element("b", {}, text), element("span", {}, more), element("small", {}, says)),
      ...apply,
    };
  }

  const byTerm = (term) => hint(term.short, called(term), term.definition);

  function variables(start) {
    const names = new Set(code.getValue().match(/[?$]\w+/g));
    return [...names].filter((name) => name.startsWith(start) && name !== start).sort().map((name) => hint(name, ""));
  }

  /** What fits by name first, then by label; properties where a predicate is due, classes behind "a". */
  function termsLike(prefix, start, before) {
    const low = start.toLowerCase();
    const wanted = /(^|\s)a\s+\S*$/.test(before) ? "Class" : /[?$\w:>"]\s+\S*$/.test(before) ? "Property" : "";
    const rank = (term) => {
      const name = term.short.slice(prefix.length + 1).toLowerCase();
      const at = name.startsWith(low) ? 0 : name.includes(low) ? 1 : (term.label + " " + term.labelZh).toLowerCase().includes(low) ? 2 : 9;
      return at + (term.type.endsWith(wanted) ? 0 : 0.5);
    };
    return terms.filter((term) => term.short.startsWith(prefix + ":") && rank(term) < 9)
      .sort((a, b) => rank(a) - rank(b) || a.short.localeCompare(b.short)).map(byTerm);
  }

  async function entities(start) {
    const address = "/suggest?limit=12&type=entity&q=" + encodeURIComponent(start);
    const found = start ? await fetch(address).then((answer) => answer.json()).catch(() => []) : [];
    return found.filter((hit) => /^[\w-]+$/.test(hit.slug)).map((hit) => hint("id:" + hit.slug, called(hit),
      [...hit.kinds, [hit.label, hit.labelZh, hit.slug].includes(hit.name) ? "" : hit.name].filter(Boolean).join(" · ")));
  }

  async function all(before, bare) {
    const [, variable] = /([?$]\w*)$/.exec(before) ?? [];
    if (variable) {
      return [variable.length, variables(variable)];
    }
    const [, declared] = /PREFIX\s+(\w*)$/i.exec(before) ?? [];
    if (declared !== undefined) {
      return [declared.length, Object.entries(prefixes).filter(([prefix]) => prefix.startsWith(declared))
        .map(([prefix, namespace]) => hint(`${prefix}: <${namespace}>`, "", "", { declares: true }))];
    }
    const [short, prefix, name] = /([a-z]+):([\w-]*)$/.exec(before) ?? [];
    if (short && prefix === "id") {
      return [short.length, await entities(name)];
    }
    if (short) {
      return [short.length, [...termsLike(prefix, name, before),
        ...OTHERS.filter((other) => other.startsWith(short)).map((other) => hint(other, ""))]];
    }
    const [typed] = /[\p{L}\d]+$/u.exec(before) ?? [];
    if (typed && (bare || /\p{Script=Han}/u.test(typed))) {
      return [typed.length, [...termsLike("fm", typed, before), ...termsLike("kind", typed, before), ...await entities(typed),
        ...OTHERS.filter((other) => other.includes(typed)).map((other) => hint(other, ""))]];
    }
    return [0, []];
  }

  async function list(bare) {
    const { line, ch } = code.getCursor();
    const [length, hints] = await all(code.getLine(line).slice(0, ch), bare);
    return { list: hints.slice(0, MOST), from: { line, ch: ch - length }, to: { line, ch } };
  }

  return (bare) => code.showHint({ hint: () => list(bare), completeSingle: false, closeCharacters: /[\s>"]/ });
}
