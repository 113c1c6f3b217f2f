// What is selected: days, a cell, or both; and the arithmetic of moving and widening days.
import type { Day } from "./day";

/** Both days are included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** An absent part means that nothing is left out by it. */
export interface Selection {
  readonly days?: Span;
  readonly cell?: string;
}

export function includesDay(selection: Selection, day: Day): boolean {
  const days = selection.days;
  return days === undefined || (day >= days.from && day <= days.to);
}

export function includesCell(selection: Selection, cell: string): boolean {
  return selection.cell === undefined || selection.cell === cell;
}

/** The span between two days given in any order, cut to the limits. */
export function spanBetween(a: Day, b: Day, limits: Span): Span {
  const cut = (day: Day) => Math.min(Math.max(day, limits.from), limits.to);
  return { from: cut(Math.min(a, b)), to: cut(Math.max(a, b)) };
}

/** The span moved by some days; at the limits it stops and keeps its length. */
export function moveSpan(span: Span, byDays: number, limits: Span): Span {
  const by = Math.min(Math.max(byDays, limits.from - span.from), limits.to - span.to);
  return { from: span.from + by, to: span.to + by };
}

/**
 * A span of which one end stays (the anchor) and the other moves (the head), as when marking text.
 */
export interface AnchoredSpan {
  readonly anchor: Day;
  readonly head: Day;
}

export function moveHead(span: AnchoredSpan, byDays: number, limits: Span): AnchoredSpan {
  const head = Math.min(Math.max(span.head + byDays, limits.from), limits.to);
  return { anchor: span.anchor, head };
}

export function withDays(selection: Selection, days: Span | undefined): Selection {
  const { days: _, ...rest } = selection;
  return days === undefined ? rest : { ...rest, days };
}

export function withCell(selection: Selection, cell: string | undefined): Selection {
  const { cell: _, ...rest } = selection;
  return cell === undefined ? rest : { ...rest, cell };
}

/** Selecting the selected cell again lets it go. */
export function toggleCell(selection: Selection, cell: string): Selection {
  return withCell(selection, selection.cell === cell ? undefined : cell);
}

export function sameSelection(a: Selection, b: Selection): boolean {
  return a.cell === b.cell && a.days?.from === b.days?.from && a.days?.to === b.days?.to;
}

type Listener = (selection: Selection) => void;

/** The one selection of the page; each part of the page listens and none calls another. */
export class SelectionStore {
  #selection: Selection;
  readonly #listeners: Listener[] = [];

  constructor(selection: Selection) {
    this.#selection = selection;
  }

  get current(): Selection {
    return this.#selection;
  }

  set(selection: Selection): void {
    if (sameSelection(selection, this.#selection)) return;
    this.#selection = selection;
    for (const listener of this.#listeners) listener(selection);
  }

  /** Calls the listener now and after every change. */
  follow(listener: Listener): void {
    this.#listeners.push(listener);
    listener(this.#selection);
  }
}
