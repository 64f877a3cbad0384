import { transformedFor } from "../composite/aggregate";
import type { Evaluated } from "../composite/evaluate";
import type { Plan } from "../composite/plan";
import type { Mean } from "../means/mean";

/**
 * The root's scores as a function of one indicator's, everything else staying as it is: what the other children give
 * on the way up is summed once.
 *
 * @param index the indicator's node in the plan
 */
export function rootAlong(
  plan: Plan,
  { scores, weights }: Evaluated,
  index: number,
): (leaf: Float64Array) => Float64Array {
  const steps: ((child: Float64Array) => Float64Array)[] = [];
  for (let child = index; plan.nodes[child]!.parent >= 0; child = plan.nodes[child]!.parent) {
    const { node, children, mean } = plan.nodes[plan.nodes[child]!.parent]!;
    const others = children.filter((other) => other !== child && weights[other]! > 0);
    const rest = restOf(
      others.map((other) => transformedFor(mean, scores[other]!, node.name)),
      others.map((other) => weights[other]!),
      plan.kept.length,
    );
    const weight = weights[child]!;
    steps.push((column) => joined(weight > 0 ? transformedFor(mean, column, node.name) : column, weight, rest, mean));
  }
  return (leaf) => steps.reduce((column, step) => step(column), leaf);
}

interface Rest {
  sums: Float64Array;
  known: Float64Array;
}

function restOf(columns: readonly Float64Array[], weights: readonly number[], cities: number): Rest {
  const [sums, known] = [new Float64Array(cities), new Float64Array(cities)];
  columns.forEach((column, c) => {
    for (let i = 0; i < cities; i++) {
      if (Number.isNaN(column[i])) continue;
      sums[i]! += weights[c]! * column[i]!;
      known[i]! += weights[c]!;
    }
  });
  return { sums, known };
}

function joined(column: Float64Array, weight: number, { sums, known }: Rest, mean: Mean): Float64Array {
  const out = new Float64Array(column.length);
  for (let i = 0; i < out.length; i++) {
    const counts = weight > 0 && !Number.isNaN(column[i]);
    out[i] = mean.from(counts ? (sums[i]! + weight * column[i]!) / (known[i]! + weight) : sums[i]! / known[i]!);
  }
  return out;
}
