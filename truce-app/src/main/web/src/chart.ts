// The timeline's drawing: stacked bars of rows by verdict, the steady register's rate as a step
// line, the agreements as numbered lines. Time is counted in whole days, so that no time zone can
// shift it.
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { bucketStarts, countBuckets, rateOn, stackUp } from "./aggregate";
import type { ExploreData } from "./data";
import type { Day } from "./day";
import { colour } from "./dom";
import type { Selection, Span } from "./selection";
import { bucketDaysFor, tickLabels, timeTicks } from "./ticks";

const HEIGHT = 280;
const FLAG_PX = 8;
const FONT = "12px system-ui, sans-serif";
/** Room for a tick label such as "2017-07" on the time axis. */
const LABEL_PX = 64;

export interface Chart {
  readonly plot: uPlot;
  readonly starts: readonly Day[];
  readonly bucketDays: number;
  /** Counts by verdict, then bucket, as last drawn. */
  counts: readonly (readonly number[])[];
  readonly rates: readonly (number | null)[];
}

export interface ChartHooks {
  /** The bucket under the pointer, if any. */
  readonly onPoint: (chart: Chart, bucket: number | undefined) => void;
  /** Only once it is drawn does the plot know its scales. */
  readonly onDrawn: (chart: Chart) => void;
}

export function drawChart(
  container: HTMLElement,
  data: ExploreData,
  selection: Selection,
  hooks: ChartHooks,
): Chart {
  const limits: Span = { from: data.from, to: data.to };
  const width = Math.max(container.clientWidth, 200);
  const bucketDays = bucketDaysFor(limits, width - 120);
  const starts = bucketStarts(limits, bucketDays);
  const counts = countBuckets(data.cells, selection, data.series.length, limits, bucketDays);
  const rates = rateOn(data.counts, starts);
  const ticks = timeTicks(limits, Math.floor((width - 120) / LABEL_PX));
  const plot = new uPlot(
    {
      width,
      height: HEIGHT,
      padding: [3 * FLAG_PX, null, null, null],
      legend: { show: false },
      cursor: {
        y: false,
        points: { show: false },
        drag: { x: false, y: false, setScale: false },
        // Marking days is ours (brush.ts): uPlot knows no touch, and would zoom on a double click.
        bind: { mousedown: () => null, mouseup: () => null, dblclick: () => null },
      },
      scales: {
        x: { time: false, range: [limits.from, limits.to + 1] },
        rows: { range: (_, __, max) => [0, Math.max(max, 1)] },
        rate: { range: (_, __, max) => [0, Math.max(max, 1) * 1.05] },
      },
      axes: axes(data, bucketDays, ticks),
      series: [{}, ...barSeries(data), rateSeries()],
      hooks: {
        draw: [(drawn) => drawMarks(drawn, data)],
        ready: [() => hooks.onDrawn(chart)],
        setCursor: [(moved) => hooks.onPoint(chart, moved.cursor.idx ?? undefined)],
      },
    },
    chartData(starts, counts, rates),
    container,
  );
  const chart: Chart = { plot, starts, bucketDays, counts, rates };
  return chart;
}

export function redrawCounts(chart: Chart, data: ExploreData, selection: Selection): void {
  const limits: Span = { from: data.from, to: data.to };
  chart.counts = countBuckets(data.cells, selection, data.series.length, limits, chart.bucketDays);
  chart.plot.setData(chartData(chart.starts, chart.counts, chart.rates));
}

export function markSpan({ plot }: Chart, days: Span | undefined): void {
  const height = plot.over.clientHeight;
  if (days === undefined) {
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    return;
  }
  const left = plot.valToPos(days.from, "x");
  plot.setSelect({ left, top: 0, width: plot.valToPos(days.to + 1, "x") - left, height }, false);
}

/** The last verdict's stack is the tallest and is drawn first; the others cover its lower parts. */
function chartData(
  starts: readonly Day[],
  counts: readonly (readonly number[])[],
  rates: readonly (number | null)[],
): uPlot.AlignedData {
  return [[...starts], ...stackUp(counts).reverse(), [...rates]];
}

function axes(data: ExploreData, bucketDays: number, ticks: Day[]): uPlot.Axis[] {
  const ink = colour("ink-soft");
  const grid = { stroke: colour("rule-soft"), width: 1 };
  const common = { stroke: ink, font: FONT, labelFont: FONT, labelSize: 18, grid, ticks: grid };
  const { words } = data;
  return [
    {
      ...common,
      scale: "x",
      size: 32,
      splits: () => ticks,
      values: (_, splits) => tickLabels(splits),
    },
    {
      ...common,
      scale: "rows",
      size: 38,
      label: bucketDays === 1 ? words.rowsPerDay : words.rowsPerWeek,
      incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500],
    },
    { ...common, scale: "rate", side: 1, size: 38, label: words.perDay, grid: { show: false } },
  ];
}

function barSeries(data: ExploreData): uPlot.Series[] {
  const bars = uPlot.paths.bars?.({ size: [1, Number.POSITIVE_INFINITY], align: 1 });
  return data.series
    .map(({ key }): uPlot.Series => {
      const fill = key === "undetermined" ? hatch() : colour(key);
      return {
        scale: "rows",
        fill: () => fill,
        width: 0,
        points: { show: false },
        ...(bars && { paths: bars }),
      };
    })
    .reverse();
}

function rateSeries(): uPlot.Series {
  const steps = uPlot.paths.stepped?.({ align: 1 });
  return {
    scale: "rate",
    stroke: colour("rate"),
    width: 2,
    points: { show: false },
    ...(steps && { paths: steps }),
  };
}

/** The same hatching as the map's, so that "undetermined" is told by its pattern too. */
function hatch(): CanvasPattern | string {
  const size = 4 * Math.max(1, Math.round(devicePixelRatio));
  const tile = document.createElement("canvas");
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext("2d");
  if (pen === null) return colour("undetermined");
  pen.fillStyle = colour("hatch-ground");
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = colour("undetermined");
  pen.lineWidth = size / 2.4;
  for (const shift of [-size, 0, size]) {
    pen.beginPath();
    pen.moveTo(shift - 1, size + 1);
    pen.lineTo(shift + size + 1, -1);
    pen.stroke();
  }
  return pen.createPattern(tile, "repeat") ?? colour("undetermined");
}

/**
 * Numbered lines; their words stand in the list below, where they have room and can be read aloud.
 */
function drawMarks(plot: uPlot, data: ExploreData): void {
  const scale = devicePixelRatio;
  const { ctx: pen, bbox } = plot;
  pen.save();
  pen.strokeStyle = colour("ink");
  pen.lineWidth = scale;
  pen.font = `600 ${10 * scale}px system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  let before = Number.NEGATIVE_INFINITY;
  data.marks.forEach((mark, index) => {
    const x = Math.round(plot.valToPos(mark.day, "x", true));
    if (x < bbox.left || x > bbox.left + bbox.width) return;
    const flagX = Math.max(x, before + 2 * FLAG_PX * scale + scale);
    const flagY = bbox.top - (FLAG_PX + 4) * scale;
    before = flagX;
    pen.setLineDash([3 * scale, 2 * scale]);
    pen.beginPath();
    pen.moveTo(flagX, flagY + FLAG_PX * scale);
    pen.lineTo(x, bbox.top);
    pen.lineTo(x, bbox.top + bbox.height);
    pen.stroke();
    pen.setLineDash([]);
    pen.beginPath();
    pen.arc(flagX, flagY, FLAG_PX * scale, 0, 2 * Math.PI);
    pen.fillStyle = colour("surface");
    pen.fill();
    pen.stroke();
    pen.fillStyle = colour("ink");
    pen.fillText(String(index + 1), flagX, flagY + 0.5 * scale);
  });
  pen.restore();
}
