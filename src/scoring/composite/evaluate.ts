import { aggregateInto, transformedFor } from "./aggregate";
import { isWhole } from "./is-whole";
import type { Plan } from "./plan";
import type { Dimension } from "./tree";
import { weigh } from "./weigh";

/** The scores of all nodes for the kept cities, and the weights they were put together with. */
export interface Evaluated {
  /** By node of the plan; NaN where a city has none. */
  scores: Float64Array[];
  /** By node: its share among its siblings; 1 for the root. */
  weights: number[];
  /** By node: the consistency ratio of the judgements that its children are weighed by; null where there are none. */
  consistencyRatios: (number | null)[];
  warnings: string[];
}

/**
 * Works up the tree from the indicators' scores to the root.
 *
 * @param leaves the indicators' scores, in the order of the tree
 * @throws RangeError if the weights or a mean do not fit the scores, or if all that is known of a city weighs nothing
 */
export function evaluate(plan: Plan, leaves: readonly Float64Array[]): Evaluated {
  const scores: Float64Array[] = [];
  const weights = new Array<number>(plan.nodes.length).fill(1);
  const consistencyRatios = new Array<number | null>(plan.nodes.length).fill(null);
  const warnings: string[] = [];
  const known = new Float64Array(plan.kept.length);
  const whole: boolean[] = [];
  plan.nodes.forEach(({ node, children, leaf, mean }, index) => {
    if (leaf >= 0) {
      scores[index] = leaves[leaf]!;
      whole[index] = isWhole(scores[index]);
      return;
    }
    const columns = children.map((child) => scores[child]!);
    const weighed = weigh(node as Dimension, columns);
    children.forEach((child, i) => {
      weights[child] = weighed.weights[i]!;
    });
    consistencyRatios[index] = weighed.consistencyRatio;
    warnings.push(...weighed.warnings);
    const transformed = columns.map((column, i) =>
      weighed.weights[i]! > 0 ? transformedFor(mean, column, node.name) : column,
    );
    // What is put together of whole columns is whole.
    whole[index] = children.every((child, i) => weighed.weights[i] === 0 || whole[child]);
    scores[index] = new Float64Array(plan.kept.length);
    aggregateInto(transformed, weighed.weights, mean, whole[index], scores[index], known);
  });
  const unscored = scores[scores.length - 1]!.findIndex(Number.isNaN);
  if (unscored >= 0) throw new RangeError(`all that is known of city ${plan.kept[unscored]} weighs nothing`);
  return { scores, weights, consistencyRatios, warnings };
}
