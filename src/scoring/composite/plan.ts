import { type Mean, meanOf } from "../means/mean";
import { requireScale } from "../normalise/normalise";
import type { IndexData, IndexMethod } from "./method";
import type { Excluded, Imputed } from "./missing";
import { screen } from "./missing";
import { readIndicator } from "./read-indicator";
import { type Dimension, type Indicator, indicatorsOf, isDimension, requireTree } from "./tree";

/** A node of the tree made ready: children come before their parents, the root is last. */
export interface PlanNode {
  node: Dimension | Indicator;
  /** Index of the parent; -1 for the root. */
  parent: number;
  /** Indices of the children; none for an indicator. */
  children: number[];
  /** Place among the indicators; -1 for a dimension. */
  leaf: number;
  mean: Mean;
}

/** An index made ready to be reckoned: the tree laid flat, and the columns of the cities that get a score. */
export interface Plan {
  method: IndexMethod;
  scale: readonly [number, number];
  /** How many cities there are, with and without a score. */
  cities: number;
  nodes: PlanNode[];
  indicators: Indicator[];
  kept: number[];
  excluded: Excluded[];
  imputed: Imputed[];
  coverage: number[];
  /** By indicator, for the kept cities: after denominator, transform and imputation. */
  columns: Float64Array[];
}

/**
 * Reads and screens what an index is made from.
 *
 * @throws RangeError if the tree, the scale, a column or the missing policy does not fit
 */
export function planOf(method: IndexMethod, data: IndexData): Plan {
  const { tree, scale = [0, 100], missing = { policy: "exclude" } } = method;
  requireTree(tree);
  requireScale(scale);
  const indicators = indicatorsOf(tree);
  const columns = indicators.map((indicator) => readIndicator(indicator, data));
  const cities = columns[0]!.length;
  columns.forEach((column, i) => {
    if (column.length !== cities) {
      throw new RangeError(
        `columns expect one entry a city (${cities}), got ${column.length} for \`${indicators[i]!.name}\``,
      );
    }
  });
  return { method, scale, cities, indicators, nodes: laidFlat(method), ...screen(columns, tree, missing, data) };
}

function laidFlat({ tree, aggregate = "arithmetic" }: IndexMethod): PlanNode[] {
  const nodes: PlanNode[] = [];
  let leaves = 0;
  const visit = (node: Dimension | Indicator): number => {
    const children = isDimension(node) ? node.children.map(visit) : [];
    const mean = meanOf((isDimension(node) ? node.aggregate : undefined) ?? aggregate);
    const index = nodes.push({ node, parent: -1, children, leaf: isDimension(node) ? -1 : leaves++, mean }) - 1;
    for (const child of children) nodes[child]!.parent = index;
    return index;
  };
  visit(tree);
  return nodes;
}
