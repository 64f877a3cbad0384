import { type Asking } from "../../graph/reckoned";
import { allPages, pageInfo } from "../read/all-pages";
import { observedOf } from "../series/series";

/** A number of an indicator, of a city or a country. */
export interface Figure {
  /** The global id of the observation. */
  readonly id: string;
  readonly value: number;
  readonly period: string;
  readonly qualifier: "EXACTLY" | "ABOUT";
  readonly source: Licensed;
}

/** A source with its licence. */
export interface Licensed {
  readonly id: string;
  readonly licence: string | null;
  readonly licenceClass: string | null;
}

const query = `query ($indicators: [String!]!, $subjects: [ID!], $after: String) {
  rows: observations(first: 500, after: $after, where: {
    indicator: { slug: { in: $indicators } }
    subject: { in: $subjects }
    status: { in: [MEASURED, ESTIMATED, PROVISIONAL] }
    qualifier: { in: [EXACTLY, ABOUT] }
  }) {
    nodes { id value period qualifier source { id licence licenceClass } }
    ${pageInfo}
  }
}`;

/** How many numbers one index may look through. */
const most = 200_000;

/** How many subjects are asked for at a time. */
const atOnce = 500;

/** The figures of subjects and indicators, by the global id of the subject and the slug of the indicator. */
export type Figures = ReadonlyMap<string, ReadonlyMap<string, Figure>>;

/**
 * For each subject and indicator the figure of the latest period that ends in the years asked for. Plans and forecasts
 * are no figures here, nor is "more than" or "up to".
 *
 * @param years the first and the last year in which a period may end
 */
export async function figuresOf(
  asking: Pick<Asking, "read">,
  indicators: readonly string[],
  subjects: readonly string[],
  years: readonly [number, number],
): Promise<Figures> {
  const latest = new Map<string, Map<string, Figure>>();
  for (const figure of await allFigures(asking, indicators, subjects)) {
    const year = endYear(figure.period);
    if (year < years[0] || year > years[1]) continue;
    const [subject, indicator] = observedOf(figure.id);
    const known = latest.get(subject) ?? new Map<string, Figure>();
    latest.set(subject, known);
    const before = known.get(indicator);
    if (!before || isLater(figure.period, before.period)) known.set(indicator, figure);
  }
  return latest;
}

const read = new WeakMap<Asking["read"], Map<string, Promise<Figure[]>>>();

/** Figures of all years: read once for one answer, which may ask for one year after another. */
function allFigures(asking: Pick<Asking, "read">, indicators: readonly string[], subjects: readonly string[]) {
  const ofAnswer = read.get(asking.read) ?? new Map<string, Promise<Figure[]>>();
  read.set(asking.read, ofAnswer);
  const key = JSON.stringify([indicators, subjects]);
  const found = ofAnswer.get(key) ?? readFigures(asking, indicators, subjects);
  ofAnswer.set(key, found);
  return found;
}

async function readFigures(
  asking: Pick<Asking, "read">,
  indicators: readonly string[],
  subjects: readonly string[],
): Promise<Figure[]> {
  const found: Figure[] = [];
  for (let from = 0; from < subjects.length; from += atOnce) {
    const among = subjects.slice(from, from + atOnce);
    for (const figure of await allPages<Figure>(asking, query, { indicators, subjects: among }, most, "figures"))
      found.push(figure);
  }
  return found;
}

const endOf = (period: string) => period.split("/").at(-1)!;

/** The year in which a period ends. */
export const endYear = (period: string) => Number(endOf(period).slice(0, 4));

/** Of two periods that end at one time the shorter is the fresher. */
function isLater(period: string, other: string): boolean {
  const [end, otherEnd] = [endOf(period), endOf(other)];
  return end > otherEnd || (end === otherEnd && period > other);
}
