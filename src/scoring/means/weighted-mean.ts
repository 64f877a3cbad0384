import { requireFinite } from "../checks";
import { shares } from "../weights/given-weights";
import { type Aggregation, type Mean, meanOf } from "./mean";

/**
 * The weighted mean of the parts: arithmetic, geometric, harmonic or of any power.
 *
 * @param values n finite numbers in one unit; of 0 or more unless the mean is arithmetic. One 0 makes the geometric,
 *   the harmonic and every mean of negative power 0
 * @param aggregation by default the arithmetic mean
 * @param weights n weights of 0 or more, not all 0; they need not add up to 1; by default equal
 * @returns a number in the unit of `values`, between the least and the greatest of them
 * @throws RangeError if there are no values, if the lengths differ, if a weight is negative or all are 0, or if a value
 *   is negative where the mean is not defined for it
 * @see OECD and JRC, Handbook on Constructing Composite Indicators, 2008, section 6
 */
export function weightedMean(
  values: readonly number[],
  aggregation: Aggregation = "arithmetic",
  weights: readonly number[] = values.map(() => 1),
): number {
  const mean = meanOf(aggregation);
  if (values.length === 0) throw new RangeError(`${mean.name} expects at least one value, got none`);
  if (values.length !== weights.length) {
    throw new RangeError(
      `${mean.name} expects one weight a value, got ${values.length} values and ${weights.length} weights`,
    );
  }
  requireFinite(values, mean.name);
  const below = mean.linear ? undefined : values.find((value) => value < 0);
  if (below !== undefined) throw new RangeError(refusal(mean, below));
  return joined(values, shares(weights), mean);
}

/** Why a part is refused for which the mean is not defined. */
export const refusal = (mean: Mean, value: number) => `${mean.name} expects values of 0 or more, got ${value}`;

function joined(values: readonly number[], weights: readonly number[], mean: Mean): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) if (weights[i]! > 0) sum += weights[i]! * mean.to(values[i]!);
  return mean.from(sum);
}

/** The arithmetic mean: a point lost in one part is bought back by a point won in another of equal weight. */
export const arithmeticMean = (values: readonly number[], weights?: readonly number[]): number =>
  weightedMean(values, "arithmetic", weights);

/** The geometric mean: a part that halves must be bought back by one of equal weight that doubles. */
export const geometricMean = (values: readonly number[], weights?: readonly number[]): number =>
  weightedMean(values, "geometric", weights);

/** The harmonic mean: the low parts have most of the say; right for rates, such as speeds over one distance. */
export const harmonicMean = (values: readonly number[], weights?: readonly number[]): number =>
  weightedMean(values, "harmonic", weights);

/** The mean of a power: 1 is arithmetic, 0 geometric, -1 harmonic; the lower, the less parts make up for each other. */
export const powerMean = (values: readonly number[], power: number, weights?: readonly number[]): number =>
  weightedMean(values, { power }, weights);
