// A few towns to find one's way by. Places from GeoNames (CC BY 4.0), rounded to 1 km; names in
// their common short form.

export interface Town {
  readonly lon: number;
  readonly lat: number;
  readonly en: string;
  readonly ar: string;
  /** Shown from this zoom on, so that names do not run into each other. */
  readonly fromZoom: number;
}

export const TOWNS: readonly Town[] = [
  { lon: 36.29, lat: 33.51, en: "Damascus", ar: "دمشق", fromZoom: 0 },
  { lon: 35.95, lat: 31.96, en: "Amman", ar: "عمّان", fromZoom: 0 },
  { lon: 35.5, lat: 33.89, en: "Beirut", ar: "بيروت", fromZoom: 0 },
  { lon: 36.1, lat: 32.62, en: "Daraa", ar: "درعا", fromZoom: 6 },
  { lon: 36.57, lat: 32.71, en: "As-Suwayda", ar: "السويداء", fromZoom: 6 },
  { lon: 35.82, lat: 33.13, en: "Quneitra", ar: "القنيطرة", fromZoom: 6 },
  { lon: 35.85, lat: 32.56, en: "Irbid", ar: "إربد", fromZoom: 7 },
  { lon: 36.21, lat: 32.34, en: "Mafraq", ar: "المفرق", fromZoom: 7 },
  { lon: 36.18, lat: 33.07, en: "As-Sanamayn", ar: "الصنمين", fromZoom: 8 },
  { lon: 36.04, lat: 32.89, en: "Nawa", ar: "نوى", fromZoom: 8.6 },
  { lon: 36.25, lat: 32.87, en: "Izra", ar: "إزرع", fromZoom: 8.6 },
  { lon: 36.48, lat: 32.52, en: "Bosra", ar: "بصرى", fromZoom: 8.6 },
  { lon: 36.63, lat: 32.85, en: "Shahba", ar: "شهبا", fromZoom: 8.6 },
  { lon: 36.71, lat: 32.49, en: "Salkhad", ar: "صلخد", fromZoom: 8.6 },
  { lon: 36.72, lat: 34.73, en: "Homs", ar: "حمص", fromZoom: 6 },
  { lon: 37.16, lat: 36.2, en: "Aleppo", ar: "حلب", fromZoom: 5 },
];
