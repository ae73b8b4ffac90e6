// What takes the server's place in a site without one: the search by name, and the choice of a language.
"use strict";

(() => {
  const root = new URL(".", document.currentScript.src);
  const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  let index;

  if ("start" in document.documentElement.dataset) {
    location.replace(new URL((navigator.language.startsWith("zh") ? "zh" : "en") + "/index.html", root));
    return;
  }

  /** The index is loaded when it is first needed; as a script, since pages from a disk may not fetch. */
  function load() {
    index ??= new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = new URL("names.js", root);
      script.onload = () => done(window.firmamentNames.map(([file, label, labelZh, kinds, kindsZh, ...names]) => ({
        path: new URL(language + "/" + file, root).href,
        slug: file.replace(/^.*\/|\.html$/g, ""),
        label, labelZh, names,
        kinds: [language === "zh" ? kindsZh : kinds].filter(Boolean),
        unique: true,
        folded: names.map(fold),
      })));
      script.onerror = fail;
      document.head.append(script);
    });
    return index;
  }

  /** As the server folds names: lower case, without accents, spaces and punctuation. */
  function fold(text) {
    return text.normalize("NFKD").replace(/[\p{M}\p{Z}\p{P}\p{S}\p{C}]+/gu, "").normalize("NFKC").toLowerCase();
  }

  /** How well a folded name matches: 0 exactly, 1 at its start, 2 inside, 3 not. */
  function rank(name, text) {
    return name === text ? 0 : [3, 1, 2][Math.min(2, name.indexOf(text) + 1)];
  }

  /** Things that a text may name, best first. */
  window.findNames = async (text, limit) => {
    const folded = fold(text);
    if (!folded) {
      return [];
    }
    return (await load())
      .map((thing) => {
        const ranks = thing.folded.map((name) => rank(name, folded));
        const best = Math.min(...ranks);
        return { ...thing, rank: best, name: thing.names[ranks.indexOf(best)] };
      })
      .filter((thing) => thing.rank < 3)
      .sort((a, b) => a.rank - b.rank || a.name.length - b.name.length)
      .slice(0, limit);
  };

  /** The page of the search: all names, or when it was asked for one, what has it. */
  async function search() {
    const found = document.getElementById("found");
    const text = new URLSearchParams(location.search).get("q");
    if (!found || !text) {
      return;
    }
    document.getElementById("q").value = text;
    const hits = await window.findNames(text, 50);
    found.replaceChildren(...hits.map((hit) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = hit.path;
      const [label, other] = language === "zh" ? [hit.labelZh, hit.label] : [hit.label, hit.labelZh];
      link.textContent = label;
      const more = document.createElement("span");
      more.className = "quiet";
      more.textContent = [other === label ? "" : other, ...hit.kinds].filter(Boolean).join(" · ");
      item.append(link, " ", more);
      return item;
    }));
    document.getElementById("none").hidden = hits.length > 0;
    found.hidden = hits.length === 0;
  }

  search();
})();
