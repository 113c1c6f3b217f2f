// Invented rows for looking at the web app without the server. Nothing here happened.

/** A small seeded generator (mulberry32), so that each look shows the same page. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const FROM = Date.UTC(2017, 0, 30) / 86400000;
const TO = Date.UTC(2018, 6, 31) / 86400000;
const iso = (day) => new Date(day * 86400000).toISOString().slice(0, 10);

const PLACES = [
  [32.6, 36.1, "around Daraa", "حول درعا", 40],
  [32.65, 36.1, "around Daraa", "حول درعا", 12],
  [32.9, 36.05, "around Nawa", "حول نوى", 14],
  [33.1, 35.85, "around Quneitra", "حول القنيطرة", 18],
  [33.2, 35.9, "around Khan Arnabah", "حول خان أرنبة", 9],
  [32.7, 36.55, "around As-Suwayda", "حول السويداء", 5],
  [32.75, 36.35, "around Busra al-Harir", "حول بصر الحرير", 11],
  [32.5, 36.5, "around Bosra", "حول بصرى", 6],
  [33.05, 36.2, "around As-Sanamayn", "حول الصنمين", 4],
  [32.75, 35.85, "around Tasil", "حول تسيل", 8],
  [32.85, 36.95, "eastern Suwayda", "شرق السويداء", 3],
];
const VERDICTS = ["breach", "undetermined", "no-breach"];

function cells(language) {
  const random = seeded(20170709);
  return PLACES.map(([lat, lon, place, arabic, rows]) => {
    const days = new Map();
    for (let row = 0; row < rows; row++) {
      const late = random() < 0.3;
      const day = late
        ? FROM + 500 + Math.floor(random() * 45)
        : FROM + Math.floor(random() ** 0.8 * 500);
      const verdict = VERDICTS[Math.min(2, Math.floor(random() * 3.2))];
      const key = `${iso(day)} ${verdict}`;
      days.set(key, (days.get(key) ?? 0) + 1 + Math.floor(random() * 2));
    }
    const counted = [...days].sort().map(([key, count]) => [...key.split(" "), count]);
    return { lat, lon, place: language === "ar" ? arabic : place, days: counted };
  });
}

function counts() {
  const random = seeded(7);
  const months = [];
  for (let month = 1; month < 18; month++) {
    const from = Date.UTC(2017, month, 1) / 86400000;
    const to = Date.UTC(2017, month + 1, 1) / 86400000 - 1;
    const lively = month < 6 || month > 16 ? 40 : 14;
    const count = Math.floor(lively * (0.6 + random()));
    months.push({
      from: iso(from),
      to: iso(to),
      perDay: count / (to - from + 1),
      count,
      days: to - from + 1,
    });
  }
  return months;
}

function areas(language) {
  const outline = [
    [35.61, 32.9],
    [35.64, 32.69],
    [35.8, 32.76],
    [35.98, 32.69],
    [36.07, 32.53],
    [36.2, 32.52],
    [36.6, 32.35],
    [36.9, 32.4],
    [37.2, 32.6],
    [37.05, 32.95],
    [36.7, 33.1],
    [36.3, 33.12],
    [36.1, 33.2],
    [35.9, 33.38],
    [35.8, 33.3],
    [35.75, 33.1],
    [35.61, 32.9],
  ];
  const narrow = outline.map(([lon, lat]) => [Math.min(lon, 36.72), lat]);
  const names =
    language === "ar"
      ? ["منطقة خفض التصعيد (كما أُعلنت)", "منطقة خفض التصعيد (من دون الصحراء)"]
      : ["De-escalation area (as announced)", "De-escalation area (without the desert)"];
  const feature = (reading, name, ring) => ({
    type: "Feature",
    properties: { area: "south-west", reading, name },
    geometry: { type: "Polygon", coordinates: [ring] },
  });
  return {
    type: "FeatureCollection",
    features: [
      feature("announced", names[0], outline),
      feature("without-desert", names[1], narrow),
    ],
  };
}

export function exploreData(language) {
  const arabic = language === "ar";
  const labels = arabic
    ? ["خرق", "غير محدد", "ليس خرقًا"]
    : ["breach", "undetermined", "no breach"];
  return {
    language,
    bounds: [35.6, 32.3, 37.2, 33.4],
    areas: areas(language),
    cells: cells(language),
    days: { from: iso(FROM), to: iso(TO) },
    marks: [
      { day: "2017-05-04", label: arabic ? "مذكرة 4 أيار/مايو 2017" : "Memorandum of 4 May 2017" },
      { day: "2017-07-07", label: arabic ? "إعلان التفاهم" : "Understanding announced" },
      {
        day: "2017-07-09",
        label: arabic ? "بدء سريان التفاهم" : "Understanding of 7 July 2017 in force",
      },
      {
        day: "2017-11-08",
        label: arabic ? "مبادئ 8 تشرين الثاني/نوفمبر" : "Principles of 8 November 2017",
      },
      { day: "2018-06-19", label: arabic ? "بداية الهجوم" : "Offensive begins" },
    ],
    series: VERDICTS.map((key, index) => ({ key, label: labels[index] })),
    counts: counts(),
    words: {},
  };
}
