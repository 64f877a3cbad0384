import { fromNaN } from "../columns";
import type { Aggregation } from "../means/mean";
import { fewestForShape } from "../outliers/shape";
import { ranks } from "../ranks/ranks";
import { type Evaluated, evaluate } from "./evaluate";
import type { IndexData, IndexMethod } from "./method";
import type { Excluded, Imputed } from "./missing";
import { mixedScales } from "./mixed-scales";
import { type Plan, planOf } from "./plan";
import { type Moved, type ScoredIndicator, scoreIndicator } from "./score-indicator";
import { linearShares, summedSize, tieTolerance } from "./tie-tolerance";
import { isDimension } from "./tree";

/** One node of a reckoned index: the index itself, a dimension or an indicator. */
export interface IndexNode {
  name: string;
  /** Null for the index itself. */
  parent: string | null;
  /** None for an indicator. */
  children: string[];
  /** Its share among its siblings, from 0 to 1. */
  weight: number;
  /** Its share of the whole: its own times those of all above it. */
  share: number;
  /** How its children are put together. */
  aggregate: Aggregation;
  /** How far the judgements that its children are weighed by contradict each other: above 0.1 too far; null without any. */
  consistencyRatio: number | null;
  /** One a city, on the scale, more is better; NaN for a city without one. An indicator's is the normalised value. */
  scores: Float64Array;
}

/** A reckoned index. Cities are named by their place in the columns. */
export interface CompositeIndex {
  /** One a city, on the scale, more is better; null for an excluded city. */
  scores: (number | null)[];
  /** 1 is best, ties share the better rank (1, 2, 2, 4); null for an excluded city. */
  ranks: (number | null)[];
  /** Cities without a score, and why. */
  excluded: Excluded[];
  /** Values that were filled in. */
  imputed: Imputed[];
  /** Outliers that were moved, before and after. */
  moved: Moved[];
  /** Each city's share of indicators known, before anything was filled in. */
  coverage: number[];
  /** All nodes of the tree, children before parents, the index itself last. */
  nodes: IndexNode[];
  /** What a reader should be told beside the result. */
  warnings: string[];
}

/**
 * A composite index: many indicators made comparable and put together, dimension by dimension, to one score a city.
 *
 * In this order: denominator and transform; cities excluded or values imputed; outliers; normalisation (over the kept
 * cities); weights; means, from the indicators up to the root. Scores tie that differ by less than one part in
 * 10^10 of the greatest, or of what they are summed from.
 *
 * @param method how it is made: the tree, and what holds for all of it
 * @param data the columns, one entry a city
 * @throws RangeError if a weight is negative or all siblings' weights are 0, if goalposts are equal, if an indicator
 *   has no value for any city, if a mean other than the arithmetic meets a negative score, or if no city is left; the
 *   message names the indicator or the dimension
 * @throws TypeError if a column holds anything but numbers and null
 * @see OECD and JRC, Handbook on Constructing Composite Indicators: Methodology and User Guide, 2008
 */
export function compositeIndex(method: IndexMethod, data: IndexData): CompositeIndex {
  const plan = planOf(method, data);
  const leaves = plan.indicators.map((_, leaf) => scoreIndicator(plan, leaf));
  const evaluated = evaluate(
    plan,
    leaves.map(({ scores }) => scores),
  );
  const root = evaluated.scores[plan.nodes.length - 1]!;
  const scores = fromNaN(spread(plan, root));
  return {
    scores,
    ranks: ranks(scores, { tolerance: tieTolerance(root, summedOf(plan, evaluated, leaves)) }),
    excluded: plan.excluded,
    imputed: plan.imputed,
    moved: leaves.flatMap(({ moved }) => moved),
    coverage: plan.coverage,
    nodes: nodesOf(plan, evaluated),
    warnings: [...warningsOf(plan, leaves, evaluated)],
  };
}

function summedOf(plan: Plan, { weights }: Evaluated, leaves: readonly ScoredIndicator[]): number {
  return summedSize(
    linearShares(
      plan,
      weights,
      plan.nodes.map(({ mean }) => mean),
    ),
    leaves.map(({ size }) => size),
  );
}

function spread({ kept, cities }: Plan, scores: Float64Array): Float64Array {
  if (kept.length === cities) return scores;
  const all = new Float64Array(cities).fill(Number.NaN);
  kept.forEach((city, i) => {
    all[city] = scores[i]!;
  });
  return all;
}

function nodesOf(plan: Plan, { scores, weights, consistencyRatios }: Evaluated): IndexNode[] {
  const shares = [...weights];
  for (let i = plan.nodes.length - 2; i >= 0; i--) shares[i] = weights[i]! * shares[plan.nodes[i]!.parent]!;
  return plan.nodes.map(({ node, parent, children }, i) => ({
    name: node.name,
    parent: plan.nodes[parent]?.node.name ?? null,
    children: children.map((child) => plan.nodes[child]!.node.name),
    weight: weights[i]!,
    share: shares[i]!,
    aggregate: (isDimension(node) ? node.aggregate : undefined) ?? plan.method.aggregate ?? "arithmetic",
    consistencyRatio: consistencyRatios[i]!,
    scores: spread(plan, scores[i]!),
  }));
}

function* warningsOf(plan: Plan, leaves: readonly ScoredIndicator[], evaluated: Evaluated): Iterable<string> {
  if (plan.kept.length === 1) yield "only one city has a score: there is nothing to compare it with";
  if (plan.imputed.length > 0) {
    const values = plan.kept.length * plan.indicators.length;
    yield `${plan.imputed.length} of ${values} values are not known and were imputed: they pull cities to the middle`;
  }
  const moved = leaves.reduce((sum, leaf) => sum + leaf.moved.length, 0);
  if (moved === 1) yield "1 value counted as an outlier and was moved inwards";
  if (moved > 1) yield `${moved} values counted as outliers and were moved inwards`;
  const few = plan.indicators.filter((_, leaf) => leaves[leaf]!.tooFewForOutliers).map(({ name }) => name);
  if (few.length > 0)
    yield `fewer than ${fewestForShape} values are known of ${few.join(", ")}: outliers were not looked for`;
  for (const [leaf, { apart }] of leaves.entries()) {
    if (!apart) yield `${plan.indicators[leaf]!.name} is the same for all cities: it moves none of them`;
  }
  for (const [index, { node, mean, children }] of plan.nodes.entries()) {
    if (children.length === 0 || !mean.zeroTakesAll) continue;
    const zeros = evaluated.scores[index]!.reduce((count, score) => count + (score === 0 ? 1 : 0), 0);
    if (zeros > 0) yield `${node.name} is 0 for ${zeros} cities: a ${mean.name} with a part of 0 is 0`;
  }
  yield* mixedScales(plan, evaluated.weights);
  yield* evaluated.warnings;
}
