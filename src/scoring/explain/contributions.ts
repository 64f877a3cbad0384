import type { CompositeIndex } from "../composite/composite-index";
import { meanOf } from "../means/mean";
import { type CityNode, nodesOfCity } from "./known-children";

/** What one indicator gives to one city's score. */
export interface Contribution {
  indicator: string;
  /** The indicator's normalised value. */
  score: number;
  /** What a point of `score` counts for in this city's score: `points` is `weight` x `score`. */
  weight: number;
  /** Points of the city's score; over all indicators they add up to it. */
  points: number;
}

/**
 * A city's score as a sum over its indicators, exactly.
 *
 * For an arithmetic mean a part gives weight x score. Any other mean M of parts x is also a weighted sum of them, with
 * weights proportional to w / L(x, M), where L is the logarithmic mean for a geometric M, and in general the inverse
 * slope of the mean's transform between x and M; so a part that lies low weighs more than its nominal weight. Where a
 * part of 0 makes the mean 0, every part gives 0.
 *
 * @param index a reckoned index
 * @param city its place in the columns
 * @returns one entry for each indicator that went into this city's score
 * @throws RangeError if there is no such city or it has no score
 * @see M. B. Reinsdorf, W. E. Diewert and C. Ehemann, Additive decompositions for Fisher, Törnqvist and geometric mean
 *   indexes, Journal of Economic and Social Measurement 28, 2002
 */
export function contributions(index: CompositeIndex, city: number): Contribution[] {
  const { root, nodes } = nodesOfCity(index, city);
  const result: Contribution[] = [];
  const visit = (name: string, weight: number): void => {
    const { node, score, children } = nodes.get(name)!;
    if (node.children.length === 0) result.push({ indicator: name, score, weight, points: weight * score });
    const slopes = slopesOf(nodes.get(name)!, nodes);
    children.forEach((child, i) => {
      visit(child.name, weight * slopes[i]!);
    });
  };
  visit(root, 1);
  return result;
}

function slopesOf({ node, score, children }: CityNode, nodes: ReadonlyMap<string, CityNode>): number[] {
  const mean = meanOf(node.aggregate);
  if (mean.linear) return children.map(({ weight }) => weight);
  if (score === 0) return children.map(() => 0);
  const raw = children.map(({ name, weight }) => weight * mean.chord(nodes.get(name)!.score, score));
  const total = raw.reduce((sum, slope) => sum + slope, 0);
  return raw.map((slope) => slope / total);
}
