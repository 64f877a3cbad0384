import type { CompositeIndex } from "../composite/composite-index";
import { type Mean, meanOf } from "../means/mean";
import { type CityNode, nodesOfCity } from "./known-children";

/** Part of the difference between two scores. */
export interface DifferencePart {
  /** The indicator; for `weight` also a dimension. */
  name: string;
  /** Whether its value differs, or the weight that it (or what is known of it) has. */
  because: "value" | "weight";
  /** Points; over all parts they add up to the difference. */
  points: number;
}

/** One city in one index: the same index for two cities, or one year's index and another's for the same city. */
export interface Standing {
  index: CompositeIndex;
  city: number;
}

/**
 * Why one score is higher than another: the difference `to` - `from` as a sum over the indicators, exactly.
 *
 * For an arithmetic mean a part gives weight x difference; for a geometric mean w L(M1, M0) ln(x1 / x0), with L the
 * logarithmic mean of the two scores; for other means alike, with the slopes of their transforms. No part is left over,
 * and swapping the two only changes signs. Where one side is 0 because of parts of 0, those parts bear all of the
 * difference, by weight. Weights that differ (because less is known of one side, or the method changed) have parts of
 * their own.
 *
 * @param from the standing that is left
 * @param to the standing that is reached; of an index with the same names and means
 * @throws RangeError if a city has no score or the two trees differ
 * @see B. W. Ang, The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33, 2005
 */
export function differenceSplit(from: Standing, to: Standing): DifferencePart[] {
  const before = nodesOfCity(from.index, from.city);
  const after = nodesOfCity(to.index, to.city);
  requireSameTree(from.index, to.index);
  const parts: DifferencePart[] = [];
  const visit = (name: string, factor: number): void => {
    const a = before.nodes.get(name)!;
    const b = after.nodes.get(name)!;
    if (a.node.children.length === 0) parts.push({ name, because: "value", points: factor * (b.score - a.score) });
    for (const child of splitOnce(a, b, before.nodes, after.nodes)) {
      if (child.weightPoints !== 0)
        parts.push({ name: child.name, because: "weight", points: factor * child.weightPoints });
      if (child.factor !== null) visit(child.name, factor * child.factor);
    }
  };
  visit(after.root, 1);
  return parts;
}

type Nodes = ReadonlyMap<string, CityNode>;

interface Split {
  name: string;
  /** Points of the parent for a point of the child; null where the child is known on one side only. */
  factor: number | null;
  weightPoints: number;
}

function splitOnce(a: CityNode, b: CityNode, before: Nodes, after: Nodes): Split[] {
  const mean = meanOf(b.node.aggregate);
  // All other means are of parts of 0 or more: nothing differs, and the slope at 0 is 0 or infinite.
  if (!mean.linear && a.score === 0 && b.score === 0) return [];
  if (!mean.linear && (a.score === 0 || b.score === 0) && mean.zeroTakesAll) return zerosTakeAll(a, b, before, after);
  const weightsBefore = new Map(a.children.map(({ name, weight }) => [name, weight]));
  const weightsAfter = new Map(b.children.map(({ name, weight }) => [name, weight]));
  const slope = mean.linear ? 1 : mean.chord(b.score, a.score);
  const middle = (mean.to(a.score) + mean.to(b.score)) / 2;
  const names = [...new Set([...weightsBefore.keys(), ...weightsAfter.keys()])];
  return names.map((name) => {
    const [u, v] = [weightsBefore.get(name), weightsAfter.get(name)];
    const [x, y] = [before.get(name)?.score, after.get(name)?.score];
    if (u === undefined) return { name, factor: null, weightPoints: (v! * (mean.to(y!) - middle)) / slope };
    if (v === undefined) return { name, factor: null, weightPoints: (-u * (mean.to(x!) - middle)) / slope };
    const shift = u === v ? 0 : (v - u) * ((mean.to(x!) + mean.to(y!)) / 2 - middle);
    return { name, factor: factorOf(mean, (u + v) / 2, x!, y!, slope), weightPoints: shift / slope };
  });
}

function factorOf(mean: Mean, weight: number, x: number, y: number, slope: number): number | null {
  if (mean.linear) return weight;
  // Both 0 (under a mean of positive power): the part has not changed, and its slope has no finite value.
  return x === 0 && y === 0 ? null : (weight * mean.chord(y, x)) / slope;
}

function zerosTakeAll(a: CityNode, b: CityNode, before: Nodes, after: Nodes): Split[] {
  const [zero, nodes, others] = a.score === 0 ? [a, before, after] : [b, after, before];
  const guilty = zero.children.filter(({ name }) => nodes.get(name)!.score === 0);
  const total = guilty.reduce((sum, { weight }) => sum + weight, 0);
  const whole = b.score - a.score;
  return guilty.map(({ name, weight }) => {
    const points = (whole * weight) / total;
    const other = others.get(name);
    if (!other) return { name, factor: null, weightPoints: points };
    return { name, factor: points / (after.get(name)!.score - before.get(name)!.score), weightPoints: 0 };
  });
}

function requireSameTree(a: CompositeIndex, b: CompositeIndex): void {
  const outline = (index: CompositeIndex) =>
    index.nodes.map(({ name, parent, aggregate }) => [name, parent, meanOf(aggregate).name].join("|")).join();
  if (outline(a) !== outline(b))
    throw new RangeError("differenceSplit expects two indices of one tree and the same means, got different ones");
}
