// The drawing's twin for those who do not see it or would rather read: a tree of the nodes in view, and under each its edges.
import { nodes } from "./data.js";
import { edgesOf, holds } from "./view.js";
import { element, word } from "./words.js";
import { says } from "./drawing.js";

const MOST = 1000;
const tree = document.getElementById("list");

export class List {
  /** @param actions choose(id), expand(id), remove(id), pin(id) … what can be done in the drawing too */
  constructor(actions) {
    this.actions = actions;
    this.open = new Set();
    tree.addEventListener("keydown", (event) => this.key(event));
    tree.addEventListener("click", (event) => {
      const item = event.target.closest("[role=treeitem]");
      if (item) {
        this.enter(item);
        this.actions.choose(item.dataset.id);
      }
    });
  }

  show(view) {
    this.view = view;
    const hidden = new Set(view.hidden);
    this.lines = new Map();
    for (const edge of edgesOf(view).filter((e) => !hidden.has(e.theme) && holds(e, view))) {
      for (const id of new Set([edge.source, edge.target])) {
        this.lines.set(id, [...(this.lines.get(id) ?? []), edge]);
      }
    }
    const at = tree.querySelector("[tabindex='0']")?.dataset.id;
    const held = tree.contains(document.activeElement);
    const seen = view.nodes.map((id) => nodes.get(id)).filter((node) => !hidden.has(node.type))
      .sort((a, b) => a.label.localeCompare(b.label, document.documentElement.lang));
    tree.replaceChildren(...seen.slice(0, MOST).map((node) => this.node(node)));
    if (seen.length > MOST) {
      tree.append(element("li", { role: "none", class: "quiet" }, word("MoreInList", seen.length - MOST)));
    }
    const again = (at && tree.querySelector(`[data-id="${CSS.escape(at)}"]`)) || tree.querySelector("[role=treeitem]");
    again?.setAttribute("tabindex", "0");
    if (held) {
      again?.focus();
    }
  }

  node(node) {
    const lines = this.lines.get(node.id) ?? [];
    const open = this.open.has(node.id) && lines.length > 0;
    const item = element("li", {
      role: "treeitem", tabindex: "-1", "data-id": node.id, "aria-selected": "false", "aria-level": "1",
      "aria-expanded": lines.length ? String(open) : undefined },
    element("span", { class: "name" }, node.label, element("small", {}, " " + node.kindLabel + (lines.length ? " · " + lines.length : ""))));
    if (open) {
      item.append(this.group(node.id));
    }
    return item;
  }

  group(id) {
    return element("ul", { role: "group" }, ...this.lines.get(id).map((edge) => {
      const out = edge.source === id;
      const other = nodes.get(out ? edge.target : edge.source);
      return element("li", { role: "treeitem", tabindex: "-1", "data-id": edge.id, "aria-selected": "false", "aria-level": "2" },
        element("span", { class: "name" }, (edge.mutual ? "↔ " : out ? "→ " : "← ") + says(edge) + " ", element("b", {}, other.label),
          edge.disputed ? " · " + word("Disputed") : "", edge.ended ? " · " + word("Ended") : ""));
    }));
  }

  toggle(item, open) {
    if (item.hasAttribute("aria-expanded") && item.getAttribute("aria-expanded") !== String(open)) {
      item.setAttribute("aria-expanded", String(open));
      this.open[open ? "add" : "delete"](item.dataset.id);
      if (open) {
        item.append(this.group(item.dataset.id));
      } else {
        item.querySelector("[role=group]")?.remove();
      }
    }
  }

  enter(item) {
    tree.querySelectorAll("[tabindex='0']").forEach((other) => other.setAttribute("tabindex", "-1"));
    item.setAttribute("tabindex", "0");
    item.focus();
  }

  /** Keys of a tree, as https://www.w3.org/WAI/ARIA/apg/patterns/treeview/ has them. */
  key(event) {
    const item = event.target.closest("[role=treeitem]");
    const all = [...tree.querySelectorAll("[role=treeitem]")];
    const at = all.indexOf(item);
    const parent = item?.parentElement.closest("[role=treeitem]");
    const to = {
      ArrowDown: () => all[at + 1],
      ArrowUp: () => all[at - 1],
      Home: () => all[0],
      End: () => all[all.length - 1],
      ArrowRight: () => (item.getAttribute("aria-expanded") === "true" ? all[at + 1] : this.toggle(item, true)),
      ArrowLeft: () => (item.getAttribute("aria-expanded") === "true" ? this.toggle(item, false) : parent),
      Enter: () => this.actions.choose(item.dataset.id, true),
      " ": () => this.actions.choose(item.dataset.id),
      Delete: () => nodes.has(item.dataset.id) && this.actions.remove(item.dataset.id),
      p: () => nodes.has(item.dataset.id) && this.actions.pin(item.dataset.id),
      c: () => nodes.has(item.dataset.id) && this.actions.collapse(item.dataset.id),
    }[event.key];
    if (item && to && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      const next = to();
      if (next instanceof Element) {
        this.enter(next);
      }
    }
  }

  /** Marks what is chosen. */
  mark(id) {
    tree.querySelectorAll("[aria-selected=true]").forEach((item) => item.setAttribute("aria-selected", "false"));
    const item = id && tree.querySelector(`[data-id="${CSS.escape(id)}"]`);
    if (item) {
      item.setAttribute("aria-selected", "true");
      if (!tree.contains(document.activeElement)) {
        tree.querySelectorAll("[tabindex='0']").forEach((other) => other.setAttribute("tabindex", "-1"));
        item.setAttribute("tabindex", "0");
        tree.scrollTop += Math.min(0, item.offsetTop - tree.scrollTop) || Math.max(0, item.offsetTop + item.firstChild.offsetHeight - tree.scrollTop - tree.clientHeight);
      }
    }
  }
}
