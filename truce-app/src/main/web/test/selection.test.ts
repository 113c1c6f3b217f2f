import { describe, expect, it } from "vitest";
import { anchorOf, gripAt, stepOf } from "../src/brush";
import {
  moveHead,
  moveSpan,
  type Selection,
  SelectionStore,
  spanBetween,
  toggleCell,
  withDays,
} from "../src/selection";

const LIMITS = { from: 100, to: 199 };

describe("a span of days", () => {
  it("is made from two days in any order and cut to the limits", () => {
    expect(spanBetween(150, 120, LIMITS)).toEqual({ from: 120, to: 150 });
    expect(spanBetween(90, 300, LIMITS)).toEqual(LIMITS);
    expect(spanBetween(130, 130, LIMITS)).toEqual({ from: 130, to: 130 });
  });

  it("keeps its length when it is moved against the limits", () => {
    expect(moveSpan({ from: 103, to: 110 }, -30, LIMITS)).toEqual({ from: 100, to: 107 });
    expect(moveSpan({ from: 180, to: 195 }, 30, LIMITS)).toEqual({ from: 184, to: 199 });
    expect(moveSpan(LIMITS, 1, LIMITS)).toEqual(LIMITS);
  });

  it("is widened at one end and turns around at the other", () => {
    let span = anchorOf({ from: 120, to: 121 }, 1, undefined);
    span = moveHead(span, 1, LIMITS);
    expect(span).toEqual({ anchor: 120, head: 122 });
    for (let press = 0; press < 3; press++) {
      span = moveHead(anchorOf(spanBetween(span.anchor, span.head, LIMITS), -1, span), -1, LIMITS);
    }
    expect(span).toEqual({ anchor: 120, head: 119 });
  });

  it("widens to the side that the key points to when nothing was widened before", () => {
    expect(anchorOf({ from: 120, to: 130 }, -1, undefined)).toEqual({ anchor: 130, head: 120 });
    expect(anchorOf({ from: 120, to: 130 }, 1, { anchor: 5, head: 6 })).toEqual({
      anchor: 120,
      head: 130,
    });
  });
});

describe("a press on the timeline", () => {
  const scale = { dayAt: (px: number) => Math.floor(px / 10), pxAt: (day: number) => day * 10 };

  it("starts a new span where none is", () => {
    expect(gripAt(55, undefined, scale)).toEqual({ kind: "new", anchor: 5 });
    expect(gripAt(300, { from: 10, to: 19 }, scale)).toEqual({ kind: "new", anchor: 30 });
  });

  it("moves the span inside, and an end at its edges", () => {
    const span = { from: 10, to: 19 };
    expect(gripAt(150, span, scale)).toEqual({ kind: "move", from: 15 });
    expect(gripAt(97, span, scale)).toEqual({ kind: "resize", anchor: 19 });
    expect(gripAt(203, span, scale)).toEqual({ kind: "resize", anchor: 10 });
  });

  it("moves by keys as a slider does", () => {
    expect(["ArrowRight", "ArrowLeft", "PageUp", "PageDown"].map(stepOf)).toEqual([1, -1, 30, -30]);
    expect(stepOf("a")).toBeUndefined();
  });
});

describe("the selection", () => {
  it("lets a cell go when it is chosen again", () => {
    const chosen = toggleCell({ days: { from: 1, to: 2 } }, "32.60,36.10");
    expect(chosen).toEqual({ days: { from: 1, to: 2 }, cell: "32.60,36.10" });
    expect(toggleCell(chosen, "32.60,36.10")).toEqual({ days: { from: 1, to: 2 } });
    expect(toggleCell(chosen, "32.65,36.10").cell).toBe("32.65,36.10");
  });

  it("tells its followers once for each change", () => {
    const store = new SelectionStore({});
    const heard: Selection[] = [];
    store.follow((selection) => heard.push(selection));
    store.set(withDays({}, { from: 1, to: 2 }));
    store.set({ days: { from: 1, to: 2 } });
    store.set(withDays(store.current, undefined));
    expect(heard).toEqual([{}, { days: { from: 1, to: 2 } }, {}]);
  });
});
