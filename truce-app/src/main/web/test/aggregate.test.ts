import { describe, expect, it } from "vitest";
import {
  bucketStarts,
  countBuckets,
  countCell,
  countSelected,
  rateOn,
  stackUp,
} from "../src/aggregate";
import { type RawExploreData, toExploreData } from "../src/data";
import { getDay } from "../src/day";
import { radiusFor, slices } from "../src/pie";
import { describeSelection } from "../src/status";
import { filterRows, showsRow } from "../src/table";
import { bucketDaysFor, tickLabels, timeTicks } from "../src/ticks";
import { fill, wordsFor } from "../src/words";

const RAW: RawExploreData = {
  language: "en",
  bounds: [35.6, 32.3, 37.2, 33.4],
  areas: { type: "FeatureCollection", features: [] },
  cells: [
    {
      lat: 32.6,
      lon: 36.1,
      place: "around Daraa",
      days: [
        ["2017-07-10", "breach", 3],
        ["2017-07-11", "undetermined", 1],
        ["2017-07-20", "breach", 2],
      ],
    },
    { lat: 33.1, lon: 35.85, place: "around Quneitra", days: [["2017-07-10", "no-breach", 4]] },
  ],
  days: { from: "2017-07-09", to: "2017-07-23" },
  marks: [],
  series: [
    { key: "breach", label: "breach" },
    { key: "undetermined", label: "undetermined" },
    { key: "no-breach", label: "no breach" },
  ],
  counts: [{ from: "2017-07-10", to: "2017-07-12", perDay: 0.22 }],
  words: {},
};
const DATA = toExploreData(RAW);
const LIMITS = { from: DATA.from, to: DATA.to };
const day = getDay;
const [DARAA] = DATA.cells;

describe("the page's data", () => {
  it("names cells as the table's rows do", () => {
    expect(DATA.cells.map(({ key }) => key)).toEqual(["32.60,36.10", "33.10,35.85"]);
  });

  it("is refused when a verdict is unknown or the days run backwards", () => {
    const odd = [
      {
        lat: 1,
        lon: 1,
        place: "",
        days: [["2017-07-10", "guilty", 1] as [string, string, number]],
      },
    ];
    expect(() => toExploreData({ ...RAW, cells: odd })).toThrow("guilty");
    expect(() => toExploreData({ ...RAW, days: { from: "2017-07-09", to: "2017-07-08" } })).toThrow(
      "2017-07-08",
    );
  });
});

describe("rows are counted", () => {
  it("for a cell over the selected days, both ends included", () => {
    expect(countCell(DARAA!, {}, 3)).toEqual([5, 1, 0]);
    expect(
      countCell(DARAA!, { days: { from: day("2017-07-11"), to: day("2017-07-20") } }, 3),
    ).toEqual([2, 1, 0]);
    expect(
      countCell(DARAA!, { days: { from: day("2017-07-12"), to: day("2017-07-19") } }, 3),
    ).toEqual([0, 0, 0]);
  });

  it("for the selected cell and days together", () => {
    expect(countSelected(DATA.cells, {}, 3)).toEqual([5, 1, 4]);
    expect(countSelected(DATA.cells, { cell: "33.10,35.85" }, 3)).toEqual([0, 0, 4]);
    const first = { from: day("2017-07-10"), to: day("2017-07-10") };
    expect(countSelected(DATA.cells, { cell: "32.60,36.10", days: first }, 3)).toEqual([3, 0, 0]);
  });

  it("by week from the first day, whatever days are selected", () => {
    expect(bucketStarts(LIMITS, 7)).toEqual([
      day("2017-07-09"),
      day("2017-07-16"),
      day("2017-07-23"),
    ]);
    const narrow = { days: { from: day("2017-07-09"), to: day("2017-07-09") } };
    expect(countBuckets(DATA.cells, narrow, 3, LIMITS, 7)).toEqual([
      [3, 2, 0],
      [1, 0, 0],
      [4, 0, 0],
    ]);
    expect(countBuckets(DATA.cells, { cell: "33.10,35.85" }, 3, LIMITS, 7)[0]).toEqual([0, 0, 0]);
  });

  it("by day, and stacked with the first verdict at the bottom", () => {
    const counts = countBuckets(DATA.cells, {}, 3, LIMITS, 1);
    expect(counts.map((row) => row[1])).toEqual([3, 0, 4]);
    expect(stackUp(counts).map((row) => row[1])).toEqual([3, 3, 7]);
    expect(counts[0]).toHaveLength(15);
  });
});

describe("a rate", () => {
  it("is absent, not zero, where no period covers the day", () => {
    const days = ["2017-07-09", "2017-07-10", "2017-07-12", "2017-07-13"].map(day);
    expect(rateOn(DATA.counts, days)).toEqual([null, 0.22, 0.22, null]);
  });
});

describe("the table's rows", () => {
  it("need day and cell to fit, and a row that lacks one is left out", () => {
    const days = { from: day("2017-07-10"), to: day("2017-07-11") };
    const row = { day: "2017-07-11", cell: "32.60,36.10" };
    expect(showsRow(row, { days, cell: "32.60,36.10" })).toBe(true);
    expect(showsRow(row, { days, cell: "33.10,35.85" })).toBe(false);
    expect(showsRow({ ...row, day: "2017-07-12" }, { days })).toBe(false);
    expect(showsRow({ ...row, day: undefined }, { days })).toBe(false);
    expect(showsRow({ day: undefined, cell: undefined }, {})).toBe(true);
    expect(showsRow({ ...row, cell: undefined }, { cell: "32.60,36.10" })).toBe(false);
  });

  it("are hidden and counted", () => {
    const row = (text: string) =>
      ({ dataset: { day: text }, hidden: false }) as unknown as HTMLElement;
    const rows = [row("2017-07-10"), row("2017-07-15")];
    expect(filterRows(rows, { days: { from: day("2017-07-14"), to: day("2017-07-16") } })).toBe(1);
    expect(rows.map(({ hidden }) => hidden)).toEqual([true, false]);
  });

  it("are told in words", () => {
    const days = { from: day("2017-07-10"), to: day("2017-07-11") };
    expect(describeSelection(DATA, { days, cell: "32.60,36.10" }, { shown: 3, total: 5 })).toEqual([
      "Selected: 2017-07-10 to 2017-07-11",
      "Place: around Daraa (32.60, 36.10)",
      "Findings: breach 3, undetermined 1",
      "Rows in the list of breaches: 3 of 5",
    ]);
  });
});

describe("the time axis", () => {
  const long = { from: day("2017-01-30"), to: day("2018-07-31") };

  it("names months, as few as there is room for", () => {
    expect(tickLabels(timeTicks(long, 3))).toEqual(["2017-07", "2018-01", "2018-07"]);
    expect(timeTicks(long, 40)).toHaveLength(18);
  });

  it("names days where there are no two months", () => {
    expect(tickLabels(timeTicks(LIMITS, 3))).toEqual(["2017-07-09", "2017-07-14", "2017-07-19"]);
  });

  it("draws weeks where days would be thinner than a pixel and a half", () => {
    expect(bucketDaysFor(long, 900)).toBe(1);
    expect(bucketDaysFor(long, 300)).toBe(7);
  });
});

describe("a pie", () => {
  it("has a slice for each verdict with rows, from the top round", () => {
    expect(slices([1, 0, 3])).toEqual([
      { verdict: 0, start: 0, end: 0.25 },
      { verdict: 2, start: 0.25, end: 1 },
    ]);
    expect(slices([0, 0, 0])).toEqual([]);
  });

  it("grows in area with the rows, within bounds", () => {
    expect(radiusFor(16) / radiusFor(4)).toBeCloseTo(2);
    expect(radiusFor(1)).toBe(4.5);
    expect(radiusFor(10_000)).toBe(26);
  });
});

describe("words", () => {
  it("come from the server first", () => {
    expect(wordsFor("ar", { reset: "كل الأيام" }).reset).toBe("كل الأيام");
    expect(wordsFor("ar", {}).map).toBe("الخريطة");
  });

  it("are isolated beside Arabic only", () => {
    expect(fill("Selected: {from} to {to}", { from: "2017-07-09", to: "2017-07-31" })).toBe(
      "Selected: 2017-07-09 to 2017-07-31",
    );
    expect(fill("من {from}", { from: "2017-07-09" })).toBe("من \u20682017-07-09\u2069");
    expect(fill("{other}", {})).toBe("{other}");
  });
});
