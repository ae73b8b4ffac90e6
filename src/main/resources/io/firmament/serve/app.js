// What the pages do beyond plain HTML: suggestions as one types, buttons that copy, and Ctrl+Enter.
"use strict";

const chinese = document.documentElement.lang.startsWith("zh");

function label(hit) {
  return chinese ? hit.labelZh : hit.label;
}

/** A combobox, as https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ describes it. */
function suggest(input, number) {
  const list = document.createElement("ul");
  list.className = "options";
  list.id = "options-" + number;
  list.setAttribute("role", "listbox");
  list.hidden = true;
  const box = input.closest(".row") || input;
  box.insertAdjacentElement("afterend", list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  let hits = [];
  let at = -1;
  let timer = 0;
  let asked = 0;

  function close() {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(index) {
    at = index;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    if (at >= 0) {
      input.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function choose(hit) {
    // A label where it names one thing only; else the slug, which always does.
    input.value = hit.unique ? label(hit) : hit.slug;
    close();
    if (input.dataset.go) {
      const lang = new URLSearchParams(location.search).get("lang");
      location.href = hit.path + (lang ? "?lang=" + encodeURIComponent(lang) : "");
    }
    input.dispatchEvent(new CustomEvent("chosen", { detail: hit, bubbles: true }));
  }

  function show() {
    list.replaceChildren(...hits.map((hit, i) => {
      const item = document.createElement("li");
      item.id = list.id + "-" + i;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.append(label(hit));
      const more = document.createElement("small");
      const other = chinese ? hit.label : hit.labelZh;
      const known = [label(hit), other, hit.slug].includes(hit.name);
      more.textContent = [other === label(hit) ? "" : other, ...(hit.description ? [hit.description] : hit.kinds), known ? "" : "“" + hit.name + "”"]
        .filter(Boolean).join(" · ");
      item.append(more);
      if (hit.description) {
        const about = document.createElement("span");
        about.className = "about";
        about.textContent = hit.description;
        item.append(about);
      }
      item.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        choose(hit);
      });
      return item;
    }));
    list.hidden = hits.length === 0;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    mark(-1);
  }

  async function ask() {
    const text = input.value.trim();
    const mine = ++asked;
    if (!text) {
      close();
      return;
    }
    const address = "/suggest?limit=8&lang=" + (chinese ? "zh" : "en") + "&type=" + encodeURIComponent(input.dataset.suggest) + "&q=" + encodeURIComponent(text);
    try {
      const found = window.findNames ? await window.findNames(text, 8) : await (await fetch(address)).json();
      if (mine === asked && document.activeElement === input) {
        hits = found;
        show();
      }
    } catch {
      close();
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark((at + step + hits.length + (at < 0 && step < 0 ? 1 : 0)) % hits.length);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      choose(hits[at]);
    } else if (event.key === "Escape") {
      close();
    }
  });
  input.addEventListener("blur", close);
}

document.querySelectorAll("input[data-suggest]").forEach(suggest);

document.querySelectorAll("pre[data-copy]").forEach((pre) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = pre.dataset.copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(pre.querySelector("code").textContent);
    button.textContent = "✓";
    setTimeout(() => { button.textContent = pre.dataset.copy; }, 1500);
  });
  pre.append(button);
});

document.querySelectorAll("textarea[data-run]").forEach((area) => area.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    area.form.requestSubmit();
  }
}));

// Empty inputs would only make the address longer.
document.querySelectorAll("form.fields").forEach((form) => form.addEventListener("submit", () => {
  form.querySelectorAll("input").forEach((input) => { input.disabled = input.value === ""; });
  setTimeout(() => form.querySelectorAll("input").forEach((input) => { input.disabled = false; }));
}));

// A question that an address points to is opened.
function openTarget() {
  document.getElementById(location.hash.slice(1))?.closest("details")?.setAttribute("open", "");
}
openTarget();
addEventListener("hashchange", openTarget);

// A picture that is unfolded comes from the page of its question; where that cannot be, the link to the page stays.
document.querySelectorAll("details[data-draws]").forEach((details) => details.addEventListener("toggle", async () => {
  try {
    const answer = await fetch(details.dataset.draws);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const picture = document.adoptNode(page.querySelector("figure.picture"));
    picture.querySelectorAll("a[href]").forEach((link) => link.setAttribute("href", new URL(link.getAttribute("href"), answer.url)));
    details.querySelector("summary").after(picture);
  } catch {
    // Copied to a disk, a page may not read its neighbours.
  }
}, { once: true }));

/** Leaves of a page of terms those that have a word in them; without this, all of them stand there. */
function sift(input) {
  const shown = input.parentElement.querySelector("output");
  const terms = [...document.querySelectorAll(".sifted .terms > div")].map((term) => [term, term.textContent.toLowerCase()]);
  input.closest(".sift").hidden = false;
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLowerCase();
    let left = 0;
    terms.forEach(([term, text]) => {
      term.hidden = !text.includes(wanted);
      left += term.hidden ? 0 : 1;
    });
    document.querySelectorAll(".sifted").forEach((part) => {
      part.hidden = wanted !== "" && !part.querySelector(".terms > div:not([hidden])");
    });
    document.querySelectorAll(".sifted > details").forEach((more) => { more.open = wanted !== ""; });
    shown.value = wanted === "" ? "" : left === 0 ? shown.dataset.none : left;
  });
}

document.querySelectorAll("#sift").forEach(sift);
