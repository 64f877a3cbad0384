import { type Outcome } from "./outcome";

/** A year that was foretold and measured since, by the ids of who foretold it and of the forecast. */
export interface Scored {
  readonly forecaster: string;
  readonly forecast: string;
  readonly outcome: Outcome;
}

/** A forecaster among others; errors in percent of what was measured. */
export interface Ranked {
  /** Best is 1; who errs alike shares a rank. */
  readonly rank: number;
  readonly forecaster: string;
  /** The latest year first. */
  readonly cases: readonly Scored[];
  readonly cameTrue: number;
  /** Of errors whichever way. */
  readonly meanError: number;
  readonly medianError: number;
  /** The mean with its sign: above 0 is too much. */
  readonly bias: number;
}

/** Forecasters by their mean error, the least first. Cases measured as 0 have no share of it and are left out. */
export function rankedOf(scored: readonly Scored[]): Ranked[] {
  const counted = scored.filter(({ outcome }) => outcome.errorPercent !== null);
  const names = [...new Set(counted.map(({ forecaster }) => forecaster))];
  const all = names
    .map((name) =>
      errorsOf(
        name,
        counted.filter(({ forecaster }) => forecaster === name),
      ),
    )
    .sort(
      (a, b) => a.meanError - b.meanError || b.cases.length - a.cases.length || (a.forecaster < b.forecaster ? -1 : 1),
    );
  return all.map((one) => ({ ...one, rank: 1 + all.filter(({ meanError }) => meanError < one.meanError).length }));
}

function errorsOf(forecaster: string, cases: readonly Scored[]): Omit<Ranked, "rank"> {
  const errors = cases.map(({ outcome }) => outcome.errorPercent!);
  const sizes = errors.map(Math.abs).sort((a, b) => a - b);
  const middle = sizes.length / 2;
  return {
    forecaster,
    cases: [...cases].sort((a, b) => b.outcome.year - a.outcome.year || (a.forecast < b.forecast ? -1 : 1)),
    cameTrue: cases.filter(({ outcome }) => outcome.cameTrue).length,
    meanError: mean(sizes),
    medianError: mean([sizes[Math.ceil(middle) - 1]!, sizes[Math.floor(middle)]!]),
    bias: mean(errors),
  };
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
