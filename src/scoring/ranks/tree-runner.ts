import { aggregateInto, transformedFor } from "../composite/aggregate";
import { isWhole } from "../composite/is-whole";
import type { Plan } from "../composite/plan";
import type { Mean } from "../means/mean";

/** Works up a tree again and again without taking new memory. */
export interface TreeRunner {
  /**
   * @param leaves by indicator: its scores as its parent's mean wants them (`mean.to`)
   * @param means by node
   * @param weights by node: its share among its siblings
   * @returns the root's scores; the same array each time
   */
  run(leaves: readonly Float64Array[], means: readonly Mean[], weights: ArrayLike<number>): Float64Array;
}

/** @param sample leaves of the shape that will be run: what they lack, all others lack */
export function treeRunner({ nodes, kept }: Plan, sample: readonly Float64Array[]): TreeRunner {
  const known = new Float64Array(kept.length);
  const whole: boolean[] = [];
  const dimensions = nodes.flatMap((node, index) => {
    whole[index] = node.leaf >= 0 ? isWhole(sample[node.leaf]!) : node.children.every((child) => whole[child]);
    if (node.leaf >= 0) return [];
    const { children } = node;
    const columns: Float64Array[] = children.map(() => known);
    const childWeights = new Float64Array(children.length);
    return [{ index, name: node.node.name, children, columns, childWeights, out: new Float64Array(kept.length) }];
  });
  const raised = nodes.map((node) => (node.leaf >= 0 ? known : new Float64Array(kept.length)));
  const outs: Float64Array[] = nodes.map(() => known);
  for (const dimension of dimensions) outs[dimension.index] = dimension.out;
  return {
    run(leaves, means, weights) {
      for (const { index, name, children, columns, childWeights, out } of dimensions) {
        const mean = means[index]!;
        for (let c = 0; c < children.length; c++) {
          const child = children[c]!;
          const leaf = nodes[child]!.leaf;
          childWeights[c] = weights[child]!;
          columns[c] = leaf >= 0 ? leaves[leaf]! : transformedFor(mean, outs[child]!, name, raised[child]!);
        }
        aggregateInto(columns, childWeights, mean, whole[index]!, out, known);
      }
      return outs[nodes.length - 1]!;
    },
  };
}
