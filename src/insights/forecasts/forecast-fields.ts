import { type Computed } from "../../graph/model";
import { Stored } from "../../graph/reckoned";
import { Forecast } from "../../knowledge/forecasts/forecast";
import { firstOf } from "../read/counts";
import { yearOfAnswer } from "../read/year-of-answer";
import { readSeries } from "../series/read-series";
import { checkOf, type GrowthMeasure, growthOf } from "./check";
import { type Outcome, recordOf } from "./outcome";
import { pathOf } from "./path";
import { printedPercent } from "./percent";
import { reachOf } from "./reach";
import { readForecasts } from "./read-forecasts";
import { mostRivals, rivalsOf } from "./rivals";
import { type StoredForecast, storedFields } from "./stored";
import { type ToldLater, takenAsKnown, toldLaterOf } from "./told-later";

const needs = `{ ${storedFields} }`;

type Row = Readonly<Record<string, unknown>>;

const stored = (row: Row) => row as unknown as StoredForecast;

interface WithRivals {
  readonly indicator: { readonly forecasts: { readonly nodes: readonly StoredForecast[] } };
}

/** What is reckoned of a forecast from its own points, from its rivals', and from what was measured later. */
export const forecastFields: readonly Computed[] = [
  {
    owner: Forecast,
    field: "growthPercent",
    sdl: ": Float",
    description:
      "The total growth from its first to its last point, in percent, as printed: to a tenth, or to three digits. Null with one point, or a first value that is not above 0.",
    needs,
    compute: (row) => growthOf(stored(row), "TOTAL"),
  },
  {
    owner: Forecast,
    field: "cagrPercent",
    sdl: ": Float",
    description:
      "The growth a year that leads from its first to its last point (compound annual growth rate), in percent, as printed. Null with one point, a first value that is not above 0, or a last one below 0.",
    needs,
    compute: (row) => growthOf(stored(row), "YEARLY"),
  },
  {
    owner: Forecast,
    field: "check",
    sdl: '("Which growth; by default the one it states, the total where it states both or none." of: ForecastGrowth): ForecastCheck!',
    description: "Whether the growth it states follows from its own points, knowing that both are printed rounded.",
    needs,
    compute: (row, { of }) => checkOf(stored(row), (of ?? null) as GrowthMeasure | null),
  },
  {
    owner: Forecast,
    field: "path",
    sdl: `(
      "The first year; by default that of its first point." from: Year
      "The last year; by default that of its last point." to: Year
      "At most so many years, 1 to 400; by default all of them, which are never more." first: Int! = 400
    ): [ForecastYear!]`,
    description:
      "What it says of each year from its first to its last point, told or implied by the same growth each year. Beyond its points nothing is implied: null, with an error, where the span leaves them.",
    needs,
    compute: (row, args) => {
      const { from, to, first } = args as { from?: number; to?: number; first: number };
      return firstOf(pathOf(stored(row), from, to), first, 400);
    },
  },
  {
    owner: Forecast,
    field: "reaches",
    sdl: '("The value, in the indicator\'s unit." value: Float!): ForecastReach!',
    description:
      "When its path comes to a value: in which year do savings pass 200 billion? Told as an interval of years, with a probability that holds if the forecast comes true; where values were measured, a `milestone` tells one that holds by what they did before.",
    needs,
    compute: (row, { value }) => reachOf(stored(row), value as number),
  },
  {
    owner: Forecast,
    field: "rivals",
    cost: 200,
    sdl: `("At most so many, 1 to ${mostRivals}." first: Int! = 10): [ForecastRival!]!`,
    description:
      "Other forecasts of the same indicator, side by side with this one: those of its own subject first, the latest first, each with a verdict on whether the two may be compared.",
    needs: `{ ${storedFields} indicator { forecasts(first: ${mostRivals}) { nodes { ${storedFields} } } } }`,
    compute: async (row, { first }, asking) => {
      const { indicator } = row as unknown as WithRivals;
      const forecast = stored(row);
      const ofOwnSubject = await readForecasts(asking, wantedOf(forecast));
      return firstOf(rivalsOf(forecast, ofOwnSubject, indicator.forecasts.nodes), first as number, mostRivals);
    },
  },
  {
    owner: Forecast,
    field: "record",
    cost: 500,
    sdl: ": ForecastRecord!",
    description:
      "What was measured of the years it spoke of: how far it was off, or why that cannot be told; and, kept apart, what later forecasts tell of those years. Years are over by the date of the answer's revision.",
    needs,
    compute: async (row, _args, asking) => {
      const forecast = stored(row);
      const wanted = wantedOf(forecast);
      const [observed, others, now] = await Promise.all([
        readSeries(asking, wanted),
        readForecasts(asking, wanted),
        yearOfAnswer(asking),
      ]);
      const { outcomes, course, reason } = recordOf(forecast, observed, now);
      return {
        outcomes: outcomes.map(shownOutcome),
        course: course && shownOutcome(course),
        reason,
        toldLater: toldLaterOf(forecast, takenAsKnown(others), now).map(shownToldLater),
      };
    },
  },
];

const wantedOf = ({ subject, indicator }: StoredForecast) => ({ subject: subject.id, indicator: indicator.slug });

/** An outcome as the graph tells it. */
export const shownOutcome = ({ measured, errorPercent, ...outcome }: Outcome) => ({
  ...outcome,
  errorPercent: errorPercent === null ? null : printedPercent(errorPercent),
  measuredValue: measured.value,
  measured: new Stored(measured.id),
});

/** What was told later as the graph tells it. */
export const shownToldLater = ({ by, told, errorPercent, ...rest }: ToldLater) => ({
  ...rest,
  toldValue: told,
  toldBy: new Stored(by.id),
  errorPercent: errorPercent === null ? null : printedPercent(errorPercent),
});
