// The slider through time: it stops at the days that occur, by when things happened or by when they were told.
import { edgesOf } from "./view.js";
import { counted, day, word } from "./words.js";

const STEP = 1100;
const $ = (id) => document.getElementById(id);

export class Time {
  /** @param look called with { day, told } and whether the choice is made, or is only passed on the way */
  constructor(look) {
    this.look = look;
    this.days = [];
    this.timer = 0;
    $("slider").addEventListener("input", () => this.move(false));
    $("slider").addEventListener("change", () => this.move(true));
    $("by-held").addEventListener("change", () => this.look({ day: "", told: false }, true));
    $("by-said").addEventListener("change", () => this.look({ day: "", told: true }, true));
    $("always").addEventListener("click", () => {
      this.stop();
      this.look({ day: "", told: this.told }, true);
    });
    $("play").addEventListener("click", () => (this.timer ? this.pause() : this.play()));
  }

  get told() {
    return $("by-said").checked;
  }

  move(made) {
    if (made) {
      this.stop();
    }
    const at = this.days[Number($("slider").value)] ?? "";
    this.say(at, this.told);
    this.look({ day: at, told: this.told }, made);
  }

  play() {
    if (Number($("slider").value) >= this.days.length - 1) {
      $("slider").value = 0;
      this.move(false);
    }
    $("play").textContent = word("Pause");
    $("play").setAttribute("aria-pressed", "true");
    this.timer = setInterval(() => {
      $("slider").value = Number($("slider").value) + 1;
      this.move(false);
      if (Number($("slider").value) >= this.days.length - 1) {
        this.pause();
      }
    }, STEP);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = 0;
    $("play").textContent = word("Play");
    $("play").setAttribute("aria-pressed", "false");
  }

  pause() {
    this.stop();
    this.move(true);
  }

  say(at, told) {
    const text = at ? word(told ? "SaidBy" : "HeldOn", at) : word("AllTime");
    $("day").textContent = text;
    $("slider").setAttribute("aria-valuetext", text);
    $("always").hidden = !at;
    [...$("bars").children].forEach((bar, i) => bar.classList.toggle("past", !at || this.days[i] <= at));
  }

  /** Takes the days of a view; all time is the last stop, where everything has come. */
  show(view) {
    const lines = edgesOf(view);
    const dates = (edge) => (view.told ? [edge.told] : [edge.since, edge.until && after(edge.until)]).filter(Boolean);
    this.days = [...new Set(lines.flatMap(dates))].sort();
    $("time").hidden = this.days.length < 2;
    $(view.told ? "by-said" : "by-held").checked = true;
    const slider = $("slider");
    slider.max = this.days.length;
    const at = this.days.findLastIndex((d) => d <= view.day);
    slider.value = view.day ? Math.max(0, at) : this.days.length;
    const undated = lines.filter((edge) => dates(edge).length === 0).length;
    $("undated").textContent = undated ? counted("Undated", undated) : "";
    this.bars(lines.map((edge) => (view.told ? edge.told : edge.since)));
    this.say(view.day, view.told);
  }

  /** How much begins on each day. */
  bars(begun) {
    const most = Math.max(1, ...this.days.map((d) => begun.filter((b) => b === d).length));
    $("bars").replaceChildren(...this.days.map((d) => {
      const bar = document.createElement("i");
      const number = begun.filter((b) => b === d).length;
      bar.style.height = (number ? 12 + (88 * number) / most : 4) + "%";
      bar.title = day(d) + ": " + number;
      return bar;
    }), document.createElement("i"));
  }
}

/** The day after: what held until a day is over on the next. */
function after(date) {
  const next = new Date(date + "T00:00:00Z");
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
