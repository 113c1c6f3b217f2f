// The breaches' table keeps to the selection; and every table of the page can scroll in a box of
// its own.
import { findDay } from "./day";
import { make } from "./dom";
import { includesCell, includesDay, type Selection } from "./selection";

export interface RowPlace {
  readonly day: string | undefined;
  readonly cell: string | undefined;
}

/**
 * A row without a day (or cell) is left out as soon as days (or a cell) are selected: it may lie
 * elsewhere.
 */
export function showsRow(row: RowPlace, selection: Selection): boolean {
  const day = findDay(row.day ?? "");
  const dayFits =
    selection.days === undefined || (day !== undefined && includesDay(selection, day));
  const cellFits = selection.cell === undefined || includesCell(selection, row.cell ?? "");
  return dayFits && cellFits;
}

/** Hides the rows that are not selected and says how many stay. */
export function filterRows(rows: readonly HTMLElement[], selection: Selection): number {
  let shown = 0;
  for (const row of rows) {
    row.hidden = !showsRow({ day: row.dataset["day"], cell: row.dataset["cell"] }, selection);
    if (!row.hidden) shown++;
  }
  return shown;
}

export function listRows(page: ParentNode): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>("#breaches tr[data-day]")];
}

/**
 * Wide tables scroll by themselves; when they do, the keyboard must be able to reach and scroll
 * them.
 */
export function boxTables(page: ParentNode): void {
  for (const table of page.querySelectorAll("main table")) {
    const parent = table.parentElement;
    if (parent === null || parent.classList.contains("scroll")) continue;
    const box = make("div", { class: "scroll" });
    table.replaceWith(box);
    box.append(table);
  }
  const boxes = [...page.querySelectorAll<HTMLElement>("main .scroll")];
  const sizes = new ResizeObserver(() => {
    for (const box of boxes) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  });
  for (const box of boxes) {
    const heading = box
      .closest("section, article")
      ?.querySelector("h1, h2, h3, h4")
      ?.textContent?.trim();
    const name = box.querySelector("caption")?.textContent?.trim() || heading;
    if (name && !box.hasAttribute("aria-label") && !box.hasAttribute("aria-labelledby")) {
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", name);
    }
    sizes.observe(box);
  }
}
