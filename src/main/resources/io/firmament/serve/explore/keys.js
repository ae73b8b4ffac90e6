// What the keyboard does.
import { edges, nodes } from "./data.js";
import { focusPane } from "./panes.js";

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const $ = (id) => document.getElementById(id);

/**
 * Heeds the keyboard.
 *
 * @param drawing of the explorer
 * @param actions what can be done
 * @param chosen tells which node or edge is chosen
 * @param view tells what is seen
 * @param side opens and closes what lies over the drawing on narrow screens
 */
export function keys(drawing, actions, chosen, view, side) {
  /** Keys of the drawing; with nothing chosen they begin at the first thing. */
  function graphKey(event) {
    const node = nodes.has(chosen()) ? chosen() : edges.get(chosen())?.source;
    if (DIRECTIONS[event.key]) {
      actions.choose((node && drawing.toward(node, DIRECTIONS[event.key])) || node || view().nodes[0] || "");
    } else if (event.key === "Enter" && edges.has(chosen())) {
      focusPane();
    } else if (event.key === "Enter" && node) {
      actions.expand(node, []);
    } else if (event.key.toLowerCase() === "e" && node) {
      const lines = drawing.cy.getElementById(node).connectedEdges(":visible").map((edge) => edge.id());
      actions.choose(lines[(lines.indexOf(chosen()) + 1) % lines.length] ?? node);
    } else if ((event.key === "Delete" || event.key === "Backspace") && nodes.has(chosen())) {
      actions.remove(node);
    } else if (event.key.toLowerCase() === "p" && node) {
      actions.pin(node);
    } else if (event.key.toLowerCase() === "c" && node) {
      actions.collapse(node);
    } else {
      return false;
    }
    return true;
  }

  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input:not([type=range], [type=radio], [type=checkbox]), textarea, select, dialog");
    const key = event.key.toLowerCase();
    const control = event.ctrlKey || event.metaKey;
    let done = true;
    if (writing || event.altKey) {
      return;
    } else if (control && key === "z" && !event.shiftKey) {
      actions.undo();
    } else if (control && (key === "y" || key === "z")) {
      actions.redo();
    } else if (control) {
      return;
    } else if (event.key === "Escape") {
      $("save").open = false;
      side(false);
      actions.choose("");
      $("graph").focus();
    } else if (event.key === "+" || event.key === "=") {
      drawing.zoom(1.3);
    } else if (event.key === "-") {
      drawing.zoom(1 / 1.3);
    } else if (event.key === "0") {
      drawing.fit(undefined, true);
    } else if (event.key === "?") {
      $("keys").showModal();
    } else if (event.key === "/") {
      $("explore-q").focus();
    } else {
      done = event.target === $("graph") && graphKey(event);
    }
    if (done) {
      event.preventDefault();
    }
  });
}
