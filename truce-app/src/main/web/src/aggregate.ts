// Counting rows: for each cell over the selected days, for each day or week over the selected cell.
import type { Cell, PeriodCount } from "./data";
import type { Day } from "./day";
import { includesCell, includesDay, type Selection, type Span } from "./selection";

/** One count for each verdict, in the order of the series. */
export type Counts = readonly number[];

export function sum(counts: Counts): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** The cell's rows on the selected days, whether or not the cell is selected. */
export function countCell(cell: Cell, selection: Selection, verdicts: number): Counts {
  const counts = new Array<number>(verdicts).fill(0);
  for (const { day, verdict, count } of cell.days) {
    if (includesDay(selection, day)) counts[verdict] = (counts[verdict] ?? 0) + count;
  }
  return counts;
}

/** All rows that are selected by day and cell. */
export function countSelected(
  cells: readonly Cell[],
  selection: Selection,
  verdicts: number,
): Counts {
  const total = new Array<number>(verdicts).fill(0);
  for (const cell of cells) {
    if (!includesCell(selection, cell.key)) continue;
    countCell(cell, selection, verdicts).forEach((count, verdict) => {
      total[verdict] = (total[verdict] ?? 0) + count;
    });
  }
  return total;
}

/** The first days of the buckets that cover the limits; the last bucket may reach past them. */
export function bucketStarts(limits: Span, bucketDays: number): Day[] {
  const starts: Day[] = [];
  for (let day = limits.from; day <= limits.to; day += bucketDays) starts.push(day);
  return starts;
}

/** Counts by verdict, then by bucket, of the selected cell (or of all), on every day. */
export function countBuckets(
  cells: readonly Cell[],
  selection: Selection,
  verdicts: number,
  limits: Span,
  bucketDays: number,
): number[][] {
  const buckets = bucketStarts(limits, bucketDays).length;
  const counts = Array.from({ length: verdicts }, () => new Array<number>(buckets).fill(0));
  for (const cell of cells) {
    if (!includesCell(selection, cell.key)) continue;
    for (const { day, verdict, count } of cell.days) {
      if (day < limits.from || day > limits.to) continue;
      const bucket = Math.floor((day - limits.from) / bucketDays);
      const row = counts[verdict];
      if (row) row[bucket] = (row[bucket] ?? 0) + count;
    }
  }
  return counts;
}

/**
 * Running sums over the verdicts: the tops of the stacked bars, the first verdict at the bottom.
 */
export function stackUp(counts: readonly Counts[]): number[][] {
  const tops: number[][] = [];
  for (const row of counts) {
    const below = tops.at(-1);
    tops.push(row.map((count, bucket) => count + (below?.[bucket] ?? 0)));
  }
  return tops;
}

/** The rate in force on each day, null where no period covers it: unobserved is not zero. */
export function rateOn(counts: readonly PeriodCount[], days: readonly Day[]): (number | null)[] {
  return days.map((day) => counts.find((one) => day >= one.from && day <= one.to)?.perDay ?? null);
}
