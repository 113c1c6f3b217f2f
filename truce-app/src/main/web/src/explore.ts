// Puts the interactive parts beside the server's drawings and ties them to one selection. Whatever
// cannot be shown leaves the server's drawing in its place.
import { showCells } from "./cells";
import { showControls } from "./controls";
import type { Cell, ExploreData } from "./data";
import { make } from "./dom";
import { fromHash, isSelectionHash, toHash } from "./hash";
import { mapLegend } from "./legend";
import { hatchDefinition } from "./pie";
import { SelectionStore, type Span } from "./selection";
import { describeSelection } from "./status";
import { filterRows, listRows } from "./table";
import { canDrawMap } from "./webgl";

export async function explore(data: ExploreData): Promise<void> {
  const limits: Span = { from: data.from, to: data.to };
  const keys = new Set(data.cells.map(({ key }) => key));
  const store = new SelectionStore(fromHash(location.hash, limits, keys));
  document.body.append(hatchDefinition());
  followAddress(store, limits, keys);
  followTable(data, store);
  await Promise.all([enhanceTimeline(data, store), enhanceMap(data, store)]);
}

function followAddress(store: SelectionStore, limits: Span, keys: ReadonlySet<string>): void {
  store.follow((selection) => {
    const hash = toHash(selection);
    if (hash === "" && !isSelectionHash(location.hash)) return;
    // Replaced, not pushed: brushing must not fill the way back with a hundred steps.
    history.replaceState(null, "", hash === "" ? location.pathname + location.search : `#${hash}`);
  });
  addEventListener("hashchange", () => {
    if (location.hash === "" || isSelectionHash(location.hash)) {
      store.set(fromHash(location.hash, limits, keys));
    }
  });
}

function followTable(data: ExploreData, store: SelectionStore): void {
  const rows = listRows(document);
  const status = document.getElementById("selection");
  let announcing: ReturnType<typeof setTimeout> | undefined;
  store.follow((selection) => {
    const shown = filterRows(rows, selection);
    const lines = describeSelection(data, selection, { shown, total: rows.length });
    // While days are dragged, only where they come to rest is said.
    clearTimeout(announcing);
    announcing = setTimeout(() => {
      status?.replaceChildren(...lines.map((line) => make("p", { dir: "auto" }, line)));
    }, 150);
  });
}

async function enhanceTimeline(data: ExploreData, store: SelectionStore): Promise<void> {
  const figure = document.getElementById("timeline");
  if (figure === null) return;
  const live = make("div", { class: "live" });
  figure.prepend(showControls(data, store), live);
  const { showTimeline } = await import("./timeline");
  figure.classList.add("enhanced");
  showTimeline(live, data, store);
}

async function enhanceMap(data: ExploreData, store: SelectionStore): Promise<void> {
  const figure = document.getElementById("map");
  if (figure === null) return;
  let point: (cell?: Cell) => void = () => undefined;
  const list = showCells(data, store, (cell) => point(cell));
  const drawing = figure.querySelector(":scope > svg");
  const canvas = make("div", { class: "map-canvas live", dir: "ltr" });
  const panel = make("div", { class: "map-panel" }, canvas, list);
  figure.prepend(panel);
  if (canDrawMap()) {
    try {
      const { showMap } = await import("./map");
      figure.classList.add("enhanced");
      point = showMap(canvas, data, store).point;
      panel.after(mapLegend(data));
      return;
    } catch (problem) {
      figure.classList.remove("enhanced");
      console.warn("The map cannot be drawn here; the page keeps its drawing.", problem);
    }
  }
  canvas.remove();
  if (drawing) panel.prepend(drawing);
}
