import { describe, expect, it } from "vitest";
import { getDay } from "../src/day";
import { fromHash, isSelectionHash, toHash } from "../src/hash";

const LIMITS = { from: getDay("2017-01-30"), to: getDay("2018-07-31") };
const CELLS = new Set(["32.60,36.10", "33.10,35.85"]);

describe("the address", () => {
  it("carries days and cell there and back", () => {
    const selection = {
      days: { from: getDay("2017-07-09"), to: getDay("2017-07-31") },
      cell: "32.60,36.10",
    };
    expect(toHash(selection)).toBe("days=2017-07-09..2017-07-31&cell=32.60,36.10");
    expect(fromHash(`#${toHash(selection)}`, LIMITS, CELLS)).toEqual(selection);
    expect(toHash({})).toBe("");
  });

  it("is read when a program has escaped its comma", () => {
    expect(fromHash("#cell=33.10%2C35.85", LIMITS, CELLS)).toEqual({ cell: "33.10,35.85" });
  });

  it("selects nothing by what cannot be read or is not on the page", () => {
    for (const hash of [
      "",
      "#breaches",
      "#days=",
      "#days=2017-07-09",
      "#days=x..y",
      "#cell=0.00,0.00",
    ]) {
      expect(fromHash(hash, LIMITS, CELLS), hash).toEqual({});
    }
    expect(fromHash("#days=2017-01-01..2017-01-05", LIMITS, CELLS)).toEqual({});
    expect(fromHash("#days=2017-07-01..2017-07-02..2017-07-03", LIMITS, CELLS)).toEqual({});
  });

  it("is cut to the page's days, and put in order", () => {
    expect(fromHash("#days=2018-08-15..2018-07-01", LIMITS, CELLS)).toEqual({
      days: { from: getDay("2018-07-01"), to: LIMITS.to },
    });
  });

  it("leaves plain anchors alone", () => {
    expect(isSelectionHash("#breaches")).toBe(false);
    expect(isSelectionHash("#cell=32.60,36.10")).toBe(true);
  });
});
