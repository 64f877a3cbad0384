/**
 * A model of exponential smoothing: how its error, trend and season work. A is additive, M multiplicative, N none; a
 * damped trend tires.
 *
 * @see R. J. Hyndman, A. B. Koehler, J. K. Ord and R. D. Snyder, Forecasting with Exponential Smoothing, Springer, 2008, ch. 2
 */
export interface Model {
  readonly error: "A" | "M";
  readonly trend: "N" | "A" | "Ad";
  readonly season: "N" | "A" | "M";
}

/** The numbers that steer a model. */
export interface Steering {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
}

/** Where a model starts: its level, its trend, and one index for each season, the first season first. */
export interface Start {
  readonly level: number;
  readonly trend: number;
  readonly seasons: readonly number[];
}

/**
 * The models tried for a series: multiplicative ones only where all values are above zero, seasonal ones only where there
 * are seasons. Additive errors with multiplicative seasons are left out: their variance does not exist.
 */
export function candidates(allPositive: boolean, seasonal: boolean): Model[] {
  const errors = allPositive ? (["A", "M"] as const) : (["A"] as const);
  const seasons = seasonal ? (["N", "A", "M"] as const) : (["N"] as const);
  return errors.flatMap((error) =>
    (["N", "A", "Ad"] as const).flatMap((trend) =>
      seasons.filter((season) => season !== "M" || error === "M").map((season) => ({ error, trend, season })),
    ),
  );
}

/** As "ETS(M,Ad,N)". */
export const nameOf = ({ error, trend, season }: Model): string => `ETS(${error},${trend},${season})`;
