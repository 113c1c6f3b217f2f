// Asked before the map's part of the script is fetched at all.

/** MapLibre needs WebGL 2; where there is none the page keeps the server's drawing. */
export function canDrawMap(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
}
