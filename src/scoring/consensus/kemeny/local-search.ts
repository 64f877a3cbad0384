import type { Random } from "../../random/random";

/**
 * What an order costs: the weight of all that say otherwise of a pair.
 *
 * @param costs `costs[i * n + j]` is the cost of i above j
 */
export function costOf(order: ArrayLike<number>, costs: Float64Array, n: number): number {
  let cost = 0;
  for (let a = 0; a < order.length; a++) {
    for (let b = a + 1; b < order.length; b++) cost += costs[order[a]! * n + order[b]!]!;
  }
  return cost;
}

/**
 * A good order by iterated local search: every candidate is moved to its best place until no move helps, then a few are
 * put elsewhere at random and the search goes on from there, as long as it does not get worse.
 *
 * @param start the order to begin with; not changed
 * @param kicks how often the search is disturbed
 * @see T. Schiavinotto and T. Stützle, The linear ordering problem: instances, search space analysis and algorithms,
 *   Journal of Mathematical Modelling and Algorithms 3, 2004
 */
export function localSearch(start: readonly number[], costs: Float64Array, kicks: number, random: Random): number[] {
  const n = start.length;
  const order = Uint32Array.from(start);
  descend(order, costs);
  let cost = costOf(order, costs, n);
  const tried = order.slice();
  for (let kick = 0; kick < kicks && cost > 0; kick++) {
    tried.set(order);
    for (let k = 0; k < 3; k++) moveTo(tried, Math.floor(random() * n), Math.floor(random() * n));
    descend(tried, costs);
    const found = costOf(tried, costs, n);
    if (found > cost) continue;
    order.set(tried);
    cost = found;
  }
  return Array.from(order);
}

/** Moves candidates to their best places until no move helps. */
function descend(order: Uint32Array, costs: Float64Array): void {
  for (let still = 0, at = 0; still < order.length; at = (at + 1) % order.length) {
    const to = bestPlace(order, at, costs);
    still = to === at ? still + 1 : 0;
    moveTo(order, at, to);
  }
}

function bestPlace(order: Uint32Array, at: number, costs: Float64Array): number {
  const n = order.length;
  const moved = order[at]!;
  let best = at;
  // A move must gain more than rounding, or the search could go round for ever.
  let bestGain = 1e-9;
  for (let to = at - 1, gain = 0; to >= 0; to--) {
    const other = order[to]!;
    gain += costs[other * n + moved]! - costs[moved * n + other]!;
    if (gain > bestGain) [best, bestGain] = [to, gain];
  }
  for (let to = at + 1, gain = 0; to < n; to++) {
    const other = order[to]!;
    gain += costs[moved * n + other]! - costs[other * n + moved]!;
    if (gain > bestGain) [best, bestGain] = [to, gain];
  }
  return best;
}

function moveTo(order: Uint32Array, at: number, to: number): void {
  const moved = order[at]!;
  if (to < at) order.copyWithin(to + 1, to, at);
  else order.copyWithin(at, at + 1, to + 1);
  order[to] = moved;
}
