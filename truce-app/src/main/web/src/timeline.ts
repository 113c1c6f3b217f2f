// The timeline in the page: the drawing, its keyboard and pointer, its legend and the agreements'
// dates.
import { brushWithKeys, brushWithPointer } from "./brush";
import { type Chart, drawChart, markSpan, redrawCounts } from "./chart";
import { describeCounts } from "./cells";
import type { ExploreData } from "./data";
import { isoDay } from "./day";
import { make, onSchemeChange } from "./dom";
import { verdictKeys } from "./legend";
import type { SelectionStore, Span } from "./selection";
import { describeDays } from "./status";

export function showTimeline(
  container: HTMLElement,
  data: ExploreData,
  store: SelectionStore,
): void {
  const limits: Span = { from: data.from, to: data.to };
  const { words } = data;
  const slider = make("div", {
    class: "plot",
    dir: "ltr",
    role: "slider",
    tabindex: "0",
    "aria-label": words.timeline,
    "aria-valuemin": "0",
    "aria-valuemax": String(limits.to - limits.from),
    "aria-describedby": "timeline-keys",
  });
  const readout = make("p", { class: "readout", "aria-hidden": "true" }, "\u00a0");
  const rateKey = make("li", {}, make("span", { class: "line line-rate" }), words.perDay);
  container.append(
    make("ul", { class: "keys" }, ...verdictKeys(data.series), rateKey),
    slider,
    readout,
    marksList(data),
    make("p", { class: "hint" }, words.uneven),
    make("p", { class: "hint keys-hint", id: "timeline-keys" }, words.keys),
  );

  const hooks = {
    onPoint: (chart: Chart, bucket: number | undefined) => {
      readout.textContent = bucket === undefined ? "\u00a0" : describeBucket(chart, bucket, data);
    },
    onDrawn: (drawn: Chart) => markSpan(drawn, store.current.days),
  };
  let chart = drawChart(slider, data, store.current, hooks);
  const draw = () => {
    chart.plot.destroy();
    chart = drawChart(slider, data, store.current, hooks);
    listenToPointer();
  };
  const scale = () => ({
    dayAt: (px: number) => Math.floor(chart.plot.posToVal(px, "x")),
    pxAt: (day: number) => chart.plot.valToPos(day, "x"),
  });
  const listenToPointer = () => brushWithPointer(chart.plot.over, scale, store, limits);
  listenToPointer();
  brushWithKeys(
    slider,
    store,
    limits,
    data.marks.find(({ day }) => day >= limits.from)?.day ?? limits.from,
  );
  redrawOnResize(slider, draw);
  onSchemeChange(draw);

  let cell = store.current.cell;
  store.follow((selection) => {
    if (selection.cell !== cell) {
      cell = selection.cell;
      redrawCounts(chart, data, selection);
    }
    markSpan(chart, selection.days);
    slider.setAttribute(
      "aria-valuenow",
      String((selection.days?.from ?? limits.from) - limits.from),
    );
    slider.setAttribute("aria-valuetext", describeDays(data, selection));
  });
}

function redrawOnResize(element: HTMLElement, draw: () => void): void {
  let width = element.clientWidth;
  new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    draw();
  }).observe(element);
}

function marksList(data: ExploreData): HTMLElement {
  const items = data.marks.map(({ day, label }) =>
    make(
      "li",
      {},
      make("bdi", { dir: "ltr" }, isoDay(day)),
      " ",
      make("span", { dir: "auto" }, label),
    ),
  );
  return make("ol", { class: "marks" }, ...items);
}

function describeBucket(chart: Chart, bucket: number, data: ExploreData): string {
  const start = chart.starts[bucket];
  if (start === undefined) return "\u00a0";
  const last = Math.min(start + chart.bucketDays - 1, data.to);
  const when = chart.bucketDays === 1 ? isoDay(start) : `${isoDay(start)} – ${isoDay(last)}`;
  const counts = describeCounts(
    chart.counts.map((row) => row[bucket] ?? 0),
    data,
  );
  const rate = chart.rates[bucket];
  const parts = [counts, rate == null ? "" : `${data.words.perDay} ${rate.toFixed(2)}`];
  return `\u2068${when}\u2069: ${parts.filter((part) => part !== "").join(" · ") || "—"}`;
}
