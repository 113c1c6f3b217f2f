import { describe, expect, it } from "vitest";
import { clipRing } from "../build/basemap.ts";

describe("the basemap's cut", () => {
  it("keeps what lies in the box of a ring that crosses it", () => {
    const ring = [
      [-1, 1],
      [2, 1],
      [2, 2],
      [-1, 2],
      [-1, 1],
    ];
    const cut = clipRing(ring, [0, 0, 4, 4]);
    expect(new Set(cut.map(String))).toEqual(new Set(["0,1", "2,1", "2,2", "0,2"]));
    expect(cut[0]).toEqual(cut.at(-1));
  });

  it("keeps nothing of a ring outside, and the whole box of a ring around it", () => {
    const around = (size: number, shift: number) =>
      [
        [-size, -size],
        [size, -size],
        [size, size],
        [-size, size],
        [-size, -size],
      ].map(([x, y]) => [x! + shift, y! + shift]);
    expect(clipRing(around(1, 10), [0, 0, 4, 4])).toEqual([]);
    expect(new Set(clipRing(around(9, 0), [0, 0, 4, 4]).map(String))).toEqual(
      new Set(["0,0", "4,0", "4,4", "0,4"]),
    );
  });
});
