// The map: borders from the package, outlines as lines, places as pies. No tile, glyph or picture
// is fetched; names are elements of the page, so that Arabic is shaped by the browser.
import {
  type LayerSpecification,
  Map as MapLibreMap,
  Marker,
  NavigationControl,
  Popup,
  ScaleControl,
  setWorkerCount,
  setWorkerUrl,
  type StyleSpecification,
} from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import basemap from "virtual:basemap";
import type { Position } from "geojson";
import { countCell, sum } from "./aggregate";
import { describeCounts } from "./cells";
import type { Cell, ExploreData } from "./data";
import { colour, make, onSchemeChange } from "./dom";
import { readings } from "./legend";
import { pie, radiusFor } from "./pie";
import { type Selection, type SelectionStore, toggleCell } from "./selection";
import { TOWNS } from "./towns";

const DASHES: readonly number[][] = [[1], [4, 2.5], [1, 2]];

export interface LiveMap {
  /** Marks one place, or none, without selecting it. */
  point(cell?: Cell): void;
}

export function showMap(container: HTMLElement, data: ExploreData, store: SelectionStore): LiveMap {
  setWorkerUrl(new URL(workerUrl, import.meta.url).href);
  setWorkerCount(1);
  const { words } = data;
  const map = new MapLibreMap({
    container,
    style: styleOf(data),
    bounds: [...data.bounds] as [number, number, number, number],
    fitBoundsOptions: { padding: 24 },
    minZoom: 4,
    maxZoom: 12,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    cooperativeGestures: true,
    attributionControl: false,
    renderWorldCopies: false,
    locale: {
      "Map.Title": words.map,
      "NavigationControl.ZoomIn": words.zoomIn,
      "NavigationControl.ZoomOut": words.zoomOut,
      "CooperativeGesturesHandler.WindowsHelpText": words.scrollHelp,
      "CooperativeGesturesHandler.MacHelpText": words.macScrollHelp,
      "CooperativeGesturesHandler.MobileHelpText": words.touchHelp,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
  onSchemeChange(() => map.setStyle(styleOf(data), { diff: true }));
  addNames(map, data);
  return addPlaces(map, data, store);
}

function styleOf(data: ExploreData): StyleSpecification {
  const ink = colour("map-outline");
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: basemap.land },
      borders: { type: "geojson", data: basemap.borders },
      areas: { type: "geojson", data: data.areas },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("map-sea") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": colour("map-land") } },
      {
        id: "borders",
        type: "line",
        source: "borders",
        paint: { "line-color": colour("map-border"), "line-width": 1 },
      },
      ...readings(data).map(({ reading }, index): LayerSpecification => ({
        id: `outline-${index}`,
        type: "line",
        source: "areas",
        filter: ["==", ["get", "reading"], reading],
        layout: { "line-join": "round" },
        paint: {
          "line-color": ink,
          "line-width": index === 0 ? 1.75 : 2.25,
          ...(index === 0 ? {} : { "line-dasharray": DASHES[Math.min(index, 2)]! }),
        },
      })),
    ],
  };
}

/** In the order of importance: the first two areas' names, then towns. */
function addNames(map: MapLibreMap, data: ExploreData): void {
  const labels: Lettering[] = [];
  const edges = [
    { edge: 1, anchor: "bottom" },
    { edge: -1, anchor: "top" },
  ] as const;
  // On a phone they would be cut off at its edges; there the legend names the outlines.
  const wide = map.getContainer().clientWidth >= 560;
  const names = new Set(wide ? data.areas.features.map(({ properties }) => properties.name) : []);
  [...names].slice(0, edges.length).forEach((name, index) => {
    const outline = data.areas.features.find(({ properties }) => properties.name === name);
    const { edge, anchor } = edges[index]!;
    const at = outline && furthest(outline.geometry, edge);
    if (!at) return;
    const label = make("span", { class: "area-name", dir: "auto" }, name);
    new Marker({ element: asPicture(label), anchor, offset: [0, -edge * 4] })
      .setLngLat(at)
      .addTo(map);
    labels.push({ label, fromZoom: 0 });
  });
  for (const { lon, lat, en, ar, fromZoom } of TOWNS) {
    const label = make("span", { class: "town", dir: "auto" }, data.language === "ar" ? ar : en);
    new Marker({ element: asPicture(label), anchor: "top" }).setLngLat([lon, lat]).addTo(map);
    labels.push({ label, fromZoom });
  }
  const thin = () => thinOut(map, labels);
  map.on("moveend", thin);
  map.on("resize", thin);
  map.on("load", thin);
}

interface Lettering {
  readonly label: HTMLElement;
  readonly fromZoom: number;
}

/** A name that would be cut off by the frame, or run into a more important one, is left out. */
function thinOut(map: MapLibreMap, labels: readonly Lettering[]): void {
  const frame = map.getContainer().getBoundingClientRect();
  const taken: DOMRect[] = [];
  for (const { label, fromZoom } of labels) {
    label.hidden = map.getZoom() < fromZoom;
    if (label.hidden) continue;
    const box = label.getBoundingClientRect();
    const inside =
      box.left >= frame.left &&
      box.right <= frame.right &&
      box.top >= frame.top &&
      box.bottom <= frame.bottom;
    const free = taken.every(
      (other) =>
        box.right < other.left ||
        box.left > other.right ||
        box.bottom < other.top ||
        box.top > other.bottom,
    );
    label.hidden = !inside || !free;
    if (!label.hidden) taken.push(box);
  }
}

/** Labels are read as a picture's lettering: not focused, not announced one by one. */
function asPicture(label: HTMLElement): HTMLElement {
  return make("div", { class: "lettering", "aria-hidden": "true" }, label);
}

function furthest(geometry: { type: string }, edge: 1 | -1): [number, number] | undefined {
  const points = "coordinates" in geometry ? flatten(geometry.coordinates) : [];
  const best = points.reduce<Position | undefined>(
    (found, at) => (found === undefined || at[1]! * edge > found[1]! * edge ? at : found),
    undefined,
  );
  return best && [best[0]!, best[1]!];
}

function flatten(coordinates: unknown): Position[] {
  if (!Array.isArray(coordinates)) return [];
  return typeof coordinates[0] === "number"
    ? [coordinates as Position]
    : coordinates.flatMap(flatten);
}

function addPlaces(map: MapLibreMap, data: ExploreData, store: SelectionStore): LiveMap {
  const places = data.cells.map((cell) => {
    // The list beside the map is the way in for the keyboard; a second tab stop for each place
    // would only tire.
    const element = make("div", {
      class: "place-mark",
      "aria-hidden": "true",
      "data-cell": cell.key,
    });
    const marker = new Marker({ element }).setLngLat([cell.lon, cell.lat]);
    element.removeAttribute("tabindex");
    element.addEventListener("click", (event) => {
      event.stopPropagation();
      store.set(toggleCell(store.current, cell.key));
    });
    marker.addTo(map);
    return { cell, element };
  });
  const popup = new Popup({
    closeButton: false,
    closeOnClick: false,
    focusAfterOpen: false,
    offset: 14,
  });
  const show = (selection: Selection) => {
    let chosen: Cell | undefined;
    for (const { cell, element } of places) {
      const counts = countCell(cell, selection, data.series.length);
      const rows = sum(counts);
      const pressed = selection.cell === cell.key;
      element.hidden = rows === 0 && !pressed;
      element.title = `${cell.place}: ${describeCounts(counts, data)}`;
      element.classList.toggle("chosen", pressed);
      element.classList.toggle("dimmed", selection.cell !== undefined && !pressed);
      // Small circles lie above large ones, so that each can be seen and clicked.
      element.style.zIndex = String(pressed ? 2000 : 1000 - Math.min(rows, 900));
      element.replaceChildren(pie(counts, data.series, radiusFor(rows)));
      if (pressed) chosen = cell;
    }
    if (chosen === undefined) {
      popup.remove();
      return;
    }
    const counts = describeCounts(countCell(chosen, selection, data.series.length), data);
    popup
      .setLngLat([chosen.lon, chosen.lat])
      .setDOMContent(
        make("div", {}, make("strong", { dir: "auto" }, chosen.place), make("div", {}, counts)),
      )
      .addTo(map);
  };
  store.follow(show);
  return {
    point: (pointed) => {
      for (const { cell, element } of places) element.classList.toggle("pointed", cell === pointed);
    },
  };
}
