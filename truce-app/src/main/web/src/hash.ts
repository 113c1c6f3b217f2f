// The selection in the address: #days=2017-07-09..2017-07-31&cell=32.60,36.10, to be shared and
// reloaded.
import { findDay, isoDay } from "./day";
import { type Selection, type Span, spanBetween } from "./selection";

export function toHash(selection: Selection): string {
  const parts: string[] = [];
  if (selection.days)
    parts.push(`days=${isoDay(selection.days.from)}..${isoDay(selection.days.to)}`);
  if (selection.cell !== undefined) parts.push(`cell=${selection.cell}`);
  return parts.join("&");
}

/** A plain anchor such as #breaches is not ours: it selects nothing and stays in the address. */
export function isSelectionHash(hash: string): boolean {
  return /^#?(days|cell)=/.test(hash);
}

/**
 * What cannot be read, or is not on this page, selects nothing: an old link still opens the page.
 */
export function fromHash(hash: string, limits: Span, cells: ReadonlySet<string>): Selection {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  const days = findSpan(values.get("days") ?? "", limits);
  const cell = values.get("cell");
  return {
    ...(days === undefined ? {} : { days }),
    ...(cell !== null && cells.has(cell) ? { cell } : {}),
  };
}

function findSpan(text: string, limits: Span): Span | undefined {
  const [first, last, ...more] = text.split("..").map(findDay);
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  if (Math.max(first, last) < limits.from || Math.min(first, last) > limits.to) return undefined;
  return spanBetween(first, last, limits);
}
