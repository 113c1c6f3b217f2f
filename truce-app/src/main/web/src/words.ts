// The words of the interactive parts. The server's words come first; these stand in where it sends
// none, so that a page of an older server still speaks the reader's language.

const ENGLISH = {
  all: "All days are shown",
  reset: "Show all days",
  resetCell: "Show all places",
  selected: "Selected: {from} to {to}",
  selectedPlace: "Place: {place}",
  rowsShown: "Rows in the list of breaches: {shown} of {total}",
  reports: "Findings",
  map: "Map",
  timeline: "Timeline",
  perDay: "lethal events a day",
  rowsPerDay: "rows a day",
  rowsPerWeek: "rows a week",
  uneven: "Rows say what happened, not how often",
  keys:
    "Arrow keys move the selected days, Shift and arrow keys widen them, Page Up and Page Down" +
    " move them by 30 days, Escape shows all days",
  from: "From",
  to: "To",
  noDays: "All days: {from} to {to}",
  places: "Places",
  noPlaces: "No place has rows in the selected days",
  size: "The larger the circle, the more rows",
  borders: "Borders: Natural Earth, as administered; they take no position on any claim",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  whole: "Show the whole area",
  scrollHelp: "Use Ctrl and scroll to zoom the map",
  macScrollHelp: "Use ⌘ and scroll to zoom the map",
  touchHelp: "Use two fingers to move the map",
};

export type Words = Readonly<typeof ENGLISH>;

const ARABIC: Words = {
  all: "تُعرض كل الأيام",
  reset: "عرض كل الأيام",
  resetCell: "عرض كل الأماكن",
  selected: "المحدَّد: من {from} إلى {to}",
  selectedPlace: "المكان: {place}",
  rowsShown: "صفوف قائمة الخروق: {shown} من {total}",
  reports: "النتائج",
  map: "الخريطة",
  timeline: "الخط الزمني",
  perDay: "الأحداث المميتة في اليوم",
  rowsPerDay: "الصفوف في اليوم",
  rowsPerWeek: "الصفوف في الأسبوع",
  uneven: "تقول الصفوف ما حدث، لا كم مرة حدث",
  keys:
    "مفاتيح الأسهم تنقل الأيام المحددة، ومع مفتاح Shift توسّعها، ومفتاحا Page Up وPage Down" +
    " ينقلانها ثلاثين يومًا، ومفتاح Escape يعرض كل الأيام",
  from: "من",
  to: "إلى",
  noDays: "كل الأيام: من {from} إلى {to}",
  places: "الأماكن",
  noPlaces: "لا صفوف لأي مكان في الأيام المحددة",
  size: "كلما كبرت الدائرة زاد عدد الصفوف",
  borders: "الحدود: Natural Earth بحسب الإدارة القائمة، ولا تعبّر عن موقف من أي مطالبة",
  zoomIn: "تكبير",
  zoomOut: "تصغير",
  whole: "عرض المنطقة كلها",
  scrollHelp: "استخدم Ctrl مع التمرير لتكبير الخريطة",
  macScrollHelp: "استخدم ⌘ مع التمرير لتكبير الخريطة",
  touchHelp: "استخدم إصبعين لتحريك الخريطة",
};

export function wordsFor(language: string, given: Readonly<Record<string, string>>): Words {
  return { ...(language === "ar" ? ARABIC : ENGLISH), ...given };
}

/**
 * Puts values into "{name}" places; beside Arabic each is isolated, so that an ISO day keeps its
 * order.
 */
export function fill(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    const text = String(value);
    return RIGHT_TO_LEFT.test(pattern + text) ? `${FIRST_STRONG}${text}${POP}` : text;
  });
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;
// A day has no strong letter and takes the left-to-right order that the isolate falls back to.
const FIRST_STRONG = "\u2068";
const POP = "\u2069";
