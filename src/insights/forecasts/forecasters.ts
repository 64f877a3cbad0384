import { type Asking, type Reckoned, Stored } from "../../graph/reckoned";
import { questionPermalink } from "../permalink";
import { allPages, pageInfo } from "../read/all-pages";
import { firstOf } from "../read/counts";
import { requireKnown } from "../read/require-known";
import { yearOfAnswer } from "../read/year-of-answer";
import { readSeries } from "../series/read-series";
import { onTheWayAmong, type Recorded, toldLaterAmong } from "./apart";
import { shownOutcome } from "./forecast-fields";
import { recordOf } from "./outcome";
import { printedPercent } from "./percent";
import { type Ranked, rankedOf, type Scored } from "./ranked";
import { type StoredForecast, storedFields } from "./stored";

interface Args {
  readonly indicator?: string | null;
}

/** How many forecasts one question looks through. */
const most = 2_000;

/** Who foretold best, as far as what was foretold has been measured since. */
export const forecasters: Reckoned = {
  field: "forecasters",
  cost: 5_000,
  sdl: '("Only forecasts of this indicator; of all by default." indicator: Slug): ForecasterRanking',
  description:
    "Who foretells best: forecasters by how far they were off, as far as the years they spoke of are over and were measured. Few cases say little, and how few they are is told. Null, with an error, where the indicator is not known.",
  reckon: reckon as Reckoned["reckon"],
};

async function reckon({ indicator = null }: Args, asking: Asking): Promise<object> {
  const forecasts = await allPages<StoredForecast>(asking, query, { where: whereOf(indicator) }, most, "forecasts");
  if (indicator !== null && forecasts.length === 0) await requireKnown(asking, "indicator", [indicator], new Set());
  const now = await yearOfAnswer(asking);
  const records = await Promise.all(
    forecasts.map(async (forecast) => {
      const { subject, indicator } = forecast;
      const observed = await readSeries(asking, { subject: subject.id, indicator: indicator.slug });
      return { forecast, record: recordOf(forecast, observed, now) };
    }),
  );
  const ranked = rankedOf(records.flatMap(scoredOf));
  const unscored = records.filter(({ record }) => record.outcomes.length === 0).map(({ record }) => record);
  return {
    forecasters: ({ first }: { first: number }) => firstOf(ranked, first).map(shown),
    forecasts: forecasts.length,
    scored: forecasts.length - unscored.length,
    notYetOver: unscored.filter(({ isOver }) => !isOver).length,
    notMeasured: unscored.filter(({ isOver }) => isOver).length,
    toldLater: ({ first }: { first: number }) => firstOf(toldLaterAmong(forecasts, now), first, mostApart),
    onTheWay: ({ first }: { first: number }) => firstOf(onTheWayAmong(records), first, mostApart),
    warnings: warningsOf(ranked),
    method,
    permalink: questionPermalink(asking.publicUrl, asking.revision, question, { indicator }),
  };
}

const query = `query ($where: ForecastFilter, $after: String) {
  rows: forecasts(first: 500, after: $after, where: $where, orderBy: [{ field: SLUG }]) { nodes { ${storedFields} } ${pageInfo} }
}`;

const whereOf = (indicator: string | null) => (indicator === null ? null : { indicator: { slug: { eq: indicator } } });

const scoredOf = ({ forecast, record }: Recorded): Scored[] =>
  record.outcomes.map((outcome) => ({ forecaster: forecast.forecaster.id, forecast: forecast.id, outcome }));

/** How many cases that are kept apart are told. */
const mostApart = 500;

const shown = ({ rank, forecaster, cases, cameTrue, ...errors }: Ranked) => ({
  rank,
  forecaster: new Stored(forecaster),
  cases: cases.length,
  cameTrue,
  meanErrorPercent: printedPercent(errors.meanError),
  medianErrorPercent: printedPercent(errors.medianError),
  biasPercent: printedPercent(errors.bias),
  outcomes: ({ first }: { first: number }) =>
    firstOf(cases, first).map(({ forecast, outcome }) => ({
      forecast: new Stored(forecast),
      outcome: shownOutcome(outcome),
    })),
});

/** So many cases begin to tell something. */
const enough = 10;

function warningsOf(ranked: readonly Ranked[]): string[] {
  if (ranked.length === 0) return ["nothing that was foretold has been measured since: there is nobody to rank"];
  const few = ranked.filter(({ cases }) => cases.length < enough).length;
  if (few === 0) return [];
  const of = ranked.length === 1 ? "the one forecaster has" : `${few} of ${ranked.length} forecasters have`;
  return [`${of} fewer than ${enough} cases: their order may be chance`];
}

const method =
  "Each year that a forecast gave, later than the year it was published in (where that is not known, than the one it starts from), over by now and measured, is a case; the point that a forecast starts from is none. An error is what was " +
  'foretold less what was measured, as a share of what was measured; 0 where a bound such as "at least" was kept. Forecasters are in the ' +
  "order of their mean error, whichever way, and share a rank where that is the same. Measured is the preferred observation of the same " +
  "indicator for the same subject, of the year or else of the latest part of it. What later forecasts take as known of a year is told apart and never counted.";

const question = `query Forecasters($indicator: Slug) {
  forecasters(indicator: $indicator) {
    forecasters(first: 10) {
      rank cases cameTrue meanErrorPercent biasPercent forecaster { name }
      outcomes(first: 10) { forecast { slug } outcome { year foretold measuredValue errorPercent cameTrue } }
    }
    toldLater(first: 100) { forecast { slug } told { year foretold isGiven toldValue toldBy { slug } comparability { verdict reasons } errorPercent } }
    onTheWay(first: 100) { forecast { slug } outcome { year foretold measuredValue errorPercent } }
    forecasts scored notYetOver notMeasured warnings method
  }
}`;
