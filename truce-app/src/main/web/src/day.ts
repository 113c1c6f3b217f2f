// Days as whole numbers since 1 January 1970, read and written as plain ISO days. No Date is ever
// shown in the reader's own time zone: a day of the record is a local day of its area, not an
// instant.

export type Day = number;

const MS_PER_DAY = 86_400_000;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of an ISO date, or undefined when the text is not an existing date. */
export function findDay(text: string): Day | undefined {
  if (!ISO_DAY.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(ms)) return undefined;
  const day = ms / MS_PER_DAY;
  // Date.parse accepts 30 February in some engines and rolls it over.
  return isoDay(day) === text ? day : undefined;
}

export function getDay(text: string): Day {
  const day = findDay(text);
  if (day === undefined) throw new Error(`Not a day written as YYYY-MM-DD: "${text}"`);
  return day;
}

export function isoDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/**
 * The first days of the months that lie in [from, to], every `step` months counted from January.
 */
export function monthStarts(from: Day, to: Day, step: number): Day[] {
  const first = new Date(from * MS_PER_DAY);
  const starts: Day[] = [];
  for (let month = first.getUTCMonth(); ; month++) {
    const start = Date.UTC(first.getUTCFullYear(), month, 1) / MS_PER_DAY;
    if (start > to) return starts;
    if (start >= from && (((month % 12) + 12) % 12) % step === 0) starts.push(start);
  }
}
