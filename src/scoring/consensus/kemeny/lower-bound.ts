import { PricedRules } from "./priced-rules";

/** A proof that no order costs less, and what each decision would add to it. */
export interface LowerBound {
  /** No order costs less. */
  bound: number;
  /** `penalties[i * n + j]`, 0 or more: an order with i above j costs at least the bound plus this, and all its penalties. */
  penalties: Float64Array;
}

/** How far the search for a bound goes. */
export interface BoundEffort {
  /** A bound above which no better one is needed. */
  enough: number;
  /** The most rounds. */
  rounds: number;
  /** The most steps, roughly. */
  steps: number;
}

/** All rules are looked through once in so many rounds; in between only those that have come into play are priced. */
const roundsPerLook = 60;

/**
 * A lower bound on the cost of every order.
 *
 * For three candidates i, j, k no order can have i above j, j above k and k above i. Each such rule gets a price; for any
 * prices, taking each pair on its own at its cost with prices added is a lower bound (Lagrange), and the prices are
 * moved towards the best bound by deflected subgradients.
 *
 * @param costs `costs[i * n + j]` is the cost of i above j
 * @param cost of the best order known, at which the search for prices aims
 * @see M. L. Fisher, The Lagrangian relaxation method for solving integer programming problems, Management Science 27, 1981
 * @see M. Grötschel, M. Jünger and G. Reinelt, Facets of the linear ordering polytope, Mathematical Programming 33, 1985
 */
export function lowerBound(n: number, costs: Float64Array, cost: number, effort: BoundEffort): LowerBound {
  const rules = new PricedRules(n);
  const leads = new Float64Array(n * n);
  let best = rules.prices.slice();
  let bound = boundOf(n, costs, rules, best, leads);
  let [step, stale, steps] = [1, 0, 0];
  for (let round = 0; round < effort.rounds && bound < effort.enough && steps < effort.steps; round++) {
    if (round % roundsPerLook === 0) {
      rules.takeUp(leads);
      steps += n ** 3 / 6;
    }
    steps += 12 * rules.count + 2 * n * n;
    const size = rules.turn(leads);
    if (size > 0) rules.move((step * (cost - bound + 1e-9 * cost)) / size);
    else if (rules.takeUp(leads) === 0) break;
    const found = boundOf(n, costs, rules, rules.prices, leads);
    stale = found > bound ? 0 : stale + 1;
    if (found > bound) {
      bound = found;
      best = rules.prices.slice();
    }
    if (stale === 20) {
      step /= 2;
      stale = 0;
      if (step < 1e-4) break;
    }
  }
  bound = boundOf(n, costs, rules, best, leads);
  return { bound, penalties: penaltiesOf(n, leads) };
}

/** The bound that prices give; `leads[i * n + j]`, i < j, becomes what i above j costs more than j above i, prices added. */
function boundOf(
  n: number,
  costs: Float64Array,
  rules: PricedRules,
  prices: Float64Array,
  leads: Float64Array,
): number {
  let bound = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      leads[i * n + j] = costs[i * n + j]! - costs[j * n + i]!;
      bound += costs[j * n + i]!;
    }
  }
  bound -= rules.applyTo(leads, prices);
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) bound += Math.min(0, leads[i * n + j]!);
  return bound;
}

function penaltiesOf(n: number, leads: Float64Array): Float64Array {
  const penalties = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const lead = leads[i * n + j]!;
      penalties[i * n + j] = Math.max(0, lead);
      penalties[j * n + i] = Math.max(0, -lead);
    }
  }
  return penalties;
}
