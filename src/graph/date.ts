/** A date with its time, to the minute or closer, and its time zone. */
const withTime = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** Whether a text is a date as far as it is known: `2023`, `2023-06` or `2023-06-21`. */
export function isPartialDate(text: string): boolean {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined || month < "01" || month > "12" || day < "01") return false;
  return Number(day) <= daysOf(Number(year), Number(month));
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether a text is a moment, with its time zone: `2026-12-01T10:30+01:00`. */
export function isMoment(text: string): boolean {
  const day = withTime.exec(text)?.[1];
  return day !== undefined && isPartialDate(day) && !Number.isNaN(Date.parse(text));
}

/** Moments that Postgres and ISO 8601 write with four digits for the year: those of the years 1 to 9999. */
const [earliest, latest] = ["0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"].map(Date.parse) as [number, number];

/**
 * The first moment at which a day, or the last day of a month or year, is over in UTC; of a moment, the millisecond after it. It
 * lies within the years 1 to 9999, whatever is asked.
 */
export function endOf(date: string): Date {
  return new Date(Math.min(Math.max(endAt(date), earliest), latest));
}

function endAt(date: string): number {
  if (date.includes("T")) return Date.parse(date) + 1;
  const [year, month, day] = date.split("-").map(Number) as [number, number | undefined, number | undefined];
  if (month === undefined) return Date.UTC(year + 1, 0, 1);
  return day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
}
