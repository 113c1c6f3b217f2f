// #selection says in words what is selected and how many rows of the table are left.
import { countSelected } from "./aggregate";
import { describeCounts } from "./cells";
import type { ExploreData } from "./data";
import { isoDay } from "./day";
import type { Selection } from "./selection";
import { fill } from "./words";

export function describeSelection(
  data: ExploreData,
  selection: Selection,
  rows: { readonly shown: number; readonly total: number },
): string[] {
  const { words } = data;
  const cell = data.cells.find(({ key }) => key === selection.cell);
  const counts = describeCounts(countSelected(data.cells, selection, data.series.length), data);
  return [
    describeDays(data, selection),
    ...(cell
      ? [fill(words.selectedPlace, { place: `${cell.place} (${cell.key.replace(",", ", ")})` })]
      : []),
    ...(counts === "" ? [] : [`${words.reports}: ${counts}`]),
    ...(rows.total > 0 ? [fill(words.rowsShown, { shown: rows.shown, total: rows.total })] : []),
  ];
}

export function describeDays(data: ExploreData, { days }: Selection): string {
  return days === undefined
    ? data.words.all
    : fill(data.words.selected, { from: isoDay(days.from), to: isoDay(days.to) });
}
