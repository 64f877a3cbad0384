import { comparable } from "../../forecast";
import { type Asking, type Reckoned, Stored } from "../../graph/reckoned";
import { pathOf } from "../forecasts/path";
import { publishedOf, type StoredForecast, storedFields } from "../forecasts/stored";
import { questionPermalink } from "../permalink";
import { firstOf, requireFrom } from "../read/counts";
import { readSeries } from "../series/read-series";
import { seriesOf } from "../series/series";
import { foretold } from "./foretold";
import { projectionBounds } from "./prices";
import { most } from "./question";
import { shownProjection } from "./shown";
import { readIndicator, requireSubject } from "./subject";

interface Args {
  readonly indicator: string;
  readonly subject: string;
  readonly horizon?: number | null;
}

/** All that is said of the years to come, for one chart. */
export const compareForecasts: Reckoned = {
  field: "compareForecasts",
  cost: 3_000,
  bounds: projectionBounds,
  sdl: `(
    "The slug of the indicator." indicator: Slug!
    "The global id of what it is of, such as \`Country:cn\`." subject: ID!
    "How many years ahead we project, 1 to ${most.horizon}; by default as far as the farthest forecast, and at least 10." horizon: Int
  ): ForecastComparison`,
  description:
    "Every forecaster's path, what was measured, and our projection, for one chart. What is not known is empty. Null, with an error, where indicator or subject are not known.",
  reckon: reckon as Reckoned["reckon"],
};

async function reckon({ indicator: slug, subject, horizon }: Args, asking: Asking): Promise<object> {
  if (horizon != null) requireFrom(1, most.horizon, horizon, "horizon");
  await requireSubject(asking, subject);
  const indicator = await readIndicator(asking, slug);
  const forecasts = await forecastsOf(asking, slug, subject);
  const { years } = seriesOf(await readSeries(asking, { subject, indicator: slug }));
  const ahead = horizon ?? horizonFor(forecasts, years.at(-1)?.year ?? 0);
  const input = { subject, indicator: slug, horizon: ahead, levels: [0.5, 0.8, 0.95] };
  return {
    subject: new Stored(subject),
    indicator: new Stored(indicator.id),
    measured: ({ first }: { first: number }) =>
      firstOf(
        years.map(({ id, year, value }) => ({ year, value, isObserved: true, observation: new Stored(id) })),
        first,
        500,
      ),
    forecasts: ({ first }: { first: number }) => firstOf(forecasts, first).map((one) => shown(one, forecasts[0]!)),
    projection: async () => {
      const found = await foretold(input, asking);
      return found && shownProjection(input, found, asking);
    },
    warnings: warningsOf(slug, years.length, forecasts.length),
    permalink: questionPermalink(asking.publicUrl, asking.revision, question, {
      indicator: slug,
      subject,
      horizon: horizon ?? null,
    }),
  };
}

async function forecastsOf({ read }: Pick<Asking, "read">, indicator: string, subject: string) {
  const found = await read<{ node: { forecasts: { nodes: StoredForecast[] } } }>(stored, { subject, indicator });
  return found.node.forecasts.nodes;
}

const stored = `query ($subject: ID!, $indicator: Slug!) {
  node(id: $subject) { ... on Subject {
    forecasts(first: 500, where: { indicator: { slug: { eq: $indicator } } }, orderBy: [{ field: PUBLISHED, direction: DESC }]) { nodes { ${storedFields} } }
  } }
}`;

function horizonFor(forecasts: readonly StoredForecast[], last: number): number {
  const farthest = Math.max(0, ...forecasts.map(({ points }) => points.at(-1)!.year));
  return last === 0 ? 10 : Math.min(most.horizon, Math.max(10, farthest - last));
}

// The first is what others are held against: against itself there is nothing to say.
const shown = (forecast: StoredForecast, latest: StoredForecast) => ({
  forecast: new Stored(forecast.id),
  comparability: forecast === latest ? null : comparable(publishedOf(latest), publishedOf(forecast)),
  path: ({ first }: { first: number }) => firstOf(pathOf(forecast), first, 400),
});

function warningsOf(indicator: string, years: number, forecasts: number): string[] {
  return [
    ...(years === 0 ? [`no yearly value of \`${indicator}\` is known of it: there is nothing to project`] : []),
    ...(forecasts === 0 ? ["nobody foretells it, as far as the graph knows"] : []),
  ];
}

const question = `query CompareForecasts($indicator: Slug!, $subject: ID!, $horizon: Int) {
  compareForecasts(indicator: $indicator, subject: $subject, horizon: $horizon) {
    measured(first: 500) { year value }
    forecasts(first: 100) { forecast { slug forecaster { name } published } comparability { verdict reasons } path(first: 400) { year value isGiven } }
    projection { method points(first: 200) { year value intervals { level low high } } backTest { summary } warnings }
    warnings
  }
}`;
