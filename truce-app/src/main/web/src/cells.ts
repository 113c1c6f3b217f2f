// The places as a list of buttons: the keyboard's way to what a click on the map does, and the only
// way where the map cannot be drawn.
import { countCell, sum } from "./aggregate";
import type { Cell, ExploreData } from "./data";
import { make } from "./dom";
import { pie } from "./pie";
import { type Selection, type SelectionStore, toggleCell } from "./selection";

/** "breach 3" and "undetermined 1", leaving out verdicts without rows. */
function listCounts(counts: readonly number[], data: ExploreData): string[] {
  return data.series
    .map(({ label }, verdict) => ({ label, count: counts[verdict] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${label} ${count}`);
}

export function describeCounts(counts: readonly number[], data: ExploreData): string {
  return listCounts(counts, data).join(data.language === "ar" ? "، " : ", ");
}

export function showCells(
  data: ExploreData,
  store: SelectionStore,
  onPoint: (cell?: Cell) => void,
): HTMLElement {
  const rows = data.cells.map((cell) => makeRow(cell, data, store, onPoint));
  const none = make("p", { class: "none" }, data.words.noPlaces);
  const list = make("ul", {}, ...rows.map(({ item }) => item));
  store.follow((selection) => {
    for (const row of rows) row.show(selection);
    none.hidden = rows.some(({ item }) => !item.hidden);
  });
  return make("div", { class: "cells" }, make("h3", {}, data.words.places), list, none);
}

function makeRow(
  cell: Cell,
  data: ExploreData,
  store: SelectionStore,
  onPoint: (cell?: Cell) => void,
) {
  const picture = make("span", { class: "picture" });
  const counted = make("span", { class: "counted" });
  const at = make("bdi", { class: "at", dir: "ltr" }, cell.key.replace(",", ", "));
  const button = make(
    "button",
    { type: "button", "aria-pressed": "false", "data-cell": cell.key },
    picture,
    make("span", { class: "place" }, make("bdi", {}, cell.place), " ", at),
    counted,
  );
  button.addEventListener("click", () => store.set(toggleCell(store.current, cell.key)));
  // Pointing shows the place on the map; only pressing filters, so that tabbing through changes
  // nothing.
  button.addEventListener("focus", () => onPoint(cell));
  button.addEventListener("blur", () => onPoint());
  button.addEventListener("pointerenter", () => onPoint(cell));
  button.addEventListener("pointerleave", () => onPoint());
  const item = make("li", {}, button);
  const show = (selection: Selection) => {
    const counts = countCell(cell, selection, data.series.length);
    const pressed = selection.cell === cell.key;
    item.hidden = sum(counts) === 0 && !pressed;
    button.setAttribute("aria-pressed", String(pressed));
    picture.replaceChildren(pie(counts, data.series, 7));
    counted.replaceChildren(
      ...listCounts(counts, data).flatMap((part, index) => [
        index === 0 ? "" : " · ",
        make("span", {}, part),
      ]),
    );
  };
  return { item, show };
}
