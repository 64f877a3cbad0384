/** A proof that no order costs less, and what each decision would add to it. */
export interface LowerBound {
  /** No order costs less. */
  bound: number;
  /** `penalties[i * n + j]`, 0 or more: an order with i above j costs at least the bound plus this, and all its penalties. */
  penalties: Float64Array;
}

/**
 * A lower bound on the cost of every order.
 *
 * For three candidates i, j, k no order can have i above j, j above k and k above i. Each such rule gets a price; for any
 * prices, taking each pair on its own at its cost with prices added is a lower bound (Lagrange), and the prices are
 * moved towards the best bound by deflected subgradients.
 *
 * @param costs `costs[i * n + j]` is the cost of i above j
 * @param cost of the best order known, at which the search for prices aims
 * @param rounds how often the prices are moved
 * @param enough a bound above which no better one is needed
 * @see M. L. Fisher, The Lagrangian relaxation method for solving integer programming problems, Management Science 27, 1981
 * @see M. Grötschel, M. Jünger and G. Reinelt, Facets of the linear ordering polytope, Mathematical Programming 33, 1985
 */
export function lowerBound(n: number, costs: Float64Array, cost: number, rounds: number, enough: number): LowerBound {
  const triples = (n * (n - 1) * (n - 2)) / 6;
  const [prices, directions, best] = [new Float64Array(triples), new Float64Array(triples), new Float64Array(triples)];
  const leads = new Float64Array(n * n);
  let bound = reduce(n, costs, prices, leads);
  let [step, stale] = [1, 0];
  for (let round = 0; round < rounds && bound < enough; round++) {
    const size = slopes(n, prices, leads, directions);
    if (size === 0) break;
    const length = (step * (cost - bound + 1e-9 * cost)) / size;
    for (let t = 0; t < triples; t++) prices[t]! += length * directions[t]!;
    const found = reduce(n, costs, prices, leads);
    stale = found > bound ? 0 : stale + 1;
    if (found > bound) {
      bound = found;
      best.set(prices);
    }
    if (stale === 10) {
      step /= 2;
      stale = 0;
      if (step < 1e-4) break;
    }
  }
  bound = reduce(n, costs, best, leads);
  const penalties = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const lead = leads[i * n + j]!;
      penalties[i * n + j] = Math.max(0, lead);
      penalties[j * n + i] = Math.max(0, -lead);
    }
  }
  return { bound, penalties };
}

/**
 * The bound that prices give; `leads[i * n + j]`, i < j, becomes what i above j costs more than j above i, prices added.
 * A price above 0 is on "i above j above k above i", one below 0 on the opposite.
 */
function reduce(n: number, costs: Float64Array, prices: Float64Array, leads: Float64Array): number {
  let bound = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      leads[i * n + j] = costs[i * n + j]! - costs[j * n + i]!;
      bound += costs[j * n + i]!;
    }
  }
  for (let i = 0, t = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      let lead = leads[i * n + j]!;
      for (let k = j + 1; k < n; k++, t++) {
        const price = prices[t]!;
        if (price === 0) continue;
        lead += price;
        leads[j * n + k]! += price;
        leads[i * n + k]! -= price;
        if (price > 0) bound -= price;
      }
      leads[i * n + j] = lead;
    }
  }
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) bound += Math.min(0, leads[i * n + j]!);
  return bound;
}

/** Where the bound rises: each price's direction, smoothed over the rounds. Returns their squared length. */
function slopes(n: number, prices: Float64Array, leads: Float64Array, directions: Float64Array): number {
  let size = 0;
  const above = new Float64Array(n * n);
  for (let p = 0; p < above.length; p++) above[p] = leads[p]! < 0 ? 1 : 0;
  for (let i = 0, t = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const ij = above[i * n + j]!;
      for (let k = j + 1; k < n; k++, t++) {
        const cycle = ij + above[j * n + k]! - above[i * n + k]!;
        const price = prices[t]!;
        // Of three pairs 0 or 1 may agree with the cycle; at price 0 both are free.
        const slope = price > 0 ? cycle - 1 : price < 0 ? cycle : cycle > 1 ? 1 : cycle < 0 ? -1 : 0;
        const direction = slope + 0.7 * directions[t]!;
        directions[t] = Math.abs(direction) < 1e-3 ? 0 : direction;
        size += directions[t]! ** 2;
      }
    }
  }
  return size;
}
