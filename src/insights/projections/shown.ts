import { type Projection } from "../../forecast";
import { type Asking, Stored } from "../../graph/reckoned";
import { questionPermalink } from "../permalink";
import { firstOf } from "../read/counts";
import { type SeriesYear } from "../series/series";
import { type Foretold } from "./foretold";
import { outcomeOf } from "./outcome";
import { type ProjectionInput, wordOf } from "./question";
import { scenariosOf } from "./scenarios";
import { pointOf, tidy } from "./shown-point";

interface First {
  readonly first: number;
}

/** The most years that a list of them holds. */
const longest = 500;

/** A projection as the graph tells it. */
export function shownProjection(input: ProjectionInput, found: Foretold, asking: Asking): object {
  const { answered, indicator, series, similar, warnings } = found;
  const { projection } = answered;
  const { revision, publicUrl } = asking;
  return {
    subject: new Stored(input.subject),
    indicator: new Stored(indicator.id),
    method: wordOf(projection.method),
    why: projection.why,
    horizon: input.horizon,
    history: ({ first }: First) => firstOf(historyOf(projection.history, series.years), first, longest),
    points: ({ first }: First) => firstOf(projection.points.map(pointOf), first, longest),
    backTest: projection.backTest && backTestOf(projection.backTest),
    similarSeries: similar,
    oddities: projection.oddities.map(({ at, until, kind, value, expected }) => ({
      kind: kind.toUpperCase().replace(" ", "_"),
      year: at,
      until,
      value,
      expected: tidy(expected),
      observation: observationOf(series.years, at),
    })),
    warnings,
    scenarios: scenariosOf(input.scenarios ?? [], answered.scenarios),
    outcome: () => outcomeOf(input, projection, asking),
    permalink: questionPermalink(publicUrl, revision, question, { input }),
  };
}

/** The years of the history as they were used, each with its observation. */
export const historyOf = (history: Projection["history"], years: readonly SeriesYear[]) =>
  history.map(({ at, value, observed }) => ({
    year: at,
    value: tidy(value),
    isObserved: observed,
    observation: observationOf(years, at),
  }));

function observationOf(years: readonly SeriesYear[], at: number): Stored | null {
  const found = years.find(({ year }) => year === at);
  return found ? new Stored(found.id) : null;
}

const backTestOf = ({ errorByStep, ...rest }: NonNullable<Projection["backTest"]>) => ({
  ...rest,
  errorByStep: errorByStep.map((error, i) => ({ step: i + 1, error })),
});

const question = `query Projection($input: ProjectionInput!) {
  projection(input: $input) {
    subject { id } indicator { slug unit } method why
    history(first: 500) { year value isObserved observation { source { title } } }
    points(first: 200) { year value intervals { level low high } }
    backTest { summary tries mase owa coverage { level share } }
    scenarios { name points(first: 200) { year value base effect } }
    outcome { summary points(first: 200) { year projected measuredValue error } }
    warnings
  }
}`;
