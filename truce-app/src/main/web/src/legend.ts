// What the map's and the timeline's signs mean, as text beside samples of them.
import type { ExploreData, Series } from "./data";
import { make } from "./dom";
import { pie } from "./pie";

/** Readings of the same area in the order of their first outline; the first is drawn solid. */
export function readings(data: ExploreData): { reading: string; names: string[] }[] {
  const found = new Map<string, Set<string>>();
  for (const { properties } of data.areas.features) {
    const names = found.get(properties.reading) ?? new Set();
    found.set(properties.reading, names.add(properties.name));
  }
  return [...found].map(([reading, names]) => ({ reading, names: [...names] }));
}

export function verdictKeys(series: readonly Series[]): HTMLElement[] {
  return series.map(({ label }, verdict) => {
    const one = series.map((_, index) => (index === verdict ? 1 : 0));
    return make("li", {}, pie(one, series, 6), label);
  });
}

export function mapLegend(data: ExploreData): HTMLElement {
  const known = readings(data);
  const named = new Set(known.flatMap(({ names }) => names));
  const outlines = known.map(({ reading, names }, index) => {
    // Outlines that share one name are told apart by their reading.
    const label = named.size < known.length ? `${names.join(", ")} (${reading})` : names.join(", ");
    return make("li", {}, make("span", { class: `line line-${Math.min(index, 2)}` }), label);
  });
  return make(
    "div",
    { class: "legend" },
    make("ul", { class: "keys" }, ...verdictKeys(data.series), ...outlines),
    make("p", {}, data.words.size),
    make("p", {}, data.words.borders),
  );
}
