/** A preferred observation, as series are made of them. */
export interface Observed {
  readonly id: string;
  /** `2023`, `2023-10`, `2023-10-12` or `2018/2022`. */
  readonly period: string;
  readonly value: number;
  readonly status: "MEASURED" | "ESTIMATED" | "PROVISIONAL" | "PLANNED" | "FORECAST";
  readonly qualifier: "EXACTLY" | "AT_LEAST" | "AT_MOST" | "ABOUT";
}

/** The global id of the subject and the slug of the indicator that an observation's id is made of: `Observation:City:zurich-ch/pm25-annual-mean/2022`. */
export function observedOf(id: string): readonly [subject: string, indicator: string] {
  const [subject, indicator] = id.slice(id.indexOf(":") + 1).split("/");
  return [subject!, indicator!];
}

/** One year of a series. */
export interface SeriesYear extends Observed {
  readonly year: number;
}

/** The known values of an indicator for a subject, one a year. */
export interface Series {
  readonly years: readonly SeriesYear[];
  /** What was left out, or is to be taken with care, one sentence each. */
  readonly remarks: readonly string[];
}

/** What tells of the past; what is planned or foretold does not. */
const isKnown = ({ status }: Observed): boolean => status !== "PLANNED" && status !== "FORECAST";

const isYear = ({ period }: Observed): boolean => /^\d{4}$/.test(period);

/**
 * The yearly series that observations make: of whole years, without what is planned or foretold.
 *
 * @param until the last year that may be known
 */
export function seriesOf(observed: readonly Observed[], until = Number.POSITIVE_INFINITY): Series {
  const known = observed.filter((one) => isKnown(one) && Number(one.period.slice(0, 4)) <= until);
  const years = known
    .filter(isYear)
    .map((one) => ({ ...one, year: Number(one.period) }))
    .sort((a, b) => a.year - b.year);
  return { years, remarks: [...remarksOn(observed, known, years)] };
}

/**
 * The value that was known of a year: of the year itself, else of the latest part of it.
 *
 * @returns undefined where none is known
 */
export function knownOf(observed: readonly Observed[], year: number): Observed | undefined {
  const known = observed.filter((one) => isKnown(one) && new RegExp(`^${year}(-|$)`).test(one.period));
  return known.find(isYear) ?? known.sort((a, b) => (a.period < b.period ? 1 : -1))[0];
}

function* remarksOn(
  observed: readonly Observed[],
  known: readonly Observed[],
  years: readonly SeriesYear[],
): Iterable<string> {
  const foretold = observed.filter((one) => !isKnown(one)).length;
  if (foretold > 0) yield `${count(foretold, "value")} planned or foretold ${is(foretold)} no part of the history`;
  const parts = known.length - years.length;
  if (parts > 0) yield `${count(parts, "value")} of periods other than one year ${is(parts)} no part of the history`;
  const vague = years.filter(({ qualifier }) => qualifier !== "EXACTLY").length;
  if (vague > 0) yield `${count(vague, "value")} of the history ${is(vague)} told as "about", "at least" or "at most"`;
}

const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
const is = (n: number): string => (n === 1 ? "is" : "are");
