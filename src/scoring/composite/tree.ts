import type { Aggregation } from "../means/mean";
import type { Normalisation } from "../normalise/normalisation";
import type { OutlierRule } from "../outliers/outlier-rule";
import { shares } from "../weights/given-weights";

/** A leaf of the tree: one column of numbers, and how it is made comparable. */
export interface Indicator {
  /** Its own among all names of the tree. */
  readonly name: string;
  /** The column it reads; by default the one of its name. */
  readonly column?: string;
  /** Its say among its siblings, 0 or more; by default 1. Siblings' weights need not add up to 1. */
  readonly weight?: number;
  /** Whether more or less of it is better; by default more. */
  readonly direction?: "more" | "less";
  /** The column to divide by, such as people or square kilometres; its values must be above 0. */
  readonly per?: string;
  /** What the value (after division) is multiplied by, such as 100,000 for "per 100,000 people"; by default 1. */
  readonly times?: number;
  /** Whether to go on with logarithms: `log` for values above 0, `log1p` (of 1 + value) for values of 0 or more. */
  readonly transform?: "log" | "log1p";
  /**
   * The least and the greatest value it can have, in its unit after division: `smallestChanges` tells none beyond. By
   * default there are none.
   */
  readonly bounds?: { readonly least?: number; readonly most?: number };
  /** How outliers are met (after the transform); by default as the index says, `none` to leave them. */
  readonly outliers?: OutlierRule | "none";
  /** By default as the index says. */
  readonly normalise?: Normalisation;
}

/** How a dimension weighs its children: as they say, all the same, by pairwise judgements, or as the data tell. */
export type Weighting =
  | "given"
  | "equal"
  | "entropy"
  | "principal component"
  | { readonly judgements: readonly (readonly number[])[] };

/** A branch of the tree: what its children have in common. */
export interface Dimension {
  /** Its own among all names of the tree. */
  readonly name: string;
  /** Its say among its siblings, 0 or more; by default 1. */
  readonly weight?: number;
  /** Indicators or further dimensions; at least one. */
  readonly children: readonly (Dimension | Indicator)[];
  /** By default `given`. */
  readonly weights?: Weighting;
  /** By default as the index says. */
  readonly aggregate?: Aggregation;
}

/** Whether a node of the tree has children. */
export const isDimension = (node: Dimension | Indicator): node is Dimension => "children" in node;

/** The indicators beneath a node, in the order of the tree. */
export function indicatorsOf(node: Dimension | Indicator): Indicator[] {
  return isDimension(node) ? node.children.flatMap(indicatorsOf) : [node];
}

/** The indicators beneath a node that have a say: none of weight 0, nor beneath a dimension of weight 0. */
export function countingIndicatorsOf(node: Dimension | Indicator): Indicator[] {
  if (!isDimension(node)) return [node];
  const given = (node.weights ?? "given") === "given";
  return node.children.flatMap((child) => (given && child.weight === 0 ? [] : countingIndicatorsOf(child)));
}

/**
 * Refuses a tree that cannot be reckoned with.
 *
 * @throws RangeError if a dimension has no children, if a name comes twice, or if given weights are negative or all 0
 */
export function requireTree(root: Dimension): void {
  const seen = new Set<string>();
  const visit = (node: Dimension | Indicator): void => {
    if (seen.has(node.name)) throw new RangeError(`a tree expects each name once, got \`${node.name}\` twice`);
    seen.add(node.name);
    if (!isDimension(node)) return;
    if (node.children.length === 0) throw new RangeError(`dimension \`${node.name}\` expects children, got none`);
    if ((node.weights ?? "given") === "given") requireWeights(node);
    node.children.forEach(visit);
  };
  if (!isDimension(root)) throw new TypeError("the root of a tree expects children, got an indicator");
  visit(root);
}

function requireWeights({ name, children }: Dimension): void {
  try {
    shares(children.map((child) => child.weight ?? 1));
  } catch (error) {
    throw new RangeError(`dimension \`${name}\`: ${(error as Error).message}`);
  }
}
