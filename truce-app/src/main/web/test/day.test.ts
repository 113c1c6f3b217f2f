import { describe, expect, it } from "vitest";
import { findDay, getDay, isoDay, monthStarts } from "../src/day";

describe("a day", () => {
  it("is counted from 1 January 1970", () => {
    expect(getDay("1970-01-01")).toBe(0);
    expect(getDay("1970-03-01")).toBe(59);
    expect(getDay("1969-12-31")).toBe(-1);
  });

  it("is written as it was read, leap days included", () => {
    for (const text of ["2017-07-09", "2016-02-29", "2018-12-31"])
      expect(isoDay(getDay(text))).toBe(text);
  });

  it("is not found in what is no date", () => {
    for (const text of [
      "",
      "2017-7-9",
      "2017-02-29",
      "2017-13-01",
      "09.07.2017",
      "2017-07-09T12:00:00Z",
    ]) {
      expect(findDay(text), text).toBeUndefined();
    }
    expect(() => getDay("yesterday")).toThrow("yesterday");
  });
});

describe("the starts of months", () => {
  it("lie within the limits, across a new year", () => {
    const starts = monthStarts(getDay("2017-11-02"), getDay("2018-02-01"), 1);
    expect(starts.map(isoDay)).toEqual(["2017-12-01", "2018-01-01", "2018-02-01"]);
  });

  it("are counted from January when some are left out", () => {
    const starts = monthStarts(getDay("2017-01-30"), getDay("2018-07-31"), 3);
    expect(starts.map(isoDay)).toEqual([
      "2017-04-01",
      "2017-07-01",
      "2017-10-01",
      "2018-01-01",
      "2018-04-01",
      "2018-07-01",
    ]);
  });
});
