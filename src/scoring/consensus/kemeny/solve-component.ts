import type { Random } from "../../random/random";
import { cyclePacking } from "./cycle-packing";
import { costOf, localSearch } from "./local-search";
import { lowerBound } from "./lower-bound";
import { prefixSearch } from "./prefix-search";

/** The order found for one component, and what is proven of it. */
export interface Solved {
  order: number[];
  cost: number;
  /** No order costs less; equal to the cost if the order is proven best. */
  bound: number;
}

/** The most candidates for which rules on triples are priced. */
const mostPriced = 600;

/**
 * The best order of the candidates of one component, or a good one with a bound.
 *
 * @param costs `costs[i * n + j]` is the cost of i above j
 * @param start an order to begin with
 * @param effort the steps that may be spent, roughly; 1e9 is a few seconds
 * @param prove false to leave it at the local search, and at the bound that each pair on its own gives
 */
export function solveComponent(
  costs: Float64Array,
  start: readonly number[],
  effort: number,
  random: Random,
  prove = true,
): Solved {
  const n = start.length;
  const unit = unitOf(n, costs);
  const kicks = Math.ceil(Math.min(20 * n, (effort * 0.1) / (8 * n * n)));
  let order = localSearch(start, costs, kicks, random);
  let cost = costOf(order, costs, n);
  if (n === 1) return { order, cost, bound: cost };
  if (!prove) return { order, cost, bound: pairsBound(n, costs) };
  // Two orders differ in cost by a whole number of units, so a bound within a unit of the cost is as good as equal.
  const slack = unit > 0 ? unit * (1 - 1e-6) : 1e-9 * cost;
  if (n > mostPriced) return { order, cost, bound: Math.min(cost, cyclePacking(n, costs)) };
  const proof = lowerBound(n, costs, cost, { enough: cost - slack, rounds: 3_000, steps: effort * 0.6 });
  if (proof.bound >= cost - slack) return { order, cost, bound: cost };
  const search = prefixSearch(n, costs, proof, cost - slack, (n > 32 ? 0.2 * effort : effort) / (n * n));
  if (!search.finished) return { order, cost, bound: rounded(proof.bound, cost, unit) };
  if (search.order) {
    order = search.order;
    cost = costOf(order, costs, n);
  }
  return { order, cost, bound: cost };
}

/** Each pair at its cheaper order, as if orders of pairs did not hang together. */
function pairsBound(n: number, costs: Float64Array): number {
  let bound = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) bound += Math.min(costs[i * n + j]!, costs[j * n + i]!);
  return bound;
}

/** The next cost that an order can have: costs lie whole units apart. */
function rounded(bound: number, cost: number, unit: number): number {
  return unit === 0 ? bound : cost - unit * Math.floor((cost - bound) / unit + 1e-6);
}

/** The greatest number of which all leads are whole multiples; 0 if leads are not whole numbers. */
function unitOf(n: number, costs: Float64Array): number {
  let unit = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      let lead = Math.abs(costs[i * n + j]! - costs[j * n + i]!);
      if (!Number.isInteger(lead)) return 0;
      while (lead > 0) [unit, lead] = [lead, unit % lead];
    }
  }
  return unit;
}
