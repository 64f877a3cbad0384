import { requireWhole } from "../checks";
import type { IndexData, IndexMethod } from "../composite/method";
import { type Plan, planOf } from "../composite/plan";
import { tieTolerance } from "../composite/tie-tolerance";
import { type Random, randomFrom } from "../random/random";
import { sortByKeyDescending } from "../statistics/sort-indices";
import type { RankDraws } from "./rank-draws";
import { type Scored, scenarios } from "./scenarios";
import type { Uncertainty } from "./uncertainty";

/** How often, from which seed, and how much work at most. */
export interface SimulationOptions extends Uncertainty {
  /** How many rankings are drawn; by default 1,000. */
  readonly draws?: number;
  /** The same seed gives the same draws. */
  readonly seed: number;
  /** The most steps (cities x indicators x draws, times 20 with errors) that are done; by default 5,000,000,000. */
  readonly limit?: number;
}

/** The most ranks that are kept (cities x draws): 400 MB. */
const mostRanks = 1e8;

/**
 * Ranks the cities again and again, each time with other weights and choices that could as well have been made.
 *
 * @param method as for `compositeIndex`
 * @param data as for `compositeIndex`; `errors` where values are to vary
 * @returns the ranks of all draws; excluded cities have none. Read them with `rankSummaries`, `rankProbabilities`
 *   and `probabilityAbove`
 * @throws RangeError as `compositeIndex` does, or if the work would exceed the limit (the message says its cost)
 * @see M. Saisana, A. Saltelli and S. Tarantola, Uncertainty and sensitivity analysis techniques as tools for the quality
 *   assessment of composite indicators, Journal of the Royal Statistical Society A 168, 2005
 */
export function simulateRanks(method: IndexMethod, data: IndexData, options: SimulationOptions): RankDraws {
  const { draws = 1_000, seed } = options;
  requireWhole(draws, 1, 1e9, "simulateRanks' draws");
  const random = randomFrom(seed);
  const plan = planOf(method, data);
  requireAffordable(plan, draws, options);
  const { normalisations, aggregations, scored } = scenarios(plan, data, options);
  const ranks = new Uint32Array(plan.cities * draws);
  const rank = ranker(plan.kept);
  const weights = options.weights === "fixed" ? null : random;
  const errors = options.errors ? random : null;
  for (let draw = 0; draw < draws; draw++) {
    const normalisation = pick(normalisations, random);
    const aggregation = pick(aggregations, random);
    rank(scored({ normalisation, aggregation, weights, errors }), ranks, draw * plan.cities);
  }
  return { cities: plan.cities, draws, ranks };
}

/**
 * Refuses a simulation that could not be made, without making it.
 *
 * @throws RangeError as `simulateRanks` does
 */
export function requireSimulation(method: IndexMethod, data: IndexData, options: SimulationOptions): void {
  const { draws = 1_000 } = options;
  requireWhole(draws, 1, 1e9, "simulateRanks' draws");
  const plan = planOf(method, data);
  requireAffordable(plan, draws, options);
  scenarios(plan, data, options);
}

const pick = (choices: number, random: Random) => (choices === 1 ? 0 : Math.floor(random() * choices));

/** Writes the ranks of the kept cities into a row of ranks; ties share the better rank. */
export function ranker(kept: readonly number[]): (scored: Scored, ranks: Uint32Array, at: number) => void {
  // The order is kept from draw to draw: the next differs little, and is sorted faster.
  const order = Uint32Array.from(kept.keys());
  const spare = new Uint32Array(kept.length);
  return ({ scores, summed }, ranks, at) => {
    sortByKeyDescending(order, scores, spare);
    const tolerance = tieTolerance(scores, summed);
    let rank = 1;
    let best = scores[order[0]!]!;
    for (let k = 0; k < order.length; k++) {
      const score = scores[order[k]!]!;
      if (best - score > tolerance) {
        rank = k + 1;
        best = score;
      }
      ranks[at + kept[order[k]!]!] = rank;
    }
  };
}

function requireAffordable(plan: Plan, draws: number, { errors, limit = 5e9 }: SimulationOptions): void {
  const [cities, indicators] = [plan.kept.length, plan.indicators.length];
  const stepsPerDraw = cities * indicators * (errors ? 20 : 1);
  const most = Math.floor(Math.min(limit / stepsPerDraw, mostRanks / plan.cities));
  if (draws <= most) return;
  const count = (n: number) => n.toLocaleString("en");
  throw new RangeError(
    `simulateRanks: ${count(cities)} cities x ${count(indicators)} indicators x ${count(draws)} draws cost ` +
      `${count(stepsPerDraw * draws)} steps and ${count(plan.cities * draws)} ranks, at most ${count(limit)} and ` +
      `${count(mostRanks)} are allowed: at most ${count(most)} draws`,
  );
}
