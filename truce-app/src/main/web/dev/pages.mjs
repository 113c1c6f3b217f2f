// The pages that the server would send, in its structure and classes, with invented contents.
import { exploreData } from "./sample.mjs";

const TEXT = {
  en: {
    dir: "ltr",
    title: "South-west: is the ceasefire holding?",
    nav: ["Overview", "Incidents", "Register", "About"],
    other: "العربية",
    holding: "Holding with exceptions",
    broken: "Not holding",
    unknown: "Cannot tell",
    sentence:
      "Between 9 July 2017 and 17 June 2018 lethal events between bound parties were recorded at 0.50 a day, against 1.33 before; invented figures.",
    explore: "What happened, where and when",
    breaches: "What broke it",
    columns: ["Day", "Place", "Verdict", "What", "Clause", "Reports"],
    claim: "“With only a few exceptions it has thus far held up well.”",
    then: "As known then",
    now: "As known now",
    limits: "Limits",
    limit: "Hand-coded rows are uneven: many for July 2017, few for January 2018.",
    map: "Places are rounded to squares of about 5 km.",
    timeline: "Rows by day, and lethal events a day by month.",
    what: "Shelling reported by two sources, one of which names a party",
  },
  ar: {
    dir: "rtl",
    title: "الجنوب الغربي: هل الهدنة صامدة؟",
    nav: ["نظرة عامة", "الحوادث", "السجل", "عن الموقع"],
    other: "English",
    holding: "صامد مع استثناءات",
    broken: "غير صامد",
    unknown: "لا يمكن الجزم",
    sentence:
      "بين 9 تموز/يوليو 2017 و17 حزيران/يونيو 2018 سُجلت أحداث مميتة بين الأطراف الملزمة بمعدل 0.50 في اليوم مقابل 1.33 قبل ذلك؛ أرقام مختلقة.",
    explore: "ماذا حدث وأين ومتى",
    breaches: "ما الذي خرقه",
    columns: ["اليوم", "المكان", "الحكم", "ماذا", "البند", "التقارير"],
    claim: "“With only a few exceptions it has thus far held up well.”",
    then: "كما كان معروفًا حينها",
    now: "كما هو معروف الآن",
    limits: "الحدود",
    limit:
      "الصفوف المرمّزة يدويًا متفاوتة: كثيرة في تموز/يوليو 2017 وقليلة في كانون الثاني/يناير 2018.",
    map: "الأماكن مقرّبة إلى مربعات ضلعها نحو 5 كم.",
    timeline: "الصفوف بحسب اليوم، والأحداث المميتة في اليوم بحسب الشهر.",
    what: "قصف أبلغ عنه مصدران، يسمّي أحدهما طرفًا",
  },
};

export function page(language) {
  const text = TEXT[language];
  const data = exploreData(language);
  const labels = Object.fromEntries(data.series.map(({ key, label }) => [key, label]));
  const rows = data.cells
    .flatMap((cell) => cell.days.map(([day, verdict]) => ({ cell, day, verdict })))
    .filter(({ verdict }) => verdict === "breach")
    .sort((a, b) => a.day.localeCompare(b.day))
    .map(({ cell, day, verdict }, index) => {
      const key = `${cell.lat.toFixed(2)},${cell.lon.toFixed(2)}`;
      return `<tr data-day="${day}" data-cell="${key}" data-id="I${index}"><td><time dir="ltr">${day}</time></td>
<td>${cell.place}</td><td><span class="badge" data-verdict="${verdict}">${labels[verdict]}</span></td>
<td>${text.what}</td><td>1(a)</td><td><a href="#I${index}">R0${100 + index}</a></td></tr>`;
    });
  const answer = (
    status,
    word,
  ) => `<article class="answer" data-status="${status}"><h3>${text.title}</h3>
<p class="status">${word}</p><p class="sentence">${text.sentence}</p><dl class="figures">
<div><dt>${labels.breach}</dt><dd>171</dd></div><div><dt>${labels.undetermined}</dt><dd>23</dd></div>
<div><dt>${text.columns[0]}</dt><dd>344</dd></div></dl></article>`;
  const drawing = `<svg viewBox="0 0 400 120" width="800" height="240" role="img" aria-label="static">
<rect width="400" height="120" fill="none" stroke="currentColor"/><text x="20" y="60" fill="currentColor">static drawing</text></svg>`;
  return `<!doctype html><html lang="${language}" dir="${text.dir}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${text.title}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/app/app.css">
<script type="module" src="/app/app.js"></script></head><body>
<header class="site"><strong>Truce</strong><nav>${text.nav
    .map((name, index) => `<a href="#"${index === 0 ? ' aria-current="page"' : ""}>${name}</a>`)
    .join(
      "",
    )}<a href="${language === "en" ? "/rtl.html" : "/"}" hreflang="${language === "en" ? "ar" : "en"}">${text.other}</a></nav></header>
<main><h1>${text.title}</h1><section class="answers"><h2>${text.nav[0]}</h2>${answer("holding-with-exceptions", text.holding)}
${answer("not-holding", text.broken)}${answer("cannot-tell", text.unknown)}</section>
<section id="explore"><h2>${text.explore}</h2>
<figure id="map">${drawing}<figcaption>${text.map}</figcaption></figure>
<figure id="timeline">${drawing}<figcaption>${text.timeline}</figcaption></figure>
<div id="selection" aria-live="polite"></div></section>
<section id="breaches"><h2>${text.breaches}</h2><table><thead><tr>${text.columns
    .map((name) => `<th scope="col">${name}</th>`)
    .join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table></section>
<section class="claims"><h2>${text.claim}</h2><article class="claim"><blockquote dir="ltr" lang="en">${text.claim}</blockquote>
<div class="columns"><div><h3>${text.then}</h3><p>${text.sentence}</p></div><div><h3>${text.now}</h3><p>${text.sentence}</p></div></div></article></section>
<section class="limits"><h2>${text.limits}</h2><ul><li>${text.limit}</li><li>${text.map}</li></ul></section></main>
<footer><p>Truce · Natural Earth · GeoNames (CC BY 4.0)</p></footer>
<script type="application/json" id="explore-data">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script></body></html>`;
}
