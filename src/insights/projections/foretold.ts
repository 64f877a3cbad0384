import { badInput } from "../../graph/bad-input";
import { type Asking } from "../../graph/reckoned";
import { type AsOf, readAsOf } from "../read/as-of";
import { yearOfAnswer } from "../read/year-of-answer";
import { readSeries } from "../series/read-series";
import { type Series, seriesOf } from "../series/series";
import { measureOf, type ProjectedIndicator } from "./measure";
import { type Answered } from "./project-task";
import { type AskedScenario, methodOf, type ProjectionInput, requireAsked } from "./question";
import { similarTo } from "./similar";
import { readIndicator } from "./subject";
import { projectTogether } from "./work-together";

/** A series, and how it was carried on. */
export interface Foretold {
  readonly indicator: ProjectedIndicator;
  readonly series: Series;
  readonly answered: Answered;
  /** How many similar series helped to tell how far it errs. */
  readonly similar: number;
  readonly warnings: readonly string[];
}

/**
 * Carries the yearly values of an indicator on.
 *
 * @param awaited the value of a milestone; null where none is asked for
 * @returns null where no yearly value is known
 * @throws GraphQLError where what is asked for is out of range, or cannot be carried on
 */
export async function foretold(
  input: ProjectionInput,
  asking: Asking,
  awaited: number | null = null,
): Promise<Foretold | null> {
  requireAsked(input);
  const { subject, horizon, levels, method = null, until, asOf, scenarios } = input;
  const indicator = await readIndicator(asking, input.indicator);
  const past = readAsOf(asking, asOf);
  const series = seriesOf(await readSeries(past, { subject, indicator: indicator.slug }), until ?? undefined);
  const { years } = series;
  if (years.length === 0) return null;
  const pool = await similarTo(asking, input, indicator, years.length);
  const answered = await projectTogether(asking, {
    points: years.map(({ year, value }) => ({ at: year, value })),
    options: {
      horizon,
      levels,
      measure: measureOf(indicator),
      tried: pool,
      ...(method !== null && { method: methodOf(method) }),
    },
    changes: (scenarios ?? []).map(({ from, growthPercent }) => ({ from, growth: growthPercent / 100 })),
    awaited,
  });
  const warnings = [
    ...answered.projection.warnings,
    ...series.remarks,
    ...revisedSince(input),
    ...begunBefore(answered, scenarios ?? []),
    ...growthOfShares(indicator, scenarios ?? []),
    ...(await overdue(asking, answered, series, input)),
    ...(pool.length > 0 ? [`how far it may err was told from ${pool.length} similar series too`] : []),
  ];
  return { indicator, series, answered, similar: pool.length, warnings };
}

/** A look back by years alone uses values as they are known now. */
const revisedSince = ({ until, asOf }: Pick<ProjectionInput, "until" | "asOf">): string[] =>
  until == null || asOf != null
    ? []
    : [`values to ${until} are taken as they are known now; what was known then is asked for by \`asOf\``];

/** Shares are in percent, and so is their growth: the two are easily taken for each other. */
const growthOfShares = ({ unit }: ProjectedIndicator, scenarios: readonly AskedScenario[]): string[] =>
  scenarios.length > 0 && /percent|%/.test(unit)
    ? ["growth is in percent of the share: a point more of it adds a hundredth of the share, not a percentage point"]
    : [];

/** Scenarios that are to act on years that are known. */
function begunBefore({ projection }: Answered, scenarios: readonly AskedScenario[]): string[] {
  const first = projection.points[0]!.at;
  return scenarios
    .filter(({ from }) => from < first)
    .map(({ from }) => `a scenario begins in ${from}, but the first projected year is ${first}: it acts from then on`);
}

/** What is projected and over already; of a look back nothing else is expected. */
async function overdue(
  asking: Asking,
  { projection }: Answered,
  { years }: Series,
  { until, asOf }: Pick<ProjectionInput, "until" | "asOf">,
): Promise<string[]> {
  const now = await yearOfAnswer(asking);
  const [first, last] = [projection.points[0]!.at, years.at(-1)!.year];
  const isLookBack = until != null || asOf != null;
  if (isLookBack || first >= now) return [];
  return [
    `the series ends in ${last}: the years to ${Math.min(now - 1, projection.points.at(-1)!.at)} are over, and what was then is not known here`,
  ];
}

/** The refusal of a series of which no year is known. */
export function nothingKnown(
  { subject, until, asOf }: { subject: string; until?: number | null; asOf?: AsOf | null },
  { slug, subjects }: ProjectedIndicator,
) {
  const then = [until ? ` until ${until}` : "", asOf ? " at the time that was asked for" : ""].join("");
  const of = subjects.map((type) => type.toLowerCase().replace("_", " ")).join(" or ");
  return badInput(
    `expected at least one yearly value of \`${slug}\`, got none: of ${subject} none is known${then}; it measures a ${of}. What sources foretell of it is told by \`compareForecasts\``,
  );
}
