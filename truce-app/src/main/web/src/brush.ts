// Marking days on the timeline: by dragging with mouse, pen or finger, and by the keyboard.
import type { Day } from "./day";
import {
  type AnchoredSpan,
  moveHead,
  moveSpan,
  type SelectionStore,
  type Span,
  spanBetween,
  withDays,
} from "./selection";

/**
 * How the plot translates between days and pixels from its left edge; time runs left to right
 * always.
 */
export interface DayScale {
  dayAt(px: number): Day;
  pxAt(day: Day): number;
}

const EDGE_PX = 8;
const CLICK_PX = 4;
const WEEK = 7;

/** What a press starts: a new span, moving the old one, or moving one of its ends. */
export type Grip =
  | { readonly kind: "new"; readonly anchor: Day }
  | { readonly kind: "move"; readonly from: Day }
  | { readonly kind: "resize"; readonly anchor: Day };

export function gripAt(px: number, span: Span | undefined, scale: DayScale): Grip {
  const day = scale.dayAt(px);
  if (span === undefined) return { kind: "new", anchor: day };
  const left = scale.pxAt(span.from);
  const right = scale.pxAt(span.to + 1);
  if (Math.abs(px - left) <= EDGE_PX && px < (left + right) / 2)
    return { kind: "resize", anchor: span.to };
  if (Math.abs(px - right) <= EDGE_PX) return { kind: "resize", anchor: span.from };
  return px > left && px < right ? { kind: "move", from: day } : { kind: "new", anchor: day };
}

export function brushWithPointer(
  plot: HTMLElement,
  scale: () => DayScale,
  store: SelectionStore,
  limits: Span,
): void {
  let stop: (() => void) | undefined;
  plot.addEventListener("pointerdown", (down) => {
    if (!down.isPrimary || down.button !== 0) return;
    stop?.();
    const left = plot.getBoundingClientRect().left;
    const before = store.current.days;
    const grip = gripAt(down.clientX - left, before, scale());
    let moved = false;
    plot.setPointerCapture(down.pointerId);
    const onMove = (event: PointerEvent) => {
      if (event.pointerId !== down.pointerId) return;
      moved ||= Math.abs(event.clientX - down.clientX) > CLICK_PX;
      if (!moved) return;
      const day = scale().dayAt(event.clientX - left);
      const days =
        grip.kind === "move"
          ? moveSpan(before ?? limits, day - grip.from, limits)
          : spanBetween(grip.anchor, day, limits);
      store.set(withDays(store.current, days));
    };
    const onUp = (event: PointerEvent) => {
      if (event.pointerId !== down.pointerId) return;
      stop?.();
      // A click beside the selected days lets them go.
      if (!moved && grip.kind === "new") store.set(withDays(store.current, undefined));
    };
    const listening = new AbortController();
    stop = () => listening.abort();
    plot.addEventListener("pointermove", onMove, { signal: listening.signal });
    plot.addEventListener("pointerup", onUp, { signal: listening.signal });
    // The browser took the finger over for scrolling: what was marked so far was not meant.
    plot.addEventListener(
      "pointercancel",
      () => {
        stop?.();
        store.set(withDays(store.current, before));
      },
      { signal: listening.signal },
    );
  });
}

export function brushWithKeys(
  slider: HTMLElement,
  store: SelectionStore,
  limits: Span,
  firstDay: Day,
): void {
  let anchored: AnchoredSpan | undefined;
  slider.addEventListener("keydown", (event) => {
    const days = store.current.days;
    const step = stepOf(event.key);
    if (event.key === "Escape") {
      if (days === undefined) return;
      store.set(withDays(store.current, undefined));
    } else if (event.key === "Home" || event.key === "End") {
      const span = days ?? firstSpan(firstDay, limits);
      const by = event.key === "Home" ? limits.from - span.from : limits.to - span.to;
      store.set(withDays(store.current, moveSpan(span, by, limits)));
    } else if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    } else if (days === undefined) {
      store.set(withDays(store.current, firstSpan(firstDay, limits)));
    } else if (event.shiftKey) {
      anchored = moveHead(anchorOf(days, step, anchored), step, limits);
      store.set(withDays(store.current, spanBetween(anchored.anchor, anchored.head, limits)));
    } else {
      store.set(withDays(store.current, moveSpan(days, step, limits)));
    }
    event.preventDefault();
  });
}

/** Days by which a key moves; undefined for other keys. */
export function stepOf(key: string): number | undefined {
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return 1;
    case "ArrowLeft":
    case "ArrowDown":
      return -1;
    case "PageUp":
      return 30;
    case "PageDown":
      return -30;
    default:
      return undefined;
  }
}

/** The span's moving end: the one moved last, or else the end that the key points to. */
export function anchorOf(days: Span, step: number, last: AnchoredSpan | undefined): AnchoredSpan {
  const same =
    last &&
    Math.min(last.anchor, last.head) === days.from &&
    Math.max(last.anchor, last.head) === days.to;
  if (same) return last;
  return step > 0 ? { anchor: days.from, head: days.to } : { anchor: days.to, head: days.from };
}

/** A week from the first mark on: what a reader most likely wants to look at first. */
function firstSpan(firstDay: Day, limits: Span): Span {
  return spanBetween(firstDay, firstDay + WEEK - 1, limits);
}
