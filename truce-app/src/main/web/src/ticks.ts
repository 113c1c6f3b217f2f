// Where the time axis has its ticks and how they read: ISO months, or ISO days when few are shown.
import { type Day, isoDay, monthStarts } from "./day";
import type { Span } from "./selection";

const MONTH_STEPS = [1, 2, 3, 6, 12];

/**
 * At most `most` ticks, on the first days of months; on days where the limits hold no two months.
 */
export function timeTicks(limits: Span, most: number): Day[] {
  for (const step of MONTH_STEPS) {
    const starts = monthStarts(limits.from, limits.to, step);
    if (starts.length < 2) break;
    if (starts.length <= most) return starts;
  }
  const days = limits.to - limits.from + 1;
  const step = Math.ceil(days / Math.max(most, 1));
  return Array.from({ length: Math.ceil(days / step) }, (_, index) => limits.from + index * step);
}

/** "2017-07" for the first of a month among months, else "2017-07-09". */
export function tickLabels(ticks: readonly Day[]): string[] {
  const months = ticks.every((day) => isoDay(day).endsWith("-01"));
  return ticks.map((day) => (months ? isoDay(day).slice(0, 7) : isoDay(day)));
}

/** A day is drawn as a bar of its own where it gets two pixels or so; else a week is. */
export function bucketDaysFor(limits: Span, widthPx: number): 1 | 7 {
  return widthPx / (limits.to - limits.from + 1) >= 1.5 ? 1 : 7;
}
