// Two date fields and two buttons: the way to select that works with everything a reader may use.
import type { ExploreData } from "./data";
import { findDay, isoDay } from "./day";
import { make } from "./dom";
import { type SelectionStore, type Span, spanBetween, withCell, withDays } from "./selection";

export function showControls(data: ExploreData, store: SelectionStore): HTMLElement {
  const limits: Span = { from: data.from, to: data.to };
  const { words } = data;
  const from = dateField(limits);
  const to = dateField(limits);
  const days = make("button", { type: "button" }, words.reset);
  const cell = make("button", { type: "button" }, words.resetCell);
  const take = () => {
    const first = findDay(from.value) ?? limits.from;
    const last = findDay(to.value) ?? limits.to;
    store.set(withDays(store.current, spanBetween(first, last, limits)));
  };
  from.addEventListener("change", take);
  to.addEventListener("change", take);
  days.addEventListener("click", () => store.set(withDays(store.current, undefined)));
  cell.addEventListener("click", () => store.set(withCell(store.current, undefined)));
  store.follow((selection) => {
    from.value = isoDay((selection.days ?? limits).from);
    to.value = isoDay((selection.days ?? limits).to);
    // Disabled, not removed: a button that vanishes under the focus loses the keyboard's place.
    days.setAttribute("aria-disabled", String(selection.days === undefined));
    cell.setAttribute("aria-disabled", String(selection.cell === undefined));
  });
  return make(
    "div",
    { class: "controls", role: "group", "aria-label": words.timeline },
    make("label", {}, words.from, " ", from),
    make("label", {}, words.to, " ", to),
    days,
    cell,
  );
}

function dateField(limits: Span): HTMLInputElement {
  return make("input", { type: "date", min: isoDay(limits.from), max: isoDay(limits.to) });
}
