import type { IndexData, IndexMethod } from "../composite/method";
import { planOf } from "../composite/plan";
import { randomFrom } from "../random/random";
import { scenarios } from "./scenarios";
import { ranker } from "./simulate-ranks";
import { manySobolIndices, type SobolIndices, type SobolOptions } from "./sobol-indices";
import type { Uncertainty } from "./uncertainty";

/** What may vary, how it is sampled, and what is watched. */
export interface SensitivityOptions extends Uncertainty, SobolOptions {
  /** The city whose rank is watched; by default the mean shift of all cities from their ranks as the method has them. */
  readonly city?: number;
}

/** Which choice moves the ranks most. The indices are in the order of `choices`. */
export interface RankSensitivity extends SobolIndices {
  choices: ("weights" | "normalisation" | "aggregation" | "errors")[];
}

/**
 * Which choice moves the ranks most: Sobol's indices of the choices an uncertainty leaves open.
 *
 * @param method as for `compositeIndex`
 * @param data as for `compositeIndex`
 * @throws RangeError as `simulateRanks` does, if nothing may vary, or if the watched city has no rank
 * @see M. Saisana, A. Saltelli and S. Tarantola, Uncertainty and sensitivity analysis techniques as tools for the quality
 *   assessment of composite indicators, Journal of the Royal Statistical Society A 168, 2005
 */
export function rankSensitivity(method: IndexMethod, data: IndexData, options: SensitivityOptions): RankSensitivity {
  return rankSensitivities(method, data, options, [options.city ?? null])[0]!;
}

/**
 * The same of several cities at once: the index is reckoned no more often than for one.
 *
 * @param watched cities whose ranks are watched, each by itself; null for the mean shift of all
 * @returns one a watched city, in their order
 */
export function rankSensitivities(
  method: IndexMethod,
  data: IndexData,
  options: Omit<SensitivityOptions, "city">,
  watched: readonly (number | null)[],
): RankSensitivity[] {
  const plan = planOf(method, data);
  const ways = scenarios(plan, data, options);
  const choices: RankSensitivity["choices"] = [];
  if (options.weights !== "fixed") choices.push("weights");
  if (ways.normalisations > 1) choices.push("normalisation");
  if (ways.aggregations > 1) choices.push("aggregation");
  if (options.errors) choices.push("errors");
  if (choices.length === 0) throw new RangeError("rankSensitivity expects something that may vary, got nothing");
  const unranked = watched.find((city) => city !== null && !plan.kept.includes(city));
  if (unranked !== undefined) throw new RangeError(`rankSensitivity expects a city with a rank, got ${unranked}`);
  const rank = ranker(plan.kept);
  const nominal = new Uint32Array(plan.cities);
  rank(ways.nominal, nominal, 0);
  const ranks = new Uint32Array(plan.cities);
  const model = (point: Float64Array, results: Float64Array) => {
    const at = (choice: RankSensitivity["choices"][number]) => point[choices.indexOf(choice)];
    rank(
      ways.scored({
        normalisation: Math.floor((at("normalisation") ?? 0) * ways.normalisations),
        aggregation: Math.floor((at("aggregation") ?? 0) * ways.aggregations),
        weights: streamAt(at("weights")),
        errors: streamAt(at("errors")),
      }),
      ranks,
      0,
    );
    for (const [r, city] of watched.entries())
      results[r] = city === null ? meanShift(ranks, nominal, plan.kept.length) : ranks[city]!;
  };
  const indices = manySobolIndices(choices.length, watched.length, model, options);
  return indices.map((found) => ({ choices, ...found }));
}

/** A coordinate stands for a whole set of draws: the same coordinate, the same draws. */
const streamAt = (coordinate?: number) =>
  coordinate === undefined ? null : randomFrom(Math.floor(coordinate * 2 ** 48));

function meanShift(ranks: Uint32Array, nominal: Uint32Array, cities: number): number {
  let sum = 0;
  for (let i = 0; i < ranks.length; i++) sum += Math.abs(ranks[i]! - nominal[i]!);
  return sum / cities;
}
