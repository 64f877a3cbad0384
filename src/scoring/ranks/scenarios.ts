import { transformedFor } from "../composite/aggregate";
import { evaluate } from "../composite/evaluate";
import type { IndexData } from "../composite/method";
import type { Plan } from "../composite/plan";
import { scoreIndicator } from "../composite/score-indicator";
import { greatestSize, linearShares, summedSize } from "../composite/tie-tolerance";
import { type Mean, meanOf } from "../means/mean";
import { normalDraw } from "../random/normal-draw";
import type { Random } from "../random/random";
import { errorColumns } from "./error-columns";
import { treeRunner } from "./tree-runner";
import type { Uncertainty } from "./uncertainty";
import { weightDrawer } from "./weight-drawer";

/** One way the index could have been made. */
export interface Scenario {
  /** Which of the normalisations. */
  normalisation: number;
  /** Which of the aggregations. */
  aggregation: number;
  /** From which weights are drawn; null for the method's own. */
  weights: Random | null;
  /** From which errors are drawn; null for values as they are. */
  errors: Random | null;
}

/** The root's scores of the kept cities, and the size of what they are summed from (see `tieTolerance`). */
export interface Scored {
  scores: Float64Array;
  summed: number;
}

/** All the ways an index could have been made, ready to be reckoned. */
export interface Scenarios {
  normalisations: number;
  aggregations: number;
  /** What the method as it is gives. */
  nominal: Scored;
  /** What a scenario gives; the same array each time. */
  scored(scenario: Scenario): Scored;
}

/**
 * Makes ready what an uncertainty allows. Without errors, each draw only weighs what is normalised already.
 *
 * @throws RangeError if a choice does not fit the data, such as a geometric mean of z-scores below 0
 */
export function scenarios(plan: Plan, data: IndexData, uncertainty: Uncertainty): Scenarios {
  const { normalisations = [undefined], aggregations = [undefined] } = uncertainty;
  if (normalisations.length === 0 || aggregations.length === 0)
    throw new RangeError("scenarios expect at least one choice, got none");
  const own = plan.columns.map((_, leaf) => scoreIndicator(plan, leaf).scores);
  const nominal = evaluate(plan, own);
  const means = aggregations.map((choice) =>
    plan.nodes.map(({ mean }) => (choice === undefined ? mean : meanOf(choice))),
  );
  const scored = normalisations.map((choice) =>
    plan.columns.map((column, leaf) => scoreIndicator(plan, leaf, column, choice).scores),
  );
  const ready = scored.map((leaves) => means.map((choice) => raisedLeaves(plan, leaves, choice)));
  const summedBy = (leaves: readonly Float64Array[], choice: readonly Mean[]) =>
    summedSize(linearShares(plan, nominal.weights, choice), leaves.map(greatestSize));
  const summed = scored.map((leaves) => means.map((choice) => summedBy(leaves, choice)));
  const errors = uncertainty.errors ? errorColumns(plan, data) : [];
  const runner = treeRunner(plan, own);
  const drawWeights = weightDrawer(plan, nominal.weights, uncertainty.weights);
  const noisy = plan.columns.map((column) => new Float64Array(column.length));
  return {
    normalisations: normalisations.length,
    aggregations: aggregations.length,
    nominal: {
      scores: nominal.scores[nominal.scores.length - 1]!,
      summed: summedBy(
        own,
        plan.nodes.map(({ mean }) => mean),
      ),
    },
    scored({ normalisation, aggregation, weights, errors: random }) {
      const choice = means[aggregation]!;
      const leaves = !random
        ? ready[normalisation]![aggregation]!
        : raisedLeaves(
            plan,
            plan.columns.map((column, leaf) => {
              const error = errors[leaf];
              if (!error) return scored[normalisation]![leaf]!;
              disturb(column, error, random, noisy[leaf]!);
              return scoreIndicator(plan, leaf, noisy[leaf]!, normalisations[normalisation]).scores;
            }),
            choice,
          );
      return {
        scores: runner.run(leaves, choice, weights ? drawWeights(weights) : nominal.weights),
        summed: summed[normalisation]![aggregation]!,
      };
    },
  };
}

function raisedLeaves(plan: Plan, leaves: readonly Float64Array[], means: readonly Mean[]): Float64Array[] {
  const raised: Float64Array[] = [];
  for (const { leaf, parent } of plan.nodes) {
    if (leaf >= 0) raised[leaf] = transformedFor(means[parent]!, leaves[leaf]!, plan.nodes[parent]!.node.name);
  }
  return raised;
}

function disturb(values: Float64Array, errors: Float64Array, random: Random, out: Float64Array): void {
  for (let i = 0; i < values.length; i++)
    out[i] = errors[i]! > 0 ? values[i]! + errors[i]! * normalDraw(random) : values[i]!;
}
