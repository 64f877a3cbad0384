import type { Normalisation } from "../normalise/normalisation";
import type { Plan } from "./plan";
import { normalisationOf } from "./score-indicator";

/** Which scale a normalisation puts values on; only scores on one scale are weighed as their weights say. */
const scales: Readonly<Record<Normalisation["kind"], string>> = {
  "min-max": "by points",
  percentile: "by points",
  goalposts: "by points",
  target: "by points",
  rank: "by places",
  "z-score": "by standard deviations",
  reference: "by ratios",
  "above-below": "by signs",
  classes: "by classes",
  none: "in its own unit",
};

/**
 * Warns of dimensions that put scores of different scales together, such as places from 1 to the number of cities and
 * points from 0 to 100: what an indicator weighs then hangs on its scale as much as on its weight.
 *
 * @param weights by node: its share among its siblings; a part of weight 0 does not count
 */
export function* mixedScales({ nodes, indicators, method }: Plan, weights: readonly number[]): Iterable<string> {
  const beneath: Map<string, string>[] = [];
  for (const [index, { node, children, leaf }] of nodes.entries()) {
    if (leaf >= 0) {
      beneath[index] = new Map([[scales[normalisationOf({ method }, indicators[leaf]!).kind], node.name]]);
      continue;
    }
    const parts = children.filter((child) => weights[child]! > 0).map((child) => beneath[child]!);
    beneath[index] = new Map(parts.flatMap((part) => [...part]));
    // What is mixed further in was told there.
    if (beneath[index].size < 2 || parts.some(({ size }) => size > 1)) continue;
    const examples = [...beneath[index]].map(([scale, name]) => `${name} ${scale}`).join(", ");
    yield `${node.name} mixes scales (${examples}): what its parts weigh hangs on their scales as well as on their weights`;
  }
}
