declare module "virtual:basemap" {
  import type { FeatureCollection } from "geojson";
  const basemap: { readonly land: FeatureCollection; readonly borders: FeatureCollection };
  export default basemap;
}
