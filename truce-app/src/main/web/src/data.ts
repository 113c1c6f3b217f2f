// What the server puts into the page for the script, checked once when it is read.
import type { FeatureCollection, Geometry } from "geojson";
import { type Day, getDay } from "./day";
import { type Words, wordsFor } from "./words";

export interface AreaProperties {
  readonly area: string;
  readonly reading: string;
  readonly name: string;
}

/** Rows of one verdict on one day; the index is the verdict's place in `series`. */
export interface CellDay {
  readonly day: Day;
  readonly verdict: number;
  readonly count: number;
}

/** A coarse square of the map; the server has already blurred the places in it. */
export interface Cell {
  /** "32.60,36.10", as the table's rows name it in data-cell. */
  readonly key: string;
  readonly lat: number;
  readonly lon: number;
  readonly place: string;
  readonly days: readonly CellDay[];
}

export interface Series {
  readonly key: string;
  readonly label: string;
}

export interface Mark {
  readonly day: Day;
  readonly label: string;
}

/** A count over a period, both days included, from a register that observes steadily. */
export interface PeriodCount {
  readonly from: Day;
  readonly to: Day;
  readonly perDay: number;
}

export type Bounds = readonly [west: number, south: number, east: number, north: number];

export interface ExploreData {
  readonly language: string;
  readonly bounds: Bounds;
  readonly areas: FeatureCollection<Geometry, AreaProperties>;
  readonly cells: readonly Cell[];
  readonly from: Day;
  readonly to: Day;
  readonly marks: readonly Mark[];
  readonly series: readonly Series[];
  readonly counts: readonly PeriodCount[];
  readonly words: Words;
}

/** The JSON as the server writes it. */
export interface RawExploreData {
  language: string;
  bounds: [number, number, number, number];
  areas: FeatureCollection<Geometry, AreaProperties>;
  cells: { lat: number; lon: number; place: string; days: [string, string, number][] }[];
  days: { from: string; to: string };
  marks: { day: string; label: string }[];
  series: Series[];
  counts: { from: string; to: string; perDay: number }[];
  words: Record<string, string>;
}

export function cellKey(lat: number, lon: number): string {
  return `${lat.toFixed(2)},${lon.toFixed(2)}`;
}

export function toExploreData(raw: RawExploreData): ExploreData {
  const from = getDay(raw.days.from);
  const to = getDay(raw.days.to);
  if (to < from)
    throw new Error(`The days end (${raw.days.to}) before they start (${raw.days.from})`);
  return {
    language: raw.language,
    bounds: raw.bounds,
    areas: raw.areas,
    cells: raw.cells.map((cell) => ({
      key: cellKey(cell.lat, cell.lon),
      lat: cell.lat,
      lon: cell.lon,
      place: cell.place,
      days: cell.days.map(([day, verdict, count]) => ({
        day: getDay(day),
        verdict: getVerdict(raw.series, verdict),
        count,
      })),
    })),
    from,
    to,
    marks: raw.marks.map((mark) => ({ day: getDay(mark.day), label: mark.label })),
    series: raw.series,
    counts: raw.counts.map((count) => ({
      from: getDay(count.from),
      to: getDay(count.to),
      perDay: count.perDay,
    })),
    words: wordsFor(raw.language, raw.words),
  };
}

/** The page's data, or undefined on a page that has nothing to explore. */
export function findExploreData(page: Document): ExploreData | undefined {
  const element = page.getElementById("explore-data");
  if (element === null) return undefined;
  return toExploreData(JSON.parse(element.textContent ?? "") as RawExploreData);
}

function getVerdict(series: readonly Series[], key: string): number {
  const index = series.findIndex((one) => one.key === key);
  if (index < 0) throw new Error(`A cell has the verdict "${key}", which no series names`);
  return index;
}
