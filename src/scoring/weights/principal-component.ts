import { correlation } from "../statistics/correlation";
import { eigen } from "../statistics/eigen";
import { shares } from "./given-weights";

/** Weights from the first principal component, and what it stands for. */
export interface PrincipalComponent {
  /** Shares that add up to 1: the squared entries of the component's unit vector. */
  weights: number[];
  /** Correlation of each column with the component, from -1 to 1; below 0 it runs against the others. */
  loadings: number[];
  /** The share of all variance that the component accounts for, from 1 / (number of columns) to 1. */
  explained: number;
}

/**
 * Weights by the first principal component of the correlations: columns that move with the others weigh more.
 *
 * It rewards indicators that say the same as others, so that one thing measured five times weighs five times; and the
 * component may account for little (see `explained`). The sign is chosen so that the loadings add up to 0 or more.
 *
 * @param columns one a part: a finite number for each of the same cities, not all equal
 * @throws RangeError if a column is constant or there are fewer than three cities
 * @see OECD and JRC, Handbook on Constructing Composite Indicators, 2008, sections 4.2 and 6.1
 */
export function principalComponentWeights(columns: readonly ArrayLike<number>[]): PrincipalComponent {
  const cities = columns[0]?.length ?? 0;
  if (cities < 3) throw new RangeError(`principal component weights expect at least three cities, got ${cities}`);
  const matrix = columns.map((a) => columns.map((b) => correlation(a, b)));
  const { values, vectors } = eigen(matrix);
  const vector = vectors[0]!;
  const sign = vector.reduce((sum, entry) => sum + entry, 0) < 0 ? -1 : 1;
  const size = Math.sqrt(Math.max(0, values[0]!));
  return {
    weights: shares(vector.map((entry) => entry * entry)),
    loadings: vector.map((entry) => Math.max(-1, Math.min(1, sign * entry * size))),
    explained: values[0]! / columns.length,
  };
}
