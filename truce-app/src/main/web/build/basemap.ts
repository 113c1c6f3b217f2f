// Cuts the basemap out of Natural Earth (package world-atlas) when the web app is built: 3.6 MB of
// the whole world become some tens of kilobytes of the region that the samples lie in. Nothing is
// fetched at run time.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { FeatureCollection, MultiLineString, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Plugin } from "vite";

export type Box = readonly [west: number, south: number, east: number, north: number];

/** The Levant and Iraq, wide enough to look around from any area of Syria. */
const REGION: Box = [32, 29, 46, 39];
const NAME = "virtual:basemap";

export interface Basemap {
  readonly land: FeatureCollection;
  readonly borders: FeatureCollection;
}

export function basemap(): Plugin {
  return {
    name: "truce-basemap",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) =>
      id === `\0${NAME}` ? `export default ${JSON.stringify(cutBasemap(REGION))}` : undefined,
  };
}

function cutBasemap(box: Box): Basemap {
  const file = createRequire(import.meta.url).resolve("world-atlas/countries-10m.json");
  const world = JSON.parse(readFileSync(file, "utf8")) as Topology<{
    countries: GeometryCollection;
    land: GeometryCollection;
  }>;
  const land = feature(world, world.objects.land).features.flatMap(({ geometry }) =>
    geometry.type === "MultiPolygon"
      ? geometry.coordinates
      : geometry.type === "Polygon"
        ? [geometry.coordinates]
        : [],
  );
  const polygons = land
    .map((rings) =>
      rings.map((ring) => round(clipRing(ring, box))).filter((ring) => ring.length > 3),
    )
    .filter((rings) => rings.length > 0);
  const borders = mesh(world, world.objects.countries, (a, b) => a !== b);
  return {
    land: collect({ type: "MultiPolygon", coordinates: polygons }),
    borders: collect({ type: "MultiLineString", coordinates: clipLines(borders, box).map(round) }),
  };
}

function collect(geometry: FeatureCollection["features"][number]["geometry"]): FeatureCollection {
  return { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry }] };
}

/** Three decimals are some 100 m, finer than the 1:10,000,000 source. */
function round(line: Position[]): Position[] {
  return line.map((at) => at.map((degrees) => Math.round(degrees * 1000) / 1000));
}

/** Sutherland and Hodgman (1974): a ring cut by one edge of the box after the other. */
export function clipRing(ring: Position[], [west, south, east, north]: Box): Position[] {
  const edges: [axis: 0 | 1, limit: number, keepAbove: boolean][] = [
    [0, west, true],
    [0, east, false],
    [1, south, true],
    [1, north, false],
  ];
  let points = ring.slice(0, -1);
  for (const [axis, limit, keepAbove] of edges) {
    const inside = (at: Position) => (keepAbove ? at[axis]! >= limit : at[axis]! <= limit);
    points = points.flatMap((to, index) => {
      const from = points.at(index - 1)!;
      const crossing = inside(from) === inside(to) ? [] : [cross(from, to, axis, limit)];
      return inside(to) ? [...crossing, to] : crossing;
    });
  }
  return points.length === 0 ? [] : [...points, points[0]!];
}

function cross(from: Position, to: Position, axis: 0 | 1, limit: number): Position {
  const part = (limit - from[axis]!) / (to[axis]! - from[axis]!);
  return [from[0]! + part * (to[0]! - from[0]!), from[1]! + part * (to[1]! - from[1]!)];
}

/**
 * Whole segments are kept when one end lies in the box; lines need no exact cut, the view hides the
 * rest.
 */
function clipLines(lines: MultiLineString, [west, south, east, north]: Box): Position[][] {
  const inside = ([lon, lat]: Position) =>
    lon! >= west && lon! <= east && lat! >= south && lat! <= north;
  const pieces: Position[][] = [];
  for (const line of lines.coordinates) {
    let piece: Position[] = [];
    line.forEach((at, index) => {
      const near = [line[index - 1], at, line[index + 1]].some((one) => one && inside(one));
      if (near) piece.push(at);
      if (!near || index === line.length - 1) {
        if (piece.length > 1) pieces.push(piece);
        piece = [];
      }
    });
  }
  return pieces;
}
