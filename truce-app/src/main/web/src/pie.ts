// A place's rows as a small pie. Verdicts differ by fill (solid, hatched, hollow), not by colour
// alone.
import type { Counts } from "./aggregate";
import { sum } from "./aggregate";
import type { Series } from "./data";

const SVG = "http://www.w3.org/2000/svg";

export interface Slice {
  readonly verdict: number;
  /** Turns from the top, clockwise, 0 to 1. */
  readonly start: number;
  readonly end: number;
}

export function slices(counts: Counts): Slice[] {
  const total = sum(counts);
  let before = 0;
  return counts.flatMap((count, verdict) => {
    if (count === 0) return [];
    const start = before / total;
    before += count;
    return [{ verdict, start, end: before / total }];
  });
}

/**
 * The area, not the width, grows with the number of rows; bounded so that no circle hides its
 * neighbours.
 */
export function radiusFor(rows: number): number {
  return Math.min(Math.max(3.4 * Math.sqrt(rows), 4.5), 26);
}

export function pie(counts: Counts, series: readonly Series[], radius: number): SVGSVGElement {
  const width = 2 * radius + 3;
  const svg = element("svg", {
    class: "pie",
    width,
    height: width,
    viewBox: `${-width / 2} ${-width / 2} ${width} ${width}`,
    "aria-hidden": "true",
  });
  svg.append(element("circle", { class: "pie-ground", r: radius }));
  for (const slice of slices(counts)) {
    svg.append(
      element("path", {
        d: wedge(slice, radius),
        class: "pie-slice",
        "data-verdict": series[slice.verdict]?.key ?? "",
      }),
    );
  }
  svg.append(element("circle", { class: "pie-rim", r: radius }));
  return svg;
}

/** The hatching that style sheets name by url(#hatch); put into the page once. */
export function hatchDefinition(): SVGSVGElement {
  const svg = element("svg", { width: 0, height: 0, class: "definitions", "aria-hidden": "true" });
  const pattern = element("pattern", {
    id: "hatch",
    width: 4,
    height: 4,
    patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(45)",
  });
  pattern.append(element("rect", { width: 4, height: 4, class: "hatch-ground" }));
  pattern.append(element("rect", { width: 2, height: 4, class: "hatch-line" }));
  svg.append(pattern);
  return svg;
}

function wedge({ start, end }: Slice, radius: number): string {
  // One arc cannot draw a whole circle: its ends would coincide.
  if (end - start > 0.9999) {
    const half = `A${radius},${radius} 0 1 1 0,`;
    return `M0,${-radius}${half}${radius}${half}${-radius}Z`;
  }
  const at = (turn: number) => {
    const angle = turn * 2 * Math.PI;
    return `${(radius * Math.sin(angle)).toFixed(2)},${(-radius * Math.cos(angle)).toFixed(2)}`;
  };
  const large = end - start > 0.5 ? 1 : 0;
  return `M0,0L${at(start)}A${radius},${radius} 0 ${large} 1 ${at(end)}Z`;
}

function element<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
